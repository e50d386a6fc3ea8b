"""Check the checksums of a PNG, which Pillow ignores."""

from zlib import crc32

_FIRST = 8
_LAST = b"IEND"


def is_whole(png: bytes) -> bool:
    """Return whether every chunk of a PNG up to its end matches its CRC."""
    at, view = _FIRST, memoryview(png)
    while at + 12 <= len(png):
        end = at + 8 + int.from_bytes(view[at : at + 4], "big")
        if crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            return False
        if view[at + 4 : at + 8] == _LAST:
            return True
        at = end + 4
    return False
