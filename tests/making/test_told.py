"""When stories were told, by year and month."""

from datetime import date

from storyguide.making.lines import PER_PAGE, Lines
from storyguide.making.pages.told import make_told

from tests.builders import a_guide, a_story


def pages(*days: date):
    stories = tuple(
        a_story(slug=f"story-{number}", title=f"Story {number}", told_on=day)
        for number, day in enumerate(sorted(days, reverse=True))
    )
    guide = a_guide(stories=stories)
    return {page.url: page for page in make_told(guide, Lines(guide))}


def test_only_years_and_months_with_stories_have_pages():
    made = pages(date(2026, 11, 2), date(2026, 3, 14), date(2024, 3, 1))

    assert set(made) == {
        "stories/told/",
        *("stories/told/2026/", "stories/told/2026/11/", "stories/told/2026/03/"),
        *("stories/told/2024/", "stories/told/2024/03/"),
    }
    assert "2025" not in made["stories/told/"].html


def test_the_list_of_years_counts_each_month():
    made = pages(date(2026, 11, 2), date(2026, 11, 3), date(2026, 3, 14))

    html = made["stories/told/"].html
    assert html.index("November <span>2<") < html.index("March <span>1<")
    assert '"../../stories/told/2026/03/"' in html


def test_a_month_is_latest_first_with_the_day():
    html = pages(date(2026, 11, 2), date(2026, 11, 22))["stories/told/2026/11/"].html

    assert html.index("22 November 2026") < html.index("2 November 2026")


def test_a_month_leads_to_the_months_before_and_after_it_that_have_stories():
    made = pages(date(2026, 1, 2), date(2025, 6, 3), date(2024, 12, 31))

    assert "Before: December 2024" in made["stories/told/2025/06/"].html
    assert "After: January 2026" in made["stories/told/2025/06/"].html
    assert "After:" not in made["stories/told/2026/01/"].html


def test_a_year_has_its_stories_month_by_month():
    html = pages(date(2026, 11, 2), date(2026, 3, 14))["stories/told/2026/"].html

    assert html.index('id="november"') < html.index("Story 0") < html.index('id="march"') < html.index("Story 1")


def test_a_year_of_very_many_stories_has_its_months_only():
    made = pages(*[date(2026, 1 + number % 12, 3) for number in range(PER_PAGE + 1)])

    assert "Story 0" not in made["stories/told/2026/"].html
    assert '"../../../stories/told/2026/12/"' in made["stories/told/2026/"].html
    assert "Story 0" in made["stories/told/2026/12/"].html


def test_a_guide_without_stories_says_so():
    assert "Nobody has told a story here yet." in pages()["stories/told/"].html
