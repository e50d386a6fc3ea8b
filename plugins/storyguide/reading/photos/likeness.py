"""Tell whether two pictures show the same, regardless of size, format or orientation."""

from collections.abc import Sequence
from math import sqrt

from PIL import Image, ImageOps

from storyguide.reading.photos.kinds import ENOUGH, kind_of
from storyguide.reading.photos.opening import opening, scale_down
from storyguide.reading.photos.room import fits

ALIKE = 0.98
"""Minimum similarity of equal pictures: resizing and compression stay above it, different pictures hardly ever reach
it."""
_SIDE = 16
_EVEN = 24.0
"""Minimum root of the summed squared differences from the mean brightness; more even pictures cannot be compared."""
_TURNS = (None, *Image.Transpose)

Likeness = tuple[float, ...]
"""Normalised 16x16 brightness grid (a unit vector of 256 floats); the dot product of two is their similarity, -1 to
1."""


def likenesses(data: bytes) -> tuple[Likeness, ...]:
    """Return the grids of a picture as it is, turned and mirrored; none if it is no picture or too even to compare."""
    small = _small(data)
    if small is None:
        return ()
    turned = (small if turn is None else small.transpose(turn) for turn in _TURNS)
    return tuple(filter(None, map(_likeness, turned)))


def looks_like(data: bytes, looked_for: Sequence[Likeness]) -> bool:
    """Return whether these bytes are a picture that shows the same as any of the given grids."""
    small = _small(data)
    found = _likeness(small) if small else ()
    return bool(found) and any(sum(map(float.__mul__, found, one)) >= ALIKE for one in looked_for)


def _small(data: bytes) -> Image.Image | None:
    """Return the picture as 16x16 pixels of brightness, upright; None if it cannot be opened."""
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
    except Exception:  # decoders raise everything; what cannot be opened cannot be compared
        return None


def _likeness(small: Image.Image) -> Likeness:
    """Return the grid of such a small picture; () if it is too even to compare."""
    light = list(small.tobytes())
    middle = sum(light) / len(light)
    off = [each - middle for each in light]
    length = sqrt(sum(each * each for each in off))
    return tuple(each / length for each in off) if length > _EVEN else ()
