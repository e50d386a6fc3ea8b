"""Crop, mirror and turn a picture as the document that held it showed it; what was cut away is not kept."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageOps

from storyguide.reading.photos.kinds import ENOUGH, PNG, kind_of
from storyguide.reading.photos.opening import opening
from storyguide.reading.photos.recipe import PAPER
from storyguide.reading.photos.room import fits
from storyguide.reading.photos.wholeness import is_whole

_QUARTERS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
_ORIENTATION = 0x0112
_ROUNDING = 1e-6
ELLIPSE, ROUND = "ellipse", "round"
"""Shapes of an outline."""
_LEAST_SIDE = 2
"""Minimum side of a cropped picture in pixels; fewer are left only by mistake."""


def size_of(data: bytes) -> tuple[int, int, float, float] | None:
    """Return a picture's width and height in pixels, and its resolution in dots per inch both ways (0 if not given).

    The pixels are counted as stored: word processors ignore a camera's note on orientation. Returns None if the picture
    cannot be opened.
    """
    try:
        with _opened(data) as opened:
            if opened is None:
                return None
            across, down = opened.info.get("dpi") or (0, 0)
            return *opened.size, float(across), float(down)
    except Exception:  # decoders raise everything from KeyError to SyntaxError
        return None


@dataclass(frozen=True, slots=True)
class Cutting:
    """A way to cut a picture: crop, then outline, mirror left to right, and turn."""

    away: tuple[float, float, float, float]
    """Shares cut off at the left, top, right and bottom, each from 0 to 1, of the pixels as stored."""
    is_mirrored: bool = False
    quarters: int = 0
    """Number of quarter turns clockwise."""
    outline: str = ""
    """Shape kept: `ELLIPSE` or `ROUND`, with paper colour outside it; "" for the rectangle."""
    roundness: float = 0
    """Radius of the corners of `ROUND` as a share of the shorter side."""


def cropped(data: bytes, cutting: Cutting) -> bytes | None:
    """Return the cropped picture as a PNG without metadata; None if that cannot be made.

    A picture that is neither turned nor mirrored is set upright by its camera's note on orientation.
    """
    try:
        with _opened(data) as opened:
            return None if opened is None else _cut(opened, cutting)
    except Exception:  # decoders raise everything from KeyError to SyntaxError
        return None


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image | None]:
    kind = kind_of(data[:ENOUGH])
    if not kind.opener or (kind == PNG and not is_whole(data)):
        yield None
        return
    with opening(data, kind) as opened:
        yield opened if fits(opened, len(data)) else None


def _cut(opened: Image.Image, cutting: Cutting) -> bytes | None:
    box = _box(opened.size, cutting.away)
    if box[2] - box[0] < _LEAST_SIDE or box[3] - box[1] < _LEAST_SIDE:
        return None
    profile, held = opened.info.get("icc_profile"), opened.getexif().get(_ORIENTATION, 1)
    picture = opened.crop(box)
    if picture.mode in ("P", "PA", "LA", "1"):
        picture = picture.convert("RGBA" if opened.has_transparency_data else "RGB")
    elif picture.mode.startswith("I"):
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    elif picture.mode == "CMYK":
        picture, profile = picture.convert("RGB"), None
    if cutting.outline:
        picture = _outlined(picture, cutting)
    if cutting.is_mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if cutting.quarters % 4:
        picture = picture.transpose(_QUARTERS[cutting.quarters % 4])
    if not cutting.is_mirrored and not cutting.quarters % 4:
        picture.getexif()[_ORIENTATION] = held
        picture = ImageOps.exif_transpose(picture)
    # A new image, so that neither metadata nor hidden pixels under transparent areas are copied.
    bare = Image.new("RGB", picture.size, PAPER)
    bare.paste(picture.convert("RGB"), mask=picture.getchannel("A") if "A" in picture.getbands() else None)
    written = BytesIO()
    bare.save(written, "PNG", compress_level=1, icc_profile=profile if opened.mode in ("RGB", "RGBA") else None)
    return written.getvalue()


def _box(size: tuple[int, int], away: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """Return the box of pixels that stay, rounded inwards: pixels only partly kept are dropped."""
    (width, height), (left, top, right, bottom) = size, away
    return (
        math.ceil(width * left - _ROUNDING),
        math.ceil(height * top - _ROUNDING),
        math.floor(width * (1 - right) + _ROUNDING),
        math.floor(height * (1 - bottom) + _ROUNDING),
    )


def _outlined(picture: Image.Image, cutting: Cutting) -> Image.Image:
    """Return the picture with everything outside the outline transparent."""
    within = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(within)
    edge = (0, 0, picture.width - 1, picture.height - 1)
    if cutting.outline == ELLIPSE:
        draw.ellipse(edge, fill=255)
    else:
        draw.rounded_rectangle(edge, radius=cutting.roundness * min(picture.size), fill=255)
    masked = picture.convert("RGBA")
    masked.putalpha(ImageChops.multiply(masked.getchannel("A"), within))
    return masked
