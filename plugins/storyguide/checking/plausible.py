"""Check that the days and the location of a story are plausible."""

import math
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations

from storyguide.model.edition import Edition
from storyguide.model.place import Point
from storyguide.model.problem import Problem
from storyguide.model.problems import plausible as wording
from storyguide.model.story import Status, Story

_FIRST_TOLD = 1900
"""Year. A story told earlier would be a letter or a diary, which is rare enough to ask about."""
_FIRST_PAGE = 1990
"""Year. No web page is older, so no source can have been read there before."""
_AHEAD = 10
"""Years ahead for which editors may make plans."""
_KM_FROM_ALL = 100
"""Kilometres from the edition's ground that a story may happen: a day out, and not another country."""
_KM_A_DEGREE = 111.2


def check_days(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """Yield a problem for each day that can hardly be right, with the day likely meant where digits are swapped.

    Only a `told_on` in the future holds a story back: it would stand before all others until that day.
    """
    for story in stories:
        if story.told_on > today and story.status is Status.READY:
            yield wording.told_to_come(story.where("told_on"), story.told_on, _likely(story.told_on, today))
        elif story.told_on > today:
            yield _unlikely(story, "told_on", story.told_on, "still to come", today)
        yield from _long_ago(story, today)
        yield from _to_come(story, today)


def _long_ago(story: Story, today: date) -> Iterator[Problem]:
    consent = story.consent
    for key, day in (
        ("told_on", story.told_on),
        ("approved_on", story.approved_on),
        ("consent.given", consent.given if consent else None),
    ):
        if day and date.min < day and day.year < _FIRST_TOLD:  # date.min stands for a day that is not written
            yield _unlikely(story, key, day, "very long ago", today)
    for number, source in enumerate(story.sources):
        if source.accessed and source.accessed.year < _FIRST_PAGE:
            yield _unlikely(story, f"sources[{number}].accessed", source.accessed, "before there was a web", today)


def _to_come(story: Story, today: date) -> Iterator[Problem]:
    if story.happened and story.happened.first_year > today.year:
        likely = _likely_year(story.happened.first_year, today.year)
        yield wording.unlikely_day(
            story.where("happened"), "happened", f"“{story.happened.written}”", "still to come", str(likely or "")
        )
    for number, source in enumerate(story.sources):
        if source.accessed and source.accessed > today:
            yield _unlikely(story, f"sources[{number}].accessed", source.accessed, "still to come", today)
    for key, planned in (("publish_on", story.publish_on), ("review_on", story.review_on)):
        if planned and planned.year > today.year + _AHEAD:
            yield _unlikely(story, key, planned, f"more than {_AHEAD} years ahead", today)


def _unlikely(story: Story, key: str, day: date, why: str, today: date) -> Problem:
    """Return the problem of an unlikely day, with the year that was likely meant; `why` says what is odd."""
    # A day of consent or approval is never suggested: only its storyteller knows it.
    likely = None if key in ("approved_on", "consent.given") else _likely(day, today)
    name = key.rpartition(".")[2]
    return wording.unlikely_day(
        story.where(key), name, f"{day.day} {day:%B} {day.year:04}", why, str(likely.year) if likely else ""
    )


def _likely(day: date, today: date) -> date | None:
    """Return the same day in the year that was likely meant; None when there is none or it is still to come."""
    year = _likely_year(day.year, today.year)
    try:
        likely = day.replace(year=year) if year else None
    except ValueError:  # 29 February has no such day in other years
        return None
    return likely if likely and likely <= today else None


def _likely_year(year: int, now: int) -> int:
    """Return the latest of the last 100 years up to `now` with the same four digits in another order; 0 for none."""
    turned = {int("".join(figures)) for figures in permutations(f"{year:04}")} - {year}
    return max((each for each in turned if now - 100 < each <= now), default=0)


def check_locations(edition: Edition, stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each location far from the edition, saying when its two numbers stand the wrong way round.

    Yields nothing when the edition has neither an outline nor points of its places, since distance cannot be judged.
    """
    ground = _ground(edition)
    if not ground:
        return
    for story in stories:
        point = story.location
        if point is None or _is_near(point, ground):
            continue
        where = story.where("location")
        turned = Point(point.east, point.north) if abs(point.east) <= 90 else None
        if turned and _is_near(turned, ground):
            yield wording.places_swapped(where)
        else:
            yield wording.place_far_away(where, edition.town)


def _ground(edition: Edition) -> tuple[float, float, float, float] | None:
    """Return the bounds (south, west, north, east) in degrees of the edition's outline and places; None if neither."""
    points = [(place.point.north, place.point.east) for place in edition.places if place.point]
    if edition.outline:
        points += [(north, east) for ring in edition.outline.rings for east, north in ring]
    if not points:
        return None
    north, east = zip(*points, strict=True)
    return min(north), min(east), max(north), max(east)


def _is_near(point: Point, ground: tuple[float, float, float, float]) -> bool:
    """Return whether a point lies within bounds (south, west, north, east), or at most _KM_FROM_ALL outside them."""
    south, west, north, east = ground
    up = max(south - point.north, 0.0, point.north - north)
    across = max(west - point.east, 0.0, point.east - east)
    across = min(across, 360 - across) * math.cos(math.radians(point.north))
    return math.hypot(up, across) * _KM_A_DEGREE <= _KM_FROM_ALL
