"""Data class for an event that readers can come to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from storyguide.model.source import Source


@dataclass(frozen=True, kw_only=True)
class Event:
    """An event of the edition; its times are local times in the edition's time zone."""

    slug: str
    source: Source
    title: str
    about: str
    starts: date | datetime
    """Start; a `date` alone if the hour is unknown or the event lasts all day."""
    ends: date | datetime | None = None
    """End, of the same type as `starts`; for an event of several days, its last day."""
    place: str = ""
    """Slug of a place; existence in the edition is checked later."""
    venue: str = ""
    """Meeting point, in words."""
    stories: tuple[str, ...] = ()
    """Slugs of the stories the event belongs to."""
    online: str = ""
    """Web address to take part or read more."""
    told_by: str = ""
    """Name of whoever announced the event, in words, if the editors did not see it themselves."""
    told_at: str = ""
    """Web address of that announcement."""
    cancelled: bool = False
    place_written: str = ""
    """Name of the place as written in the file."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line numbers of the keys "place" and "stories", where present."""

    @property
    def first_day(self) -> date:
        """Day the event begins."""
        return _day_of(self.starts)

    @property
    def last_day(self) -> date:
        """Day the event ends."""
        return _day_of(self.ends or self.starts)

    def is_past(self, day: date | None) -> bool:
        """Return whether the event is over on this day; False if the day is unknown."""
        return day is not None and self.last_day < day

    def where(self, key: str) -> Source:
        """Return the file and the line of this key; the line of the event if the key was not written."""
        return Source(self.source.path, self.lines.get(key, self.source.line))


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
