"""Kinds of values a fact may have; the two most common are one line of text and text of several lines."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from storyguide.model.problems import fields
from storyguide.reading.written import Reading, Text, Written

T_co = TypeVar("T_co", covariant=True)

UNSAFE_IN_A_LINE = re.compile("[<\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060]")
"""Characters not allowed in one-line text: tags' opening bracket, control and invisible characters."""
HIDDEN = "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
"""Pattern for invisible tag characters, which programs read; after a black flag they form the Welsh flag and may
stand."""
_UNSAFE_IN_A_BLOCK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(HIDDEN)
_WORDS_OR_FIGURES = ("string", "number")
"""JSON Schema types of text: editing programs may take it for a number, but it is kept as written."""
_UNTIDY = re.compile(r"\s\s|[\n\t]|^\s|\s$")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """A kind of value: a function that reads it, and its JSON Schema."""

    read: Callable[[Written, str, Reading], T_co | None]
    """Function of (value, key, reading); returns None and reports a problem if the value cannot be read."""
    schema: Mapping[str, object]


def name_of(key: str) -> str:
    """Return the last name of a key: "alt" for "photos[0].alt"."""
    return key.rpartition(".")[2].partition("[")[0]


def text_of(value: Written, key: str, reading: Reading) -> str | None:
    """Return the text of a value; None, with a problem, if it is a list or a group."""
    if type(value) is Text:
        return value.written
    reading.tell(fields.not_one_line(reading.at(value.line), name_of(key), f"{name_of(key)}: ..."))
    return None


def _unsafe(signs: re.Pattern[str], text: str) -> re.Match[str] | None:
    return signs.search(text) or (None if text.isascii() else _HIDDEN.search(text))


def a_line(most: int = 300) -> Kind[str]:
    """Return a kind for one line of plain text without tags or invisible characters.

    Spaces are tidied. A text longer than `most` characters is reported, and still returned.
    """

    def read(value: Written, key: str, reading: Reading) -> str | None:
        text = text_of(value, key, reading)
        if text is None:
            return None
        if _UNTIDY.search(text):
            text = " ".join(text.split())
        if unsafe := _unsafe(UNSAFE_IN_A_LINE, text):
            reading.tell(fields.not_plain(reading.at(value.line), name_of(key), text, unsafe[0]))
            return None
        if len(text) > most:
            reading.tell(fields.too_long(reading.at(value.line), name_of(key), len(text), most))
        return text

    return Kind(read, {"type": _WORDS_OR_FIGURES, "maxLength": most})


def a_text(most: int = 3000) -> Kind[str]:
    """Return a kind for plain text of one or more lines; line ends are kept.

    A text longer than `most` characters is reported, and still returned.
    """

    def read(value: Written, key: str, reading: Reading) -> str | None:
        text = text_of(value, key, reading)
        if text is None:
            return None
        text = text.strip()
        if unsafe := _unsafe(_UNSAFE_IN_A_BLOCK, text):
            reading.tell(fields.not_plain(reading.at(value.line), name_of(key), text, unsafe[0]))
            return None
        if len(text) > most:
            reading.tell(fields.too_long(reading.at(value.line), name_of(key), len(text), most))
        return text

    return Kind(read, {"type": _WORDS_OR_FIGURES, "maxLength": most})
