"""Pictures that say too much, are not what they seem, or would swell: their bytes, and what is to come of each."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests import pictures

Make = Callable[[], bytes]

SHOWN = ""
"""It is published, and nothing but its pixels."""


def _saved(kind: str, picture: Image.Image | None = None, **settings: object) -> bytes:
    out = BytesIO()
    (picture or pictures.upright()).save(out, kind, **settings)
    return out.getvalue()


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _with_segments(*segments: tuple[int, bytes]) -> bytes:
    plain = pictures.jpeg()
    return plain[:2] + b"".join(_segment(*one) for one in segments) + plain[2:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _png_with(*chunks: tuple[bytes, bytes]) -> bytes:
    plain = _saved("PNG")
    return plain[:33] + b"".join(_chunk(*one) for one in chunks) + plain[33:]


def _png_header(width: int, height: int) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", zlib.compress(b"\0" * 100)) + _chunk(b"IEND", b"")


def _jpeg_header(width: int, height: int) -> bytes:
    plain = bytearray(pictures.jpeg())
    at = plain.index(b"\xff\xc0")
    plain[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(plain)


def _webp_header(width: int, height: int) -> bytes:
    return (
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0"
        + struct.pack("<I", width - 1)[:3]
        + struct.pack("<I", height - 1)[:3]
    )


def _zip() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("index.html", "<script>alert('Telltale')</script>")
    return out.getvalue()


def _motion() -> bytes:
    film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x20moovTelltale GPSLatitude after-the-end"
    xmp = b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GCamera:MotionPhoto="1" GCamera:MicroVideoOffset="64">Telltale'
    return _with_segments((0xE1, xmp)) + film


def _moving(kind: str, **settings: object) -> bytes:
    frames = [Image.new("RGB", (480, 360), "black")]
    return _saved(kind, save_all=True, append_images=frames, duration=100, **settings)


def _deep(mode: str) -> bytes:
    return _saved("TIFF", Image.new(mode, (400, 300), 100))


def _text_png() -> bytes:
    text = PngInfo()
    text.add_text("Comment", "Telltale", zip=True)
    text.add_itxt("Author", "Telltale", zip=True)
    return _saved("PNG", pnginfo=text)


def _gif() -> bytes:
    return _saved("GIF", comment=b"Telltale SERIAL-4711")


def _damaged(data: bytes, part: bytes) -> bytes:
    """With one letter changed well within a part."""
    at = data.index(part) + 500
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _cut(data: bytes, part: float) -> bytes:
    return data[: int(len(data) * part)]


PICTURES: dict[str, tuple[Make, str]] = {
    **{f"JPEG held in way {turn}": (lambda turn=turn: pictures.phone_jpeg(turn), SHOWN) for turn in range(9)},
    **{f"WebP held in way {turn}": (lambda turn=turn: pictures.webp(turn), SHOWN) for turn in range(9)},
    **{f"PNG held in way {turn}": (lambda turn=turn: pictures.png(turn), SHOWN) for turn in (1, 3, 6, 8)},
    "EXIF twice": (lambda: _with_segments((0xE1, b"Exif\0\0II*\0Telltale"), (0xE1, b"Exif\0\0Telltale")), SHOWN),
    "IPTC": (lambda: _with_segments((0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08Telltale")), SHOWN),
    "remark": (lambda: _with_segments((0xFE, b"Telltale SERIAL-4711")), SHOWN),
    "several remarks": (lambda: _with_segments(*[(0xFE, b"Telltale" * 50)] * 5), SHOWN),
    "JFXX with a small picture": (lambda: _with_segments((0xE0, b"JFXX\0\x10Telltale")), SHOWN),
    "Adobe's own part": (lambda: _with_segments((0xEE, b"Adobe\0\x64Telltale")), SHOWN),
    "parts of every number": (lambda: _with_segments(*((0xE0 + n, b"Telltale%d" % n) for n in range(3, 16))), SHOWN),
    "content credentials": (lambda: _with_segments((0xEB, b"JP\0\x01\0\0\0\x01Telltale jumb c2pa")), SHOWN),
    "colours of its own with a name": (lambda: pictures.wide_colour_jpeg((200, 40, 40)), SHOWN),
    "colours that are junk": (lambda: _saved("JPEG", icc_profile=b"Telltale" * 20), SHOWN),
    "second picture behind the first": (pictures.double_jpeg, SHOWN),
    "film behind the picture": (_motion, SHOWN),
    "zip behind the picture": (lambda: pictures.jpeg() + _zip(), SHOWN),
    "zip behind a PNG": (lambda: _saved("PNG") + _zip(), SHOWN),
    "page behind the picture": (lambda: pictures.jpeg() + b"<script>alert('Telltale')</script>", SHOWN),
    "page in a remark": (lambda: _with_segments((0xFE, b"--><html><script>alert('Telltale')</script><!--")), SHOWN),
    "PHP in a remark": (lambda: _with_segments((0xFE, b"<?php system('Telltale'); ?>")), SHOWN),
    "script that is a GIF": (lambda: _gif().replace(b"GIF89a", b"GIF89a", 1) + b"*/=1;alert('Telltale')", SHOWN),
    "program behind the picture": (lambda: pictures.jpeg() + b"MZ\x90\0Telltale" * 100, SHOWN),
    "PNG with text squeezed": (_text_png, SHOWN),
    "PNG with a time": (
        lambda: _png_with((b"tIME", b"\x07\xea\x03\x0e\x0a\0\0"), (b"pHYs", b"\0\0\x0b\x13" * 2 + b"\x01")),
        SHOWN,
    ),
    "PNG with parts of its own": (lambda: _png_with((b"teLl", b"Telltale"), (b"eXIf", b"II*\0Telltale")), SHOWN),
    "PNG that moves": (lambda: _moving("PNG"), SHOWN),
    "GIF that moves": (pictures.moving_gif, SHOWN),
    "GIF with a remark": (_gif, SHOWN),
    "WebP that moves": (lambda: _moving("WEBP", exif=pictures.details()), SHOWN),
    "WebP without loss": (lambda: _saved("WEBP", lossless=True, exif=pictures.details()), SHOWN),
    "AVIF": (pictures.avif, SHOWN),
    "HEIC": (lambda: pictures.heic(6), SHOWN),
    "TIFF": (pictures.tiff, SHOWN),
    "CMYK": (pictures.cmyk_jpeg, SHOWN),
    "CMYK in a TIFF": (lambda: _saved("TIFF", pictures.upright().convert("CMYK")), SHOWN),
    "grey": (lambda: _saved("JPEG", pictures.upright().convert("L")), SHOWN),
    "grey and see-through": (lambda: _saved("PNG", pictures.upright().convert("LA")), SHOWN),
    "two colours": (lambda: _saved("PNG", pictures.upright().convert("1")), SHOWN),
    "few colours": (pictures.palette_png, SHOWN),
    "sixteen bits": (pictures.deep_png, SHOWN),
    "thirty-two bits": (lambda: _saved("TIFF", Image.new("I", (400, 300), 40_000)), SHOWN),
    "fractions": (lambda: _deep("F"), SHOWN),
    "Lab": (lambda: _saved("TIFF", Image.new("LAB", (400, 300), (120, 128, 128))), SHOWN),
    "progressive": (lambda: _saved("JPEG", progressive=True, comment=b"Telltale"), SHOWN),
    "of the size of a stamp": (lambda: pictures.jpeg(pictures.upright(199, 400)), "photo-too-small"),
    "one by one": (lambda: pictures.jpeg(pictures.upright(1, 1)), "photo-too-small"),
    "as thin as a thread": (lambda: _saved("PNG", Image.new("L", (60_000, 200))), SHOWN),
    "bomb": (pictures.bomb_png, "photo-too-large"),
    "header of a bomb": (lambda: _png_header(2_000_000_000, 2_000_000_000), "photo-too-large"),
    "JPEG that says it is vast": (lambda: _jpeg_header(65_500, 65_500), "photo-too-large"),
    "WebP that says it is vast": (lambda: _webp_header(16_000, 16_000), "photo-too-large"),
    "GIF that says it is vast": (lambda: b"GIF89a\xff\xff\xff\xff" + _gif()[10:], "photo-too-large"),
    "text that swells": (lambda: _png_with((b"zTXt", b"a\0\0" + zlib.compress(bytes(80_000_000)))), "photo-cut-short"),
    "colours that swell": (
        lambda: _png_with((b"iCCP", b"a\0\0" + zlib.compress(bytes(80_000_000)))),
        "photo-cut-short",
    ),
    "nothing": (lambda: b"", "not-a-photo"),
    "one byte": (lambda: b"\xff", "not-a-photo"),
    "three bytes of a JPEG": (lambda: b"\xff\xd8\xff", "photo-cut-short"),
    "half a JPEG": (pictures.truncated_jpeg, "photo-cut-short"),
    "half a PNG": (lambda: _cut(_saved("PNG", pictures.noise(480, 360)), 0.5), "photo-cut-short"),
    "half a WebP": (lambda: _cut(pictures.webp(), 0.5), "photo-cut-short"),
    "half a HEIC": (lambda: _cut(pictures.heic(), 0.5), "photo-cut-short"),
    "half an AVIF": (lambda: _cut(pictures.avif(), 0.5), "photo-cut-short"),
    "PNG of no width": (lambda: _png_header(0, 400), "photo-cut-short"),
    "PNG with a false sum": (lambda: _damaged(_saved("PNG", pictures.noise(480, 360)), b"IDAT"), "photo-cut-short"),
    "text": (lambda: b"Dear editors, here is the photo.", "not-a-photo"),
    "page": (pictures.web_page, "not-a-photo"),
    "drawing": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "not-a-photo"),
    "drawing with another beginning": (
        lambda: b'<?xml version="1.0"?><!DOCTYPE svg><svg onload="alert(1)"/>',
        "not-a-photo",
    ),
    "program for a printer": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 300\nquit\n", "not-a-photo"),
    "document": (lambda: b"%PDF-1.7\n" + pictures.jpeg(), "not-a-photo"),
    "zip": (_zip, "not-a-photo"),
    "bitmap": (lambda: _saved("BMP"), SHOWN),
    "icon": (lambda: _saved("ICO", pictures.upright(256, 256)), "not-a-photo"),
    "picture of NumPy's": (lambda: b"\x93NUMPY\x01\0" + bytes(500), "not-a-photo"),
    "film": (lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(500), "not-a-photo"),
    "pointer to a store": (
        lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        "not-a-photo",
    ),
}
