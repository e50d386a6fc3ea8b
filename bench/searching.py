"""What searching costs a reader over the wire, beside an index that is loaded whole."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench.phone import on_a_phone
from tests.browser.served import Sites

FIRST = "wildlife"
NEXT = ("elders", "gardens", "craft", "allotment", "music", "canal", "kitchen")
"""Words of the corpus, common and less common; each is searched for after the one before it."""


@dataclass(frozen=True, kw_only=True)
class Searching:
    """Compressed bytes: of the search page's own scripts, of the first query, and the median of those after it."""

    page: int
    first: int
    next: int


def searching(site: Path) -> Searching:
    """Search a built site in Chromium as a reader would, five results shown."""
    with on_a_phone(site, "search/") as (page, sites):
        own = sum(answer.size for answer in sites.sent if "/assets/search" in answer.path)
        first = _cost(page, sites, FIRST)
        after = [_cost(page, sites, word) for word in NEXT]
    return Searching(page=own, first=first, next=round(median(after)))


def whole_index(material: Path) -> int:
    """Compressed bytes of the index and its worker that Material fetches on a first visit to any page."""
    worker = next((material / "assets" / "javascripts" / "workers").glob("search.*.js"))
    return sum(len(gzip.compress(file.read_bytes())) for file in (material / "search" / "search_index.json", worker))


def _cost(page: Page, sites: Sites, word: str) -> int:
    sites.forget()
    page.fill("#q", word)
    page.press("#q", "Enter")
    page.wait_for_url(f"**q={word}")
    page.locator("[data-results][aria-busy=false]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    return sum(answer.size for answer in sites.sent if "/pagefind/" in answer.path)
