"""Check that the stories which other stories or the home page link to are there."""

from collections.abc import Iterable, Iterator, Sequence

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.source import Source
from storyguide.model.story import Status, Story

EDITION = Source("stories/edition.yml")


def check_links(stories: Iterable[Story], *, beside: Sequence[Story]) -> Iterator[Problem]:
    """Yield a problem for each link in a story's words to a story that the guide does not have.

    Older addresses of stories count. beside: all stories, those taken down included.
    """
    current = {story.slug: None for story in beside}
    known = current | {old: None for story in beside for old in story.also_at}
    for story in stories:
        for slug in story.words.stories:
            if slug not in known:
                where = Source(story.source.path, story.words.lines.get(f"story:{slug}", 0))
                yield wording.no_such_story(where, slug, list(current))


def check_featured(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem when the story featured on the home page is not there or is not ready to be published."""
    published = [story.slug for story in stories if story.status is Status.READY]
    if edition.featured and edition.featured not in published:
        yield wording.unknown_featured(EDITION, edition.featured, published)
