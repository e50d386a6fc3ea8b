"""Find telephone numbers with digits written as words, as in “oh seven seven double oh nine …”."""

import re
from collections.abc import Iterator

from storyguide.reading.numbering_plans import HOME, is_known

_ONES = {"zero": "0", "nought": "0", "naught": "0", "oh": "0", "o": "0"}
_ONES |= {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
_ONES |= {"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14"}
_ONES |= {"fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19"}
_TENS = {"twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8"}
_TENS |= {"ninety": "9"}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_ENDS = {"hundred": "00", "thousand": "000"}
NAMES = "|".join((*_TIMES, *_ENDS, *_TENS, *_ONES))
"""Names of digits and groups of digits, as alternatives of a pattern."""
_ZERO = "zero|nought|naught|oh|o"
_WORD = re.compile(rf"(?:{NAMES})(?![^\W_])|[0-9]+(?![^\W_])", re.IGNORECASE)
_APART = r"(?:[ ,.;:/-]|\n(?!\n)){1,4}"
SPOKEN = re.compile(
    rf"(?<![^\W_])(?:(?:double )?(?:{_ZERO})|plus|0[0-9]+)(?:{_APART}(?:{NAMES}|[0-9]+)(?![^\W_])){{2,20}}",
    re.IGNORECASE,
)
"""Sequence of words for digits that starts with a zero or a plus."""
LIKELY_SPOKEN = (
    r"(?<![^\W_])(?:[dD]ouble )?(?:[zZ]ero|[nN][oa]ught|[oO]h?|[pP]lus)(?:[ ,.:;/\n-]{1,4}"
    r"(?:double |triple |treble )?(?:zero|nought|naught|oh?|one|two|three|four|five|six|seven|eight|nine|hundred)"
    r"(?![^\W_])){6,}"
)
"""Approximate pattern for programs without libphonenumber."""
_OPENS = re.compile(
    rf"\b(?:{_ZERO}|plus|0[0-9]{{1,4}})\b(?:\W|&nbsp;){{1,12}}(?:[a-z]+>\W{{0,9}})?(?:{NAMES})\b", re.IGNORECASE
)
_SIGNS = ("oh", "Oh", "ero", "nought", " o ")
"""Texts of which nearly every number in words has one; looked for first, as that costs least."""
_FEWEST, _MOST = 10, 11
"""Numbers of digits a British number may have, with its leading 0."""
_FEWEST_WORDS = 2
_IN_A_ROW = "0123456789"


def may_hold_spoken_number(text: str) -> bool:
    """Return whether a text (plain, HTML or Markdown) may hold a number in words and needs a close search."""
    return any(sign in text for sign in _SIGNS) and bool(_OPENS.search(text))


def find_spoken_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each British telephone number in a plain text that has digits written as words."""
    for found in SPOKEN.finditer(text):
        figures, before, words, end = "", "", 0, 0
        for word in _WORD.finditer(text, *found.span()):
            name = word[0].lower()
            words += name.isalpha()
            figures, before = _with(figures, name, before), name
            if words >= _FEWEST_WORDS and _is_number(figures, found[0]):
                end = word.end()
        if end:
            yield found.start(), end


def _with(figures: str, name: str, before: str) -> str:
    """Return the digits extended by those of one more word.

    `before`: the previous word, such as "double" or "twenty", which may belong together with this one.
    """
    if name in _TENS:
        return f"{figures}{_TENS[name]}0"
    if name in _ENDS:
        return figures + _ENDS[name]
    more = _ONES.get(name, "" if name in _TIMES else name)
    if before in _TENS and len(more) == 1 and more != "0":
        return figures[:-1] + more
    return figures + more * _TIMES.get(before, 1)


def _is_number(figures: str, written: str) -> bool:
    if written[:4].lower() == "plus":
        figures = figures.replace("44", "0", 1) if figures.startswith("44") else ""
    elif figures.startswith("0044"):
        figures = f"0{figures[4:]}"
    if not _FEWEST <= len(figures) <= _MOST or figures.startswith(_IN_A_ROW):
        return False
    return is_known(figures, HOME)
