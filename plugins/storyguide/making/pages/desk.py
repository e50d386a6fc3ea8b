"""The editors’ desk as a page with its own look and script; given out by a preview, and never published."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.render import Context, counted
from storyguide.model.desk import Desk, Opener, Role, Row, Sort, State
from storyguide.model.slug import slug_of

DESK = "desk/"
FILES = ("desk.css", "desk.js")
SHOWN_AT_ONCE = 3
"""Needs of one story; the others unfold."""

_BESIDE = Path(__file__).parents[2] / "theme" / "desk"
"""Not among the assets, every one of which is published."""

WHAT = {
    State.HELD: ("Held back", "Each is published as soon as its faults are mended."),
    State.WITH_STORYTELLER: ("With the storyteller", "All is done but for their yes to how it will look."),
    State.REVIEW: ("In review", "An editor reads these through."),
    State.DRAFT: ("Drafts", "Still being written."),
    State.IDEA: ("Ideas", "Somebody ought to be asked."),
    State.READY: ("Ready", "Waiting for their day."),
    State.REVIEW_DUE: ("Due for another look", "Published, and the day has come to read them again."),
    State.PUBLISHED: ("Published", "On the web for everybody."),
    State.GONE: ("Taken down", "A page at the old address says so, and no more."),
}
"""The heading of each state, and a sentence on it."""

ABOUT = {
    Sort.SAFETY: "Somebody’s safety",
    Sort.CONSENT: "Consent",
    Sort.MEND: "Something to mend",
    Sort.APPROVAL: "Approval",
    Sort.LATE: "Late",
    Sort.CONSENT_ENDING: "Consent ending soon",
    Sort.REVIEW: "Another look",
    Sort.LINK: "A dead link",
    Sort.TRANSLATION: "A stale translation",
    Sort.FACTS: "Old facts",
    Sort.REMINDER: "A reminder",
}


class Tray(NamedTuple):
    """The stories of one state: its sign in addresses and in the style, a heading, a sentence, and what lies in it."""

    sign: str
    heading: str
    words: str
    rows: Sequence[Row]


class AskedOf(NamedTuple):
    """Somebody to ask, and about how many things."""

    name: str
    number: int


class Sorted(NamedTuple):
    """A sort of need: its sign, and what it is called."""

    sign: str
    name: str


@dataclass(frozen=True, kw_only=True)
class DeskPage(Context, template="desk.html"):
    """The editors' desk: what lies on it by state, what each story needs, and what the guide itself needs."""

    desk: Desk
    opener: Opener | None
    groups: Sequence[Tray]
    sums: str
    """How things stand, in a sentence or two."""
    roles: Sequence[AskedOf]
    sorts: Sequence[Sorted]
    at_once: int
    """How many needs of a story are shown before the others unfold."""
    has_page: Callable[[Row], bool]
    """Whether the preview has a page for it."""


def make_desk(desk: Desk, *, opener: Opener | None = None) -> Iterator[OutputPage | OutputFile]:
    """The page at desk/, and the files it needs.

    opener: the program that opens a file at a line, where one is known.
    """
    yield make_page(
        "desk.md",
        DeskPage(
            desk=desk,
            opener=opener,
            groups=[Tray(_sign(state), *WHAT[state], rows) for state in State if (rows := desk.in_state(state))],
            sums=_sums(desk.rows),
            roles=_counted(Counter(need.whom for row in desk.rows for need in row.needs), Role),
            sorts=[
                Sorted(sort.value, ABOUT[sort])
                for sort in Sort
                if any(n.sort is sort for r in desk.rows for n in r.needs)
            ],
            at_once=SHOWN_AT_ONCE,
            has_page=_has_page,
        ),
        title="The desk",
        description="What every story needs, and who to ask.",
        section=DESK,
        meta={"robots": "noindex", "styles": [FILES[0]], "scripts": [FILES[1]]},
    )
    for name in FILES:
        yield OutputFile(path=f"assets/{name}", content=_BESIDE / name)


def _sign(state: State) -> str:
    """What stands for it in an address and in the style."""
    return state.value.replace(" ", "-")


def _sums(rows: Sequence[Row]) -> str:
    """How things stand, in a sentence or two."""
    if not rows:
        return "Nothing lies on it yet."
    asking = sum(bool(row.needs) for row in rows)
    said = f"{counted(len(rows), 'story', 'stories')} {'lies' if len(rows) == 1 else 'lie'} on it."
    if not asking:
        return f"{said} Not one of them needs anything today."
    return f"{said} {counted(asking, 'needs', 'need')} something done, or somebody asked."


def _counted(numbers: Counter[Role], roles: type[Role]) -> list[AskedOf]:
    return [AskedOf(role.value, numbers[role]) for role in roles if role in numbers]


def _has_page(row: Row) -> bool:
    """Whether the preview has a page for it: a folder with a strange name gives none."""
    return row.slug == slug_of(row.slug)
