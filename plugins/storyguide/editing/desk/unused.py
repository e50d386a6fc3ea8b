"""The words of an edition that no published story uses: themes, what stories show, places."""

from collections.abc import Iterable, Iterator

from storyguide.model.desk import Unused
from storyguide.model.edition import Edition
from storyguide.model.source import Source
from storyguide.model.story import Story

_EDITION = Source("stories/edition.yml")


def unused_in(edition: Edition, published: Iterable[Story]) -> Iterator[Unused]:
    """Each list of the edition with those of its words that are unused, where there are any."""
    themes: set[str] = set()
    places: set[str] = set()
    dimensions: set[str] = set()
    for story in published:
        themes.update(story.themes)
        places.update(story.places)
        dimensions.update([evidence.dimension for evidence in story.evidence])
    yield from _unused("Themes", ((one.slug, one.name) for one in edition.themes), themes, _EDITION)
    for framework in edition.frameworks:
        words = ((one.slug, one.name) for one in framework.dimensions)
        yield from _unused(framework.name, words, dimensions, Source("stories/frameworks"))
    yield from _unused("Places", ((one.slug, one.name) for one in edition.places), places, _EDITION)


def _unused(what: str, words: Iterable[tuple[str, str]], used: set[str], where: Source) -> Iterator[Unused]:
    if names := tuple(name for slug, name in words if slug not in used):
        yield Unused(what=what, names=names, where=where)
