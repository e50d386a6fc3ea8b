"""Data classes for the editors' news posts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from storyguide.model.source import Source
from storyguide.model.story import Words
from storyguide.model.when import Happened


@dataclass(frozen=True, kw_only=True)
class Category:
    """A category of posts, from the edition's list."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Post:
    """A news post that was read without blocking problems."""

    slug: str
    source: Source
    title: str
    summary: str
    on: date
    """First day on which the post is shown."""
    category: str = ""
    """Slug of a category; existence in the edition is checked later."""
    by: str = ""
    """Author, by the name they wish; empty for the editors together."""
    by_slug: str = ""
    stories: tuple[str, ...] = ()
    """Slugs of the stories the post is about."""
    happened_next: str = ""
    """Slug of the story that the post continues ("what happened next")."""
    expected: Happened | None = None
    """Time at which an announced story is expected; None for a post that announces none."""
    words: Words
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line number of each key in the file: "category", "stories[1]"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Names as written, by the same keys, where the other fields keep only the slug."""

    @property
    def month(self) -> tuple[int, int]:
        """Year and month the post is listed under."""
        return self.on.year, self.on.month

    def is_awaited(self, day: date | None) -> bool:
        """Return whether the announced story is still expected on this day; True if the day is unknown."""
        if self.expected is None:
            return False
        if day is None or self.expected.last_year is None:
            return True
        last = self.expected.order[1] or 12 if self.expected.last_year == self.expected.first_year else 12
        return (self.expected.last_year, last) >= (day.year, day.month)

    def where(self, key: str) -> Source:
        """Return the file and the line of this key; line 0 if the key was not written."""
        return Source(self.source.path, self.lines.get(key, 0))
