"""British postcodes in plain text: in capitals with any letters, otherwise only of areas that there are."""

import re

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN "
    "EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML "
    "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
"""The 121 areas of Royal Mail, those of the islands, and BF of the forces."""


def _either(letters: str) -> str:
    return "".join(f"[{letter}{letter.lower()}]" for letter in letters)


def _any_area() -> str:
    """Return a pattern of every area in capitals or not, by its first letter."""
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
"""Ordinals and measures, as in “M25 1st exit” and “B4 5ft”."""
_NO_CODE = r"(?![0-9a-f]{5,7}(?![^\W_]))"
"""Figures of base 16, as in “e125ab”."""

POSTCODE = re.compile(
    r"(?<![^\W_])(?<!#)(?:[A-Z]{1,2}\d[A-Z\d]?[ \n]{0,2}\d[ABD-HJLNP-UW-Z]{2}"
    rf"|{_NO_CODE}(?:{_any_area()})\d[A-Za-z\d]?[ \n]?[-.]?[ \n]{{0,2}}{_NO_UNIT}\d{_UNIT})(?![^\W_])"
)
"""A whole postcode, which leads to some fifteen doors; without its second half it names a district, and may stand."""
