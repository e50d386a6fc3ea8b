"""What a sort of value is, and the two most common: a line of text, and text of several lines."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from storyguide.model.problems import fields
from storyguide.reading.written import Reading, Text, Written

T_co = TypeVar("T_co", covariant=True)

UNSAFE_IN_A_LINE = re.compile("[<\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060]")
HIDDEN = "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
"""Letters that nobody sees and programs read; behind a black flag they make it Wales’s, and may stand."""
_UNSAFE_IN_A_BLOCK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(HIDDEN)
_WORDS_OR_FIGURES = ("string", "number")
"""What editing programs take for a number is words to us, as it was written."""
_UNTIDY = re.compile(r"\s\s|[\n\t]|^\s|\s$")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """One sort of value: how it is read, and what an editor's completion may know of it."""

    read: Callable[[Written, str, Reading], T_co | None]
    """Takes the value, its key and the file; gives None, and tells a problem, when it cannot be read."""
    schema: Mapping[str, object]


def name_of(key: str) -> str:
    """What the contributor calls this key: "photos[0].alt" is their "alt"."""
    return key.rpartition(".")[2].partition("[")[0]


def text_of(value: Written, key: str, reading: Reading) -> str | None:
    """The words of a value that should be words."""
    if type(value) is Text:
        return value.written
    reading.tell(fields.not_one_line(reading.at(value.line), name_of(key), f"{name_of(key)}: ..."))
    return None


def _unsafe(signs: re.Pattern[str], text: str) -> re.Match[str] | None:
    return signs.search(text) or (None if text.isascii() else _HIDDEN.search(text))


def a_line(most: int = 300) -> Kind[str]:
    """One line of plain text, fit for titles and lists: no tags, no invisible signs."""

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
    """One or more lines of plain text; their ends are kept."""

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
