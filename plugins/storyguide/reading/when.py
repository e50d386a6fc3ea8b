"""Read the time of an event in the words people use for times they half remember."""

import re
from typing import NamedTuple

from storyguide.model.when import Happened
from storyguide.reading.days import FIRST_YEAR, LAST_YEAR, MONTHS, day_of

LONGEST = 80
"""Maximum length of a time in characters."""

SEASONS = {"spring": 4, "easter": 4, "summer": 7, "autumn": 10, "christmas": 12, "winter": 12}
"""Number within the year, as months count, by season or holiday."""
_EARLY, _MID, _LATE = "early", "mid", "late"
_AFTER = 12

_MOMENT = re.compile(
    r"(?:(?:in|on|at|about|around|roughly|probably|maybe|circa|some time in|sometime in) )*(?:ca?\.? ?(?=\d))?"
    r"(?:the )?(?:(?P<part>early|mid|late|beginning of|end of)[ -])?(?:the |in )?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?"
    r"(?:(?P<within>[a-z]+)\.?,? (?:of )?)?"
    r"(?P<year>\d{4})(?P<decade>'?s)?"
)
_CENTURY = re.compile(r"(?:in )?(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<century>\d\d)(?:st|nd|rd|th) century")
_MONTH_IN_FIGURES = re.compile(r"(\d{4})-(\d\d)")
_RANGE = re.compile(
    r"(?:from |between )?(?P<first>.+?)(?: ?[–—] ?| - |(?<=\d)[-/](?=\d)| to | until | till | and )(?P<last>.+)"
)
_SHORT_YEAR = re.compile(r"\d\d")
_GOES_ON = re.compile(r"(?:since|from) (?P<a>.+)|(?P<b>.+?),? (?:onwards?|on|and still going)")
NOW = ("now", "today", "the present", "present", "this day", "date")
"""Words for the present."""
_EDGE = re.compile(r"(?P<edge>before|after|by) (?P<moment>.+)")
PATTERNS = {
    "moment": _MOMENT,
    "century": _CENTURY,
    "month": _MONTH_IN_FIGURES,
    "range": _RANGE,
    "goesOn": _GOES_ON,
    "edge": _EDGE,
}
"""Patterns that the browser form uses too, by name."""


class _Span(NamedTuple):
    """A stretch of years, with the sort key of its start (see `Happened.order`)."""

    first: int
    last: int
    order: tuple[int, int]


def happened(written: str) -> Happened | None:
    """Return the time these words mean; None if they cannot be understood.

    The words themselves are kept in it, since "about 1974" is what the storyteller knows.
    """
    if len(written) > LONGEST:
        return None
    text = " ".join(written.lower().split())
    if moment := _moment(text):
        return Happened(written=written, first_year=moment.first, last_year=moment.last, order=moment.order)
    if (found := _EDGE.fullmatch(text)) and (moment := _moment(found["moment"])):
        order = (moment.first - 1, _AFTER) if found["edge"] == "before" else (moment.last, _AFTER)
        order = moment.order if found["edge"] == "by" else order
        return Happened(written=written, first_year=moment.first, last_year=moment.last, order=order)
    return _longer(written, text)


def _longer(written: str, text: str) -> Happened | None:
    """Return the time of a text that names a range ("2014 to 2016") or goes on ("since 2006"); else None."""
    if found := _RANGE.fullmatch(text):
        first = _moment(found["first"])
        last = found["last"]
        if first and last in NOW:
            return Happened(written=written, first_year=first.first, last_year=None, order=first.order)
        if not first:
            # "March to May 2016", "14-16 May 2016": the year or month is written only once.
            first = _borrowed(found["first"], last)
        if first and _SHORT_YEAR.fullmatch(last):
            last = f"{first.first // 100}{last}"
        until = _moment(last)
        if first and until and first.first <= until.last and first.order <= (until.last, _AFTER):
            return Happened(written=written, first_year=first.first, last_year=until.last, order=first.order)
    if (found := _GOES_ON.fullmatch(text)) and (moment := _moment(found["a"] or found["b"])):
        return Happened(written=written, first_year=moment.first, last_year=None, order=moment.order)
    return None


def _borrowed(first: str, last: str) -> _Span | None:
    """Return the start of a range whose year or month is written at its end only ("March" of "March to May 2016")."""
    words = last.split()
    return next((span for count in (1, 2) if (span := _moment(" ".join([first, *words[-count:]])))), None)


def _moment(text: str) -> _Span | None:
    """Return the span of a day, month, season, year, decade or century in lower-case words; else None."""
    if day := day_of(text):
        return _span(day.year, day.year, day.month)
    if found := _MONTH_IN_FIGURES.fullmatch(text):
        month = int(found[2])
        return _span(int(found[1]), int(found[1]), month) if 1 <= month <= 12 else None
    if found := _CENTURY.fullmatch(text):
        return _part_of((int(found["century"]) - 1) * 100, 10, found["part"])
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year, within, day_in_month = int(found["year"]), found["within"], found["day"]
    if found["decade"]:
        return None if within or day_in_month or year % 10 else _part_of(year, 1, found["part"])
    if day_in_month and not (within in MONTHS and 1 <= int(day_in_month) <= 31):
        return None
    if within:
        number = MONTHS.get(within) or SEASONS.get(within)
        return _span(year, year, number) if number else None
    parts = {None: 0, _EARLY: 1, "beginning of": 1, _MID: 6, _LATE: 11, "end of": 12}
    return _span(year, year, parts[found["part"]])


def _part_of(year: int, tenth: int, part: str | None) -> _Span | None:
    """Return the span of a part ("early", "mid", "late" or None) of a decade or century that begins with this year.

    `tenth`: a tenth of the whole, in years.
    """
    first, after = {_EARLY: (0, 4), _MID: (4, 7), _LATE: (7, 10)}.get(part or "", (0, 10))
    return _span(year + first * tenth, year + after * tenth - 1, 0)


def _span(first: int, last: int, within: int) -> _Span | None:
    """Return a span in these years; None if they lie outside FIRST_YEAR to LAST_YEAR.

    `within`: number from 0 to 12 for the part of the year.
    """
    return _Span(first, last, (first, within)) if FIRST_YEAR <= first <= last <= LAST_YEAR else None
