"""How old what a fact-file knows is."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Reference, Story

FRESH_YEARS = 2

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTH = re.compile(r"\b((?:1[5-9]|20)\d\d)-(\d\d)\b")
_MONTH_NAMES = [name.casefold() for name in month_name[1:]]


def check_sources(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """Each fact-file whose newest source is old; that sources have a time is seen to when they are read."""
    for story in stories:
        if story.kind is not Kind.FACT_FILE:
            continue
        times = [time for source in story.sources if (time := speaks_of(source))]
        if times and max(times) < (today.year - FRESH_YEARS, today.month):
            yield wording.sources_old(story.where("sources"), max(times)[0])


def speaks_of(source: Reference) -> tuple[int, int] | None:
    """The latest year and month a source can speak of: as it says itself, else when it was read."""
    if numbered := _MONTH.findall(source.as_of):
        return max((int(year), int(month)) for year, month in numbered)
    if years := _YEAR.findall(source.as_of):
        said = source.as_of.casefold()
        months = [number for number, name in enumerate(_MONTH_NAMES, 1) if name in said]
        return max(map(int, years)), (months[-1] if months else 12)
    return (source.accessed.year, source.accessed.month) if source.accessed else None
