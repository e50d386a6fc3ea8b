"""Decide which stories and photos may leave the guide in feeds and data, by their tellers' consent and licences."""

from collections.abc import Iterable

from storyguide.model.gates import Gate, closed_beyond_the_web
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.photo import Photo
from storyguide.model.story import Story


def may_go_out(story: Story) -> bool:
    """Return whether others may have the story's words: a fact-file is the editors' own, a told story its teller's."""
    return closed_beyond_the_web(story, "feeds") is None


def photo_may_go_out(photo: Photo) -> bool:
    """Return whether others may have a photo; one without a licence of its own goes with its story."""
    return photo.licence not in LICENCES or LICENCES[photo.licence].shares


def published(guide: Guide) -> list[Story]:
    """Return the stories that are public: a preview's guide holds others too."""
    return [story for story in guide.stories if story.slug not in guide.unpublished]


def kept_back(stories: Iterable[Story]) -> tuple[int, int]:
    """Return how many stories keep all rights, and how many more their tellers keep from feeds and data."""
    reasons = [closed_beyond_the_web(story, "feeds") for story in stories]
    return reasons.count(Gate.LICENCE), reasons.count(Gate.CONSENT)
