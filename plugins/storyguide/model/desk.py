"""The editors’ desk: how far each story has come, what it still needs, and who to ask."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from urllib.parse import quote

from storyguide.model.source import Source


class State(Enum):
    """How far a story has come, in the order in which editors look."""

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
    """Who to ask; never a name that the story does not give."""

    STORYTELLER = "the storyteller"
    PHOTOGRAPHER = "the photographer"
    TRANSLATOR = "the translator"
    EDITOR = "an editor"


class Sort(Enum):
    """What a need is about, in the order in which to see to it."""

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
    """One thing to do."""

    sort: Sort
    words: str
    """What is so. A sentence."""
    mend: str = ""
    """What to do about it. A sentence."""
    whom: Role = Role.EDITOR
    where: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One story on the desk."""

    slug: str
    title: str
    """The folder’s name, where no title could be read."""
    state: State
    kind: str = ""
    """"told" or "fact-file"; empty when the story could not be read."""
    credit: str = ""
    """Whose story it is, as they wish to be credited; of a fact-file, the group."""
    places: str = ""
    language: str = ""
    """Empty for the edition's own."""
    words: int = 0
    age: int | None = None
    """The age at which it can be read; None where that cannot be told."""
    told_on: date | None = None
    publish_on: date | None = None
    review_on: date | None = None
    consent_until: date | None = None
    needs: tuple[Need, ...] = ()
    """First things first."""
    where: Source

    @property
    def on_page(self) -> bool:
        """Whether anything but a neutral page can stand at its address."""
        return self.state is not State.GONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """Words of the edition that no published story uses."""

    what: str
    """"Themes", "Places" and so on."""
    names: tuple[str, ...]
    where: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """How many outside addresses there are, and how far they have been looked at."""

    addresses: int = 0
    asked: int = 0
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything the editors look at first."""

    name: str
    """The edition's."""
    day: date
    rows: tuple[Row, ...] = ()
    """By state, and within one by what is most pressing."""
    others: tuple[Need, ...] = ()
    """What the edition, its lists and its tins need."""
    unused: tuple[Unused, ...] = ()
    outside: Outside = Outside()

    def in_state(self, state: State) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state is state)


@dataclass(frozen=True, slots=True)
class Opener:
    """A program for writing that opens a file at a line when an address of its own kind is followed."""

    name: str
    pattern: str
    """The address, with {path} and {line} in it."""
    root: str
    """The edition's folder, as it stands in an address."""

    def address_of(self, where: Source) -> str:
        """What opens this place."""
        return self.pattern.format(path=f"{self.root}/{quote(where.path)}", line=max(1, where.line))
