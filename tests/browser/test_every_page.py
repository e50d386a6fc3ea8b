"""Every page of both editions, opened as on a small phone: nothing foreign, nothing amiss, nothing out of reach."""

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from tests.browser.conftest import NewPage
from tests.browser.kinds import ANYTOWN, EDITIONS, KEY
from tests.browser.served import Sites

_WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > width + 1)
    .map(one => `${one.tagName.toLowerCase()}.${one.getAttribute('class') || ''}`).slice(0, 5);
}"""


def addresses(site: Path) -> list[str]:
    """Of every page that does not itself lead on to another."""
    files = [file for file in sorted(site.rglob("*.html")) if b'http-equiv="refresh"' not in file.read_bytes()]
    found = (file.relative_to(site).as_posix().removesuffix("index.html") for file in files)
    return [url for url in found if url != "404.html"] + ["nothing/at/all/"]


def listened(page: Page) -> list[str]:
    """What the browser complains of, a page missing by its own fault apart."""
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: told.append(str(fault)))
    return told


def window_of(page: Page, address: str) -> Frame:
    """A window as large as the page, for a browser opens many pages in one far quicker than each by itself."""
    page.goto(f"{address}assets/guide.css")  # a file that may hold a window: the guide's pages allow none
    page.set_content(
        "<style>body{margin:0}iframe{display:block;border:0;width:100vw;height:100vh}</style><iframe></iframe>"
    )
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame
    return frame


@pytest.fixture(params=EDITIONS)
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_no_page_asks_another_host_or_troubles_the_browser_or_scrolls_sideways(
    site: Path, serve_site: Sites, new_page: NewPage, foreign: list[str]
):
    # 320 by 256 is what a window of 1280 by 1024 has left when all is enlarged four times.
    page = new_page(320, height=256)
    address = serve_site(site)
    window = window_of(page, address)
    told = listened(page)

    wide = {}
    for url in addresses(site):
        told.clear()
        answer = window.goto(address + url)
        assert answer
        expected = (
            [] if answer.ok else ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
        )
        assert told == expected, url
        if found := window.evaluate(_WIDER):
            wide[url] = found

    assert wide == {}
    assert foreign == []


def test_every_file_a_page_asks_for_is_there(site: Path, serve_site: Sites, new_page: NewPage):
    serve_site.forget()
    page = new_page(1280, height=6000)  # so high that what loads late loads as well
    for url in ("", "stories/", "themes/", "nothing/at/all/"):
        page.goto(serve_site(site) + url, wait_until="networkidle")

    assert {sent.path for sent in serve_site.sent if sent.status != 200} == {"/nothing/at/all/"}


def test_without_scripts_a_page_says_all_it_says_with_them(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    address = serve_site(anytown_site)
    with_scripts, without = new_page(390), new_page(390, script=False)

    for kind in KEY:
        with_scripts.goto(address + ANYTOWN[kind])
        without.goto(address + ANYTOWN[kind])

        # Without them a search leads to every way in, and a tin's questions can be answered and printed.
        controls = ":is(button, input, select, [role=button]):not([role=search] *):not([data-tin] *)"
        assert without.locator(controls).count() == 0, kind
        with_scripts.evaluate("document.querySelectorAll('[data-tools]').forEach(tools => tools.replaceChildren())")
        # What scripts add to a page stands in [data-added], and says nothing that cannot be had without it.
        with_scripts.evaluate("document.querySelectorAll('[data-added]').forEach(one => one.remove())")
        assert without.inner_text("body") == with_scripts.inner_text("body"), kind


def test_with_scripts_a_story_can_be_printed_and_passed_on(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390, permissions=["clipboard-write", "clipboard-read"])
    page.goto(serve_site(anytown_site) + "stories/repair-cafe/#join")
    page.evaluate("window.print = () => { window.printed = true }")

    page.get_by_role("button", name="Print this page").click()
    page.get_by_role("button", name="Copy the link").click()

    assert page.evaluate("window.printed")
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/stories/repair-cafe/")


def test_an_old_address_leads_on_with_scripts_and_without(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    for script in (True, False):
        page = new_page(390, script=script)

        page.goto(serve_site(anytown_site) + "stories/mending-cafe/")
        page.wait_for_url("**/stories/repair-cafe/")

        assert page.inner_text("h1") == "The repair café: nothing is broken until Thursday"


def test_the_page_for_lost_addresses_looks_like_the_others(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.goto(serve_site(anytown_site))
    colour = "getComputedStyle(document.body).backgroundColor"
    usual = page.evaluate(colour)

    page.goto(serve_site(anytown_site) + "nothing/at/all/")

    assert page.evaluate(colour) == usual != "rgba(0, 0, 0, 0)"
    page.get_by_role("link", name="All the stories").first.click()
    assert page.inner_text("h1") == "All the stories"


def test_colours_forced_by_the_reader_leave_every_shape(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390, forced_colors="active")

    for url in ("", "stories/repair-cafe/", "places/", "dimensions/curious/"):
        page.goto(serve_site(anytown_site) + url)

        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        borders = page.locator(".btn, .tags a").evaluate_all("all => all.map(one => getComputedStyle(one).borderStyle)")
        assert "none" not in borders
        assert page.evaluate(_WIDER) == []


def test_nothing_moves_for_readers_who_asked_for_rest(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    moving = """[...document.querySelectorAll('*')].filter(one => {
      const style = getComputedStyle(one);
      return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    }).length"""
    page = new_page(390)
    page.goto(serve_site(anytown_site))
    assert page.evaluate(moving) == 0

    page.emulate_media(reduced_motion="no-preference")

    assert page.evaluate(moving) > 0
