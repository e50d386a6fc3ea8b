"""How photos are made: every choice that changes a byte of a finished one."""

from functools import cache
from importlib.metadata import version

from storyguide.reading.photos.sizes import LEAST, TALLEST, WIDTHS

VERSION = 2
"""Raise it when the press does anything otherwise: every photo is then made anew."""

MOST_PIXELS = 16384 * 12288
"""What phones call 200 megapixels; a picture that would not fit in memory is refused before it has so many."""

MOST_BYTES = 100_000_000
"""What GitHub takes in one file, and more than a phone's largest photo."""

PAPER = "#fffaf0"
"""Shows where a picture is transparent."""

WEBP_SETTINGS = {"quality": 76, "method": 4}
JPEG_SETTINGS = {"quality": 76, "progressive": True}

KEPT_SIDE = 2560
"""The longer side, in pixels, of a photo kept beside a story: enough to print it across a page."""
KEPT_SETTINGS = {"quality": 90, "progressive": True}


@cache
def recipe() -> str:
    """All of it in one line, with the versions of what decodes and encodes."""
    parts = (VERSION, WIDTHS, TALLEST, LEAST, MOST_PIXELS, PAPER, WEBP_SETTINGS, JPEG_SETTINGS)
    return " ".join([*map(str, parts), "pillow", version("pillow"), "pi-heif", version("pi-heif")])
