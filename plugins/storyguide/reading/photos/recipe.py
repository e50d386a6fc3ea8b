"""Settings for making photos: every choice that changes a byte of a finished file."""

from functools import cache
from importlib.metadata import version

from storyguide.reading.photos.sizes import LEAST, TALLEST, WIDTHS

VERSION = 2
"""Number to raise whenever photos are made differently; all photos are then made again."""

MOST_PIXELS = 16384 * 12288
"""Maximum number of pixels (what phones call 200 megapixels); formats that take more memory have lower limits."""

MOST_BYTES = 100_000_000
"""Maximum file size: what GitHub accepts, and more than a phone's largest photo."""

PAPER = "#fffaf0"
"""Background colour for transparent pixels."""

WEBP_SETTINGS = {"quality": 76, "method": 4}
"""Pillow's options for published WebP files."""
JPEG_SETTINGS = {"quality": 76, "progressive": True}
"""Pillow's options for published JPEG files."""

KEPT_SIDE = 2560
"""Maximum longer side in pixels of a photo kept beside a story: enough to print it across a page."""
KEPT_SETTINGS = {"quality": 90, "progressive": True}
"""Pillow's options for JPEG files kept beside stories."""


@cache
def recipe() -> str:
    """Return all settings and the versions of the libraries in one line; a change of it makes all photos anew."""
    parts = (VERSION, WIDTHS, TALLEST, LEAST, MOST_PIXELS, PAPER, WEBP_SETTINGS, JPEG_SETTINGS)
    return " ".join([*map(str, parts), "pillow", version("pillow"), "pi-heif", version("pi-heif")])
