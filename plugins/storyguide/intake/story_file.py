"""Write the story.md of a draft: what came in, and an empty field for everything that a person must still say."""

from collections.abc import Iterator, Mapping, Sequence

from storyguide.intake.manuscript import KeptPhoto
from storyguide.reading.groups import ALWAYS, Field
from storyguide.reading.story_fields import STORY_FIELDS, TOLD
from storyguide.reading.story_parts import PHOTO_PARTS

_HEAD = """\
---
# This was sent in. What is blank a person must still say: nothing has been guessed.
# Lines that begin with # are for you alone: the guide does not read them.
"""
_ASKED_OF_PHOTOS = ("alt", "credit", "licence", "people", "permission")


def story_file(facts: Mapping[str, str | tuple[str, ...]], photos: Sequence[KeptPhoto], words: str) -> str:
    """Return the whole file of a told story with status draft; `words` are Markdown already.

    Each empty field that must be filled in has its explanation above it as a comment.
    """
    values = {**facts, "status": "draft"}
    lines = [_HEAD]
    for name, field in STORY_FIELDS.items():
        if name == "photos":
            lines += _photos(photos)
        elif name in values or field.needed in (ALWAYS, TOLD):
            lines.append(_fact(field, values.get(name, "")))
    return "".join(lines) + "---\n\n" + words


def _fact(field: Field, value: str | tuple[str, ...]) -> str:
    if not value:
        return f"\n# {field.help}\n{field.name}:\n"
    if isinstance(value, str):
        return f"\n{field.name}: {value if field.name == 'status' else typed(value)}\n"
    return f"\n{field.name}:\n" + "".join(f"  - {typed(each)}\n" for each in value)


def _photos(photos: Sequence[KeptPhoto]) -> Iterator[str]:
    """Yield the list of photos in YAML, each empty field explained where it first stands."""
    for number, photo in enumerate(photos):
        yield "\nphotos:\n" if not number else ""
        yield f"  - file: {photo.file}\n"
        for name in _ASKED_OF_PHOTOS:
            yield f"    # {PHOTO_PARTS[name].help}\n" if not number else ""
            yield f"    {name}: {typed(photo.alt)}\n" if name == "alt" and photo.alt else f"    {name}:\n"


def typed(value: str) -> str:
    """Return a value as a quoted YAML string, so that no sign in it means anything but itself."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
