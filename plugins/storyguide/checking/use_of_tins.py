"""Check that the tins (practitioner resources) which stories say they used are there."""

from collections.abc import Iterable, Iterator, Sequence

from storyguide.model.problem import Problem
from storyguide.model.problems import tins as wording
from storyguide.model.story import Story


def check_use_of_tins(known: Sequence[str], stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each tin that a story used and that is not among the `known` slugs."""
    for story in stories:
        for use in story.tins:
            if use.tin not in known:
                key = f"tins.{use.tin}"
                yield wording.unknown_tin(story.where(key), story.written.get(key, use.tin), known)
