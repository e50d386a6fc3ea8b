"""Events are read from their file, with days and hours as people write them."""

from datetime import date, datetime
from pathlib import Path

import pytest
from storyguide.reading.edition import read_edition
from storyguide.reading.events import read_events

from tests.reading.test_edition import SOUND as EDITION

SOUND = """\
events:
  - title: The night of the missing hour
    about: We sing until the clocks go forward.
    starts: 2027-03-27 22:00
    ends: 2027-03-28 02:30
    place: Lark Hill
    venue: The bakery, ZZ9 9ZZ
    stories: [night-choir, night-choir]
    online: https://example.org/sing
  - {title: The race, about: Forty marrows., starts: 2026-08-15, told_by: the Echo, cancelled: yes}
"""


@pytest.fixture
def told(tmp_path: Path):
    """Called with the text of the file, gives what was read and what was told."""

    def read(text: str, zone: str = "Europe/London"):
        (tmp_path / "stories").mkdir(exist_ok=True)
        (tmp_path / "stories/events.yml").write_text(text, encoding="utf-8")
        return read_events(tmp_path, zone)

    return read


def test_events_are_read_whole_the_first_first(told):
    (race, night), problems = told(SOUND)

    assert problems == ()
    assert (race.slug, race.starts, race.ends, race.cancelled) == ("the-race", date(2026, 8, 15), None, True)
    assert (night.starts, night.ends) == (datetime(2027, 3, 27, 22), datetime(2027, 3, 28, 2, 30))
    assert (night.place, night.stories, night.first_day, night.last_day) == (
        *("lark-hill", ("night-choir",)),
        *(date(2027, 3, 27), date(2027, 3, 28)),
    )


def test_an_event_is_past_on_the_day_after_its_last(told):
    (_, night), _ = told(SOUND)

    assert [night.is_past(day) for day in (date(2027, 3, 28), date(2027, 3, 29), None)] == [False, True, False]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("2026-12-05 19:00", datetime(2026, 12, 5, 19)),
        ("2026-12-05T19:00", datetime(2026, 12, 5, 19)),
        ("2026-12-05, 7.30pm", datetime(2026, 12, 5, 19, 30)),
        ("2026-12-05 at 12 a.m.", datetime(2026, 12, 5, 0)),
        ("2026-12-05 12pm", datetime(2026, 12, 5, 12)),
    ],
)
def test_a_day_and_its_hour_are_read_as_people_write_them(told, written: str, meant: date):
    (event,), problems = told(f"events:\n  - title: A\n    about: B\n    starts: {written}\n")

    assert problems == ()
    assert event.starts == meant


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("5 December 2026 at 7pm", "Write: starts: 2026-12-05 19:00"),
        ("7.30 pm on 5 December 2026", "Write: starts: 2026-12-05 19:30"),
        ("05/12/2026 19:00", "Write starts: 2026-12-05 19:00 or starts: 2026-05-12 19:00."),
        ("5 Dec 2026", "Write: starts: 2026-12-05"),
        ("2026-12-05 25:00", "Write year, month, day and hour, for example: starts: 2026-12-05 19:00"),
        ("2026-02-30 19:00", "Write year, month, day and hour, for example: starts: 2026-12-05 19:00"),
        ("after tea", "Write year, month, day and hour, for example: starts: 2026-12-05 19:00"),
    ],
)
def test_other_ways_are_met_with_what_was_meant(told, written: str, mend: str):
    events, (problem,) = told(f"events:\n  - title: A\n    about: B\n    starts: {written}\n")

    assert events == ()
    assert (problem.code, problem.where.line, problem.mend) == ("not-a-moment", 4, mend)


def test_an_hour_alone_is_on_the_day_it_begins(told):
    (event,), _ = told("events:\n  - title: A\n    about: B\n    starts: 2026-12-05 19:00\n    ends: 21:30\n")

    assert event.ends == datetime(2026, 12, 5, 21, 30)


def test_there_is_no_hour_where_the_clocks_leave_it_out(told):
    text = "events:\n  - title: A\n    about: B\n    starts: 2027-03-28 01:30\n"

    (_, (told_in_london,)), (in_lagos, none) = told(text), told(text, "Africa/Lagos")

    assert told_in_london.code == "no-such-hour"
    assert (len(in_lagos), none) == (1, ())


