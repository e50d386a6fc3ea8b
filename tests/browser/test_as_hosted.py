"""The site as a host serves it that reads _headers: everything works, and nobody may put it into a frame."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route
from storyguide.site.headers import HEADERS

from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.browser.test_every_page import listened
from tests.hosting import rules_of, said_with


def hosted(context: BrowserContext, site: Path) -> None:
    """Have every answer say what the site's _headers has the host say, joined as hosts do."""
    rules = rules_of((site / HEADERS).read_text(encoding="utf-8"))

    def answer(route: Route) -> None:
        got = route.fetch()
        said = said_with(rules, urlsplit(route.request.url).path)
        route.fulfill(response=got, headers={**got.headers, **{name: ", ".join(all_) for name, all_ in said.items()}})

    context.route("**/*", answer)


@pytest.fixture
def page(new_page: NewPage, anytown_site: Path) -> Page:
    opened = new_page(
        390,
        geolocation={"latitude": 51.0, "longitude": -1.25},
        permissions=["geolocation", "clipboard-read", "clipboard-write"],
    )
    hosted(opened.context, anytown_site)
    return opened


def test_searching_asking_what_is_near_and_copying_a_link_work_and_the_browser_has_nothing_to_say(
    page: Page, anytown_site: Path, serve_site: Sites, refused: list[str]
):
    address = serve_site(anytown_site)
    told = listened(page)

    page.goto(f"{address}search/?q=soup")
    page.locator(".hit").first.wait_for()
    page.goto(f"{address}map/")
    page.get_by_role("button", name="Show what is near me").click()
    page.locator(".nearest li").first.wait_for()
    page.goto(f"{address}stories/repair-cafe/")
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("Copied.").wait_for()
    for url in ("", "stories/", "tell-your-story/form/", "on-the-tin/the-ninth-chair/knock/", "about/licences/"):
        page.goto(address + url, wait_until="networkidle")

    assert told == []
    assert refused == []
    assert page.evaluate("document.featurePolicy.allowsFeature('geolocation')")
    assert [name for name in ("camera", "microphone", "payment", "usb") if _may(page, name)] == []


def _may(page: Page, name: str) -> bool:
    return bool(page.evaluate("name => document.featurePolicy.allowsFeature(name)", name))


def test_no_other_page_can_hold_one_in_a_frame(page: Page, anytown_site: Path, serve_site: Sites, tmp_path: Path):
    address = serve_site(anytown_site)
    (tmp_path / "index.html").write_text(f'<!doctype html><iframe src="{address}"></iframe>', encoding="utf-8")
    told = listened(page)

    page.goto(serve_site(tmp_path), wait_until="networkidle")

    (said,) = told
    assert "frame-ancestors" in said


def test_what_a_policy_keeps_from_happening_is_seen(
    new_page: NewPage, anytown_site: Path, serve_site: Sites, refused: list[str]
):
    page = new_page(390)
    page.goto(serve_site(anytown_site))

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://a.example/x.png'}))"
    )
    thrown = page.evaluate("() => { try { document.body.innerHTML = 'x'; return false } catch { return true } }")
    page.wait_for_function("() => true")

    assert thrown
    assert {one.split()[1] for one in refused} == {"img-src", "require-trusted-types-for"}
    refused.clear()
