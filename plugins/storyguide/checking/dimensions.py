"""Check that a framework has each dimension that stories give evidence for."""

from collections.abc import Iterable, Iterator

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Story


def check_dimensions(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each dimension that no framework of the edition has."""
    known = {d.slug: d.name for framework in edition.frameworks for d in framework.dimensions}
    for story in stories:
        for evidence in story.evidence:
            if evidence.dimension not in known:
                key = f"dimensions.{evidence.dimension}"
                written = story.written.get(key, evidence.dimension)
                yield wording.unknown_dimension(story.where(key), written, known)
