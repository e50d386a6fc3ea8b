"""Tables of the facts at the top of a tin's files; readers and help pages are made from them."""

from storyguide.reading.groups import ALWAYS, Field, Table, list_of, names, table
from storyguide.reading.story_parts import SOURCE_PARTS, SOURCES
from storyguide.reading.values import DAY, Kind, a_choice, a_line
from storyguide.reading.written import Reading, Written

_LINE = a_line()
_TITLE = a_line(80)
_SUMMARY = a_line(200)


def _number(most: int) -> Kind[int]:
    """Return a kind for a whole number from 1 to `most`."""
    figures = a_choice(*(str(number) for number in range(1, most + 1)))

    def read(value: Written, key: str, reading: Reading) -> int | None:
        text = figures.read(value, key, reading)
        return None if text is None else int(text)

    return Kind(read, {"type": "integer", "minimum": 1, "maximum": most})


TIN_FIELDS: Table = table(
    Field(
        name="title",
        kind=_TITLE,
        needed=ALWAYS,
        example="title: Reflective Practice",
        help="What stands on the label, in at most 80 letters.",
    ),
    Field(
        name="summary",
        kind=_SUMMARY,
        needed=ALWAYS,
        example="summary: A way to look back on your work and change one thing.",
        help="One sentence that says what it is, in at most 200 letters.",
    ),
    Field(
        name="who_for",
        kind=_LINE,
        needed=ALWAYS,
        example="who_for: Anyone who works with people where they live",
        help="Who it is for.",
    ),
    Field(name="time", kind=_LINE, needed=ALWAYS, example="time: about 40 minutes", help="How long the whole takes."),
    Field(
        name="leave_with",
        kind=list_of(_LINE, 8),
        needed=ALWAYS,
        example="leave_with:\n  - A page of your own notes\n  - One change to try",
        help="What one leaves with: a line, or a list of lines.",
    ),
    Field(
        name="order", kind=_number(20), example="order: 2", help="Its place on the shelf. Those without one come last."
    ),
    Field(
        name="dimensions",
        kind=names(_TITLE, 20),
        example="dimensions: [confident, organised]",
        help="The dimensions it helps with; it is then named on their pages.",
    ),
    Field(
        name="reviewed",
        kind=DAY,
        needed=ALWAYS,
        example="reviewed: 2026-11-22",
        help="The day on which somebody last read it through.",
    ),
    Field(
        name="sources",
        kind=SOURCES,
        example="sources:\n  - title: A page\n    address: https://example.org/\n    accessed: 2026-11-22",
        help="Where its models, figures and quotations come from.",
        parts=tuple(SOURCE_PARTS.values()),
    ),
    Field(name="made_by", kind=_LINE, example="made_by: The editors", help="Who made it."),
    Field(
        name="status",
        kind=a_choice("draft", "ready"),
        example="status: draft",
        help="“draft” keeps it off the shelf until it is finished; “ready” is what it is when left out.",
    ),
)
"""Facts of a tin's main page."""

STEP_FIELDS: Table = table(
    Field(name="title", kind=_TITLE, needed=ALWAYS, example="title: Look back", help="What the step is called."),
    Field(
        name="summary",
        kind=_SUMMARY,
        needed=ALWAYS,
        example="summary: Put down what happened before you judge it.",
        help="One sentence that says what one does in it.",
    ),
    Field(name="time", kind=_LINE, example="time: 15 minutes", help="How long it takes."),
)
"""Facts of a step."""

WORKSHEET_FIELDS: Table = table(
    Field(
        name="title", kind=_TITLE, needed=ALWAYS, example="title: What happened", help="What the worksheet is called."
    ),
    Field(
        name="summary",
        kind=_SUMMARY,
        needed=ALWAYS,
        example="summary: One page for one day.",
        help="One sentence that says what it is for.",
    ),
    Field(name="pages", kind=_number(8), example="pages: 1", help="The number of sides of A4 it is meant for."),
)
"""Facts of a worksheet."""
