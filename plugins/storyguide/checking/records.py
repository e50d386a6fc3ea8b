"""Check that the registers of barriers and promises fit the edition and the stories, and name no person."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from storyguide.model.edition import Edition
from storyguide.model.place import OF_AN_AREA
from storyguide.model.problem import Problem
from storyguide.model.problems import checks
from storyguide.model.problems import records as wording
from storyguide.model.register import Entry, KnownBarrier
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.tin import Tin


def check_records(
    edition: Edition, stories: Sequence[Story], tins: "Sequence[Tin]" = (), *, today: date = date.max
) -> Iterator[Problem]:
    """Yield a problem for each unknown theme, place or barrier, each promise done in the future, and each person named.

    Stories' barriers are only checked when the edition has a register of barriers; otherwise they may be called
    anything.
    """
    themes = {theme.slug: theme.name for theme in edition.themes}
    places = {place.slug: place.name for place in edition.places}
    places |= {area.slug.removesuffix(OF_AN_AREA): area.name for area in edition.areas}
    for barrier in edition.barriers:
        if barrier.theme_name and barrier.theme not in themes:
            yield checks.unknown_theme(barrier.where("theme"), barrier.theme_name, themes)
        for number, (slug, name) in enumerate(zip(barrier.places, barrier.place_names, strict=True)):
            if slug not in places:
                yield checks.unknown_place(barrier.where(f"places[{number}]"), name, places)
    for promise in edition.promises:
        if promise.done_on and promise.done_on > today:
            yield wording.done_to_come(promise.where("done_on"), promise.done_on)
    if edition.barriers:
        yield from _check_stories(edition.barriers, stories)
    yield from _check_persons(edition, stories, tins)


def publishable(edition: Edition, stories: Iterable[Story]) -> Edition:
    """Return the edition without register entries that hold private details or name a person of the guide."""
    if not edition.barriers and not edition.promises:
        return edition
    named = _people(edition, stories)
    return replace(
        edition,
        barriers=tuple(one for one in edition.barriers if not one.private and not _named(_words(one), named)),
        promises=tuple(one for one in edition.promises if not one.private and not _named(_words(one), named)),
    )


def _check_stories(barriers: Sequence[KnownBarrier], stories: Iterable[Story]) -> Iterator[Problem]:
    known = {barrier.slug: barrier.name for barrier in barriers}
    for story in stories:
        for number, met in enumerate(story.barriers):
            if met.barrier not in known:
                keys = (f"barriers[{number}].barrier", f"barriers[{number}]", "barriers.barrier", "barriers")
                key = next((key for key in keys if key in story.written), keys[0])
                yield wording.unknown_barrier(story.where(key), story.written.get(key, met.barrier), known)


def _check_persons(edition: Edition, stories: Iterable[Story], tins: "Sequence[Tin]") -> Iterator[Problem]:
    """Yield a problem for each full name of a person of the guide in a register entry or in notes of a session."""
    sessions = [(page, block) for tin in tins for page in tin.pages for block in page.blocks if block.kind == "heard"]
    entries: tuple[Entry, ...] = (*edition.barriers, *edition.promises)
    if not sessions and not entries:
        return
    named = _people(edition, stories)
    for entry in entries:
        if name := _named(_words(entry), named):
            yield wording.person_in_record(entry.source, name)
    for page, block in sessions:
        if name := _named(str(block), named):
            yield wording.person_in_record(page.at(block.line), name)


def _people(edition: Edition, stories: Iterable[Story]) -> list[str]:
    """Return the sorted full names of storytellers and editors; a first name alone may be anybody's."""
    names = {story.storyteller.name for story in stories if story.storyteller and story.storyteller.slug}
    return sorted(name for name in names | {editor.name for editor in edition.editors} if " " in name)


def _words(entry: Entry) -> str:
    """Return all that an entry says of itself; its sources are left out, as they may be titled after anybody."""
    if isinstance(entry, KnownBarrier):
        return " | ".join((entry.name, entry.what, entry.activity, entry.since, entry.eased_by))
    said = (getattr(entry, name, "") for name in ("who", "what", "asked_at", "programme"))
    return " | ".join(said)


def _named(words: str, names: Iterable[str]) -> str:
    """Return the first of these names that stands in the words as whole words; "" when none does."""
    return next((name for name in names if name in words and re.search(rf"\b{re.escape(name)}\b", words)), "")
