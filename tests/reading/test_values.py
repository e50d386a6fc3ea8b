"""Single values as contributors write them: what they are read as, and what is said of those that cannot be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.model.licence import LICENCES
from storyguide.model.place import Point, Precision
from storyguide.reading.values import (
    DAY,
    LANGUAGE,
    LICENCE,
    POINT,
    SLUG,
    WEB_ADDRESS,
    YES_OR_NO,
    a_choice,
    a_line,
    a_text,
    one_of,
    rounded_for,
)
from storyguide.reading.written import Reading, Several, Text


def read(kind, written, key="told_on"):
    reading = Reading("stories/x/story.md")
    value = kind.read(Text(written, 3) if isinstance(written, str) else written, key, reading)
    return value, [problem.mend for problem in reading.problems]


def test_a_day_is_written_year_first():
    assert read(DAY, "2026-03-14") == (date(2026, 3, 14), [])


@pytest.mark.parametrize(("written", "mend"), [
    ("31/01/1953", "Write: told_on: 1953-01-31"),
    ("2026-3-4", "Write: told_on: 2026-03-04"),
    ("2026/03/14", "Write: told_on: 2026-03-14"),
    ("2024-13-05", "Write: told_on: 2024-05-13"),
    ("14 March 2026", "Write: told_on: 2026-03-14"),
    ("Saturday, 14th of March 2026", "Write: told_on: 2026-03-14"),
    ("March 14, 2026", "Write: told_on: 2026-03-14"),
    ("2026-03-14 10:30", "Write: told_on: 2026-03-14"),
    ("03/04/2024", "Write told_on: 2024-04-03 for 3 April or told_on: 2024-03-04 for 4 March."),
    ("2024-13-45", "Write year, month and day, for example: told_on: 2026-03-14"),
    ("the winter of 1953", "Write year, month and day, for example: told_on: 2026-03-14"),
])  # fmt: skip
def test_another_way_to_write_a_day_is_met_with_the_right_one(written, mend):
    assert read(DAY, written) == (None, [mend])


@pytest.mark.parametrize("written", ["a <b>bold</b> title", "a \u202e title", "a \u200b title"])
def test_a_line_holds_no_signs_that_mean_something_elsewhere(written):
    value, (mend,) = read(a_line(), written)

    assert value is None
    assert mend == "Write it in plain words, without that sign."


def test_a_line_too_long_is_told_how_much_fits_and_read_all_the_same():
    assert read(a_line(10), "twelve signs") == ("twelve signs", ["Shorten it to 10 letters or fewer."])


def test_a_line_broken_in_two_is_one_line():
    assert read(a_line(), "Neighbours\nmend  things ") == ("Neighbours mend things", [])


def test_a_text_keeps_its_lines():
    assert read(a_text(), "Come at ten.\nBring a cup.\n") == ("Come at ten.\nBring a cup.", [])


def test_a_list_is_not_a_line():
    value, (mend,) = read(a_line(), Several((Text("a", 3),), 3), "title")

    assert value is None
    assert mend.startswith("Write it on one line")


@pytest.mark.parametrize("written", ["52.449, -2.049", "52.449,-2.049", "52.449 -2.049", "52.449; -2.049"])
def test_a_point_is_degrees_north_and_east(written):
    assert read(POINT, written, "location") == (Point(52.449, -2.049), [])


def test_a_point_may_be_a_list_of_two():
    value, problems = read(POINT, Several((Text("52.449", 3), Text("-2.049", 3)), 3), "location")

    assert (value, problems) == (Point(52.449, -2.049), [])


@pytest.mark.parametrize(
    "written", ["Dudley", "91, 0", "0, 181", "52.449", "1, 2, 3", "52,449, 2", "nan, nan", "1e3, 2"]
)
def test_what_is_no_point_is_told_with_an_example(written):
    value, (mend,) = read(POINT, written, "location")

    assert value is None
    assert 'location: "51.449, -1.249"' in mend


@pytest.mark.parametrize(("precision", "point"), [
    (Precision.EXACT, Point(52.44912, -2.04988)),
    (Precision.STREET, Point(52.449, -2.05)),
    (Precision.AREA, Point(52.45, -2.05)),
    (Precision.HIDDEN, None),
])  # fmt: skip
def test_a_point_is_rounded_to_what_was_agreed(precision, point):
    assert rounded_for(Point(52.4491234, -2.0498765), precision) == point


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_no_digit_beyond_what_was_agreed_is_left(north, east):
    point = rounded_for(Point(north, east), Precision.AREA)

    assert all(len(f"{degrees}".partition(".")[2]) <= 2 for degrees in (point.north, point.east))


@pytest.mark.parametrize(("written", "value"), [("true", True), ("Yes", True), ("no", False), ("FALSE", False)])
def test_yes_and_no_are_taken_as_people_write_them(written, value):
    assert read(YES_OR_NO, written) == (value, [])


def test_a_choice_misspelt_is_met_with_the_nearest():
    assert read(a_choice("none", "adults", "children"), "childrn", "people") == (None, ["Change it to “children”."])


def test_a_choice_far_from_any_is_met_with_all():
    assert read(one_of(Precision), "7", "precision") == (None, ["Choose from: exact, street, area, hidden."])


def test_a_choice_forgives_capitals():
    assert read(one_of(Precision), "Area", "precision") == (Precision.AREA, [])


@pytest.mark.parametrize(("written", "name"), [
    *((name, name) for name in LICENCES),
    ("CC-BY-4.0", "CC BY 4.0"), ("cc by-sa 4.0", "CC BY-SA 4.0"), ("CC0-1.0", "CC0 1.0"),
    ("All Rights Kept", "all rights kept"),
])  # fmt: skip
def test_a_licence_is_known_however_it_is_spelt(written, name):
    assert read(LICENCE, written) == (name, [])


@pytest.mark.parametrize(("written", "name"), [
    ("CC BY", "CC BY 4.0"), ("CC BY-SA 3.0", "CC BY-SA 4.0"), ("CC0", "CC0 1.0"),
    ("All rights reserved", "all rights kept"), ("Creative Commons Attribution", "CC BY 4.0"),
    ("Creative Commons Attribution-ShareAlike International", "CC BY-SA 4.0"),
])  # fmt: skip
def test_a_licence_not_quite_named_is_met_with_the_nearest(written, name):
    assert read(LICENCE, written) == (None, [f"Change it to “{name}”."])


@pytest.mark.parametrize("written", ["Creative Commons", "CC", "CC 4.0"])
def test_nobody_who_names_no_licence_of_creative_commons_is_told_to_give_up_every_right(written):
    [mend] = read(LICENCE, written)[1]
    assert mend.startswith("Choose from: CC")


@pytest.mark.parametrize(("written", "tag"), [("en", "en"), ("en-gb", "en-GB"), ("PA-guru-in", "pa-Guru-IN")])
def test_a_language_is_its_sign(written, tag):
    assert read(LANGUAGE, written) == (tag, [])


@pytest.mark.parametrize(("written", "sign"), [("English", "en"), ("polish", "pl"), ("Cymraeg", "cy"), ("اردو", "ur")])
def test_a_language_in_words_is_met_with_its_sign(written, sign):
    assert read(LANGUAGE, written) == (None, [f"Change it to “{sign}”."])


def test_a_language_nobody_here_knows_is_told():
    assert read(LANGUAGE, "Klingon, mostly")[1][0].startswith("Write its sign after")


def test_a_slug_that_is_none_is_met_with_one():
    assert read(SLUG, "Wren's Nest!", "also_at") == (None, ["Change it to “wrens-nest”."])


@pytest.mark.parametrize(
    "written", ["https://example.org/", "http://example.org:8080/a?b=c#d", "https://www.example.org/~x/é"]
)
def test_a_web_address_leads_to_the_web(written):
    assert read(WEB_ADDRESS, written) == (written, [])


@pytest.mark.parametrize("written", [
    "javascript:alert(1)", "data:text/html,x", "//example.org", "example", "https://", "https://a b.org/", "ftp://example.org/",
    "https://user@example.org/", 'https://example.org/"x', "https://example.org:port/", "https://[::1",
    "mailto:mo@example.org",
])  # fmt: skip
def test_an_address_that_leads_elsewhere_is_refused(written):
    value, (_,) = read(WEB_ADDRESS, written)

    assert value is None


def test_a_web_address_without_its_beginning_is_met_with_the_whole():
    assert read(WEB_ADDRESS, "www.example.org/us", "address")[1] == ["Write: address: https://www.example.org/us"]


KINDS = [DAY, LANGUAGE, LICENCE, POINT, SLUG, WEB_ADDRESS, YES_OR_NO, a_line(), a_text(), one_of(Precision)]


@given(st.sampled_from(KINDS), st.text(max_size=40) | st.from_regex(r"\A[\d./: -]{1,20}\Z"))
def test_any_text_is_read_or_told(kind, written):
    value, problems = read(kind, written)

    assert value is not None or problems
