"""The tables of facts at the top of a tin's files, and the page of help that follows from them."""

from collections.abc import Iterable, Iterator

from storyguide.reading.groups import ALWAYS, Field, Table, list_of, names, table
from storyguide.reading.story_parts import SOURCE_PARTS, SOURCES
from storyguide.reading.values import DAY, Kind, a_choice, a_line
from storyguide.reading.written import Reading, Written

_LINE = a_line()
_TITLE = a_line(80)
_SUMMARY = a_line(200)


def _number(most: int) -> Kind[int]:
    """A whole number, from 1."""
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

_BLOCKS = (
    (
        "Write",
        "A question with room for an answer. The number of lines stands in brackets at its end; without it there are "
        "three.",
        "> **Write:** When did something last go better than you expected? (4 lines)",
    ),
    (
        "Voice",
        "What it means to somebody, in their own words. After a long dash stands who they are, and where they said it. "
        "Never make one up: a voice without a name is not published.",
        "> **Voice:** I used to think they came for the tea. — Wilhelmina Inkpot, volunteer, "
        "[the Anytown Echo](https://example.org/echo)",
    ),
    (
        "Imagine",
        "What it may mean to somebody, as a thought to try on. The page says that nobody said it.",
        "> **Imagine:** You use a wheelchair, and the leaflet says “all welcome”. What do you guess?",
    ),
    (
        "Try it",
        "Something to do. Its time and what one needs stand on lines of their own.",
        "> **Try it:** Empty chairs\n> Time: 25 minutes\n> You need: ten slips of paper, a pen\n>\n"
        "> 1. Write on each slip one kind of person.\n> 2. Lay the slips in a ring.",
    ),
    (
        "Check",
        "Things to tick before going on.",
        "> **Check:** Before you move on\n> - [ ] I have asked somebody who disagrees.\n> - [ ] I know who says yes.",
    ),
    (
        "Plan",
        "Rows of what, how, who and by when. The number of rows stands in brackets; without it there are three.",
        "> **Plan:** What will you do now? (4 rows)",
    ),
    (
        "Self-check",
        "Every statement of a framework, each with three answers and room for a plan. The framework is named as in its "
        "address.",
        "> **Self-check:** community-empowerment-dimensions",
    ),
    (
        "Take away",
        "A worksheet of the same tin.",
        "> **Take away:** [What happened](worksheet-what-happened.md)",
    ),
)
"""Label, what it is, how it is written."""


def tin_help_page() -> str:
    """Markdown: every fact and every block a tin may have, and how it is written."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# How a tin is written down\n"
    yield "A tin is a short resource that does what it says on the label. It is a folder in `docs/on-the-tin/`,"
    yield "and the folder’s name is its address. In the folder are:\n"
    yield "- `index.md`, which says what the tin is;"
    yield "- a file for each step, in the order of the numbers they begin with: `1-look-back.md`, `2-look-on.md`;"
    yield "- if you like, worksheets: `worksheet-what-happened.md`.\n"
    yield "Each file begins with facts between two lines of three dashes. Its words come after them.\n"
    yield from _table("The tin: index.md", TIN_FIELDS, ("What this tin is, in a few lines.",))
    yield from _table("A step: 1-look-back.md", STEP_FIELDS, ())
    yield from _table("A worksheet: worksheet-what-happened.md", WORKSHEET_FIELDS, ())
    yield "## Blocks\n"
    yield "A quotation that begins with one of these words in bold, and a colon, becomes a part to work with."
    yield "Put an empty line between two of them. Any other quotation stays a quotation.\n"
    for label, words, example in _BLOCKS:
        yield f"### {label}\n"
        yield f"{words}\n"
        yield f"```markdown\n{example}\n```\n"
    yield "## Links\n"
    yield "Another file is named as it lies beside this one: `[Look on](2-look-on.md)`,"
    yield "`[another tin](../other-tin/index.md)`, `[a story](../../../stories/repair-cafe/story.md)`.\n"
    yield "A story that used a tin says so in [its own facts](story-format.md#tins). The tin’s page then names it."


def _table(heading: str, rows: Table, words: Iterable[str]) -> Iterator[str]:
    yield f"## {heading}\n"
    yield "\n".join(("```yaml", "---", *(row.example for row in rows.values() if row.needed), "---", *words, "```\n"))
    yield "| Fact | What it is | For example |\n|---|---|---|"
    for row in rows.values():
        needed = " Always needed." if row.needed else ""
        yield f"| `{row.name}` | {row.help}{needed} | `{row.example.splitlines()[0]}` |"
    yield ""
