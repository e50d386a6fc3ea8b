"""A trail on paper and on the smallest phone: its stops, their numbers and the map that shows them."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import NewPage
from tests.browser.served import Sites

_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
_LEAST = 11
"""Pixels that letters on the map have at the least."""


def trails(site: Path) -> list[str]:
    found = sorted(file.parent.name for file in (site / "trails").glob("*/index.html"))
    assert found
    return found


@pytest.mark.parametrize("edition", ["anytown_site", "dudley_site"])
def test_every_trail_fits_on_two_sides_of_a4(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str
):
    site = request.getfixturevalue(edition)
    page = new_page(1280)

    for slug in trails(site):
        page.goto(serve_site(site) + f"trails/{slug}/", wait_until="networkidle")
        printed = page.pdf(format="A4", print_background=False)

        assert 1 <= len(_SHEET.findall(printed)) <= 2, slug


def test_paper_carries_the_map_and_every_stop_beside_its_number(
    dudley_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(794)  # as wide as A4
    page.goto(serve_site(dudley_site) + "trails/buildings-with-a-second-life/", wait_until="networkidle")

    page.emulate_media(media="print")

    for hidden in (".mast nav", ".tools", ".crumbs", ".paging"):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    assert page.locator(".trailmap").is_visible()
    stops = page.locator(".stops > li")
    assert stops.count() == 8
    for stop in stops.all():
        assert stop.locator(".print img").is_visible()
        assert stop.locator("h2").is_visible()
    beside = page.evaluate(
        """() => {
          const box = one => document.querySelector(one).getBoundingClientRect();
          return box('.trailmap').left > box('.stops h2').right && box('.trailmap').top < box('.stops').bottom;
        }"""
    )
    assert beside


@pytest.mark.parametrize("edition", ["anytown_site", "dudley_site"])
def test_the_map_can_be_read_at_320_pixels_and_shows_every_stop(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, edition: str
):
    site = request.getfixturevalue(edition)
    page = new_page(320)

    for slug in trails(site):
        page.goto(serve_site(site) + f"trails/{slug}/")
        drawing = page.locator(".trailmap")
        shown = ", ".join(drawing.locator(".number").all_text_contents())
        sizes = drawing.evaluate(
            """map => {
              const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
              return [...map.querySelectorAll('text')].map(one => parseFloat(getComputedStyle(one).fontSize) * scale);
            }"""
        )

        stops = page.locator(".stops > li").count()
        assert sorted(int(number) for number in shown.split(", ")) == list(range(1, stops + 1)), slug
        assert min(sizes) >= _LEAST, slug


def test_a_story_leads_to_the_trails_it_is_on(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + "stories/soup-on-the-steps/")

    page.get_by_role("link", name="Things that were carried").click()

    assert page.inner_text("h1") == "Things that were carried"
    page.get_by_role("link", name="Soup on the steps").click()
    assert page.inner_text("h1") == "Soup on the steps"


def test_a_trail_is_walked_by_keyboard_in_the_order_of_its_stops(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(1280)
    page.goto(serve_site(anytown_site) + "trails/things-that-were-carried/")

    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('.stops h2')?.textContent.trim() || ''"))

    assert [title for title in dict.fromkeys(reached) if title] == page.locator(".stops h2").all_inner_texts()
