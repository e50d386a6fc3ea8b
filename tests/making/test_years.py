"""When stories happened, decade by decade."""

import re

import pytest
from storyguide.making.lines import PER_PAGE, Lines
from storyguide.making.pages.years import make_years
from storyguide.reading.when import happened

from tests.builders import a_guide, a_story


def pages(*times: str | None, language: str = ""):
    stories = tuple(
        a_story(
            slug=f"story-{number}",
            title=f"Story {number}",
            language=language,
            happened=happened(written) if written else None,
        )
        for number, written in enumerate(times)
    )
    guide = a_guide(stories=stories)
    return {page.url: page for page in make_years(guide, Lines(guide))}


def times_on(page) -> list[str]:
    return re.findall(r'<span class="when">(.*?)</span>', page.html)


def test_each_decade_that_has_stories_has_its_page_and_no_other_has():
    made = pages("about 1974", "2014 to 2016", "2010")

    assert list(made) == ["years/", "years/1970s/", "years/2010s/"]
    assert "1970s" in made["years/"].html
    assert "1980s" not in made["years/"].html


def test_a_decade_is_in_order_and_in_the_words_of_its_stories():
    made = pages("1979", "Christmas 1975", "spring 1974", "about 1974", "the 1970s", "after 1974")

    assert times_on(made["years/1970s/"]) == [
        "the 1970s", "about 1974", "spring 1974", "after 1974", "Christmas 1975", "1979",
    ]  # fmt: skip


def test_what_lasted_for_decades_stands_where_it_began_and_nowhere_else():
    made = pages("1968 to 1991")

    assert list(made) == ["years/", "years/1960s/"]
    assert "Each stands under the time at which it began, even if it went on for longer." in made["years/"].html


def test_what_is_still_going_on_has_a_page_of_its_own_beside_its_decade():
    made = pages("2006", "2006 onwards", "1986 onwards")

    assert times_on(made["years/still-going/"]) == ["1986 onwards", "2006 onwards"]
    assert times_on(made["years/2000s/"]) == ["2006", "2006 onwards"]
    assert "Still going on: 2 stories" in made["years/"].html


def test_stories_that_do_not_say_when_are_counted():
    made = pages("1974", None, None)

    assert "2 stories do not say when." in made["years/"].html
    assert "1 story does not say when." in pages(None)["years/"].html
    assert "No story says yet when it happened." in pages(None)["years/"].html
    assert "not say when" not in pages("1974")["years/"].html


def test_before_1900_a_century_has_one_page():
    made = pages("1871", "the 19th century", "1901")

    assert list(made) == ["years/", "years/1800s/", "years/1900s/"]
    assert "from 1800 to 1899" in made["years/1800s/"].html
    assert "from 1900 to 1909" in made["years/1900s/"].html


def test_a_decade_leads_to_the_next_that_has_stories():
    made = pages("1974", "1992", "2016")

    assert "Before: The 1970s" in made["years/1990s/"].html
    assert "After: The 2010s" in made["years/1990s/"].html
    assert "Before:" not in made["years/1970s/"].html
    assert "After:" not in made["years/2010s/"].html


def test_a_decade_of_many_stories_is_parted_into_pages():
    made = pages(*["2014"] * (PER_PAGE + 1))

    assert list(made) == ["years/", "years/2010s/", "years/2010s/page/2/"]
    assert len(times_on(made["years/2010s/"])) == PER_PAGE
    assert 'href="../../../../stories/story-' in made["years/2010s/page/2/"].html


@pytest.mark.parametrize(("written", "url"), [("before 1970", "years/1960s/"), ("after 1969", "years/1960s/")])
def test_a_time_known_by_one_end_only_stands_where_it_is_sorted(written, url):
    assert url in pages(written)


def test_a_title_in_another_language_says_so():
    made = pages("1974", language="pl")

    assert 'lang="pl"' in made["years/"].html
    assert 'lang="pl"' in made["years/1970s/"].html
