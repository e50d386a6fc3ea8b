"""Lists of stories as pages."""

from storyguide.making.cards import Cards
from storyguide.making.listing import PER_PAGE, make_listing

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
