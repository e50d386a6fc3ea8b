"""Draw the card (1200 x 630 pixels) that other sites show for a story's link: picture, title and place."""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from unicodedata import bidirectional

from PIL import Image, ImageDraw, ImageFont, features

from storyguide.making.covers.composing import Cover
from storyguide.making.covers.inks import INKS
from storyguide.making.covers.painting import FINER, Sheet, paste_cover
from storyguide.making.covers.pieces.outdoors import bunting
from storyguide.making.covers.shapes import Piece, box, place

WIDTH, HEIGHT = 1200, 630
"""Size of the card in pixels."""
_PICTURE = 660
_MIDDLE = WIDTH - _PICTURE / 2
_MARGIN = 52
_ROOM = WIDTH - _PICTURE - 2 * _MARGIN
_SIZES = (78, 68, 60, 52, 46, 40)
_QUALITIES = (84, 74, 62, 50)
_HEAVIEST = 90_000
_WEIGHT = 800
_JOINED = 0x590
"""First code point of scripts that join letters or set marks about them, for which Pillow needs raqm and FriBiDi."""

Face = ImageFont.FreeTypeFont | ImageFont.ImageFont


def share_card(cover: Cover, title: str, place: str, strapline: str, fonts: Sequence[Path] = ()) -> bytes:
    """Return the card as a JPEG without metadata, of at most 90 kB where its lowest quality allows.

    Each text is set in the first of the fonts that has all its letters; without fonts, in Pillow's own. Text is left
    out when no font has all its letters, or this machine cannot join them: a card without its title is better than one
    of empty boxes.
    """
    sheet = Sheet(WIDTH * FINER, HEIGHT * FINER)
    scale = HEIGHT / cover.height
    across = _MIDDLE - scale * cover.width / 2
    paste_cover(sheet, cover, scale, across, 0)
    for piece in _panel():
        sheet.paste(piece, (FINER, 0, 0, FINER, 0, 0))
    card = sheet.picture()
    draw = ImageDraw.Draw(card)
    y = 116
    if place and (has := _font_with(fonts, place)):
        draw.text((_MARGIN, y), place, fill=INKS["plum"], font=_face(has.font, 30))
    if title and (has := _font_with(fonts, title)):
        face, lines = _fitted(title, has.font)
        spacing = int(_size(face) * 1.08)
        # The font that Pillow ships has no bold; an outline in the text's own colour makes one.
        bold = 0 if has.font else max(1, round(_size(face) / 44))
        y = 172
        for words in lines:
            left = _MARGIN + (_ROOM - face.getlength(words) if _from_the_right(title) else 0)
            draw.text((left, y), words, fill=INKS["ink"], font=face, stroke_width=bold, stroke_fill=INKS["ink"])
            y += spacing
    if strapline and (has := _font_with(fonts, strapline)):
        draw.rectangle((_MARGIN, HEIGHT - 106, _MARGIN + 64, HEIGHT - 99), fill=INKS["tomato"])
        draw.text((_MARGIN, HEIGHT - 82), _shortened(strapline, has.font), fill=INKS["slate"], font=_face(has.font, 27))
    return _pressed(card)


def _pressed(card: Image.Image) -> bytes:
    for quality in _QUALITIES:
        out = BytesIO()
        card.save(out, "JPEG", quality=quality, subsampling=0 if quality > 70 else 2)
        if out.tell() <= _HEAVIEST:
            break
    return out.getvalue()


@lru_cache(maxsize=1)
def _panel() -> tuple[Piece, ...]:
    """Return the paper panel that the words stand on, with a hand-cut edge, and the bunting over all."""
    edge = WIDTH - _PICTURE
    return (
        box(edge - 40, -20, 54, 680, "tomato"),
        box(-20, -20, edge + 20, 680, "paper"),
        place(bunting(-30, 400, 24), 0, 12),
        place(bunting(400, 820, 24, "ink", 2), 0, 12),
        place(bunting(820, 1240, 24, "ink", 1), 0, 12),
    )


@lru_cache(maxsize=32)
def _face(font: Path | None, size: int) -> Face:
    if font is None:
        return ImageFont.load_default(size=size)
    face = ImageFont.truetype(str(font), size)
    with suppress(OSError):  # a font of one weight only
        (weights,) = face.get_variation_axes()
        face.set_variation_by_axes([min(_WEIGHT, weights["maximum"] or _WEIGHT)])
    return face


def _size(face: Face) -> float:
    return face.size if isinstance(face, ImageFont.FreeTypeFont) else 12.0


def _fitted(title: str, font: Path | None) -> tuple[Face, list[str]]:
    """Return the largest face in which the title fits, and its lines; cut with … when it fits in none."""
    for size in _SIZES:
        face = _face(font, size)
        lines = _broken(title, face)
        if len(lines) * size * 1.08 <= 330 and all(face.getlength(line) <= _ROOM for line in lines):
            return face, lines
    lines = lines[: int(330 / (_SIZES[-1] * 1.08))]
    return face, [*lines[:-1], lines[-1].rstrip(" ,.;:") + "…"]


def _broken(text: str, face: Face) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and face.getlength(f"{lines[-1]} {word}") <= _ROOM:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _shortened(text: str, font: Path | None) -> str:
    face = _face(font, 27)
    while face.getlength(text) > _ROOM and " " in text:
        text = text.rsplit(" ", 1)[0].rstrip(" ,.;:…") + "…"
    return text


@lru_cache(maxsize=1024)
def _letter(font: Path | None, character: str) -> bytes:
    return bytes(_face(font, 40).getmask(character))


class _Has(NamedTuple):
    font: Path | None
    """Font file; None for Pillow's own font."""


def _font_with(fonts: Sequence[Path], text: str) -> _Has | None:
    """Return the first font that has all letters of a text; None when none has, or this machine cannot set them."""
    if max(map(ord, text)) >= _JOINED and not features.check("raqm"):
        return None
    return next((_Has(font) for font in fonts or (None,) if _has_letters(font, text)), None)


def _from_the_right(text: str) -> bool:
    """Return whether a text runs from right to left, by its first letter of a script with a direction."""
    sides = (bidirectional(sign) for sign in text)
    return next((side in ("R", "AL") for side in sides if side in ("L", "R", "AL")), False)


def _has_letters(font: Path | None, text: str) -> bool:
    """Return whether a font has a glyph for every character."""
    missing = _letter(font, "\uffff")
    return all(character.isspace() or _letter(font, character) != missing for character in set(text))
