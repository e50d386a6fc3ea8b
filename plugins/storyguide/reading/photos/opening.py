"""Open a picture by its actual type, and decode no more of it than needed."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from storyguide.reading.photos.kinds import ENOUGH, HEIF, JPEG, JPEG_2000, Kind
from storyguide.reading.photos.recipe import MOST_PIXELS

SCALED = {JPEG.opener, "MPO", JPEG_2000.opener}
"""Pillow's names of formats that can be scaled down while being decoded."""
_LEVELS = re.compile(rb"\xff\x52..[\x00-\x07][\x00-\x04]..[\x00\x01]([\x00-\x20])", re.DOTALL)
"""Segment of a JPEG 2000 file that holds the number of halvings stored (COD: length, style, order, layers, colour
transform, levels)."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses twice this many pixels, and only warns above it


@contextmanager
def opening(data: bytes, kind: Kind) -> Iterator[Image.Image]:
    """Open the picture in these bytes with the decoder of its type only; no pixels are decoded yet.

    Raises DecompressionBombError, and anything a decoder raises at bytes it cannot read.
    """
    if kind == HEIF and "HEIF" not in Image.OPEN:
        import pi_heif  # type: ignore[import-untyped] # noqa: PLC0415 - most guides have none, and it takes a while to load

        pi_heif.register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a decoder's warnings; what it cannot read raises an exception
        with Image.open(BytesIO(data), formats=[kind.opener]) as opened:
            yield opened


def scale_down(opened: Image.Image, target: tuple[int, int]) -> None:
    """Have a picture halved while it is decoded, as often as its decoder can.

    It does not get smaller than `target` (width, height).
    """
    if opened.format == JPEG_2000.opener:
        opened.reduce = halvings(opened, target)  # type: ignore[method-assign, assignment]
    elif opened.format in SCALED:
        opened.draft(opened.mode, target)


def halvings(opened: Image.Image, target: tuple[int, int]) -> int:
    """Return how often a JPEG 2000 can be halved without going below `target` (width, height)."""
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
