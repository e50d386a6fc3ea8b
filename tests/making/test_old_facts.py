"""A fact-file whose facts nobody has looked up for two years says so, in the month in which it is read."""

from datetime import date

import pytest
from storyguide.making.cards import Cards
from storyguide.making.output import OutputPage
from storyguide.making.pages.stories import make_stories
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Reference

from tests.builders import a_guide, a_story

SAID = "These facts were last checked in March 2024, so some may have changed since."


def html(guide: Guide) -> str:
    (page,) = (made for made in make_stories(guide, Cards(guide)) if isinstance(made, OutputPage))
    return page.html


def a_fact_file(*accessed: date | None, told_on: date = date(2024, 3, 14)):
    sources = tuple(Reference(title="Echo", accessed=day, as_of="2019") for day in accessed)
    return a_story(kind=Kind.FACT_FILE, storyteller=None, consent=None, sources=sources, told_on=told_on)


@pytest.mark.parametrize(
    ("day", "old"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True), (date(2025, 12, 24), False), (None, False)]
)
def test_facts_are_old_from_the_month_after_two_years(day: date | None, old: bool):
    assert (SAID in html(a_guide(stories=(a_fact_file(date(2024, 3, 1)),), day=day))) is old


def test_one_source_read_again_makes_them_new():
    story = a_fact_file(date(2024, 3, 1), date(2026, 9, 2))

    assert "last checked" not in html(a_guide(stories=(story,), day=date(2026, 11, 22)))


def test_where_no_day_of_reading_is_given_they_are_as_old_as_the_fact_file():
    assert SAID in html(a_guide(stories=(a_fact_file(None),), day=date(2026, 11, 22)))


def test_a_told_story_does_not_age():
    assert "last checked" not in html(a_guide(stories=(a_story(told_on=date(2011, 1, 1)),), day=date(2026, 11, 22)))
