"""Pictures drawn by code, with all that phones, cameras and people hide in them; none is of anything real."""

import struct
import zlib
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

TELLTALES = (
    b"SERIAL-4711",
    b"Telltale",
    b"xpacket",
    b"GPSLatitude",
    b"Exif\0\0",
    b"8BIM",
    b"ICC_PROFILE",
    b"ICCP",
    b"after-the-end",
)
"""Bytes that the pictures here carry besides pixels; none may be in what is published."""

CORNERS = {
    "top left": (200, 40, 40),
    "top right": (40, 160, 60),
    "bottom left": (40, 60, 200),
    "bottom right": (230, 200, 40),
}
"""What upright() shows in each corner."""

_XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">Telltale GPSLatitude</x:xmpmeta><?xpacket end="w"?>'
_IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x08Telltale8BIM"


def upright(width: int = 480, height: int = 360) -> Image.Image:
    """A picture with another colour in each quarter, so that turned and mirrored ones can be told apart."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for name, colour in CORNERS.items():
        left, top = (width // 2 if "right" in name else 0), (height // 2 if "bottom" in name else 0)
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return picture


def turned(orientation: int, width: int = 480, height: int = 360) -> Image.Image:
    """The pixels a camera stores when it notes this orientation for the upright picture."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    picture = upright(width, height)
    return picture.transpose(undo[orientation]) if orientation in undo else picture


def details(orientation: int = 1) -> Image.Exif:
    """What a phone notes: maker, owner, serial number, time, and where it stood."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telltale"
    exif[0x013B] = "Telltale of Anytown"
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-4711"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 1.0), 3: "W", 4: (2.0, 4.0, 5.0)})
    return exif


def jpeg(picture: Image.Image | None = None, **settings: Any) -> bytes:
    """A bare JPEG."""
    return _saved(picture or upright(), "JPEG", **settings)


def phone_jpeg(orientation: int = 1, width: int = 480, height: int = 360) -> bytes:
    """A JPEG as a phone makes it, and worse: EXIF with GPS, XMP, IPTC, a comment, a profile, a film after its end."""
    plain = _saved(
        turned(orientation, width, height),
        "JPEG",
        exif=details(orientation),
        xmp=_XMP,
        comment="Telltale",
        icc_profile=srgb_profile(),
    )
    iptc = b"\xff\xed" + struct.pack(">H", len(_IPTC) + 2) + _IPTC
    return plain[:2] + iptc + plain[2:] + b"\0\0\0\x18ftypmp42 after-the-end"


def webp(orientation: int = 1) -> bytes:
    """A WebP with EXIF, XMP and a profile."""
    return _saved(turned(orientation), "WEBP", exif=details(orientation), xmp=_XMP, icc_profile=srgb_profile())


def png(orientation: int = 1) -> bytes:
    """A PNG with text, EXIF, and something after its end."""
    text = PngInfo()
    text.add_text("Author", "Telltale SERIAL-4711")
    text.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    return _saved(turned(orientation), "PNG", pnginfo=text, exif=details(orientation)) + b"after-the-end"


def heic(orientation: int = 1, picture: Image.Image | None = None) -> bytes:
    """A HEIC as an iPhone makes it: pixels as the camera was held, a note on how to turn them, EXIF with GPS."""
    import pillow_heif

    stored = picture or turned(orientation)
    saved = BytesIO()
    exif = details(orientation).tobytes()
    pillow_heif.encode("RGB", stored.size, stored.tobytes(), saved, quality=90, exif=exif)
    return saved.getvalue()


def avif(orientation: int = 1) -> bytes:
    """An AVIF with EXIF, and a note of its own on how to turn it."""
    return _saved(turned(orientation), "AVIF", exif=details(orientation), speed=10)


def tiff(orientation: int = 1, **settings: Any) -> bytes:
    """A TIFF as a scanner writes it: an orientation, and a name in it."""
    return _saved(turned(orientation), "TIFF", exif=details(orientation), description="Telltale", **settings)


def deep_tiff(width: int, height: int) -> bytes:
    """The first lines of a TIFF of four channels with sixteen bits each, all in one strip; no pixel follows."""
    depths = 8 + 2 + 11 * 12 + 4
    facts = ((256, 1, width), (257, 1, height), (258, 4, depths), (259, 1, 8), (262, 1, 2), (273, 1, depths + 8))
    facts += ((277, 1, 4), (278, 1, height), (279, 1, 8), (284, 1, 1), (338, 1, 2))
    rows = (struct.pack("<HHI", tag, 3, count) + struct.pack("<I", value) for tag, count, value in facts)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(facts)) + b"".join(rows) + bytes(4) + b"\x10\0" * 4 + bytes(8)


def jpeg_2000(**settings: Any) -> bytes:
    """A JPEG 2000 with a comment, and an XML box behind its pixels."""
    return _saved(upright(), "JPEG2000", comment="Telltale", **settings) + b"\0\0\0\x1cxml <x>Telltale 4711</x>"


def bitmap() -> bytes:
    """A Windows bitmap, with something after its end."""
    return _saved(upright(), "BMP") + b"after-the-end"


def moving_gif() -> bytes:
    """A GIF of two pictures, the upright one first."""
    return _saved(upright(), "GIF", save_all=True, append_images=[Image.new("RGB", (480, 360))], comment=b"Telltale")


def double_jpeg(orientation: int = 1) -> bytes:
    """A JPEG with a second picture behind the first, as phones keep depth: noise, with EXIF of its own."""
    second = noise(480, 360)
    return _saved(turned(orientation), "MPO", save_all=True, append_images=[second], exif=details(orientation))


def cmyk_jpeg() -> bytes:
    """A JPEG as printers want it."""
    return _saved(upright().convert("CMYK"), "JPEG")


def palette_png() -> bytes:
    """A PNG of few colours, one of them see-through: a red square on nothing."""
    picture = Image.new("P", (400, 400), 0)
    picture.putpalette([0, 0, 0, 200, 40, 40])
    ImageDraw.Draw(picture).rectangle((100, 100, 300, 300), fill=1)
    return _saved(picture, "PNG", transparency=0)


def see_through_png(size: int = 400) -> bytes:
    """A PNG of nothing at all."""
    return _saved(Image.new("RGBA", (size, size), (0, 0, 0, 0)), "PNG")


def deep_png() -> bytes:
    """A PNG of sixteen bits, mid-grey all over."""
    return _saved(Image.new("I;16", (400, 300), 0x8080), "PNG")


def wide_colour_jpeg(colour: tuple[int, int, int]) -> bytes:
    """A JPEG all of one colour, the numbers meant as a wider space than sRGB has them."""
    return _saved(Image.new("RGB", (400, 300), colour), "JPEG", quality=95, icc_profile=wide_profile())


def truncated_jpeg() -> bytes:
    """The first half of a JPEG that has something in it."""
    whole = jpeg(noise(600, 450))
    return whole[: len(whole) // 2]


def bomb_png(width: int = 30_000, height: int = 30_000) -> bytes:
    """A small file that unfolds into a very large black picture."""
    packer = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 2)
    squeezed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", squeezed) + _chunk(b"IEND", b"")


@cache
def flat_jpeg(width: int, height: int) -> bytes:
    """A JPEG of one colour, as large as asked."""
    return _saved(Image.new("L", (width, height), 128), "JPEG")


@cache
def flat_png(width: int, height: int) -> bytes:
    """A PNG of one colour in three channels, as large as asked."""
    row = b"\0" + b"\x80\x40\x20" * width
    packer = zlib.compressobj(1)
    squeezed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", squeezed) + _chunk(b"IEND", b"")


def web_page() -> bytes:
    """What is often saved when a picture was meant."""
    return b"\n<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n"


def noise(width: int, height: int) -> Image.Image:
    """A picture with something everywhere, the same each time."""
    return Image.effect_mandelbrot((width, height), (-2.0, -1.2, 0.8, 1.2), 60).convert("RGB")


def put_photo(root: Path, data: bytes, file: str = "bench.jpg", slug: str = "repair-cafe") -> Path:
    """Write a photo into a story's folder."""
    photo = root / "stories" / slug / file
    photo.parent.mkdir(parents=True, exist_ok=True)
    photo.write_bytes(data)
    return photo


