"""The filters for whoever reads: axe, the smallest screen, a phone, forced colours, paper."""

from pathlib import Path

import pytest

from tests.browser.axe import EVERY
from tests.browser.conftest import NewPage
from tests.browser.filtering import FOUND, PANEL, focused, opened, settled, terms
from tests.browser.served import Sites

_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("query", ["", "?theme=company&language=pl", "?place=lark-hill&theme=music&theme=x"])
def test_axe_finds_nothing_with_the_panel_open_or_closed(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, query: str
):
    page, told = new_page(), set()
    for scheme, width, judged in EVERY:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(serve_site(anytown_site) + f"stories/{query}")
        settled(page)
        told |= {f"closed, {scheme}, {width}: {one}" for one in judged(page)}
        opened(page, serve_site(anytown_site), query)
        told |= {f"open, {scheme}, {width}: {one}" for one in judged(page)}

    assert not told, "\n".join(sorted(told))


@pytest.mark.parametrize("mode", [{}, {"forced_colors": "active"}])
def test_it_can_be_used_on_the_smallest_screen_and_four_times_enlarged(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, mode: dict[str, str]
):
    page = opened(new_page(320, height=256, **mode), serve_site(anytown_site), "?place=lark-hill&theme=company")

    assert not page.evaluate(_WIDER)
    heights = page.locator(".choices label, .choices summary, .chosen button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    boxes = page.locator(".choices input").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert min(boxes) >= 24
    for box in page.locator(".choices input").all():
        box.focus()
        shape = box.bounding_box()
        assert shape
        assert shape["y"] >= 0
        assert shape["y"] + shape["height"] <= 256


def test_on_a_phone_a_button_leads_on_to_what_was_found(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(390, height=700), serve_site(anytown_site))
    page.check("input[value=company]")

    page.get_by_role("button", name="Show 5 stories").click()

    assert focused(page) == "5 stories about company"
    assert page.locator("#stories").bounding_box()["y"] < 100  # type: ignore[index]
    assert not page.is_visible(".choices")


def test_the_focus_is_never_hidden_by_that_button(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(390, height=700), serve_site(anytown_site))
    page.focus(PANEL)

    for _ in range(len(list(terms(anytown_site, "place", "theme", "dimension", "kind", "language"))) + 6):
        page.keyboard.press("Tab")
        free = page.evaluate("""() => {
          const here = document.activeElement;
          const box = here.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return here.contains(top) || top.contains(here);
        }""")
        assert free, focused(page)


def test_paper_carries_the_list_and_not_the_panel(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(), serve_site(anytown_site), "?theme=company")

    page.emulate_media(media="print")

    assert not page.is_visible(".narrowing")
    assert not page.is_visible(".chosen")
    assert page.is_visible("#stories")
    assert page.locator(FOUND).count() == 5
