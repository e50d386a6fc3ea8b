"""Whether the stories that others lead to are there."""

from collections.abc import Iterable, Iterator, Sequence

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.source import Source
from storyguide.model.story import Status, Story

EDITION = Source("stories/edition.yml")


def check_links(stories: Iterable[Story], *, beside: Sequence[Story]) -> Iterator[Problem]:
    """Each link in a story's words to a story the guide does not have, now or under an older address."""
    current = {story.slug: None for story in beside}
    known = current | {old: None for story in beside for old in story.also_at}
    for story in stories:
        for slug in story.words.stories:
            if slug not in known:
                where = Source(story.source.path, story.words.lines.get(f"story:{slug}", 0))
                yield wording.no_such_story(where, slug, list(current))


def check_featured(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Whether the story the home page begins with is there to begin with."""
    published = [story.slug for story in stories if story.status is Status.READY]
    if edition.featured and edition.featured not in published:
        yield wording.unknown_featured(EDITION, edition.featured, published)
