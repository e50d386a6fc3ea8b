"""Generate the help page on the format of tins (practitioner resources): their facts and blocks."""

from collections.abc import Iterable, Iterator

from storyguide.reading.groups import Table
from storyguide.reading.tin_fields import STEP_FIELDS, TIN_FIELDS, WORKSHEET_FIELDS

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
        "Heard",
        "What was heard at a session: what it was, then on lines of their own when and where. Each message stands "
        "after a dash; how many said so stands in brackets at its end, and what has happened since on a line below "
        "it. Name nobody. A link may lead to an entry of the [registers](registers.md).",
        "> **Heard:** The kitchen table\n> When: 14 March 2026\n> Where: Millbank\n>\n"
        "> - Nobody knows when the hall is free. (9 people)\n"
        ">   Since: the council said that [its times would be on its door](../../../stories/promises.yml#hall-times).\n"
        "> - The form is too long.",
    ),
    (
        "Take away",
        "A worksheet of the same tin.",
        "> **Take away:** [What happened](worksheet-what-happened.md)",
    ),
)
"""Rows of (label, explanation, example), one for each kind of block."""


def tin_help_page() -> str:
    """Return the help page as Markdown, with every fact and every block a tin may have."""
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
