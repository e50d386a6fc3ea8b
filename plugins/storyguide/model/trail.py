"""An ordered walk through stories, with its own words for each stop."""

from dataclasses import dataclass

from storyguide.model.source import Source
from storyguide.model.story import Words


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One story on a trail."""

    story: str
    """Slug of the story; whether the guide has it is for checking to say."""
    words: Words
    """The trail's own: why this story comes here."""
    source: Source


@dataclass(frozen=True, kw_only=True)
class Trail:
    """Stories in an order that says something about all of them."""

    slug: str
    title: str
    summary: str
    intro: Words
    """None to be read when the summary is enough."""
    stops: tuple[Stop, ...]
    time: str = ""
    """How long it takes, as far as the editors know: "an afternoon"."""
    how: str = ""
    """How to go: "on foot and by the 9 bus". Empty unless somebody went."""
    source: Source
