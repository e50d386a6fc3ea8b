"""Which stories may go out of the guide in feeds and in data: as their tellers agreed, and as their licences let."""

from collections.abc import Iterable

from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.photo import Photo
from storyguide.model.story import Kind, Story


def may_go_out(story: Story) -> bool:
    """Whether others may have the story's words: a fact-file is the editors' own, a told story its teller's."""
    return LICENCES[story.licence].shares and (
        story.kind is Kind.FACT_FILE or (story.consent is not None and "feeds" in story.consent.surfaces)
    )


def photo_may_go_out(photo: Photo) -> bool:
    """Whether others may have a photo; one that names no licence goes with its story."""
    return photo.licence not in LICENCES or LICENCES[photo.licence].shares


def published(guide: Guide) -> list[Story]:
    """The stories that are public: a preview's guide holds others too."""
    return [story for story in guide.stories if story.slug not in guide.unpublished]


def kept_back(stories: Iterable[Story]) -> tuple[int, int]:
    """How many stories keep all rights, and how many more are not for feeds and data by their tellers' wish."""
    reasons = [LICENCES[story.licence].shares for story in stories if not may_go_out(story)]
    return reasons.count(False), reasons.count(True)
