"""Find anything besides pixels in a finished picture, such as metadata."""

import re

_SIZE_AND_TABLES = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}
"""JPEG segments that make up a picture: frame, Huffman and quantisation tables, scan, restart interval."""
_START_OF_SCAN = 0xDA
_JFIF = re.compile(rb"JFIF\0\x01.\x00\x00\x01\x00\x01\x00\x00", re.DOTALL)
"""Plain JFIF header that says nothing of the device: resolution 1:1, no thumbnail."""
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def remains(picture: bytes) -> str:
    """Return the first part of a JPEG or WebP that is not picture, in words for developers; "" if there is none.

    Allowed parts are listed rather than forbidden ones, so that unknown kinds of metadata are found too.
    """
    return _in_webp(picture) if picture.startswith(b"RIFF") else _in_jpeg(picture)


def _in_webp(picture: bytes) -> str:
    if picture[8:16] != b"WEBPVP8 ":
        return f"a WebP part {picture[12:16]!r}"
    whole, pixels = int.from_bytes(picture[4:8], "little"), int.from_bytes(picture[16:20], "little")
    if whole + 8 != len(picture) or pixels + pixels % 2 + 20 != len(picture):
        return "something after the pixels"
    return ""


def _in_jpeg(picture: bytes) -> str:
    if not picture.startswith(b"\xff\xd8"):
        return "something that is no JPEG"
    at = 2
    while picture[at : at + 2] != b"\xff\xd9":
        marker = picture[at + 1] if picture[at : at + 1] == b"\xff" and at + 4 <= len(picture) else 0
        length = int.from_bytes(picture[at + 2 : at + 4], "big")
        if not (marker in _SIZE_AND_TABLES or (marker == 0xE0 and _JFIF.fullmatch(picture, at + 4, at + 2 + length))):
            return f"a JPEG part {marker:#x}"
        at += 2 + length
        if marker == _START_OF_SCAN:
            found = _NEXT_MARKER.search(picture, at)
            at = found.start() if found else len(picture)
    return "" if at + 2 == len(picture) else "something after the pixels"
