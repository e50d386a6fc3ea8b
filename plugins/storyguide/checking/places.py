"""Check that the edition has the places that stories name."""

from collections.abc import Iterable, Iterator

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Story


def check_places(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each place of a story that the edition does not have."""
    known = {place.slug: place.name for place in edition.places}
    for story in stories:
        for number, place in enumerate(story.places):
            if place not in known:
                key = f"place[{number}]"
                yield wording.unknown_place(story.where(key), story.written.get(key, place), known)
