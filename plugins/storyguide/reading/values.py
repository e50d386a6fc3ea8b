"""Kinds of single values: dates, times, positions, choices, yes or no, and licences."""

import re
from datetime import date
from enum import Enum
from typing import TypeVar

from storyguide.model.licence import LICENCES
from storyguide.model.place import Point, Precision
from storyguide.model.problems import fields
from storyguide.model.when import Happened
from storyguide.reading.addresses import LANGUAGE, SLUG, WEB_ADDRESS
from storyguide.reading.days import day_of, likely_days
from storyguide.reading.kinds import UNSAFE_IN_A_LINE, Kind, a_line, a_text, name_of, text_of
from storyguide.reading.when import happened as understood
from storyguide.reading.written import Reading, Several, Text, Written

__all__ = [
    "DAY", "LANGUAGE", "LICENCE", "POINT", "SLUG", "TIME", "WEB_ADDRESS", "YES_OR_NO",
    "Kind", "a_choice", "a_line", "a_text", "one_of", "rounded_for",
]  # fmt: skip

E = TypeVar("E", bound=Enum)

_POINT = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,15})?)\s*[,; ]\s*([+-]?\d{1,3}(?:\.\d{1,15})?)")
_DECIMALS = {Precision.EXACT: 5, Precision.STREET: 3, Precision.AREA: 2}
"""Number of decimals kept for each precision: about 1 m, 100 m and 1 km."""
_YES, _NO = ("true", "yes"), ("false", "no")


def _read_day(value: Written, key: str, reading: Reading) -> date | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        reading.tell(fields.not_a_day(reading.at(value.line), name_of(key), text, likely_days(text)))
    return day


DAY = Kind(_read_day, {"type": "string", "format": "date"})
"""Kind of a date written as 2026-03-14."""


def _read_time(value: Written, key: str, reading: Reading) -> Happened | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    if UNSAFE_IN_A_LINE.search(text) or (time := understood(" ".join(text.split()))) is None:
        reading.tell(fields.not_a_time(reading.at(value.line), name_of(key), text))
        return None
    return time


TIME = Kind(_read_time, {"type": "string"})
"""Kind of a time in a storyteller's words, such as "about 1974"."""


def _read_point(value: Written, key: str, reading: Reading) -> Point | None:
    if type(value) is Several:
        text: str | None = ", ".join(item.written for item in value.items if type(item) is Text)
    else:
        text = text_of(value, key, reading)
    if text is None:
        return None
    found = _POINT.fullmatch(text.strip())
    if found and abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180:
        return Point(float(found[1]), float(found[2]))
    reading.tell(fields.not_a_point(reading.at(value.line), name_of(key), text))
    return None


POINT = Kind(_read_point, {"type": "string", "pattern": r"^-?\d{1,2}(\.\d+)?, *-?\d{1,3}(\.\d+)?$"})
"""Kind of an exact position as written; `rounded_for` returns what may be published of it."""


def rounded_for(point: Point, precision: Precision) -> Point | None:
    """Return the point rounded as the precision allows; None if it is hidden."""
    decimals = _DECIMALS.get(precision)
    # Adding 0.0 turns -0.0 into 0.0.
    return Point(round(point.north, decimals) + 0.0, round(point.east, decimals) + 0.0) if decimals else None


def a_choice(*names: str) -> Kind[str]:
    """Return a kind for one of a few words, in upper or lower case."""

    def read(value: Written, key: str, reading: Reading) -> str | None:
        text = text_of(value, key, reading)
        if text is None or text in names:
            return text
        if text.casefold() in names:
            return text.casefold()
        reading.tell(fields.not_a_choice(reading.at(value.line), name_of(key), text, names))
        return None

    return Kind(read, {"enum": list(names)})


def one_of(choices: type[E]) -> Kind[E]:
    """Return a kind for one of a few words, which gives a member of the Enum."""
    words = a_choice(*(str(choice.value) for choice in choices))

    def read(value: Written, key: str, reading: Reading) -> E | None:
        text = words.read(value, key, reading)
        return None if text is None else choices(text)

    return Kind(read, words.schema)


def _read_yes_or_no(value: Written, key: str, reading: Reading) -> bool | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    reading.tell(fields.not_a_choice(reading.at(value.line), name_of(key), text, ("true", "false")))
    return None


YES_OR_NO = Kind(_read_yes_or_no, {"type": "boolean"})
"""Kind of a yes or no: true, yes, false or no."""


def _squashed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold().replace("creative commons", "cc"))


_LICENCES = {_squashed(name): name for name in LICENCES}


def _read_licence(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None:
        return None
    if text in LICENCES:
        return text
    if name := _LICENCES.get(_squashed(text)):
        return name
    reading.tell(fields.not_a_licence(reading.at(value.line), text, list(LICENCES), _likely_licence(text)))
    return None


def _likely_licence(text: str) -> str:
    # A licence without a version, or with an older one, means the licence all the same.
    squashed = _squashed(text)
    plain = re.sub(r"\d.*", "", squashed) or squashed
    for word, sign in _IN_FULL:
        plain = plain.replace(word, sign)
    # "Creative Commons" alone means any of them: never suggest giving up every right.
    if plain == "cc" and not squashed.startswith("cc0"):
        return ""
    return next(
        (name for short, name in _LICENCES.items() if re.sub(r"\d.*", "", short) == plain), _NEAR.get(plain, "")
    )


_IN_FULL = (
    ("attribution", "by"),
    ("noncommercial", "nc"),
    ("noderivatives", "nd"),
    ("sharealike", "sa"),
    ("international", ""),
)
_NEAR = {"allrightsreserved": "all rights kept", "copyright": "all rights kept", "publicdomain": "CC0 1.0"}
LICENCE = Kind(_read_licence, {"enum": list(LICENCES)})
"""Kind of a licence's short name; other spellings of it are accepted."""
