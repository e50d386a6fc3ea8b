"""What a file is, told by its first bytes and never by its name."""

import re
from dataclasses import dataclass

from storyguide.model.markup.others import kind_of_markup


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is, in words with an article; opener is Pillow's name for a picture the guide takes."""

    words: str
    opener: str = ""


JPEG = Kind("a JPEG", "JPEG")
PNG = Kind("a PNG", "PNG")
HEIF = Kind("a HEIC", "HEIF")
TIFF = Kind("a TIFF", "TIFF")
BITMAP = Kind("a Windows bitmap", "BMP")
JPEG_2000 = Kind("a JPEG 2000 picture", "JPEG2000")
JPEG_XL = Kind("a JPEG XL picture")
RAW = Kind("a camera’s raw file")

ENOUGH = 4096
"""How much of a file is looked at."""

_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF8", Kind("a GIF", "GIF")),
    (b"II*\0\x10\0\0\0CR", RAW),
    (b"IIRO", RAW),
    (b"IIU\0", RAW),
    (b"FUJIFILMCCD-RAW", RAW),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"8BPS", Kind("a Photoshop file")),
    (b"gimp xcf ", Kind("a GIMP picture")),
    (b"\xff\x0a", JPEG_XL),
    (b"\0\0\0\x0cJXL ", JPEG_XL),
    (b"\0\0\0\x0cjP  ", JPEG_2000),
    (b"\xff\x4f\xff\x51", JPEG_2000),
    (b"%PDF", Kind("a PDF")),
    (b"%!PS", Kind("a PostScript drawing")),
    (b"\xc5\xd0\xd3\xc6", Kind("a PostScript drawing")),
    (b"\xd0\xcf\x11\xe0", Kind("a Word, Excel or PowerPoint document")),
    (b"\x1a\x45\xdf\xa3", Kind("a video")),
    (b"\0\0\x01\xba", Kind("a video")),
    (b"ID3", Kind("a sound recording")),
    (b"OggS", Kind("a sound recording")),
    (b"version https://git-lfs", Kind("a note of where a photo is kept")),
)
_PACKED = (
    (b"word/", Kind("a Word document")),
    (b"ppt/", Kind("a PowerPoint document")),
    (b"xl/", Kind("an Excel document")),
    (b"opendocument", Kind("a document")),
)
_BITMAP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
"""How long the second header of a Windows bitmap is, in bytes: one length for each version of the format."""
_WITHIN_RIFF = {b"WEBP": Kind("a WebP", "WEBP"), b"WAVE": Kind("a sound recording"), b"AVI ": Kind("a video")}
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_IN_MARKUP = {"drawing": Kind("an SVG drawing"), "page": Kind("a web page")}
_UNPRINTABLE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(start: bytes) -> Kind:
    """The kind of file that begins with these bytes; at least ENOUGH of them, where it has so many."""
    if not start:
        return Kind("an empty file")
    for signature, kind in _STARTS:
        if start.startswith(signature):
            return kind
    if start.startswith(b"BM") and int.from_bytes(start[14:18], "little") in _BITMAP_HEADERS:
        return BITMAP
    if start.startswith(b"RIFF"):
        return _WITHIN_RIFF.get(start[8:12], Kind("a video or a sound recording"))
    if start[4:8] == b"ftyp":
        return _boxed(start)
    if start.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _PACKED if mark in start), Kind("a zip folder"))
    return _written(start)


def _boxed(start: bytes) -> Kind:
    """A file in boxes, as phones save photos and videos: its first box lists what it can be read as."""
    length = min(int.from_bytes(start[:4], "big"), len(start))
    brands = {start[8:12], *(start[at : at + 4] for at in range(16, length - 3, 4))}
    if brands & {b"avif", b"avis"}:
        return Kind("an AVIF", "AVIF")
    if start[8:12] == b"crx ":
        return RAW
    return HEIF if brands & _HEIF_BRANDS else Kind("a video")


def _written(start: bytes) -> Kind:
    text = start[:ENOUGH].removeprefix(b"\xef\xbb\xbf").lstrip()
    if kind := _IN_MARKUP.get(kind_of_markup(text)):
        return kind
    return Kind("a file of a kind unknown to the guide" if _UNPRINTABLE.search(text) else "a text file")
