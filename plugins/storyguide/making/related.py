"""Which stories to read next, and why: near ones, and ones from elsewhere about the same thing."""

from collections.abc import Iterator, Sequence
from itertools import islice

from storyguide.model.guide import Guide
from storyguide.model.story import Story

_OFFERED = 3
_STEPS = 12
"""How far to look along a list before giving up: keeps the cost of a story the same in a guide of any size."""


class Related:
    """The neighbours of each story in one guide.

    Bridging people unlike one another is what such a guide is for, so the first two lead
    to another area or another theme; only the third stays near.
    """

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._areas_of = {
            story.slug: frozenset(guide.places[slug].area for slug in story.places) for story in guide.stories
        }
        self._place_in = {
            id(stories): {story.slug: number for number, story in enumerate(stories)}
            for index in (guide.about_theme, guide.showing, guide.in_place, guide.in_area)
            for stories in index.values()
        }

    def to(self, story: Story) -> tuple[tuple[Story, str], ...]:
        """Up to three other stories, each with the reason in words."""
        chosen: dict[str, tuple[Story, str]] = {}
        areas = self._areas(story)
        themes = set(story.themes)
        for wanted in (
            (pair for pair in self._about_the_same(story) if areas.isdisjoint(self._areas(pair[0]))),
            (pair for pair in self._showing_the_same(story) if themes.isdisjoint(pair[0].themes)),
            (pair for pair in self._near(story) if themes.isdisjoint(pair[0].themes)),
        ):
            _take(wanted, 1, chosen)
        for others in (self._near(story), self._about_the_same(story), self._showing_the_same(story)):
            _take(others, _OFFERED - len(chosen), chosen)
        return tuple(chosen.values())

    def _about_the_same(self, story: Story) -> Iterator[tuple[Story, str]]:
        for slug in story.themes:
            if slug in self._guide.themes:
                reason = f"Also about {self._guide.themes[slug].name.lower()}"
                yield from ((other, reason) for other in self._next_to(story, self._guide.about_theme[slug]))

    def _showing_the_same(self, story: Story) -> Iterator[tuple[Story, str]]:
        for evidence in story.evidence:
            if evidence.dimension in self._guide.dimensions:
                reason = f"Also shows {self._guide.dimensions[evidence.dimension].name}"
                yield from ((other, reason) for other in self._next_to(story, self._guide.showing[evidence.dimension]))

    def _near(self, story: Story) -> Iterator[tuple[Story, str]]:
        for slug in story.places:
            reason = f"Also in {self._guide.places[slug].name}"
            yield from ((other, reason) for other in self._next_to(story, self._guide.in_place[slug]))
        for slug in sorted(self._areas(story)):
            reason = f"Also in the {self._guide.areas[slug].name} area"
            yield from ((other, reason) for other in self._next_to(story, self._guide.in_area[slug]))

    def _areas(self, story: Story) -> frozenset[str]:
        return self._areas_of[story.slug]

    def _next_to(self, story: Story, stories: Sequence[Story]) -> Iterator[Story]:
        """Those after the story in the list, round to those before it."""
        start = self._place_in[id(stories)][story.slug]
        for step in range(1, min(_STEPS, len(stories) - 1) + 1):
            other = stories[(start + step) % len(stories)]
            if story.slug not in (other.slug, other.translation_of) and other.slug != story.translation_of:
                yield other


def _take(pairs: Iterator[tuple[Story, str]], number: int, chosen: dict[str, tuple[Story, str]]) -> None:
    """Add the first so many that are not chosen yet."""
    for pair in islice((pair for pair in pairs if pair[0].slug not in chosen), number):
        chosen.setdefault(pair[0].slug, pair)
