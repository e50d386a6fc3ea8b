"""The few signs of a text by which most of what is looked for in it can be told to be absent, gathered in one pass."""

from functools import lru_cache

_ASCII = bytes(range(128))
_COMMON = bytes(sign for sign in range(256) if sign > 127 or chr(sign).isalnum() or chr(sign) in " \t,;&`_-")
"""Bytes of UTF-8 that stand in most lines, or tell nothing."""
_SPACE_OR_NOT = bytes(ord(" " if sign < 128 and chr(sign).isspace() else "x") for sign in range(256))


@lru_cache(maxsize=1)
def _between_lines(text: str) -> bytes:
    """Return the text between two ends of lines; the last answer is remembered, since several ask of one text."""
    return f"\n{text}\n".encode(errors="replace")


def rare_signs(text: str) -> bytes:
    """Return the text without letters, figures, spaces and other common signs, and with the ends of all its lines.

    A line's end stands before the first line too, and behind the last. Whatever stands in the text stands in this
    as well, as `without_common` has it.
    """
    return _between_lines(text).translate(None, _COMMON)


def without_common(signs: str) -> bytes:
    """Return what `rare_signs` leaves of these signs wherever they stand in a text."""
    return signs.encode().translate(None, _COMMON)


def word_count(text: str) -> int:
    """Return how many words the text has: as many as `str.split` finds."""
    signs = _between_lines(text)
    if not text.isascii() and any(map(str.isspace, beyond_ascii(signs))):
        return len(text.split())
    return signs.translate(_SPACE_OR_NOT).count(b" x")


def beyond_ascii(signs: bytes) -> str:
    """Return those signs of UTF-8 that are not of ASCII, in their order."""
    return signs.translate(None, _ASCII).decode()
