"""Tells whether a PNG is as it was written: Pillow passes over the sums that say so."""

from zlib import crc32

_FIRST = 8
_LAST = b"IEND"


def is_whole(png: bytes) -> bool:
    """Whether every part of a PNG has the sum that was written down for it, up to its end."""
    at, view = _FIRST, memoryview(png)
    while at + 12 <= len(png):
        end = at + 8 + int.from_bytes(view[at : at + 4], "big")
        if crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            return False
        if view[at + 4 : at + 8] == _LAST:
            return True
        at = end + 4
    return False
