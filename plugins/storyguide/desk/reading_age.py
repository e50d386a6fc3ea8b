"""How old one must be to read a text, told from its letters alone: the desk asks it of every story."""

import re
from functools import lru_cache

from storyguide.model.markup.at_speed import with_stops

FEWEST_WORDS = 30
"""Of fewer nothing can be said."""
_YOUNGEST = 5

_VOWELS, _CONSONANTS = "aeiouyà-öø-ÿ", "bcdfghjklmnpqrstvwxzß"
_NOT_L, _NOT_D_OR_T = _CONSONANTS.replace("l", ""), re.sub("[dt]", "", _CONSONANTS)
_SILENT = re.compile(
    f"e(?:(?![a-z])(?:(?<=[{_VOWELS}][{_CONSONANTS}]e)|(?<=[{_VOWELS}][{_CONSONANTS}][{_NOT_L}]e))"
    f"|d(?![a-z])(?:(?<=[{_VOWELS}][{_NOT_D_OR_T}]ed)|(?<=[{_VOWELS}][{_CONSONANTS}][{_NOT_D_OR_T}]ed)))".encode(
        "latin-1"
    )
)
"""An e that is written and not said: make, since, mended's is said and stopped's is not."""


def _table(sort: str, wanted: str) -> bytes:
    """Every letter wanted becomes the sign of its sort, and all others a space."""
    matches = re.compile(f"[{wanted}]").match
    return bytes(ord(sort) if matches(chr(number).lower()) else ord(" ") for number in range(256))


_VOWEL, _LETTER = _table("v", _VOWELS), _table("x", "a-zà-öø-ÿß0-9")
_STOP = bytes(ord("." if chr(n) in ".?!:" else " " if chr(n).isspace() else "x") for n in range(256))


@lru_cache(maxsize=20_000)
def reading_age(html: str) -> int | None:
    """Years, by the Flesch-Kincaid grade (Kincaid and others, 1975), for words in English; None of too few to tell.

    Letters are sorted and counted by the thousand. Within a year of the formula with a dictionary of
    syllables, at a thirtieth of its time; a text asked for again is not counted again.
    """
    text = with_stops(html).replace("’", "")
    letters = f" {text} ".lower().encode("latin-1", "ignore")
    words = letters.translate(_LETTER).count(b" x")
    if words < FEWEST_WORDS:
        return None
    syllables = letters.translate(_VOWEL).count(b" v") - len(_SILENT.findall(letters))
    sentences = max(1, letters.translate(_STOP).count(b". "))
    return max(_YOUNGEST, round(0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5))
