"""Find full British postcodes in plain text: any letters in capitals, only existing areas in other spellings."""

import re
from collections.abc import Iterator

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN "
    "EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML "
    "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
"""The 121 postcode areas of Royal Mail, those of the islands, and BF of the forces."""


def _either(letters: str) -> str:
    return "".join(f"[{letter}{letter.lower()}]" for letter in letters)


def _any_area() -> str:
    """Return a pattern for every postcode area in upper or lower case, grouped by first letter."""
    seconds: dict[str, str] = {}
    alone = {area for area in _AREAS.split() if len(area) == 1}
    for area in _AREAS.split():
        seconds[area[0]] = seconds.get(area[0], "") + area[1:]
    return "|".join(
        f"{_either(first)}[{second}{second.lower()}]{'?' if first in alone else ''}" if second else _either(first)
        for first, second in seconds.items()
    )


_UNIT = "[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}"
_NO_UNIT = r"(?!1st|2nd|3rd|[04-9]th|\d(?:lb|ft|hr|yr|gb|tb|hz|bn|pt|pp|ds|px|rd|pa|ly)(?![^\W_]))"
"""Exclusion of ordinals and measures, as in “M25 1st exit” and “B4 5ft”."""
_NO_CODE = r"(?![0-9a-f]{5,7}(?![^\W_]))"
"""Exclusion of hexadecimal numbers, as in “e125ab”."""

POSTCODE = re.compile(
    r"(?<![^\W_])(?<!#)(?:[A-Z]{1,2}\d[A-Z\d]?[ \n]{0,2}\d[ABD-HJLNP-UW-Z]{2}"
    rf"|{_NO_CODE}(?:{_any_area()})\d[A-Za-z\d]?[ \n]?[-.]?[ \n]{{0,2}}{_NO_UNIT}\d{_UNIT})(?![^\W_])"
)
"""Full postcode, which identifies some fifteen doors; without its second half it only names a district and may
stand."""
_ROOMS = "(?:room|locker|shelf|bay|pitch|plot|gate|classroom|studio|model|part|item)s?"
_ROADS = "(?:road|route|bus|train|tram|lift|motorway|junction|footpath|bridleway)s?"
_CALLED_BEFORE = re.compile(
    rf"\b(?:{_ROOMS}|(?-i:the|this|that|a|on|by|of|down|along|old|and) (?-i:{_ROADS}))"
    r"(?: (?:code|number|no\.?|nr\.?|called|is|was))*:? [\x22'(]?$",
    re.IGNORECASE,
)
_CALLED_AFTER = re.compile(rf"[\x22')]? (?:{_ROOMS}|{_ROADS})\b")
_POSTAL = re.compile(
    r"\b(?:post ?codes?|address(?:es)?|post|deliver\w*|lives?|living|flat \d+|find (?:me|us|him|her|them))\b"
    r"|\d+[a-z]?,? (?-i:[A-Z][\w'-]+ )+"
    r"(?-i:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Terrace|Place|Row|Hill|Court)\b",
    re.IGNORECASE,
)
"""Words that belong to a postal address."""
_NEAR = 80
"""Number of characters on either side in which those words are looked for."""


def find_postcodes(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each postcode in a plain text.

    A code that the words beside it call a room, a seat or a road does not count, unless an address stands near.
    """
    for found in POSTCODE.finditer(text):
        start, end = found.span()
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        is_code = found[0].isupper() and (_CALLED_BEFORE.search(before) or _CALLED_AFTER.match(after))
        if not is_code or _POSTAL.search(before) or _POSTAL.search(after):
            yield start, end
