"""Times as people tell them are understood, kept as written and put in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.reading.when import happened


@pytest.mark.parametrize(("written", "first", "last", "order"), [
    ("2006", 2006, 2006, (2006, 0)),
    ("spring 2012", 2012, 2012, (2012, 4)),
    ("the winter of 1953", 1953, 1953, (1953, 12)),
    ("Christmas 1953", 1953, 1953, (1953, 12)),
    ("about 1974", 1974, 1974, (1974, 0)),
    ("c. 1900", 1900, 1900, (1900, 0)),
    ("March 2014", 2014, 2014, (2014, 3)),
    ("14 March 2014", 2014, 2014, (2014, 3)),
    ("2014-03-14", 2014, 2014, (2014, 3)),
    ("2014-03", 2014, 2014, (2014, 3)),
    ("early 2020", 2020, 2020, (2020, 1)),
    ("the end of 2012", 2012, 2012, (2012, 12)),
    ("the 1970s", 1970, 1979, (1970, 0)),
    ("late 1970s", 1977, 1979, (1977, 0)),
    ("the 19th century", 1800, 1899, (1800, 0)),
    ("2014 to 2016", 2014, 2016, (2014, 0)),
    ("2014–16", 2014, 2016, (2014, 0)),
    ("between 2014 and 2016", 2014, 2016, (2014, 0)),
    ("March to May 2016", 2016, 2016, (2016, 3)),
    ("spring 2012 to autumn 2013", 2012, 2013, (2012, 4)),
    ("1970s and 1980s", 1970, 1989, (1970, 0)),
    ("before 1914", 1914, 1914, (1913, 12)),
    ("2006 onwards", 2006, None, (2006, 0)),
    ("since about 2006", 2006, None, (2006, 0)),
    ("2006 to now", 2006, None, (2006, 0)),
])  # fmt: skip
def test_a_time_is_understood(written, first, last, order):
    time = happened(written)

    assert (time.written, time.first_year, time.last_year, time.order) == (written, first, last, order)


@pytest.mark.parametrize("written", [
    "", "once", "long ago", "2016 to 2014", "May 2016 to March 2016 to", "32 May 2012", "2012-13-40", "0", "12",
    "99999",
    "1973s", "spring", "march of the 2012", "1" * 90,
])  # fmt: skip
def test_what_names_no_year_is_not_guessed_at(written):
    assert happened(written) is None


def test_times_stand_in_the_order_in_which_they_happened():
    written = ["before 1974", "1974", "spring 1974", "14 August 1974", "Christmas 1974", "after 1974", "1975"]

    assert sorted(written, key=lambda each: happened(each).order) == written


PIECES = st.sampled_from(
    [
        "2006",
        "1974",
        "16",
        "12",
        "about",
        "the",
        "spring",
        "March",
        "may",
        "to",
        "-",
        "–",
        "and",
        "from",
        "since",
        "before",
        "onwards",
        "now",
        "early",
        "1970s",
        "19th",
        "century",
        "of",
        ",",
        ".",
    ]
)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=9).map(" ".join))
def test_whatever_is_understood_is_in_order_and_kept_as_written(written):
    time = happened(written)

    assert time is None or (
        time.written == written
        and (time.last_year is None or time.first_year <= time.last_year)
        and 0 <= time.order[1] <= 12
    )
