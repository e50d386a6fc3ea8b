"""Check that each photo shown in a story's words is described in its list of photos."""

from collections.abc import Iterable, Iterator

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.source import Source
from storyguide.model.story import Story


def check_photos(stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each photo shown without an entry, which gives its alt text, credit and permission."""
    for story in stories:
        listed = [photo.file for photo in story.photos]
        for file in story.words.photos:
            if file not in listed:
                where = Source(story.source.path, story.words.lines.get(file, 0))
                yield wording.photo_not_listed(where, file, listed)
