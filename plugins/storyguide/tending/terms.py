"""What is looked for, in every way in which it may be written down."""

import html
import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import NamedTuple
from unicodedata import combining, normalize
from urllib.parse import unquote

from storyguide.model.markup.others import bare

SHORTEST = 4
"""Letters and figures from which a term is found inside longer words too."""
BROKEN = 6
"""Letters from which a word is found with a line's end in it."""
_ROUNDED = 3
"""Decimals down to which one figure tells of a place; two figures side by side do so with one fewer."""
_ROUNDS = 4

_RUN = re.compile(rb"[\t\n\r\x20-\x7e]{3,}")
_FIGURE = r"[-+\u2212]?\d{1,3}[.,]\d{3,}"
_POINT = re.compile(rf"({_FIGURE})(?:[\s,;/°]+({_FIGURE}))?°?")
_LINE_END = r"-?[ \t\r]*\n[ \t]*"
_BREAK = f"(?:{_LINE_END})?"
_BROKEN = re.compile(_LINE_END)
_BETWEEN = r"[\W_]{0,60}"
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\x[0-9a-fA-F]{2}|\\[nrtbf/\"'\\]")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_MARKS = re.compile(f"[{_UNSEEN}{''.join(sign for sign in map(chr, range(0x300, 0x11000)) if combining(sign))}]+")
_ALIKE_TO = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
_ALIKE = re.compile(f"[{''.join(_ALIKE_TO)}]")
_PLAIN = {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\b": " ", r"\f": " "}


class Term(NamedTuple):
    """Something to look for."""

    written: str
    shape: re.Pattern[str]
    """Found in texts as readings() gives them."""
    longest: str
    """Its longest word, without which no text has it; "" for figures of a place, which may be rounded."""
    needles: tuple[bytes, ...]
    """Found in bytes that are no text."""


def term_of(written: str) -> Term | None:
    """What to look for; None when there is no letter or figure in it."""
    point = _POINT.fullmatch(written.strip())
    words = re.findall(r"[^\W_]+", folded(written))
    if not words:
        return None
    shape = _of_point(*point.groups()) if point else _of_words(words)
    alone = "".join(words)
    # So short a word is found in any heap of bytes, and figures within the longer ones that every PDF is full of.
    needles = _needles(written) if len(alone) >= SHORTEST and not alone.isdigit() else ()
    longest = "" if point else max(words, key=len)
    return Term(written, re.compile(shape), longest, tuple(dict.fromkeys(needles)))


def readings(data: bytes) -> Iterator[str]:
    """The texts these bytes may be read as: as they are, without marks and escapes, with all signs made alike."""
    text = _text(data)
    seen = set()
    for _ in range(_ROUNDS):
        plain = folded(text)
        yield plain
        if (untagged := bare(plain)) != plain:
            yield untagged
        seen.add(text)
        text = _one_layer_off(text)
        if text in seen:
            return


def unbroken(text: str) -> str:
    """Return the text with no line's end in it, so that a word broken there is whole."""
    return _BROKEN.sub("", text) if "\n" in text else text


def folded(text: str) -> str:
    """The text in small letters, without accents and without what nobody sees."""
    if text.isascii():
        return text.lower()
    apart = _MARKS.sub("", normalize("NFKD", text)).casefold()
    return _ALIKE.sub(lambda sign: _ALIKE_TO[sign[0]], apart)


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:  # no text, though there may be some in it, perhaps with two bytes a letter
        return b"\n".join(_RUN.findall(data.replace(b"\0", b""))).decode()


def _one_layer_off(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text, errors="replace")
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text


def _unescaped(found: re.Match[str]) -> str:
    escape = found[0]
    if escape.startswith(r"\u"):
        return bytes.fromhex(escape.replace(r"\u", "")).decode("utf-16-be", "replace")
    if escape.startswith(r"\x"):
        return chr(int(escape[2:], 16))
    return _PLAIN.get(escape, escape[1])


def _of_words(words: list[str]) -> str:
    shape = _BETWEEN.join(_BREAK.join(word) if len(word) >= BROKEN else word for word in words)
    alone = "".join(words)
    if len(alone) < SHORTEST or alone.isdigit():
        return rf"(?<![^\W_]){shape}(?![^\W_])"
    return shape


def _of_point(first: str, second: str | None) -> str:
    """A figure as written or with fewer decimals, down to three; of two figures, both with two as well."""
    one = _of_figure(first, _ROUNDED)
    if not second:
        return one
    other = _of_figure(second, _ROUNDED)
    both = [_of_figure(each, _ROUNDED - 1) for each in (first, second)]
    near = r"[^0-9]{1,40}"
    return rf"{one}|{other}|{both[0]}{near}{both[1]}|{both[1]}{near}{both[0]}"


def _of_figure(written: str, fewest: int) -> str:
    figure = written.replace(",", ".").lstrip("-+\u2212")
    exact = Decimal(figure)
    decimals = len(figure.partition(".")[2])
    shorter = {
        str(exact.quantize(Decimal(1).scaleb(-places), how))
        for places in range(fewest, decimals)
        for how in (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN)
    }
    shapes = [_figure(figure), *(_figure(each) + r"0*(?!\d)" for each in sorted(shorter, key=len, reverse=True))]
    return rf"(?<![\d.])(?:{'|'.join(shapes)})"


def _figure(digits: str) -> str:
    return digits.replace(".", "[.,]")


def _needles(written: str) -> Iterator[bytes]:
    for form in ("NFC", "NFD"):
        for cased in (str, str.lower, str.upper, str.title):
            text = cased(normalize(form, written.strip()))
            yield text.encode()
            yield text.encode("utf-16-le")
            yield text.encode("utf-16-be")
            if all(ord(sign) < 256 for sign in text):
                yield text.encode("latin-1")
