"""When an event is, in words and for programs; its times are those of the edition's own clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from storyguide.model.event import Event


def when_in_words(event: Event) -> str:
    """As a reader would say it: "Saturday 5 December 2026, 19:00 to 21:30"."""
    first, last = event.starts, event.ends
    if last is None or last == first:
        return _said(first)
    if event.first_day == event.last_day:
        return f"{_said(first)} to {last:%H:%M}"
    return f"{_said(first)} to {_said(last)}"


def in_utc(moment: datetime, zone: str) -> datetime:
    """The same moment by the clock of the world, which never goes forward or back.

    An hour that comes twice in a night is taken to be the first of the two.
    """
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def for_programs(moment: date | datetime, zone: str) -> str:
    """As ISO 8601 writes it, an hour with how far it is from UTC."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=ZoneInfo(zone)).isoformat(timespec="minutes")
    return moment.isoformat()


def _said(moment: date | datetime) -> str:
    day = f"{moment:%A} {moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}" if isinstance(moment, datetime) else day