@cache
def srgb_profile() -> bytes:
    """The ordinary profile, as most cameras embed it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def wide_profile() -> bytes:
    """A profile with the primaries of Display P3 and a gamma of 2.2, written out by hand."""
    columns = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    tags = {name: b"XYZ \0\0\0\0" + b"".join(_fixed(part) for part in xyz) for name, xyz in columns.items()}
    tags[b"wtpt"] = b"XYZ \0\0\0\0" + _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    for name in (b"rTRC", b"gTRC", b"bTRC"):
        tags[name] = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 9) + b"Telltale\0" + b"\0" * 81
    tags[b"cprt"] = b"text\0\0\0\0Telltale\0"
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for name, content in tags.items():
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    header = struct.pack(">I4sI4s4s4s", at + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ") + b"\0" * 12
    header += b"acsp" + b"\0" * 28 + _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _saved(picture: Image.Image, kind: str, **settings: Any) -> bytes:
    saved = BytesIO()
    picture.save(saved, kind, **settings)
    return saved.getvalue()


@cache
def patterned(number: int) -> bytes:
    """A photo unlike one of any other number: dark and light fields, as the figures of the number's hash have them."""
    bits = sha256(str(number).encode()).digest()[:24]
    small = Image.new("L", (16, 12))
    small.putdata([255 if bits[at // 8] >> at % 8 & 1 else 0 for at in range(192)])
    return _saved(small.resize((640, 480), Image.Resampling.NEAREST).convert("RGB"), "JPEG")
