"""Everything can be reached by the Tab key, in order, and seen when it is."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.served import Sites

STOPS = (
    "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]"
    ".filter(one => one.checkVisibility())"
)

HERE = f"""() => {{
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const card = here.closest('.card');
  const outlined = one => {{
    const drawn = one && getComputedStyle(one);
    return drawn && drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2;
  }};
  const dot = here.querySelector('.dot');
  const sentence = here.closest('p, li, dd, td, figcaption');
  const inline = style.display === 'inline' && sentence && sentence.textContent.trim() !== here.textContent.trim();
  const parts = [...here.children].map(one => one.getBoundingClientRect());
  return {{
    number: {STOPS}.indexOf(here),
    name: (here.getAttribute('aria-label') || here.textContent).trim().replace(/\\s+/g, ' ').slice(0, 50),
    seen: [here, card, here.closest('label')].some(outlined)
      || (dot && parseFloat(getComputedStyle(dot).strokeWidth) >= 4),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    whole: box.top >= -1 && (box.bottom <= innerHeight + 1 || box.height > innerHeight),
    width: Math.max(box.width, ...parts.map(part => part.width)),
    height: Math.max(box.height, ...parts.map(part => part.height)),
    inline,
  }};
}}"""


def walked(page: Page) -> list[dict[str, object]]:
    """Where the Tab key leads, from the top of the page to its end."""
    stops: list[dict[str, object]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (stops and here["number"] == stops[0]["number"]):
            return stops
        stops.append(here)
    raise AssertionError("The Tab key never leaves the page.")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("url", ["", "stories/repair-cafe/", "places/hilltop-area/"])
def test_the_tab_key_reaches_everything_in_order_and_it_shows(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, url: str, width: int
):
    page = new_page(width)
    page.goto(serve_site(anytown_site) + url)

    stops = walked(page)

    assert [stop["number"] for stop in stops] == list(range(page.evaluate(f"{STOPS}.length")))
    assert [stop for stop in stops if not stop["seen"]] == []
    assert [stop for stop in stops if not (stop["inView"] and stop["whole"])] == []
    small = [stop for stop in stops if not stop["inline"] and min(stop["width"], stop["height"]) < 24]
    assert small == []


def test_the_first_stop_leads_past_the_menu(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + "stories/repair-cafe/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the main part"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!!document.activeElement.closest('main')")


def test_the_menu_says_where_one_is(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)

    page.goto(serve_site(anytown_site) + "stories/")
    assert page.locator("nav[aria-label=Main] [aria-current=page]").inner_text() == "Stories"
    page.goto(serve_site(anytown_site) + "stories/repair-cafe/")

    assert page.locator("nav[aria-label=Main] [aria-current=true]").inner_text() == "Stories"
