"""How old what a fact-file knows is."""

from collections.abc import Iterable, Iterator
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.problems import checks as wording
from storyguide.model.story import Kind, Story

FRESH_YEARS = 2


def check_sources(stories: Iterable[Story], *, today: date) -> Iterator[Problem]:
    """Each fact-file whose newest source is old; that sources have a time is seen to when they are read."""
    for story in stories:
        if story.kind is not Kind.FACT_FILE:
            continue
        newest = story.newest_known
        if newest and newest < (today.year - FRESH_YEARS, today.month):
            yield wording.sources_old(story.where("sources"), newest[0])
