"""Convert a poster to a typst document of one page."""

from pathlib import Path

from storyguide.making.book.pdf import Size, looks
from storyguide.making.downloads.as_typst import string, tongue
from storyguide.making.poster import FLAGS, Poster

_LOOKS = (Path(__file__).parent / "poster.typ").read_text(encoding="utf-8")
SIZES = {size.name.lower(): size for size in (Size("A4", 210, 297), Size("A3", 297, 420))}
"""Paper sizes of posters, by their names in lower case."""
_CODE = "Square code that leads to “{}” on the web"
_FOLLOW, _WILL_STAND = "Point your phone’s camera at the code, or type:", "Its place in the guide:"


def as_typst(poster: Poster, size: Size) -> str:
    """Return the whole poster as typst source, in this paper size."""
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
    tongues = f"tongue: {tongue(poster.language)}, base: {tongue(poster.guide_language)}"
    return f"{looks(size, size_of_looks=210, further=_LOOKS)}#poster({named}, {tongues})\n"
