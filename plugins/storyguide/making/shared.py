"""Which stories may go out of the guide in feeds and in data: as their tellers agreed, and as their licences let."""

from collections.abc import Iterable

from storyguide.model.gates import Gate, closed_beyond_the_web
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.photo import Photo
from storyguide.model.story import Story


def may_go_out(story: Story) -> bool:
    """Whether others may have the story's words: a fact-file is the editors' own, a told story its teller's."""
    return closed_beyond_the_web(story, "feeds") is None


def photo_may_go_out(photo: Photo) -> bool:
    """Whether others may have a photo; one that names no licence goes with its story."""
    return photo.licence not in LICENCES or LICENCES[photo.licence].shares


def published(guide: Guide) -> list[Story]:
    """The stories that are public: a preview's guide holds others too."""
    return [story for story in guide.stories if story.slug not in guide.unpublished]


def kept_back(stories: Iterable[Story]) -> tuple[int, int]:
    """How many stories keep all rights, and how many more are not for feeds and data by their tellers' wish."""
    reasons = [closed_beyond_the_web(story, "feeds") for story in stories]
    return reasons.count(Gate.LICENCE), reasons.count(Gate.CONSENT)
