"""Make the published sizes of a photo: open it safely, set it upright, convert to sRGB, and drop all metadata."""

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
"""Rows scaled down at once, so that a large picture is never held twice."""


def press(data: bytes) -> tuple[Pressed, ...] | Refusal:
    """Return the published sizes of a photo, WebP first, narrowest first within a type; or why it cannot be published.

    The type is told by content, the pixels are counted before any is decoded, and every exception of a decoder becomes
    a refusal, so that no file can stop a build. Raises `NotBareError` if a result holds metadata.
    """
    cascade = _opened(data, _cascade)
    return cascade if isinstance(cascade, Refusal) else tuple(_pressed(cascade))


def keep(data: bytes) -> Pressed | Refusal:
    """Return a photo that was sent in as a JPEG without metadata to keep beside its story; or why it is refused."""
    if len(data) > MOST_BYTES:
        return Refusal(Reason.FILE_TOO_LARGE, str(round(len(data) / 1_000_000)))
    kept = _opened(data, _kept)
    return kept if isinstance(kept, Refusal) else _encoded(kept, "JPEG", "image/jpeg", KEPT_SETTINGS)


def _opened(data: bytes, made_of: Callable[[Image.Image], T]) -> T | Refusal:
    """Return the result of `made_of(picture)` if the bytes can be opened and decoded; else the refusal."""
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
                opened.load()  # before size and orientation are asked: Pillow turns a TIFF while loading it
            return made_of(opened)
    except Image.DecompressionBombError:
        return Refusal(Reason.TOO_LARGE, f"more than {MOST_PIXELS // 1_000_000}")
    except Exception:  # decoders raise everything from KeyError to SyntaxError
        return Refusal(Reason.CUT_SHORT)


def _unfit(opened: Image.Image, weight: int) -> Refusal | None:
    """Return why an opened picture cannot be used, judged by its header alone; None if it can."""
    if not fits(opened, weight):
        return Refusal(Reason.TOO_LARGE, str(round(opened.width * opened.height / 1_000_000)))
    if opened.format == "TIFF" and _DNG_VERSION in getattr(opened, "tag_v2", ()):
        return Refusal(Reason.NOT_A_PHOTO, RAW.words)
    if min(opened.size) < LEAST:
        return Refusal(Reason.TOO_SMALL, f"{opened.width} by {opened.height}")
    return None


def _cascade(opened: Image.Image) -> list[Image.Image]:
    """Return the picture in each published size, narrowest first: upright, sRGB, on paper colour, without metadata."""
    sizes = sizes_for(*_upright_size(opened))
    cascade = [_upright(opened, sizes[-1])]
    for size in reversed(sizes[:-1]):
        cascade.append(cascade[-1].resize(size, Image.Resampling.LANCZOS))  # each from the next larger
    return cascade[::-1]


def _kept(opened: Image.Image) -> Image.Image:
    width, height = _upright_size(opened)
    scale = min(1, KEPT_SIDE / max(width, height))
    return _upright(opened, (max(1, round(width * scale)), max(1, round(height * scale))))


def _upright_size(opened: Image.Image) -> tuple[int, int]:
    width, height = opened.size
    return (height, width) if _turn(opened) in _TO_ITS_SIDE else (width, height)


def _upright(opened: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the picture in this size: upright, sRGB, on paper colour, without metadata."""
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
    """Return the transposition that sets the picture upright; None if it needs none or its metadata is unreadable."""
    try:
        return _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # a damaged note on orientation is no reason to lose a photo
        return None


def _brought_near(picture: Image.Image, target: tuple[int, int]) -> Image.Image:
    """Return the picture scaled down by a whole factor to at least twice the target, in a mode that can be resized."""
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
    """Return the picture with eight bits a channel, without palette, and with transparency only if it has any."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "LAB":
        return ImageCms.profileToProfile(picture, _LAB, _SRGB, outputMode="RGB") or picture.convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in {"L", "RGB", "CMYK"} else picture.convert("RGB")


def _on_paper(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB, with the guide's paper colour where it is transparent."""
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
            pass  # a broken profile, or one for another kind of picture: most such photos are sRGB
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
