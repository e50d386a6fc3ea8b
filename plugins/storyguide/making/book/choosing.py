"""Choose the stories that may stand in the book, and say why the others may not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from storyguide.model.gates import Gate, closed_beyond_the_web
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Story
from storyguide.model.trail import Trail


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A choice of stories for a booklet; each field that is not empty narrows it further."""

    place: str = ""
    """Slug of a place or an area."""
    theme: str = ""
    trail: str = ""

    def __bool__(self) -> bool:
        return bool(self.place or self.theme or self.trail)


EVERYTHING = Choice()
"""The choice of all stories."""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A story that is on the web and not in this book."""

    slug: str
    title: str
    why: str
    """Reason, as a sentence."""


_KEPT = "All rights to it are kept, so that it may be read on the web and not copied."
_NOT_AGREED = "Whoever tells it has agreed to the web, and not to a book."
_NO_FACE = "No typeface at hand has its letters, so that it could not be printed."


def chosen(guide: Guide, choice: Choice = EVERYTHING) -> tuple[Story, ...]:
    """Return the stories chosen, whether they may stand in a book or not; those of a trail in its order."""
    stories = guide.stories
    if choice.trail:
        trail = trail_of(guide, choice.trail)
        stories = tuple(guide.by_slug[stop.story] for stop in trail.stops) if trail else ()
    if choice.place:
        here = {story.slug for of in (guide.in_place, guide.in_area) for story in of.get(choice.place, ())}
        stories = tuple(story for story in stories if story.slug in here)
    if choice.theme:
        stories = tuple(story for story in stories if choice.theme in story.themes)
    return stories


def trail_of(guide: Guide, slug: str) -> Trail | None:
    """Return the trail with this slug; None when the guide has no such trail to walk."""
    return next((trail for trail in guide.trails if trail.slug == slug), None)


def why_not(story: Story, letters: str = "") -> str:
    """Return the reason why a story may not stand in the book; "" for one that may.

    letters: those of the story that cannot be printed.
    """
    gate = closed_beyond_the_web(story, "book")
    if gate:
        return _KEPT if gate is Gate.LICENCE else _NOT_AGREED
    return _NO_FACE if letters else ""


def left_out(stories: tuple[Story, ...], unprintable: Mapping[str, str]) -> tuple[LeftOut, ...]:
    """Return the stories that are not in the book, sorted by title.

    A title that cannot be printed is replaced with the slug.
    """

    def named(story: Story) -> str:
        return story.slug if set(story.title) & set(unprintable.get(story.slug, "").split()) else story.title

    found = [(story, why_not(story, unprintable.get(story.slug, ""))) for story in stories]
    return tuple(
        LeftOut(slug=story.slug, title=named(story), why=why)
        for story, why in sorted(found, key=lambda one: (one[0].title.casefold(), one[0].slug))
        if why
    )


def for_a_book(story: Story) -> Story:
    """Return the story without the photos that may not be copied."""
    photos = tuple(p for p in story.photos if not p.licence or LICENCES[p.licence].shares)
    return story if photos == story.photos else replace(story, photos=photos)
