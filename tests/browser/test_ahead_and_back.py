"""Pages fetched a moment before they are asked for, and kept for a reader who comes back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from storyguide.cli.dependencies.browser import find_browser

from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.patience import until

LONG_AFTER = 5000
"""Milliseconds after which everything that the page means to do by itself is done."""

_SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"
_SLOW = "Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: 'slow-2g' } })"


def asked_for(serve_site: Sites) -> list[str]:
    return [sent.path for sent in serve_site.sent if sent.path.endswith("/")]


def test_a_page_is_fetched_once_when_a_reader_points_at_its_link(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, foreign: list[str]
):
    page = new_page(1280)
    page.clock.install()
    page.goto(serve_site(anytown_site) + "about/", wait_until="networkidle")
    serve_site.forget()

    page.hover("nav a[href$='/map/']")
    page.locator("link[rel=prefetch]").wait_for(state="attached")
    until(lambda: asked_for(serve_site))
    page.hover("h1")
    page.hover("nav a[href$='/map/']")
    page.clock.run_for(LONG_AFTER)

    assert page.locator("link[rel=prefetch]").count() == 1
    assert asked_for(serve_site) == ["/map/"]
    assert foreign == []


@pytest.mark.parametrize(
    ("url", "reader"),
    [("about/", _SAVING), ("about/", _SLOW), ("on-the-tin/the-ninth-chair/knock/", ""), ("tell-your-story/form/", "")],
)
def test_nothing_is_fetched_ahead_for_those_who_save_data_nor_where_answers_are_written(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, url: str, reader: str
):
    page = new_page(390)
    page.add_init_script(reader or "0")
    page.clock.install()
    page.goto(serve_site(anytown_site) + url, wait_until="networkidle")
    serve_site.forget()

    page.hover("nav a[href$='/map/']")
    page.focus("nav a[href$='/stories/']")
    page.clock.run_for(LONG_AFTER)

    assert page.locator("link[rel=prefetch]").count() == 0
    assert asked_for(serve_site) == []


def test_every_page_in_use_is_kept_whole_for_a_reader_who_comes_back(
    anytown_site: Path, serve_site: Sites, browser: Browser
):
    keeping = browser.browser_type.launch(
        executable_path=find_browser(),
        args=["--no-sandbox", "--disable-gpu"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page, address = keeping.new_page(), serve_site(anytown_site)
    lost = []
    for url in (
        *("", "stories/repair-cafe/", "search/?q=soup", "map/"),
        *("on-the-tin/the-ninth-chair/knock/", "tell-your-story/form/"),
    ):
        page.goto(address + url, wait_until="networkidle")
        page.evaluate("window.same = true")
        page.goto(f"{address}about/")
        page.go_back(wait_until="commit")
        if not page.evaluate("window.same"):
            lost.append(url)
    keeping.close()

    assert lost == []
