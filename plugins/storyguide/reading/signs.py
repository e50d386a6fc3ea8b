"""Reduce a text to its rare characters in one pass, so that most searches can be skipped."""

from functools import lru_cache

_ASCII = bytes(range(128))
_COMMON = bytes(sign for sign in range(256) if sign > 127 or chr(sign).isalnum() or chr(sign) in " \t,;&`_-")
"""Bytes of UTF-8 that stand in most lines or help no search; `rare_signs` drops them."""
_SPACE_OR_NOT = bytes(ord(" " if sign < 128 and chr(sign).isspace() else "x") for sign in range(256))


@lru_cache(maxsize=1)
def _between_lines(text: str) -> bytes:
    """Return the text as UTF-8 with a line end before and after it.

    The last result is cached, since several functions use the same text.
    """
    return f"\n{text}\n".encode(errors="replace")


def rare_signs(text: str) -> bytes:
    """Return the text as UTF-8 without letters, digits, spaces and other common signs, with all its line ends.

    A line end is added before the first line and after the last. `without_common(part)` of any part of the text is
    contained in the result.
    """
    return _between_lines(text).translate(None, _COMMON)


def without_common(signs: str) -> bytes:
    """Return the bytes that `rare_signs` leaves of these characters anywhere in a text."""
    return signs.encode().translate(None, _COMMON)


def word_count(text: str) -> int:
    """Return the number of words in the text, as `str.split` counts them."""
    signs = _between_lines(text)
    if not text.isascii() and any(map(str.isspace, beyond_ascii(signs))):
        return len(text.split())
    return signs.translate(_SPACE_OR_NOT).count(b" x")


def beyond_ascii(signs: bytes) -> str:
    """Return the non-ASCII characters of UTF-8 bytes, in their order."""
    return signs.translate(None, _ASCII).decode()
