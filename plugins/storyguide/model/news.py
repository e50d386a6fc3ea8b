"""What the editors have to say: short posts, each with its day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from storyguide.model.source import Source
from storyguide.model.story import Words
from storyguide.model.when import Happened


@dataclass(frozen=True, kw_only=True)
class Category:
    """What a post is chiefly of, from the edition's short list."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Post:
    """A post that could be read whole."""

    slug: str
    source: Source
    title: str
    summary: str
    on: date
    """It is shown from this day on."""
    category: str = ""
    """Slug of a category; whether the edition has it is for checking to say."""
    by: str = ""
    """Who wrote it, by the name they wish; empty for the editors together."""
    by_slug: str = ""
    stories: tuple[str, ...] = ()
    """Slugs of the stories it is about."""
    happened_next: str = ""
    """Slug of the story of which it tells what happened next."""
    expected: Happened | None = None
    """When a story is expected to be here; None for a post that announces none."""
    words: Words
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each key as written: "category", "stories[1]"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """By the same keys, the names of which only the slug is kept."""

    @property
    def month(self) -> tuple[int, int]:
        """The year and month it stands under."""
        return self.on.year, self.on.month

    def is_awaited(self, day: date | None) -> bool:
        """Whether what it announces is still to come on this day; on an unknown day it is."""
        if self.expected is None:
            return False
        if day is None or self.expected.last_year is None:
            return True
        last = self.expected.order[1] or 12 if self.expected.last_year == self.expected.first_year else 12
        return (self.expected.last_year, last) >= (day.year, day.month)

    def where(self, key: str) -> Source:
        """The file, and the line of this key if it was written."""
        return Source(self.source.path, self.lines.get(key, 0))
