"""Data classes for an ordered walk through stories."""

from dataclasses import dataclass

from storyguide.model.source import Source
from storyguide.model.story import Words


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A story on a trail, with the trail's own text about it."""

    story: str
    """Slug of the story; existence in the guide is checked later."""
    words: Words
    """Text that explains why the story comes here; not the story's own."""
    source: Source


@dataclass(frozen=True, kw_only=True)
class Trail:
    """A sequence of stories whose order has a meaning."""

    slug: str
    title: str
    summary: str
    intro: Words
    """Introduction; empty if the summary is enough."""
    stops: tuple[Stop, ...]
    time: str = ""
    """Duration as far as the editors know: "an afternoon"."""
    how: str = ""
    """Way to travel: "on foot and by the 9 bus". Empty unless somebody went."""
    source: Source
