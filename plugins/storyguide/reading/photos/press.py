"""Pixels: opens a photo safely, sets it upright in sRGB, and presses it in every size with nothing else in it."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import TypeVar

from PIL import Image, ImageCms

from storyguide.reading.photos.kinds import ENOUGH, PNG, RAW, kind_of
from storyguide.reading.photos.opening import SCALED, opening, scale_down
from storyguide.reading.photos.outcome import NotBareError, Pressed, Reason, Refusal
from storyguide.reading.photos.recipe import (
    JPEG_SETTINGS,
    KEPT_SETTINGS,
    KEPT_SIDE,
    MOST_BYTES,
    MOST_PIXELS,
    PAPER,
    WEBP_SETTINGS,
)
from storyguide.reading.photos.remains import remains
from storyguide.reading.photos.room import fits
from storyguide.reading.photos.sizes import LEAST, sizes_for
from storyguide.reading.photos.wholeness import is_whole

T = TypeVar("T")

_ORIENTATION = 0x0112
_DNG_VERSION = 50706
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_TO_ITS_SIDE = {
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_90,
}
_LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_STRIP = 64
"""Rows brought down to size at once, so that a large picture is never held twice."""


def press(data: bytes) -> tuple[Pressed, ...] | Refusal:
    """The published sizes of a photo, WebP first, each type narrowest first; or why it cannot be published.

    The type is told by content, the pixels are counted before any is decoded, and a
    decoder's every complaint is a refusal: no file can stop a build.
    """
    cascade = _opened(data, _cascade)
    return cascade if isinstance(cascade, Refusal) else tuple(_pressed(cascade))


def keep(data: bytes) -> Pressed | Refusal:
    """A photo that was sent in, as it may be kept beside its story: a JPEG of nothing but pixels; or why it may not."""
    if len(data) > MOST_BYTES:
        return Refusal(Reason.FILE_TOO_LARGE, str(round(len(data) / 1_000_000)))
    kept = _opened(data, _kept)
    return kept if isinstance(kept, Refusal) else _encoded(kept, "JPEG", "image/jpeg", KEPT_SETTINGS)


def _opened(data: bytes, made_of: Callable[[Image.Image], T]) -> T | Refusal:
    """What is made of the picture in these bytes, if it can be opened and decoded."""
    kind = kind_of(data[:ENOUGH])
    if not kind.opener:
        return Refusal(Reason.NOT_A_PHOTO, kind.words)
    if kind == PNG and not is_whole(data):
        return Refusal(Reason.CUT_SHORT)
    try:
        with opening(data, kind) as opened:
            if unfit := _unfit(opened, len(data)):
                return unfit
            if opened.format not in SCALED:
                opened.load()  # before it is asked its size and turn: Pillow turns a TIFF as it loads it
            return made_of(opened)
    except Image.DecompressionBombError:
        return Refusal(Reason.TOO_LARGE, f"more than {MOST_PIXELS // 1_000_000}")
    except Exception:  # decoders raise everything from KeyError to SyntaxError
        return Refusal(Reason.CUT_SHORT)


def _unfit(opened: Image.Image, weight: int) -> Refusal | None:
    """Why a picture that opens cannot be used, as its first lines tell before any pixel is decoded."""
    if not fits(opened, weight):
        return Refusal(Reason.TOO_LARGE, str(round(opened.width * opened.height / 1_000_000)))
    if opened.format == "TIFF" and _DNG_VERSION in getattr(opened, "tag_v2", ()):
        return Refusal(Reason.NOT_A_PHOTO, RAW.words)
    if min(opened.size) < LEAST:
        return Refusal(Reason.TOO_SMALL, f"{opened.width} by {opened.height}")
    return None


def _cascade(opened: Image.Image) -> list[Image.Image]:
    """The picture in each size, narrowest first: upright, sRGB, on paper, and nothing but pixels."""
    sizes = sizes_for(*_upright_size(opened))
    cascade = [_upright(opened, sizes[-1])]
    for size in reversed(sizes[:-1]):
        cascade.append(cascade[-1].resize(size, Image.Resampling.LANCZOS))  # each from the one above
    return cascade[::-1]


def _kept(opened: Image.Image) -> Image.Image:
    width, height = _upright_size(opened)
    scale = min(1, KEPT_SIDE / max(width, height))
    return _upright(opened, (max(1, round(width * scale)), max(1, round(height * scale))))


def _upright_size(opened: Image.Image) -> tuple[int, int]:
    width, height = opened.size
    return (height, width) if _turn(opened) in _TO_ITS_SIDE else (width, height)


def _upright(opened: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in this size: set upright, sRGB, on paper, and nothing but pixels."""
    turn = _turn(opened)
    target = size[::-1] if turn in _TO_ITS_SIDE else size
    scale_down(opened, target)
    opened.load()
    profile = opened.info.get("icc_profile")
    small = _brought_near(opened, target).resize(target, Image.Resampling.LANCZOS)
    upright = small if turn is None else small.transpose(turn)
    bare = _on_paper(upright, profile)
    bare.info = {}
    return bare


def _turn(opened: Image.Image) -> Image.Transpose | None:
    """What sets it upright, if its metadata can be made sense of and says so."""
    try:
        return _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # a photo is not lost for a damaged label
        return None


def _brought_near(picture: Image.Image, target: tuple[int, int]) -> Image.Image:
    """The picture in a mode that can be resized, brought down by a whole number to no less than twice the target."""
    factor = max(1, min(picture.width // target[0], picture.height // target[1]) // 2)
    if factor == 1:
        return _resizable(picture)
    rows = _STRIP * factor
    size = -(-picture.width // factor), -(-picture.height // factor)
    near = Image.new(_resizable(picture.crop((0, 0, 1, 1))).mode, size)
    for top in range(0, picture.height, rows):
        strip = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        near.paste(_resizable(strip).reduce(factor), (0, top // factor))
    return near


def _resizable(picture: Image.Image) -> Image.Image:
    """Eight bits a channel, no palette, and a transparency only if it has one."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "LAB":
        return ImageCms.profileToProfile(picture, _LAB, _SRGB, outputMode="RGB") or picture.convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in {"L", "RGB", "CMYK"} else picture.convert("RGB")


def _on_paper(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, what is transparent showing the guide's paper."""
    if picture.mode != "RGBA":
        return _in_srgb(picture, profile)
    paper = Image.new("RGB", picture.size, PAPER)
    paper.paste(_in_srgb(picture.convert("RGB"), profile), mask=picture.getchannel("A"))
    return paper


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
            if not ImageCms.getProfileDescription(theirs).startswith("sRGB"):
                turned = ImageCms.profileToProfile(picture, theirs, _SRGB, outputMode="RGB")
                return turned or picture.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is junk, or for another kind of picture: most such photos are sRGB
    return picture.convert("RGB")


def _pressed(cascade: list[Image.Image]) -> Iterator[Pressed]:
    yield from (_encoded(one, "WEBP", "image/webp", WEBP_SETTINGS) for one in cascade)
    yield from (_encoded(one, "JPEG", "image/jpeg", JPEG_SETTINGS) for one in cascade)


def _encoded(picture: Image.Image, encoder: str, kind: str, settings: Mapping[str, int]) -> Pressed:
    written = BytesIO()
    picture.save(written, encoder, **settings)
    content = written.getvalue()
    if found := remains(content):
        raise NotBareError(f"our own press left {found} in a finished photo, beside its pixels")
    return Pressed(type=kind, width=picture.width, height=picture.height, content=content)
