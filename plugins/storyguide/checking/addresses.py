"""Check that every address leads to one story only."""

from collections.abc import Iterator, Sequence

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.slug import KEPT_FREE, NO_FOLDERS
from storyguide.model.story import Story


def check_addresses(stories: Sequence[Story]) -> Iterator[Problem]:
    """Yield a problem for each old address that another story has, and each address that the guide itself needs."""
    owners = {story.slug: story.slug for story in stories}
    for story in stories:
        if story.slug in KEPT_FREE:
            yield wording.address_kept_free(story.where(), story.slug)
        for number, old in enumerate(story.also_at, story.back_at_first):
            where = story.where(f"also_at[{number}]")
            if old in KEPT_FREE or old in NO_FOLDERS:
                yield wording.address_kept_free(where, old, old=True)
            elif old in owners:
                yield wording.address_taken(where, old, owners[old])
            else:
                owners[old] = story.slug