@pytest.mark.parametrize("ends", ["2026-12-05 18:00", "2026-12-06"])
def test_what_ends_too_soon_or_without_an_hour_is_told_and_has_no_end(told, ends: str):
    (event,), (problem,) = told(
        f"events:\n  - title: A\n    about: B\n    starts: 2026-12-05 19:00\n    ends: {ends}\n"
    )

    assert problem.code == "ends-before-it-starts"
    assert event.ends is None


def test_two_events_have_two_addresses_and_none_is_a_year(told):
    events, problems = told(
        "events:\n"
        "  - {title: Soup, about: Hot., starts: 2026-12-05}\n"
        "  - {title: Soup, about: Cold., starts: 2027-12-05}\n"
        "  - {title: Soup, slug: cold-soup, about: Cold., starts: 2027-12-05}\n"
        "  - {title: 2026, about: A year., starts: 2026-12-31}\n"
    )

    assert [event.slug for event in events] == ["soup", "2026-event", "cold-soup"]
    assert [problem.code for problem in problems] == ["listed-twice"]


def test_a_venue_may_be_found_and_nobody_rung_up(told):
    _, problems = told(SOUND.replace("the clocks go forward", "you ring 01632 960 123 to stop us"))

    assert [(problem.code, problem.where.line) for problem in problems] == [("private-here", 3)]


def test_an_edition_has_its_events_categories_and_clocks(tmp_path: Path, told):
    told(SOUND)
    more = "news_categories: [Round here, The guide]\ntime_zone: Africa/Lagos\n"
    (tmp_path / "stories/edition.yml").write_text(EDITION + more, encoding="utf-8")

    edition, problems = read_edition(tmp_path)

    assert [problem for problem in problems if problem.where.path.endswith("events.yml")] == []
    assert [event.slug for event in edition.events] == ["the-race", "the-night-of-the-missing-hour"]
    assert [(one.slug, one.name) for one in edition.news_categories] == [
        *[("round-here", "Round here"), ("the-guide", "The guide")],
    ]
    assert edition.time_zone == "Africa/Lagos"


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("2026-12-05T19:00:00Z", "Write: starts: 2026-12-05 19:00"),
        ("2026-07-05T19:00:00Z", "Write: starts: 2026-07-05 20:00"),
        ("2026-12-05T19:00+02:00", "Write: starts: 2026-12-05 17:00"),
        ("2026-12-05 19:00:00", "Write: starts: 2026-12-05 19:00"),
    ],
)
def test_a_moment_as_programs_write_it_is_met_with_the_towns_own_hour(told, written: str, mend: str):
    _, (problem,) = told(f"events:\n  - title: A\n    about: B\n    starts: {written}\n")

    assert (problem.code, problem.mend) == ("not-a-moment", mend)


@pytest.mark.parametrize("written", ["9999-12-31", "9999-12-31 23:50", "0001-01-01 00:10", "0001-01-01T00:00+14:00"])
def test_the_first_and_the_last_day_of_all_are_none_for_an_event(told, written: str):
    events, (problem,) = told(f"events:\n  - title: A\n    about: B\n    starts: {written}\n", "America/New_York")

    assert events == ()
    assert problem.code == "not-a-moment"


def test_what_goes_on_past_midnight_is_told_how_to_say_so(told):
    _, (problem,) = told("events:\n  - title: A\n    about: B\n    starts: 2026-12-31 22:00\n    ends: 01:00\n")

    assert problem.mend == "If it goes on past midnight, write: ends: 2027-01-01 01:00"


def test_an_event_of_which_nobody_can_tell_whether_it_is_called_off_waits(told):
    events, problems = told(SOUND.replace("cancelled: yes", "cancelled: perhaps"))

    assert [event.slug for event in events] == ["the-night-of-the-missing-hour"]
    assert [problem.code for problem in problems] == ["not-a-choice"]


@pytest.mark.parametrize("fact", ["title", "about", "venue", "told_by"])
def test_nothing_is_published_of_an_event_that_says_how_to_reach_somebody(told, fact: str):
    facts = {"title": "A", "about": "B", "starts": "2026-12-05"} | {fact: "Ring 01632 960 123"}

    events, problems = told("events:\n  - " + "\n    ".join(f"{name}: {value}" for name, value in facts.items()) + "\n")

    assert events == ()
    assert [problem.code for problem in problems] == ["private-here"]


def test_a_title_beyond_all_measure_makes_no_address_that_a_disk_cannot_hold(told):
    (event,), (problem,) = told(f"events:\n  - title: {'long ' * 900}\n    about: B\n    starts: 2026-12-05\n")

    assert problem.code == "too-long"
    assert len(event.slug) <= 100
