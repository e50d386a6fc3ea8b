"""What tests of the list of all stories share: its panel opened, what it found, where the focus is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.patience import until

FOUND = ".listed .cards h3 a"
PANEL = ".narrowing > summary"

SAID = """() => {
  window.said = [];
  const status = document.querySelector(".listed [role=status]");
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
}"""

Data = dict[str, Any]


def settled(page: Page) -> None:
    """Wait until the list shows what its address asks for."""
    page.locator(PANEL).wait_for()
    page.locator("[data-filters]:not(.waiting)").wait_for()


def opened(page: Page, address: str, query: str = "") -> Page:
    """The list with this query and its panel open, every group unfolded."""
    page.goto(f"{address}stories/{query}")
    settled(page)
    if not page.evaluate("document.querySelector('.narrowing').open"):
        page.click(PANEL)
    page.locator(".choices").wait_for()
    page.evaluate("document.querySelectorAll('.narrowing details').forEach(one => one.open = true)")
    return page


def found(page: Page) -> list[str]:
    """Where the cards shown lead to, once they are all there."""
    page.locator(".listed:not([aria-busy])").wait_for()
    return page.locator(FOUND).evaluate_all("all => all.map(one => one.pathname)")


def scrolled_to(page: Page, number: int) -> int:
    """Scroll to the card of this number; how far down that is, once the page has kept it for whoever comes back."""
    page.locator(FOUND).nth(number).scroll_into_view_if_needed()
    until(lambda: page.evaluate("scrollY > 0 && history.state?.narrowing?.top === scrollY"))
    return page.evaluate("scrollY")


def data_of(site: Path) -> Data:
    return json.loads((site / "stories/filters.json").read_text(encoding="utf-8"))


def terms(site: Path, *keys: str) -> Iterator[tuple[str, str]]:
    """(group, slug) of each of these groups' terms."""
    for group in data_of(site)["groups"]:
        if group["key"] in keys:
            for slug, *_ in group["terms"]:
                yield group["key"], slug


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The Tab key does not lead to {selector}.")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
