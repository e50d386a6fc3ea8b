"""News is listed by day, month, category and writer; what happened next stands on the story's own page."""

from datetime import date

import pytest
from storyguide.making.cards import Cards
from storyguide.making.everything import make
from storyguide.making.output import OutputPage
from storyguide.making.pages.news import PER_PAGE, make_news
from storyguide.model.news import Category
from storyguide.model.when import Happened

from tests.builders import a_guide, a_post, a_story, an_edition, some_words

TODAY = date(2026, 11, 22)


def pages(*posts, **changes) -> dict[str, OutputPage]:
    edition = an_edition(news_categories=(Category(slug="round-here", name="Round here"), Category(slug="b", name="B")))
    guide = a_guide(posts=posts, day=TODAY, **({"edition": edition} | changes))
    return {page.url: page for page in make_news(guide, Cards(guide))}


def test_the_archive_has_exactly_the_months_with_posts():
    made = pages(
        a_post(slug="c", on=date(2026, 11, 3)),
        a_post(slug="b", on=date(2026, 9, 14)),
        a_post(slug="a", on=date(2025, 11, 8)),
    )

    assert {url for url in made if url.count("/") == 3} == {"news/2026/11/", "news/2026/09/", "news/2025/11/"}
    archive = made["news/"].html
    assert [archive.count(f"news/{month}/") for month in ("2026/11", "2026/10", "2026/09", "2025/11")] == [1, 0, 1, 1]
    assert archive.index("<h3>2026</h3>") < archive.index("<h3>2025</h3>")


def test_categories_and_writers_have_pages_where_they_have_posts():
    made = pages(
        a_post(slug="two", category="round-here", by="Sam Ferryman", by_slug="sam-ferryman"),
        a_post(slug="one", category="round-here", on=date(2025, 1, 1)),
    )

    assert {url for url in made if "/category/" in url or "/by/" in url} == {
        *("news/category/round-here/", "news/by/sam-ferryman/"),
    }
    assert made["news/category/round-here/"].html.count('class="notice"') == 2
    assert made["news/by/sam-ferryman/"].html.count('class="notice"') == 1
    assert 'href="../../news/by/sam-ferryman/"' in made["news/two/"].html


def test_many_posts_are_spread_over_pages():
    made = pages(*(a_post(slug=f"post-{n}", on=date(2026, 11, 1)) for n in range(PER_PAGE + 1)))

    assert made["news/"].html.count('class="notice"') == PER_PAGE
    assert made["news/page/2/"].html.count('class="notice"') == 1
    assert 'href="../../../news/"' in made["news/page/2/"].html


def test_what_is_announced_stands_apart_until_its_month_is_over():
    february = Happened(written="February 2027", first_year=2027, last_year=2027, order=(2027, 2))
    october = Happened(written="October 2026", first_year=2026, last_year=2026, order=(2026, 10))
    made = pages(
        a_post(slug="soon", title="Soon", expected=february, words=some_words(html="", count=0)),
        a_post(slug="late", title="Late", expected=october),
    )

    soon, _, rest = made["news/"].html.partition("</section>")
    assert "Expected February 2027" in soon
    assert "Late" not in soon
    assert "Late" in rest
    assert "expected February 2027" in made["news/soon/"].html


@pytest.mark.parametrize(("month", "awaited"), [(10, False), (12, True)])
def test_a_list_says_when_a_post_is_expected_and_on_what_day_any_other_was_written(month: int, awaited: bool):
    expected = Happened(written="in good time", first_year=2026, last_year=2026, order=(2026, month))
    post = a_post(expected=expected, on=date(2026, 9, 20), category="round-here")

    listed = pages(post)["news/2026/09/"].html

    assert ("Expected in good time" in listed) is awaited
    assert ("20 September 2026" in listed) is not awaited
    assert ('<span class="kind">Round here</span>' in listed) is not awaited


def test_a_guide_without_news_says_so():
    made = pages()

    assert set(made) == {"news/"}
    assert "There is no news yet" in made["news/"].html
    assert made["news/"].search == ""


def test_what_was_written_stays_words():
    made = pages(a_post(title="<b>Bell</b> & rope", summary='"><script>', by="<i>", by_slug="i"))

    html = "".join(page.html for page in made.values())
    assert "<script" not in html
    assert "<b>Bell" not in html
    assert "&lt;b&gt;Bell&lt;/b&gt; &amp; rope" in html


@pytest.mark.parametrize("published", [True, False])
def test_what_happened_next_leads_both_ways_while_the_story_is_there(published: bool):
    post = a_post(happened_next="repair-cafe", stories=("repair-cafe",))
    guide = a_guide(posts=(post,), day=TODAY, stories=(a_story(),) if published else ())

    made = {page.url: page.html for page in make(guide) if isinstance(page, OutputPage)}

    assert ("What happened next." in made["news/the-ferry-bell/"]) is published
    assert ("stories/repair-cafe/" in made["news/the-ferry-bell/"]) is published
    if published:
        assert 'href="../../news/the-ferry-bell/"' in made["stories/repair-cafe/"]


def test_the_first_page_has_the_newest_two_and_nothing_where_there_is_none():
    some = a_guide(posts=tuple(a_post(slug=f"post-{n}") for n in range(3)), day=TODAY)

    with_news, without = (next(page for page in make(guide) if page.path == "index.md") for guide in (some, a_guide()))

    assert [f'href="news/post-{n}/"' in with_news.html for n in range(3)] == [True, True, False]
    assert "news.css" in str(with_news.meta["styles"])
    assert "news" not in without.html
    assert "styles" not in without.meta
