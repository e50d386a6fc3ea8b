"""Check that the sources of fact-files are not too old."""

from collections.abc import Iterable, Iterator
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Story

FRESH_YEARS = 2
"""Years after which the newest source of a fact-file is old."""


def check_sources(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """Yield a problem for each fact-file whose newest source is older than FRESH_YEARS.

    That sources have a date at all is checked when they are read.
    """
    for story in stories:
        if story.kind is not Kind.FACT_FILE:
            continue
        newest = story.newest_known
        if newest and newest < (today.year - FRESH_YEARS, today.month):
            yield wording.sources_old(story.where("sources"), newest[0])
