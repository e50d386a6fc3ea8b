"""A story on paper."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import NewPage
from tests.browser.served import Sites

_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.mark.parametrize(
    ("edition", "slug"), [("anytown_site", "repair-cafe"), ("dudley_site", "stourbridge-bonded-warehouse")]
)
def test_a_story_of_some_four_hundred_words_takes_three_sheets_at_most(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str, slug: str
):
    page = new_page(1280)
    page.goto(serve_site(request.getfixturevalue(edition)) + f"stories/{slug}/", wait_until="networkidle")

    printed = page.pdf(format="A4", print_background=False)

    assert 1 <= len(_SHEET.findall(printed)) <= 3


def test_paper_carries_the_story_and_none_of_the_menus(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(1280)
    page.goto(serve_site(anytown_site) + "stories/repair-cafe/")

    page.emulate_media(media="print")

    for hidden in (".mast nav", ".foot nav", ".skip", ".tools", ".related", ".crumbs"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    for shown in ("h1", ".prose", "#join", "#whose", ".print img", ".printed"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.locator(".printed").inner_text() == "On the web: https://anytown.example/stories/repair-cafe/"


def test_paper_for_telling_a_story_has_room_to_write(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(1280)
    page.goto(serve_site(anytown_site) + "tell-your-story/")
    page.get_by_role("link", name="Print the questions").click()
    page.wait_for_url("**/tell-your-story/form/#paper")
    assert not page.locator(".rules span").first.is_visible()

    page.emulate_media(media="print")

    assert page.locator(".question .rules span").first.is_visible()
    assert page.get_by_text("Name and date, in your own hand").is_visible()
