"""The words that a PDF shows and says of itself, whose letters it writes as numbers of its own."""

import re
from collections.abc import Iterator, Sequence

_STRING = rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>"
_SHOWN = re.compile(rb"\[((?:" + _STRING + rb"|[^\[\]()<>])*)\]\s*TJ|(" + _STRING + rb")\s*(?:Tj|'|\")", re.DOTALL)
_A_STRING = re.compile(_STRING, re.DOTALL)
_TABLE = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_NUMBER = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}

Letters = tuple[int, dict[bytes, str]]
"""How many bytes a number has, and the letters each stands for."""


def words_of_pdf(parts: Sequence[bytes]) -> str:
    """All its text, given the file's bytes and its unpacked streams.

    Which of its faces a text is set in is not asked: each is tried, and what comes of the wrong ones is no word.
    """
    faces = [_letters(part) for part in parts if b"begincmap" in part]
    lines = []
    for part in parts:
        lines += [_plain(text) for text in _strings(part) if text.startswith((b"\xfe\xff", b"\xef\xbb\xbf"))]
        if not _SHOWN.search(part):
            continue
        shown = [b"".join(map(_content, _A_STRING.findall(one[1] or one[2]))) for one in _SHOWN.finditer(part)]
        lines += [text.decode("latin-1") for text in shown]
        for size, letters in faces:
            lines += [_spelt(text, size, letters) for text in shown]
    return "\n".join(lines)


def _spelt(text: bytes, size: int, letters: dict[bytes, str]) -> str:
    return "".join(letters.get(text[at : at + size], "\N{REPLACEMENT CHARACTER}") for at in range(0, len(text), size))


def _letters(table: bytes) -> Letters:
    size = 0
    letters: dict[bytes, str] = {}
    for kind, rows in _TABLE.findall(table):
        numbers = list(_rows(rows))
        if kind == b"codespacerange" and numbers:
            size = max(size, len(numbers[0]))
        elif kind == b"bfchar":
            letters |= {number: _utf16(to) for number, to in zip(numbers[::2], numbers[1::2], strict=False)}
        elif kind == b"bfrange":
            letters |= _ranges(rows)
    return size or 2, letters


def _rows(rows: bytes) -> Iterator[bytes]:
    return (_bytes(found[1]) for found in _NUMBER.finditer(rows) if found[1] is not None)


def _ranges(rows: bytes) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    tokens = list(_NUMBER.finditer(rows))
    at = 0
    while at + 2 < len(tokens):
        first, last = _bytes(tokens[at][1] or b""), _bytes(tokens[at + 1][1] or b"")
        at += 2
        numbers = range(int.from_bytes(first, "big"), min(int.from_bytes(last, "big"), 0xFFFF) + 1)
        if tokens[at][2]:  # a letter for each
            at += 1
            for number in numbers:
                if at < len(tokens) and not tokens[at][3]:
                    found[number.to_bytes(len(first), "big")] = _utf16(_bytes(tokens[at][1] or b""))
                    at += 1
            at += 1
        else:  # one after the other from this letter
            start = _bytes(tokens[at][1] or b"")
            at += 1
            for step, number in enumerate(numbers):
                to = (int.from_bytes(start, "big") + step) & ((1 << 8 * len(start)) - 1)
                found[number.to_bytes(len(first), "big")] = _utf16(to.to_bytes(len(start), "big"))
    return found


def _strings(part: bytes) -> Iterator[bytes]:
    """Every text outside what is shown: titles, descriptions, words said in place of others."""
    return map(_content, _A_STRING.findall(part)) if b"FEFF" in part.upper() or b"\xfe\xff" in part else iter(())


def _content(written: bytes) -> bytes:
    if written.startswith(b"<"):
        return _bytes(written[1:-1])
    return _ESCAPE.sub(_escaped, written[1:-1])


def _escaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign[:1].isdigit() and sign[:1] < b"8" else _SIGNS.get(sign, sign)


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _plain(text: bytes) -> str:
    return text.decode("utf-16-be" if text.startswith(b"\xfe\xff") else "utf-8", "replace")


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
