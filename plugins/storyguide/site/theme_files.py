"""The stylesheet, script, fonts and small pictures that every page shares."""

import re
from collections.abc import Iterator
from pathlib import Path

from storyguide.making.covers import mark
from storyguide.making.output import OutputFile
from storyguide.site.parts import ATKINSON, ATKINSON_EXT, BRICOLAGE

THEME = Path(__file__).parent.parent / "theme"
"""Our templates, laid over the theme beneath."""
PREVIEW = "preview.css"

_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_ENDS = re.compile(r"(?<=[{};,])\s*\n\s*|\n\s*(?=})|^\s+")
"""Where they part nothing: elsewhere a line's end is the space between the parts of a selector."""

_FACES = (
    ("Bricolage Grotesque", "800", BRICOLAGE, ""),
    ("Atkinson Hyperlegible Next", "400 700", ATKINSON, ""),
    (
        "Atkinson Hyperlegible Next",
        "400 700",
        ATKINSON_EXT,
        "U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+304,U+308,U+329,U+1D00-1DBF,U+1E00-1E9F,"
        "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    ),
)
"""Family, weight, file, and the characters it is fetched for ("" for Latin)."""

_LATIN = (
    "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF"
)


def theme_files(parts: Path | None, *, preview: bool = False) -> Iterator[OutputFile]:
    """Everything under assets/.

    parts: the folder the fonts were prepared in, or None to use the reader's own.
    preview: whether to bring what only a preview shows.
    """
    for file in sorted((THEME / "assets").iterdir()):
        if file.suffix == ".css" and (preview or file.name != PREVIEW):
            style = _lightened(file.read_text(encoding="utf-8"))
            faces = _faces() if parts and file.name == "guide.css" else ""
            yield OutputFile(path=f"assets/{file.name}", content=faces + style)
        elif file.suffix != ".css":
            yield OutputFile(path=f"assets/{file.name}", content=file)
    yield OutputFile(path="assets/mark.svg", content=mark())
    if parts:
        for file in sorted(parts.glob("*.woff2")):
            yield OutputFile(path=f"assets/fonts/{file.name}", content=file)


def _lightened(style: str) -> str:
    """A style sheet without what only those who write it need: 7 of 100 bytes that hold up every first page."""
    return _LINE_ENDS.sub("", _COMMENTS.sub("", style))


_WIDE, _WIDE_BOLD = ("Verdana", "DejaVu Sans"), ("Verdana Bold", "DejaVu Sans Bold")
_NARROW_BOLD = ("Arial Bold", "Roboto Bold", "Liberation Sans Bold")
_WORDS, _HEADINGS = (0.984, 0.316), (0.93, 0.27)
"""How far our faces reach above the line and below it, in parts of their size (their hhea tables)."""
_STAND_INS = (
    ("For now", "400", 0.871, _WORDS, _WIDE),
    ("For now", "700", 0.831, _WORDS, _WIDE_BOLD),
    ("Headings for now", "800", 0.713, _HEADINGS, _WIDE_BOLD),
    ("Headings too", "800", 0.854, _HEADINGS, _NARROW_BOLD),
)
"""Family, weight, part of their size, reach, and faces of the device's own that words are set in until ours have come.

The part is our face's width over theirs, summed over the letters of both editions' stories: nothing moves when ours
comes. For words, Arial and its like are as wide as ours as they are.
"""


def _faces() -> str:
    stand_ins = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:{_local(faces)};size-adjust:{_percent(size)};'
        f"ascent-override:{_percent(above / size)};descent-override:{_percent(below / size)}}}\n"
        for family, weight, size, (above, below), faces in _STAND_INS
    )
    return stand_ins + "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f'src:url(fonts/{file}) format("woff2");unicode-range:{characters or _LATIN}}}\n'
        for family, weight, file, characters in _FACES
    )


def _local(faces: tuple[str, ...]) -> str:
    return ",".join(f'local("{face}")' for face in faces)


def _percent(part: float) -> str:
    return f"{100 * part:.3g}%"
