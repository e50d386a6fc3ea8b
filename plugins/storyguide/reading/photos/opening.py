"""Opens a picture by what it is, and decodes no more of it than is needed."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from storyguide.reading.photos.kinds import ENOUGH, HEIF, JPEG, JPEG_2000, Kind
from storyguide.reading.photos.recipe import MOST_PIXELS

SCALED = {JPEG.opener, "MPO", JPEG_2000.opener}
"""Pillow's names of the formats that can be brought down while they are decoded."""
_LEVELS = re.compile(rb"\xff\x52..[\x00-\x07][\x00-\x04]..[\x00\x01]([\x00-\x20])", re.DOTALL)
"""The part of a JPEG 2000 that says how often it was halved (COD: length, style, order, layers, colours, levels)."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses what has twice as many, and only warns of what has more


@contextmanager
def opening(data: bytes, kind: Kind) -> Iterator[Image.Image]:
    """Open the picture in these bytes with the decoder of its kind alone; no pixel is decoded yet.

    Raises whatever a decoder raises at bytes it cannot make sense of, and DecompressionBombError.
    """
    if kind == HEIF and "HEIF" not in Image.OPEN:
        import pi_heif  # type: ignore[import-untyped] # noqa: PLC0415 - most guides have none, and it takes a while to load

        pi_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a decoder's doubts; what it cannot read, it raises
        with Image.open(BytesIO(data), formats=[kind.opener]) as opened:
            yield opened


def scale_down(opened: Image.Image, target: tuple[int, int]) -> None:
    """Have a picture halved while it is decoded, as often as its decoder can, but not below this width and height."""
    if opened.format == JPEG_2000.opener:
        opened.reduce = halvings(opened, target)  # type: ignore[method-assign, assignment]
    elif opened.format in SCALED:
        opened.draft(opened.mode, target)


def halvings(opened: Image.Image, target: tuple[int, int]) -> int:
    """Return how often a JPEG 2000 can be halved without getting smaller than this width and height."""
    wanted = min(opened.width // target[0], opened.height // target[1]).bit_length() - 1
    return max(0, min(wanted, _levels(opened)))


def _levels(opened: Image.Image) -> int:
    file = getattr(opened, "fp", None)
    if file is None:
        return 0
    at = file.tell()
    file.seek(0)
    found = _LEVELS.search(file.read(ENOUGH))
    file.seek(at)
    return found[1][0] if found else 0
