"""A reader with a phone, before a built site: Chromium at that width, and what the site sent it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from storyguide.cli.dependencies.browser import MISSING, find_browser

from tests.browser.served import Sites


@contextmanager
def on_a_phone(site: Path, url: str, *, slower: int = 1) -> Iterator[tuple[Page, Sites]]:
    """A page of the site, open and at rest; slower: as many times as the processor is slowed down."""
    chromium = find_browser()
    if chromium is None:
        raise RuntimeError(MISSING)
    with Sites() as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(sites(site) + url, wait_until="networkidle")
        yield page, sites
        browser.close()
