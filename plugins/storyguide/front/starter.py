"""The story.md that a new story begins with: the facts to give, each explained where it is filled in."""

from collections.abc import Iterator, Mapping

from storyguide.reading.groups import ALWAYS, Field

_HEAD = """\
---
# Facts about the story come first. After the colon, type what is asked for.
# Lines that begin with # are for you alone: the guide does not read them.
"""
_MIDDLE = """
# All that follows may be left out. To give one of these, take away the # before it.
"""
_WORDS = """\
---

Write the story here, in place of this line. Leave an empty line between paragraphs.
"""


def begun(fields: Mapping[str, Field], *, kind: str) -> str:
    """A story of this kind with nothing told yet. It is a draft, so it is not published before somebody says so."""
    given = {"kind": kind, "status": "draft"}
    needed = {name for name, field in fields.items() if field.needed in (ALWAYS, kind)} | given.keys()
    lines = [
        *(_to_fill_in(field, given.get(name, "")) for name, field in fields.items() if name in needed),
        _MIDDLE,
        *(_to_take_up(field) for name, field in fields.items() if name not in needed and not field.needed),
    ]
    return _HEAD + "".join(lines) + _WORDS


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
