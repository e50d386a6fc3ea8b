"""The story.md that a new story begins with: what is known already, and what is still to give, each explained."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from storyguide.reading.groups import ALWAYS, Field

_HEAD = """\
---
# Facts about the story come first. After the colon, type what is asked for.
# Lines that begin with # are for you alone: the guide does not read them.
# The story itself goes below the next line of three dashes, with an empty line between paragraphs.
"""
_MIDDLE = """
# All that follows may be left out. To give one of these, take away the # before it.
"""
_END = "---\n\n"


@dataclass
class NewStory:
    """What is known of a story that somebody begins; whatever is not yet known is empty."""

    title: str = ""
    summary: str = ""
    places: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    teller: str = ""


def begun(fields: Mapping[str, Field], *, kind: str, known: Mapping[str, str] | None = None) -> str:
    """A story of this kind without its words. It is a draft, so it is not published before somebody says so.

    known are the facts there are already, as they are to stand after their names. What only
    a person can say, such as that somebody agreed, is never among them.
    """
    given = {"kind": kind, "status": "draft", **(known or {})}
    needed = {name for name, field in fields.items() if field.needed in (ALWAYS, kind)} | given.keys()
    lines = [
        *(_to_fill_in(field, given.get(name, "")) for name, field in fields.items() if name in needed),
        _MIDDLE,
        *(_to_take_up(field) for name, field in fields.items() if name not in needed and not field.needed),
    ]
    return _HEAD + "".join(lines) + _END


def _to_fill_in(field: Field, value: str) -> str:
    shown = "" if value else "".join(_as_remark(["For example:", *field.example.splitlines()]))
    return f"\n# {field.help}\n{shown}{field.name}: {value}".rstrip() + "\n"


def _to_take_up(field: Field) -> str:
    return f"\n# {field.help}\n" + "".join(f"#{line}\n" for line in field.example.splitlines())


def _as_remark(lines: list[str]) -> Iterator[str]:
    if len(lines) == 2:
        yield f"# {' '.join(lines)}\n"
        return
    for line in lines:
        yield f"#   {line}\n" if line != lines[0] else f"# {line}\n"
