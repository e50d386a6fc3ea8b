"""Estimate the memory a picture takes while being decoded, from its header alone."""

from PIL import Image

from storyguide.reading.photos.kinds import JPEG, JPEG_2000, TIFF
from storyguide.reading.photos.opening import halvings
from storyguide.reading.photos.recipe import KEPT_SIDE, MOST_PIXELS

_ROOM = 395_000_000
"""Maximum bytes for a picture and its file together. Python, Pillow and the smaller picture take a little over 85
million more, and the goal is 500 million (G5 in docs/how-it-is-made/safety.md)."""

_ORIENTATION = 0x0112
_ROWS_PER_STRIP = 278
_BITS_PER_CHANNEL, _CHANNELS = 258, 277
_WHILE_DECODED = {"WEBP": 3.6, "AVIF": 1.92, "HEIF": 1.6}
"""Factor by which these decoders exceed the size of the picture, measured at 50 million pixels; others hold it once."""
_STORED = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}
"""Bytes per pixel in Pillow's memory by mode, where not four."""
_WHOLE_NUMBERS = 16
"""Bytes per pixel of a JPEG 2000 at the size it is decoded in: each channel is computed in four bytes."""


def fits(opened: Image.Image, weight: int) -> bool:
    """Return whether a picture is small enough to be decoded; `weight` is its file size in bytes."""
    return opened.width * opened.height <= MOST_PIXELS and _room_for(opened, weight) <= _ROOM


def _room_for(opened: Image.Image, weight: int) -> float:
    """Return the maximum bytes a file of this size and its pixels take together while being processed.

    A plain JPEG is scaled down row by row and takes next to nothing; a progressive one is held whole, as coefficients
    of two bytes each.
    """
    pixels = opened.width * opened.height
    stored = _STORED.get(opened.mode, 4)
    match opened.format:
        case JPEG.opener | "MPO":
            each = 2 * _coefficients(opened) if "progressive" in opened.info else 0
        case JPEG_2000.opener:
            scale = KEPT_SIDE / max(opened.size)
            target = max(1, int(opened.width * scale)), max(1, int(opened.height * scale))
            each = _WHOLE_NUMBERS / 4 ** halvings(opened, target)
        case TIFF.opener:
            turned = opened.getexif().get(_ORIENTATION, 1) != 1  # the turned copy is held as well
            each = stored * (1 + turned) + _strip(opened) * max(stored, _unpacked(opened))
        case decoder:
            each = stored * _WHILE_DECODED.get(decoder or "", 1)
    return weight + pixels * each


def _strip(tiff: Image.Image) -> float:
    """Return the share of a TIFF that its decoder unpacks at once, from 0 to 1."""
    rows = getattr(tiff, "tag_v2", {}).get(_ROWS_PER_STRIP, tiff.height)
    return min(1.0, rows / tiff.height) if isinstance(rows, int) else 1.0


def _unpacked(tiff: Image.Image) -> float:
    """Return the bytes per pixel of a TIFF while unpacked: twice what is kept, if its colours are deep."""
    tags = getattr(tiff, "tag_v2", {})
    depths, channels = tags.get(_BITS_PER_CHANNEL, (1,)), tags.get(_CHANNELS, 1)
    return float(max(depths) * max(len(depths), channels) / 8)


def _coefficients(opened: Image.Image) -> float:
    """Return the number of coefficients a JPEG has per pixel: one a channel, fewer where colours are subsampled."""
    layers: list[tuple[int, int, int, int]] = getattr(opened, "layer", [])
    most = max((across * down for _, across, down, _ in layers), default=1)
    return sum(across * down for _, across, down, _ in layers) / most or 4
