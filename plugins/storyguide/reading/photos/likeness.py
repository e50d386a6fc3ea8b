"""Tells whether one picture shows what another does, whatever size, type or turn it was made in."""

from collections.abc import Sequence
from math import sqrt

from PIL import Image, ImageOps

from storyguide.reading.photos.kinds import ENOUGH, kind_of
from storyguide.reading.photos.opening import opening, scale_down
from storyguide.reading.photos.room import fits

ALIKE = 0.98
"""Of 1: what resizing and compressing leave is nearer than this, and two different pictures hardly ever are."""
_SIDE = 16
_EVEN = 24.0
"""Where the light differs less than this over the whole picture, there is nothing to tell it by."""
_TURNS = (None, *Image.Transpose)

Likeness = tuple[float, ...]
"""How light a picture is in each of 16 by 16 parts, so written that two of them can be multiplied."""


def likenesses(data: bytes) -> tuple[Likeness, ...]:
    """Of a picture as it is, turned and mirrored; none when these bytes are no picture, or an empty one."""
    small = _small(data)
    if small is None:
        return ()
    turned = (small if turn is None else small.transpose(turn) for turn in _TURNS)
    return tuple(filter(None, map(_likeness, turned)))


def looks_like(data: bytes, looked_for: Sequence[Likeness]) -> bool:
    """Whether these bytes are a picture that shows what any of these show."""
    small = _small(data)
    found = _likeness(small) if small else ()
    return bool(found) and any(sum(map(float.__mul__, found, one)) >= ALIKE for one in looked_for)


def _small(data: bytes) -> Image.Image | None:
    kind = kind_of(data[:ENOUGH])
    if not kind.opener:
        return None
    try:
        with opening(data, kind) as opened:
            if not fits(opened, len(data)):
                return None
            scale_down(opened, (8 * _SIDE, 8 * _SIDE))
            upright = ImageOps.exif_transpose(opened)
            return upright.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.BOX).convert("L")
    except Exception:  # decoders raise everything; what cannot be seen cannot be known again
        return None


def _likeness(small: Image.Image) -> Likeness:
    light = list(small.tobytes())
    middle = sum(light) / len(light)
    off = [each - middle for each in light]
    length = sqrt(sum(each * each for each in off))
    return tuple(each / length for each in off) if length > _EVEN else ()
