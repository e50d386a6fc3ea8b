"""Split RTF into groups, control words, signs and bytes, and decode each font's text in its character set."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from storyguide.intake.charsets import known_charset

OPEN, CLOSE, WORD, SIGN, BYTES, BINARY = "open", "close", "word", "sign", "bytes", "binary"
"""Kinds of tokens: start and end of a group, control word, control symbol, bytes of text, binary data."""

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)
_OF_CHARSET = {
    **{77: "mac_roman", 78: "cp932", 79: "big5", 80: "cp949", 81: "mac_arabic", 82: "cp1255", 83: "mac_greek"},
    **{84: "mac_cyrillic", 85: "gb18030", 86: "mac_romanian", 88: "cp874", 89: "mac_latin2"},
    **{128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254"},
    **{163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"},
    **{254: "cp437", 255: "cp850"},
}
"""Python's character sets by the numbers of fcharset (RTF 1.9.1, Font Table)."""
_OF_MACHINE = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Token(NamedTuple):
    """A piece of RTF: start or end of a group, control word with its number, sign, or bytes of text or of a picture."""

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


def tokens_of(data: bytes) -> Iterator[Token]:
    """Yield the tokens of RTF in order; malformed input is read as it stands.

    Line breaks in the source mean nothing.
    """
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, coded, sign, brace, text = found.groups()
        if brace:
            yield Token(OPEN if brace == b"{" else CLOSE)
        elif word == b"bin":
            length = max(int(number or 0), 0)
            yield Token(BINARY, data=data[at : at + length])
            at += length
        elif word:
            yield Token(WORD, word.decode("ascii"), int(number) if number else None)
        elif coded:
            yield Token(BYTES, "coded", data=bytes.fromhex(coded.decode("ascii")))
        elif sign:
            yield Token(SIGN, sign.decode("latin-1"))
        elif text:
            yield Token(BYTES, data=text)


class Fonts:
    """Fonts of a document: their names, and the character sets in which their text is written."""

    def __init__(self) -> None:
        self._charset = "cp1252"
        self._charsets: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._at = 0
        self.default = 0

    def read(self, token: Token) -> None:
        """Record a control word about the document's character set or its default font."""
        number = token.number or 0
        if token.text == "ansicpg":
            self._charset = known_charset(f"cp{number}") or self._charset
        elif token.text in _OF_MACHINE:
            self._charset = _OF_MACHINE[token.text]
        elif token.text == "deff":
            self.default = number

    def read_table(self, token: Token) -> None:
        """Record one token of the font table."""
        if token.kind == WORD and token.text == "f":
            self._at = token.number or 0
        elif token.kind == WORD and token.text == "fcharset" and token.number in _OF_CHARSET:
            self._charsets[self._at] = _OF_CHARSET[token.number]
        elif token.kind == WORD and token.text == "cpg" and (known := known_charset(f"cp{token.number}")):
            self._charsets[self._at] = known
        elif token.kind == BYTES:
            self._names[self._at] = self._names.get(self._at, "") + token.data.decode("latin-1")

    def name_of(self, font: int) -> str:
        """Return the name of a font; "" when it is not in the table."""
        return self._names.get(font, "").strip(" ;")

    def decoded(self, data: bytes, font: int) -> str:
        """Return text bytes as words, with U+FFFD for those that the font's character set has no character for."""
        return data.decode(self._charsets.get(font, self._charset), "replace")
