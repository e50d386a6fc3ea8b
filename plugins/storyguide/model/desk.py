"""Data classes for the editors' desk: how far each story has come, what it still needs, and who to ask."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from urllib.parse import quote

from storyguide.model.source import Source


class State(Enum):
    """The state of a story on its way to being published; the members are in the order in which the desk lists them."""

    HELD = "held back"
    WITH_STORYTELLER = "with the storyteller"
    REVIEW = "review"
    DRAFT = "draft"
    IDEA = "idea"
    READY = "ready"
    REVIEW_DUE = "review due"
    PUBLISHED = "published"
    GONE = "taken down"


class Role(Enum):
    """The person to ask about a need: a role only, never a name."""

    STORYTELLER = "the storyteller"
    PHOTOGRAPHER = "the photographer"
    TRANSLATOR = "the translator"
    EDITOR = "an editor"


class Sort(Enum):
    """The subject of a need; the members are in order of urgency, most urgent first."""

    SAFETY = "safety"
    CONSENT = "consent"
    MEND = "mend"
    APPROVAL = "approval"
    LATE = "late"
    CONSENT_ENDING = "consent-ending"
    REVIEW = "review-due"
    LINK = "link-dead"
    TRANSLATION = "stale-translation"
    FACTS = "facts-old"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A task for the editors: what is wrong, how to mend it, whom to ask, and the file it concerns."""

    sort: Sort
    words: str
    """The situation, as one sentence."""
    mend: str = ""
    """The remedy, as one sentence; empty if the situation says enough."""
    whom: Role = Role.EDITOR
    where: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A story as the editors' desk lists it."""

    slug: str
    title: str
    """The story's title, or its folder name if no title could be read."""
    state: State
    kind: str = ""
    """"told" or "fact-file"; empty if the story could not be read."""
    credit: str = ""
    """The storyteller as they wish to be credited; for a fact-file, the group."""
    places: str = ""
    language: str = ""
    """Language tag; empty for the edition's own language."""
    words: int = 0
    age: int | None = None
    """Reading age of the text in years; None if it cannot be worked out."""
    told_on: date | None = None
    publish_on: date | None = None
    review_on: date | None = None
    consent_until: date | None = None
    needs: tuple[Need, ...] = ()
    """Open tasks, most urgent first."""
    where: Source

    @property
    def on_page(self) -> bool:
        """Whether the story's address can show the story itself, not just the neutral page of one taken down."""
        return self.state is not State.GONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """Names from one of the edition's lists that no published story uses."""

    what: str
    """Heading of the list, for example "Themes" or "Places"."""
    names: tuple[str, ...]
    where: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Counts of the addresses outside the guide: how many there are and how many have been checked."""

    addresses: int = 0
    asked: int = 0
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything the editors' desk shows: each story, other tasks, unused names and outside links."""

    name: str
    """Name of the edition."""
    day: date
    rows: tuple[Row, ...] = ()
    """Stories by state (in the order of `State`), most urgent first within a state."""
    others: tuple[Need, ...] = ()
    """Tasks that concern the edition, its lists and its tins (practitioner resources)."""
    unused: tuple[Unused, ...] = ()
    outside: Outside = Outside()

    def in_state(self, state: State) -> tuple[Row, ...]:
        """Return the rows of all stories in this state, in the desk's order."""
        return tuple(row for row in self.rows if row.state is state)


@dataclass(frozen=True, slots=True)
class Opener:
    """A text editor that opens a file at a line when a link with its own URL scheme is followed."""

    name: str
    pattern: str
    """URL template with the placeholders {path} and {line}."""
    root: str
    """Path of the edition's folder, already quoted for a URL."""

    def address_of(self, where: Source) -> str:
        """Return the URL that opens this file at this line (line 1 for a file as a whole)."""
        return self.pattern.format(path=f"{self.root}/{quote(where.path)}", line=max(1, where.line))
