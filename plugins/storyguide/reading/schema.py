"""Generate the JSON Schema of a story's facts, and the help page on the format of stories."""

from collections.abc import Iterable, Iterator

from storyguide.reading.groups import ALWAYS, Field, schema_of
from storyguide.reading.story_fields import FACT_FILE, STORY_FIELDS, TOLD

_WHEN = {ALWAYS: "always needed", TOLD: "needed in told stories", FACT_FILE: "needed in fact-files", "": "if you like"}


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of a story's facts, for completion and hints in editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The facts at the top of a story",
        **schema_of(STORY_FIELDS),
        "if": {"properties": {"kind": {"const": FACT_FILE}}, "required": ["kind"]},
        "then": {"required": _needed(FACT_FILE), "properties": {"storyteller": False, "consent": False}},
        "else": {"required": _needed(TOLD)},
    }


def help_page() -> str:
    """Return the help page as Markdown: every fact, when it is required, and an example."""
    return "\n".join(_page())


def _needed(when: str) -> list[str]:
    return [name for name, row in STORY_FIELDS.items() if row.needed == when]


def _page() -> Iterator[str]:
    yield "# How a story is written down\n"
    yield "A story is a folder with a file called `story.md` in it, and its photos beside that file."
    yield "The file begins with facts, between two lines of three dashes. The words of the story come after them.\n"
    needed = (row.example for row in STORY_FIELDS.values() if row.needed in (ALWAYS, TOLD))
    yield from _as_code("---", *needed, "---", "")
    yield "We meet on the first Saturday of the month,"
    yield "and somebody always brings a toaster.\n```\n"
    yield "Put quotation marks round anything with a colon, a `#` or a sign at its start."
    yield "Leave out what you do not know.\n"
    for row in STORY_FIELDS.values():
        yield f"## {row.name}\n"
        yield f"*{_WHEN[row.needed].capitalize()}.* {row.help}\n"
        yield from _as_code(row.example)
        yield "```\n"
        if row.parts:
            yield from _parts(row.parts)


def _as_code(*lines: str) -> Iterable[str]:
    return ("```yaml", *lines)


def _parts(parts: Iterable[Field]) -> Iterator[str]:
    yield "| Part | What it is | For example |\n|---|---|---|"
    for part in parts:
        needed = " Always needed." if part.needed else ""
        yield f"| `{part.name}` | {part.help}{needed} | `{part.example}` |"
    yield ""
