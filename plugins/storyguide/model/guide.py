"""Everything read, together, and what one may ask of it."""

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

if TYPE_CHECKING:  # its many small classes take longer to make than an edition without tins has time for
    from storyguide.model.event import Event
    from storyguide.model.news import Post
    from storyguide.model.question import Form
    from storyguide.model.tin import Tin

FEWEST_STOPS = 2
"""Of a trail: with fewer it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Removal:
    """That a story was taken down, or that its consent ended, with nothing of what it said."""

    first_slug: str
    """The folder's name under which it was first published."""
    day: date | None
    """From which it was gone; None where nobody wrote it down."""


@dataclass(frozen=True, kw_only=True)
class Guide:
    """An edition and the stories that may be published in it, latest told first.

    Stories of one day stand by slug. Each question is answered from an index made once,
    so that what is asked of every story costs the same however many there are.
    """

    edition: Edition
    stories: tuple[Story, ...] = ()
    gone: tuple[str, ...] = ()
    """Slugs whose story was withdrawn, or whose consent has ended: a neutral page stands there."""
    gone_before: tuple[str, ...] = ()
    """Older addresses of those: the same page stands there."""
    removals: tuple[Removal, ...] = ()
    """Of the same stories."""
    day: date | None = None
    """The day it is made on, by which facts are old; None where nobody needs to know."""
    tins: "tuple[Tin, ...]" = ()
    """What may be published On the Tin, in the order of the shelf."""
    posts: "tuple[Post, ...]" = ()
    """News that may be shown on the day, the latest first."""
    form: "Form | None" = None
    """By which a story is told here; None where that is of no interest."""
    schema: Mapping[str, object] = field(default_factory=dict)
    """What a story's facts may be, as a JSON Schema; empty where that is of no interest."""
    unpublished: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """In a preview only: why a story is not published, by its slug, for each that is not. It is among the stories
    too, unless it cannot be read or must not be shown."""
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """In a preview only: the problems of each story that has any, by its slug."""

    @cached_property
    def by_slug(self) -> dict[str, Story]:
        """Each story by its slug."""
        return {story.slug: story for story in self.stories}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Each place by its slug, in the edition's order; so with the next four."""
        return {place.slug: place for place in self.edition.places}

    @cached_property
    def areas(self) -> dict[str, Area]:
        return {area.slug: area for area in self.edition.areas}

    @cached_property
    def themes(self) -> dict[str, Theme]:
        return {theme.slug: theme for theme in self.edition.themes}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        return {d.slug: d for framework in self.edition.frameworks for d in framework.dimensions}

    @cached_property
    def framework_of(self) -> dict[str, Framework]:
        """The framework of each dimension, by the dimension's slug."""
        return {d.slug: framework for framework in self.edition.frameworks for d in framework.dimensions}

    @cached_property
    def in_place(self) -> dict[str, tuple[Story, ...]]:
        """The stories of each place's slug that has any, in the guide's order; so with the next four."""
        return _gathered((slug, story) for story in self.stories for slug in story.places)

    @cached_property
    def in_area(self) -> dict[str, tuple[Story, ...]]:
        return _gathered(
            (area, story)
            for story in self.stories
            for area in dict.fromkeys(self.places[p].area for p in story.places if p in self.places)
        )

    @cached_property
    def about_theme(self) -> dict[str, tuple[Story, ...]]:
        return _gathered((slug, story) for story in self.stories for slug in story.themes)

    @cached_property
    def showing(self) -> dict[str, tuple[Story, ...]]:
        """By dimension."""
        return _gathered((evidence.dimension, story) for story in self.stories for evidence in story.evidence)

    @cached_property
    def told_by(self) -> dict[str, tuple[Story, ...]]:
        """By the storyteller's slug; those who asked not to be named are not in it."""
        return _gathered((s.storyteller.slug, s) for s in self.stories if s.storyteller and s.storyteller.slug)

    @cached_property
    def storytellers(self) -> dict[str, Storyteller]:
        """Each named storyteller by slug, sorted by name, as their latest story credits them."""
        found = {slug: stories[0].storyteller for slug, stories in self.told_by.items()}
        return {
            slug: s
            for slug, s in sorted(found.items(), key=lambda item: item[1].name.casefold() if item[1] else "")
            if s
        }

    @cached_property
    def translations(self) -> dict[str, tuple[Story, ...]]:
        """The translations of each story's slug."""
        return _gathered((story.translation_of, story) for story in self.stories if story.translation_of)

    @cached_property
    def trails(self) -> tuple[Trail, ...]:
        """Each trail that can be walked, with only those of its stops whose story is published."""
        walked = (
            replace(trail, stops=tuple(stop for stop in trail.stops if stop.story in self.by_slug))
            for trail in self.edition.trails
        )
        return tuple(trail for trail in walked if len(trail.stops) >= FEWEST_STOPS)

    @cached_property
    def trails_with(self) -> dict[str, tuple[Trail, ...]]:
        """The trails that stop at each story's slug, in the edition's order."""
        found: defaultdict[str, list[Trail]] = defaultdict(list)
        for trail in self.trails:
            for stop in trail.stops:
                found[stop.story].append(trail)
        return {slug: tuple(trails) for slug, trails in found.items()}

    @cached_property
    def tins_by_slug(self) -> "dict[str, Tin]":
        """Each published tin by its slug."""
        return {tin.slug: tin for tin in self.tins}

    @cached_property
    def using(self) -> dict[str, tuple[Story, ...]]:
        """The stories that used each tin's slug."""
        return _gathered((use.tin, story) for story in self.stories for use in story.tins)

    @cached_property
    def helping(self) -> "dict[str, tuple[Tin, ...]]":
        """The tins that help with each dimension's slug."""
        return {
            slug: tuple(tin for tin in self.tins if slug in tin.dimensions)
            for slug in dict.fromkeys(slug for tin in self.tins for slug in tin.dimensions)
        }

    @cached_property
    def happened_next(self) -> "dict[str, tuple[Post, ...]]":
        """The posts that tell what happened next of each story's slug, the earliest first."""
        found: defaultdict[str, list[Post]] = defaultdict(list)
        for post in reversed(self.posts):
            if post.happened_next:
                found[post.happened_next].append(post)
        return {slug: tuple(posts) for slug, posts in found.items()}

    @cached_property
    def events_with(self) -> "dict[str, tuple[Event, ...]]":
        """The events still to come that belong to each story's slug."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.edition.events:
            if not event.is_past(self.day):
                for slug in event.stories:
                    found[slug].append(event)
        return {slug: tuple(events) for slug, events in found.items()}

    @cached_property
    def barriers(self) -> dict[str, KnownBarrier]:
        """Each barrier of the register by its slug; so with the promises."""
        return {barrier.slug: barrier for barrier in self.edition.barriers}

    @cached_property
    def promises(self) -> dict[str, Promise]:
        return {promise.slug: promise for promise in self.edition.promises}

    @cached_property
    def meeting(self) -> dict[str, tuple[Story, ...]]:
        """The stories that met each barrier's slug."""
        return _gathered((met.barrier, story) for story in self.stories for met in story.barriers)

    def where_is(self, story: Story) -> str:
        """The names of a story's places: "Lye" or "Lye and Wollescote"."""
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
