"""Tables of the facts in the registers of barriers and promises; readers and help pages are made from them."""

from storyguide.model.problems import records as wording
from storyguide.model.register import BarrierState, PromiseState
from storyguide.reading.groups import ALWAYS, Field, Table, list_of, table
from storyguide.reading.story_parts import SOURCE_PARTS, SOURCES
from storyguide.reading.values import DAY, SLUG, Kind, a_line, one_of
from storyguide.reading.written import Reading, Text, Written

_LINE = a_line()
_SLUG_HELP = "Its name in addresses; made from “{}” when left out. Keep it once something leads here."
_SOURCES_HELP = "Who says so: a list with the same facts as a story’s sources."

BARRIER_FIELDS: Table = table(
    Field(
        name="name", kind=a_line(80), needed=ALWAYS, example="name: Rent", help="What it is called, in a word or three."
    ),
    Field(
        name="what",
        kind=a_line(400),
        needed=ALWAYS,
        example="what: A room for one evening costs more than a small group takes in a month.",
        help="What gets in the way, in a sentence. No names of people.",
    ),
    Field(name="slug", kind=SLUG, example="slug: rent", help=_SLUG_HELP.format("name")),
    Field(
        name="theme",
        kind=a_line(60),
        example="theme: Making and mending",
        help="One of the edition’s themes; the page is sorted by them.",
        attribute="theme_name",
    ),
    Field(
        name="places",
        kind=list_of(a_line(60), 20),
        example="places: [Millbank, Hilltop]",
        help="Where it was met: places or areas of the edition.",
        attribute="place_names",
    ),
    Field(name="activity", kind=_LINE, example="activity: looking for a room", help="What people were doing then."),
    Field(
        name="state",
        kind=one_of(BarrierState),
        needed=ALWAYS,
        example="state: open",
        help="“open” while it is in the way, “eased” once it is not, or hardly.",
    ),
    Field(name="since", kind=a_line(100), example="since: spring 2024", help="Since when it has been known of."),
    Field(
        name="eased_by",
        kind=a_line(600),
        example="eased_by: the library lends a room for nothing",
        help="What eased it; needed when it is eased. Of an open one, what has helped so far.",
    ),
    Field(
        name="sources",
        kind=SOURCES,
        example="sources:\n  - {title: Town council minutes, accessed: 2026-11-22}",
        help=_SOURCES_HELP,
        parts=tuple(SOURCE_PARTS.values()),
    ),
)
"""Facts of a barrier."""


def _read_state(value: Written, key: str, reading: Reading) -> PromiseState | None:
    if type(value) is Text and value.written.strip().casefold() == "late":
        reading.tell(wording.late_written(reading.at(value.line)))
        return None
    return _STATE.read(value, key, reading)


_STATE = one_of(PromiseState)

PROMISE_FIELDS: Table = table(
    Field(
        name="who",
        kind=a_line(120),
        needed=ALWAYS,
        example="who: The town council",
        help="The body, role or group that said so; never a private person.",
    ),
    Field(
        name="what",
        kind=_LINE,
        needed=ALWAYS,
        example="what: To put the times of the hall on its door",
        help="What would be done, in a sentence.",
    ),
    Field(name="slug", kind=SLUG, example="slug: hall-times", help=_SLUG_HELP.format("what")),
    Field(name="by", kind=DAY, example="by: 2026-06-30", help="The last day on which it would be in time."),
    Field(
        name="state",
        kind=Kind(_read_state, _STATE.schema),
        needed=ALWAYS,
        example="state: done",
        help="“promised”, “begun”, “done” or “dropped”. Late is not written: it follows from “by” and the day.",
    ),
    Field(name="done_on", kind=DAY, example="done_on: 2026-06-12", help="The day it was done; needed then."),
    Field(
        name="asked_at",
        kind=_LINE,
        example="asked_at: The kitchen table, 14 March 2026",
        help="Where it was asked for.",
    ),
    Field(
        name="programme",
        kind=a_line(80),
        example="programme: MASH Lab",
        help="What it is part of; the page is grouped by this.",
    ),
    Field(
        name="sources",
        kind=SOURCES,
        example="sources:\n  - {title: Notes of the evening, accessed: 2026-11-22}",
        help=_SOURCES_HELP,
        parts=tuple(SOURCE_PARTS.values()),
    ),
)
"""Facts of a promise."""
