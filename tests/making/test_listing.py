"""Lists of stories as pages."""

import pytest
from storyguide.making.cards import Cards
from storyguide.making.listing import PER_PAGE, make_listing
from storyguide.making.paging import shown_pages

from tests.builders import a_guide, a_story


def test_a_list_too_long_for_one_page_goes_on_beneath_its_own_address():
    stories = tuple(a_story(slug=f"story-{number:03d}") for number in range(PER_PAGE + 1))
    guide = a_guide(stories=stories)

    first, second = make_listing("themes/making/", stories, Cards(guide), heading="Making")

    assert (first.url, second.url) == ("themes/making/", "themes/making/page/2/")
    assert 'href="../../themes/making/page/2/" rel="next"' in first.html
    assert 'href="../../../../themes/making/" rel="prev"' in second.html
    assert first.html.count('class="card"') == PER_PAGE
    assert 'href="../../../../stories/story-024/"' in second.html


def test_an_empty_list_says_so_and_asks():
    (page,) = make_listing("places/lee/", (), Cards(a_guide()), heading="Lee", empty="Nobody has told one from Lee.")

    assert "Nobody has told one from Lee." in page.html
    assert 'href="../../tell-your-story/"' in page.html


def test_every_page_of_a_few_hundred_stories_is_led_to_from_the_first():
    stories = tuple(a_story(slug=f"story-{number:03d}") for number in range(PER_PAGE * 16))
    guide = a_guide(stories=stories)

    first, *others = make_listing("stories/", stories, Cards(guide), heading="All the stories")

    assert len(others) == 15
    assert all(f'href="../{page.url}"' in first.html for page in others)
    assert '<a href="../stories/" aria-current="page">' in first.html


@pytest.mark.parametrize(
    ("number", "of", "shown"),
    [
        (1, 1, [1]),
        (1, 17, [1, 2, 3, 10, 17]),
        (12, 42, [1, 10, 11, 12, 13, 14, 20, 30, 40, 42]),
        (417, 417, [1, 100, 200, 300, 400, 415, 416, 417]),
    ],
)
def test_of_a_long_list_the_pages_near_by_the_ends_and_some_between_are_led_to(number: int, of: int, shown: list[int]):
    assert shown_pages(number, of) == shown
