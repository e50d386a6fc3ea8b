"""Read the start or end of an event: a date, or a date with a time in the edition's time zone."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from storyguide.model.problems import news as wording
from storyguide.reading.days import FIRST_YEAR, LAST_YEAR, day_of, likely_days
from storyguide.reading.kinds import Kind, name_of, text_of
from storyguide.reading.written import Reading, Written

Moment = date | datetime
"""A date, or a date with a local time (no tzinfo)."""
ZoneOf = Callable[[], tuple[str, tzinfo]]
"""Function that returns the edition's time zone and its name; called only once a time is read, as loading takes
long."""

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ,]+(?:at )?(\S.*)")
_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)
_DAY_AND_HOUR = re.compile(r"(.*\d{4}|\d{4}\S*),?(?: at)? +(.*?\d\S*(?: ?[ap]\.?m\.?)?)", re.IGNORECASE)
_HOUR_AND_DAY = re.compile(r"(\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?),?(?: on)? +(.*\d{4})", re.IGNORECASE)


def a_moment(zone: ZoneOf, begins: date | None = None) -> Kind[Moment]:
    """Return a kind for a date such as 2026-12-05, with or without a time.

    `begins`: the date that a time on its own belongs to. Years outside FIRST_YEAR to LAST_YEAR are reported, since
    calendar programs cannot use them; so are times skipped when clocks go forward.
    """

    def read(value: Written, key: str, reading: Reading) -> Moment | None:
        text = text_of(value, key, reading)
        if text is None:
            return None
        moment = _moment(" ".join(text.split()), begins)
        if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
            moment = None
            reading.tell(wording.not_a_moment(reading.at(value.line), name_of(key), text, _likely(text, zone)))
        elif isinstance(moment, datetime):
            name, clock = zone()
            if _is_left_out(moment, clock):
                later = f"{moment + timedelta(hours=1):%Y-%m-%d %H:%M}"
                problem = wording.no_such_hour(reading.at(value.line), name_of(key), text, later, name)
                reading.tell(problem)
                return None
        return moment

    return Kind(read, {"type": "string"})


def _moment(text: str, begins: date | None) -> Moment | None:
    if day := day_of(text):
        return day
    found = _MOMENT.fullmatch(text)
    day = day_of(found[1]) if found else begins
    hour = _hour(found[2] if found else text)
    return datetime.combine(day, hour) if day and hour else None


def _hour(text: str) -> time | None:
    """Return a time such as 19:00, 7.30pm or 7 pm; None for a lone number, which may be anything."""
    found = _HOUR.fullmatch(text)
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if half := found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _likely(text: str, zone: ZoneOf) -> list[str]:
    """Return readings that may have been meant, each in the right form."""
    plain = " ".join(text.split())
    if there := _from_a_program(plain, zone):
        return [f"{there:%Y-%m-%d %H:%M}"]
    after, before = _DAY_AND_HOUR.fullmatch(plain), _HOUR_AND_DAY.fullmatch(plain)
    tries = [(after[1], after[2])] if after else []
    tries += [(before[2], before[1])] if before else []
    likely = [f"{day} {hour:%H:%M}" for written, at in tries if (hour := _hour(at)) for day in likely_days(written)]
    return list(dict.fromkeys(likely)) or ([] if after else [str(day) for day in likely_days(plain)])


def _from_a_program(text: str, zone: ZoneOf) -> datetime | None:
    """Return the local time for an ISO timestamp as programs write it (with seconds or UTC offset); else None."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if ":" not in text or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.astimezone(zone()[1]) if moment.tzinfo else moment


def _is_left_out(moment: datetime, clock: tzinfo) -> bool:
    """Return whether the local time does not exist because clocks go forward."""
    there = moment.replace(tzinfo=clock)
    return there.astimezone(UTC).astimezone(clock).replace(tzinfo=None) != moment
