"""Read dates in the guide's form (2026-03-14), and guess the date meant by other forms."""

import re
from datetime import date
from unicodedata import normalize

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Range of years allowed; earlier dates are slips, and some programs cannot write them."""

_NAMES = "january february march april may june july august september october november december"
MONTHS = {name[:n]: number for number, name in enumerate(_NAMES.split(), 1) for n in (3, len(name))} | {"sept": 9}
"""Month numbers by lower-case English name, full or abbreviated."""

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
"""Translation of dashes that word processors insert for a hyphen."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_IN_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def day_of(written: str) -> date | None:
    """Return the date written as YYYY-MM-DD; None if in another form, not a date, or before FIRST_YEAR."""
    found = _DAY.fullmatch(written)
    return _day(*found.groups()) if found else None


def likely_days(written: str) -> list[date]:
    """Return the dates that may have been meant, day before month first; none, one or two."""
    text = normalize("NFKC", written).translate(_DASHES).strip().lower()
    tries: list[tuple[str, str, str]] = []
    if found := _YEAR_FIRST.fullmatch(text):
        year, second, third = found.groups()
        tries = [(year, second, third), (year, third, second)]
        if _day(*tries[0]):
            tries.pop()
    elif found := _YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        tries = [(year, second, first), (year, first, second)]
    elif found := _IN_WORDS.fullmatch(text):
        tries = [(found[3], str(MONTHS.get(found[2], 0)), found[1])]
    elif found := _MONTH_FIRST.fullmatch(text):
        tries = [(found[3], str(MONTHS.get(found[1], 0)), found[2])]
    days = [day for each in tries if (day := _day(*each))]
    return list(dict.fromkeys(days))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None
