"""Something that happens on a day, to which readers can come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from storyguide.model.source import Source


@dataclass(frozen=True, kw_only=True)
class Event:
    """An event of the edition. Its times are those of the edition's own clock."""

    slug: str
    source: Source
    title: str
    about: str
    starts: date | datetime
    """A day alone where the hour is not known, or it lasts all day."""
    ends: date | datetime | None = None
    """Of the same sort as starts; the last day, of an event that lasts for days."""
    place: str = ""
    """Slug of a place; whether the guide has it is for checking to say."""
    venue: str = ""
    """Where to go, in words."""
    stories: tuple[str, ...] = ()
    """Slugs of the stories it belongs to."""
    online: str = ""
    """Web address at which one can take part, or read more."""
    told_by: str = ""
    """Who says so, in words, of an event that the editors did not see themselves."""
    told_at: str = ""
    """Where they say it."""
    cancelled: bool = False
    place_written: str = ""
    """The place's name as written."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of its place, and of its stories: "place", "stories"."""

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return _day_of(self.starts)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return _day_of(self.ends or self.starts)

    def is_past(self, day: date | None) -> bool:
        """Whether it is over on this day; nothing is on an unknown day."""
        return day is not None and self.last_day < day

    def where(self, key: str) -> Source:
        """The file, and the line of this key; the event's own where it was not written."""
        return Source(self.source.path, self.lines.get(key, self.source.line))


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
