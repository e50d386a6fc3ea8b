"""Data class for the whole guide as read, with indexes that answer questions about its stories."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from storyguide.model.edition import Edition
from storyguide.model.framework import Dimension, Framework
from storyguide.model.people import Storyteller
from storyguide.model.place import Area, Place
from storyguide.model.problem import Problem
from storyguide.model.register import KnownBarrier, Promise
from storyguide.model.story import Story
from storyguide.model.theme import Theme
from storyguide.model.trail import Trail

if TYPE_CHECKING:  # for types only: making these classes takes time that most editions need not spend
    from storyguide.model.event import Event
    from storyguide.model.news import Post
    from storyguide.model.question import Form
    from storyguide.model.tin import Tin

FEWEST_STOPS = 2
"""Minimum number of published stops for a trail to be shown."""


@dataclass(frozen=True, slots=True)
class Removal:
    """A record that a story was taken down or its consent ended; holds nothing of its content."""

    first_slug: str
    """Folder name under which the story was first published."""
    day: date | None
    """First day on which the story was gone; None if not recorded."""


@dataclass(frozen=True, kw_only=True)
class Guide:
    """An edition and the stories that may be published in it, latest told first.

    Stories told on the same day are in order of slug. Each index is built once, on first use, so that a lookup costs
    the same however many stories there are.
    """

    edition: Edition
    stories: tuple[Story, ...] = ()
    gone: tuple[str, ...] = ()
    """Slugs of stories withdrawn or whose consent has ended; a neutral page stands at their addresses."""
    gone_before: tuple[str, ...] = ()
    """Earlier addresses of the stories in `gone`; the same neutral page stands there."""
    removals: tuple[Removal, ...] = ()
    """Records of the stories in `gone`, for tombstones in feeds."""
    day: date | None = None
    """Day the guide is made for, used to tell whether facts and events are out of date; None if not needed."""
    tins: "tuple[Tin, ...]" = ()
    """Published tins (practitioner resources), in the order of the shelf."""
    posts: "tuple[Post, ...]" = ()
    """News posts that may be shown on `day`, latest first."""
    form: "Form | None" = None
    """Form for telling a story online; None if not needed."""
    schema: Mapping[str, object] = field(default_factory=dict)
    """JSON Schema of a story's facts; empty if not needed."""
    unpublished: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Reasons why a story is not published, by slug; filled in a preview only. Such a story is in `stories` too,
    unless it cannot be read or must not be shown."""
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Problems by slug of the story that has them; filled in a preview only."""

    @cached_property
    def by_slug(self) -> dict[str, Story]:
        """Index of stories by slug."""
        return {story.slug: story for story in self.stories}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Index of places by slug, in the edition's order."""
        return {place.slug: place for place in self.edition.places}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Index of areas by slug, in the edition's order."""
        return {area.slug: area for area in self.edition.areas}

    @cached_property
    def themes(self) -> dict[str, Theme]:
        """Index of themes by slug, in the edition's order."""
        return {theme.slug: theme for theme in self.edition.themes}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """Index of all frameworks' dimensions by slug, in the edition's order."""
        return {d.slug: d for framework in self.edition.frameworks for d in framework.dimensions}

    @cached_property
    def framework_of(self) -> dict[str, Framework]:
        """Index of frameworks by the slug of each of their dimensions."""
        return {d.slug: framework for framework in self.edition.frameworks for d in framework.dimensions}

    @cached_property
    def in_place(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of place, in the guide's order; places without stories are left out."""
        return _gathered((slug, story) for story in self.stories for slug in story.places)

    @cached_property
    def in_area(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of area, in the guide's order; areas without stories are left out."""
        return _gathered(
            (area, story)
            for story in self.stories
            for area in dict.fromkeys(self.places[p].area for p in story.places if p in self.places)
        )

    @cached_property
    def about_theme(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of theme, in the guide's order; themes without stories are left out."""
        return _gathered((slug, story) for story in self.stories for slug in story.themes)

    @cached_property
    def showing(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of the dimension they show, in the guide's order."""
        return _gathered((evidence.dimension, story) for story in self.stories for evidence in story.evidence)

    @cached_property
    def told_by(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of the storyteller; leaves out storytellers who asked not to be named."""
        return _gathered((s.storyteller.slug, s) for s in self.stories if s.storyteller and s.storyteller.slug)

    @cached_property
    def storytellers(self) -> dict[str, Storyteller]:
        """Index of named storytellers by slug, sorted by name, as their latest story credits them."""
        found = {slug: stories[0].storyteller for slug, stories in self.told_by.items()}
        return {
            slug: s
            for slug, s in sorted(found.items(), key=lambda item: item[1].name.casefold() if item[1] else "")
            if s
        }

    @cached_property
    def translations(self) -> dict[str, tuple[Story, ...]]:
        """Index of translations by slug of the story they were translated from."""
        return _gathered((story.translation_of, story) for story in self.stories if story.translation_of)

    @cached_property
    def trails(self) -> tuple[Trail, ...]:
        """Trails with at least `FEWEST_STOPS` published stops, each without its unpublished stops."""
        walked = (
            replace(trail, stops=tuple(stop for stop in trail.stops if stop.story in self.by_slug))
            for trail in self.edition.trails
        )
        return tuple(trail for trail in walked if len(trail.stops) >= FEWEST_STOPS)

    @cached_property
    def trails_with(self) -> dict[str, tuple[Trail, ...]]:
        """Index of trails by slug of each story they stop at, in the edition's order."""
        found: defaultdict[str, list[Trail]] = defaultdict(list)
        for trail in self.trails:
            for stop in trail.stops:
                found[stop.story].append(trail)
        return {slug: tuple(trails) for slug, trails in found.items()}

    @cached_property
    def tins_by_slug(self) -> "dict[str, Tin]":
        """Index of published tins by slug."""
        return {tin.slug: tin for tin in self.tins}

    @cached_property
    def using(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of the tin they used."""
        return _gathered((use.tin, story) for story in self.stories for use in story.tins)

    @cached_property
    def helping(self) -> "dict[str, tuple[Tin, ...]]":
        """Index of tins by slug of the dimension they help with, in the order of the shelf."""
        return {
            slug: tuple(tin for tin in self.tins if slug in tin.dimensions)
            for slug in dict.fromkeys(slug for tin in self.tins for slug in tin.dimensions)
        }

    @cached_property
    def happened_next(self) -> "dict[str, tuple[Post, ...]]":
        """Index of posts by slug of the story they continue, earliest post first."""
        found: defaultdict[str, list[Post]] = defaultdict(list)
        for post in reversed(self.posts):
            if post.happened_next:
                found[post.happened_next].append(post)
        return {slug: tuple(posts) for slug, posts in found.items()}

    @cached_property
    def events_with(self) -> "dict[str, tuple[Event, ...]]":
        """Index of events not over yet by slug of the story they belong to."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.edition.events:
            if not event.is_past(self.day):
                for slug in event.stories:
                    found[slug].append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def barriers(self) -> dict[str, KnownBarrier]:
        """Index of the barriers register by slug."""
        return {barrier.slug: barrier for barrier in self.edition.barriers}

    @cached_property
    def promises(self) -> dict[str, Promise]:
        """Index of the promises register by slug."""
        return {promise.slug: promise for promise in self.edition.promises}

    @cached_property
    def meeting(self) -> dict[str, tuple[Story, ...]]:
        """Index of stories by slug of the barrier they met."""
        return _gathered((met.barrier, story) for story in self.stories for met in story.barriers)

    def where_is(self, story: Story) -> str:
        """Return the names of a story's places: "Lye" or "Lye and Wollescote"."""
        return " and ".join(self.places[slug].name for slug in story.places)


def _gathered(pairs: Iterable[tuple[str, Story]]) -> dict[str, tuple[Story, ...]]:
    found: defaultdict[str, list[Story]] = defaultdict(list)
    for slug, story in _each_once(pairs):
        found[slug].append(story)
    return {slug: tuple(stories) for slug, stories in found.items()}


def _each_once(pairs: Iterable[tuple[str, Story]]) -> Iterator[tuple[str, Story]]:
    seen: set[tuple[str, str]] = set()
    for slug, story in pairs:
        if (slug, story.slug) not in seen:
            seen.add((slug, story.slug))
            yield slug, story
