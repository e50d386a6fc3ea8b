"""Check that the edition has the themes that stories name."""

from collections.abc import Iterable, Iterator

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Story


def check_themes(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each theme of a story that the edition does not have."""
    known = {theme.slug: theme.name for theme in edition.themes}
    for story in stories:
        for number, theme in enumerate(story.themes):
            if theme not in known:
                key = f"themes[{number}]"
                yield wording.unknown_theme(story.where(key), story.written.get(key, theme), known)
