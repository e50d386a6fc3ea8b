"""A poster as one page for typst."""

from pathlib import Path

from storyguide.making.book.pdf import Size, looks, tongue_of
from storyguide.making.downloads.as_typst import string
from storyguide.making.poster import FLAGS, Poster

_LOOKS = (Path(__file__).parent / "poster.typ").read_text(encoding="utf-8")
SIZES = {size.name.lower(): size for size in (Size("A4", 210, 297), Size("A3", 297, 420))}
_CODE = "Square code that leads to “{}” on the web"
_FOLLOW, _WILL_STAND = "Point your phone’s camera at the code, or type:", "Its place in the guide:"


def as_typst(poster: Poster, size: Size) -> str:
    """The whole poster."""
    held = {
        "title": poster.title,
        "line": poster.line,
        "above": poster.above,
        "guide": poster.guide,
        "author": poster.guide,
        "colour": poster.colour,
        "flags": FLAGS,
        "picture": poster.picture.file,
        "alt": poster.picture.alt or poster.title,
        "code": poster.code,
        "code-alt": _CODE.format(poster.title),
        "says": _FOLLOW if poster.code else _WILL_STAND,
        "address": poster.address,
    }
    named = ", ".join(f"{name}: {string(value)}" for name, value in held.items())
    own, base = tongue_of(poster.language), tongue_of(poster.guide_language)
    tongues = f"lang: {own[0]}, region: {own[1]}, base: {base[0]}, base-region: {base[1]}"
    return f"{looks(size, size_of_looks=210, further=_LOOKS)}#poster({named}, {tongues})\n"
