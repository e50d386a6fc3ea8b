"""Generate the help page on the format of the registers of barriers and promises."""

from collections.abc import Iterator

from storyguide.reading.groups import Table
from storyguide.reading.register_fields import BARRIER_FIELDS, PROMISE_FIELDS
from storyguide.reading.registers import BARRIERS, PROMISES


def register_help_page() -> str:
    """Return the help page as Markdown, with every fact that a barrier and a promise may have."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# The registers\n"
    yield "An edition may keep two lists in public. Each is a file beside `edition.yml`, and has a page once anything"
    yield "stands in it. Neither names a person: write which body, role or group it was. An entry of which the guide"
    yield "cannot tell how it stands is not shown until its `state` is mended.\n"
    yield from _register(
        "Barriers",
        BARRIERS,
        "What gets in the way of people who start things, where it was met, and what has eased it. A story that met a "
        "barrier names it by its slug under [barriers](story-format.md#barriers); the two then lead to each other.",
        BARRIER_FIELDS,
    )
    yield from _register(
        "Promises",
        PROMISES,
        "Who said that something would be done, by when, and what has come of it: for a programme whose sessions "
        "people gave their evenings to. What was heard there may stand in a tin, in a block called "
        "[Heard](tin-format.md#heard).",
        PROMISE_FIELDS,
    )
    yield "## To lead to an entry\n"
    yield "A tin’s words lead to an entry as its file lies: `[rent](../../../stories/barriers.yml#rent)`,"
    yield "`[the times](../../../stories/promises.yml#hall-times)`."
    yield ""


def _register(name: str, path: str, words: str, rows: Table) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{words} The file is `{path}`.\n"
    yield f"```yaml\n{name.casefold()}:"
    for number, row in enumerate(rows.values()):
        lines = row.example.split("\n")
        yield from (f"  {'- ' if not number and not at else '  '}{line}" for at, line in enumerate(lines))
    yield "```\n"
    yield "| Fact | What it is |\n|---|---|"
    for row in rows.values():
        yield f"| `{row.name}` | {row.help}{' Always needed.' if row.needed else ''} |"
    yield ""
