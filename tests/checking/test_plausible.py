"""Days and locations that can be read, and can hardly be right."""

from datetime import date

import pytest
from storyguide.checking import check_stories
from storyguide.model.people import Consent
from storyguide.model.place import Outline, Point
from storyguide.model.story import Reference, Status
from storyguide.model.when import Happened

from tests.builders import a_place, a_story, an_edition

TODAY = date(2026, 11, 22)
ODD = {"told-to-come", "unlikely-day", "location-swapped", "location-far-away"}


def told(edition=None, **facts):
    found = check_stories(edition or an_edition(), [a_story(**facts)], today=TODAY)
    return [problem for problem in found if problem.code in ODD]


@pytest.mark.parametrize(
    ("day", "year"), [(date(2062, 3, 14), 2026), (date(2206, 3, 14), 2026), (date(2205, 1, 2), 2025)]
)
def test_a_story_told_in_the_future_is_held_back_with_the_year_that_was_likely_meant(day, year):
    (problem,) = told(told_on=day)

    assert problem.code == "told-to-come"
    assert problem.blocks
    assert f"told_on: {day.replace(year=year)}" in problem.mend


def test_a_story_told_tomorrow_has_no_other_year_proposed():
    (problem,) = told(told_on=date(2026, 11, 23))

    assert "Was" not in problem.mend


@pytest.mark.parametrize("day", [date(2106, 2, 8), date(2999, 1, 1), date.max])
def test_a_day_that_is_no_slip_of_figures_has_none_proposed_that_is_still_to_come(day):
    (problem,) = told(told_on=day)

    assert problem.code == "told-to-come"
    assert "2106-" not in problem.mend


def test_a_draft_that_is_still_to_be_told_gets_a_note():
    (problem,) = told(told_on=date(2062, 3, 14), status=Status.DRAFT)

    assert not problem.blocks


@pytest.mark.parametrize(
    "facts",
    [
        {"told_on": date(1500, 3, 14)},
        {"approved_on": date(1026, 3, 12)},
        {"consent": Consent(given=date(1206, 3, 1))},
        {"happened": Happened(written="spring 2062", first_year=2062, last_year=2062, order=(2062, 4))},
        {"publish_on": date(2206, 1, 1)},
        {"review_on": date.max},
        {"sources": (Reference(title="The Messenger", accessed=date(2062, 1, 1)),)},
        {"sources": (Reference(title="The Messenger", accessed=date(1926, 1, 1)),)},
    ],
)
def test_any_other_day_that_can_hardly_be_right_gets_a_note(facts):
    (problem,) = told(**facts)

    assert problem.code == "unlikely-day"
    assert not problem.blocks


@pytest.mark.parametrize("facts", [{"approved_on": date(1206, 3, 12)}, {"consent": Consent(given=date(1206, 3, 1))}])
def test_no_day_of_consent_or_approval_is_proposed(facts):
    (problem,) = told(**facts)

    assert "Was" not in problem.mend


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"told_on": TODAY},
        {"told_on": date(1912, 5, 1)},
        {"happened": Happened(written="1640s", first_year=1640, last_year=1649, order=(1640, 0))},
        {"consent": Consent(given=date(2026, 3, 1), until=date.max)},
        {"publish_on": date(2027, 1, 1), "review_on": date(2031, 1, 1)},
    ],
)
def test_days_that_may_be_right_are_let_be(facts):
    assert told(**facts) == []


WITH_POINTS = an_edition(places=(a_place(point=Point(51.0, -1.25)),))
WITH_OUTLINE = an_edition(
    outline=Outline(rings=(((-1.3, 50.9), (-1.2, 50.9), (-1.2, 51.1), (-1.3, 50.9)),), attribution="")
)


@pytest.mark.parametrize("edition", [WITH_POINTS, WITH_OUTLINE])
def test_a_location_the_wrong_way_round_is_told_without_its_figures(edition):
    (problem,) = told(edition, location=Point(-1.257, 51.003))

    assert (problem.code, problem.blocks) == ("location-swapped", False)
    assert not any(figure.isdigit() for figure in problem.message + problem.mend)


@pytest.mark.parametrize("point", [Point(51.0, 1.25 + 10), Point(15.0, -1.25), Point(-51.0, -1.25), Point(0.0, 0.0)])
def test_a_location_far_away_is_told_without_its_figures(point):
    (problem,) = told(WITH_POINTS, location=point)

    assert (problem.code, problem.blocks) == ("location-far-away", False)
    assert not any(figure.isdigit() for figure in problem.message + problem.mend)


@pytest.mark.parametrize("point", [None, Point(51.0, -1.25), Point(51.5, -1.0)])
def test_a_location_in_or_near_the_edition_is_let_be(point):
    assert told(WITH_POINTS, location=point) == []


def test_an_edition_that_says_nowhere_where_it_is_tells_of_no_location():
    assert told(an_edition(places=(a_place(),)), location=Point(-1.25, 51.0)) == []
