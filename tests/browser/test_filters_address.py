"""A choice of stories in the address: kept, shared, and come back to from a story."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from storyguide.cli.dependencies.browser import find_browser

from tests.browser.conftest import NewPage
from tests.browser.filtering import FOUND, PANEL, SAID, found, opened, scrolled_to, tab_to
from tests.browser.served import Sites
from tests.patience import until


def test_by_keyboard_alone_stories_are_narrowed_down_kept_read_and_come_back_to(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(1280, height=500)
    page.goto(serve_site(anytown_site) + "stories/")
    tab_to(page, PANEL)
    page.keyboard.press("Enter")
    page.locator(".choices").wait_for()
    page.evaluate(SAID)

    for key, slug in (("place", "riverside-area"), ("theme", "company"), ("language", "pl")):
        tab_to(page, f"input[name={key}][value='{slug}']")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.value") == slug

    words = "1 story about company in the Riverside area, written in Polski"
    assert page.url.endswith("/stories/?place=riverside-area&theme=company&language=pl")
    assert page.inner_text("#stories") == words
    assert page.title().startswith(f"{words} – ")
    until(lambda: page.evaluate("window.said.at(-1)") == words)

    page.reload(wait_until="networkidle")
    assert page.inner_text("#stories") == words
    assert found(page) == ["/stories/kawiarnia-napraw/"]

    tab_to(page, FOUND)
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/kawiarnia-napraw/")
    page.go_back()  # the browser's own key, which a browser without a window does not have

    page.locator(".chosen").wait_for()
    assert page.inner_text("#stories") == words
    assert page.locator("input:checked").evaluate_all("all => all.map(one => one.value)") == [
        "riverside-area",
        "company",
        "pl",
    ]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("panel", [False, True])
def test_back_from_a_story_leads_to_the_same_page_of_results_and_the_same_place_on_it(
    many_site: Path, serve_site: Sites, new_page: NewPage, width: int, panel: bool
):
    page = new_page(width)
    address = serve_site(many_site)
    if panel:
        opened(page, address, "?place=area-2-area")
    else:
        page.goto(f"{address}stories/?place=area-2-area", wait_until="networkidle")
    page.locator(".paging").get_by_role("link", name="Page 2").click()
    page.wait_for_url("**/stories/?place=area-2-area&page=2")
    before = found(page)
    top = scrolled_to(page, 4)
    page.evaluate("window.same = true")

    page.locator(FOUND).nth(4).click()
    page.wait_for_url(lambda url: "?" not in url)
    page.go_back(wait_until="networkidle")

    assert page.evaluate("window.same") is None, "The page was kept whole, so this has tested nothing."
    assert top > 300
    assert page.url.endswith("?place=area-2-area&page=2")
    assert found(page) == before
    assert abs(page.evaluate("scrollY") - top) <= 2
    assert page.evaluate("document.querySelector('.narrowing').open") is panel


def test_a_page_kept_whole_by_the_browser_is_as_it_was_left(many_site: Path, serve_site: Sites, browser: Browser):
    keeping = browser.browser_type.launch(
        executable_path=find_browser(),
        args=["--no-sandbox", "--disable-gpu"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = keeping.new_page()
    page.goto(serve_site(many_site) + "stories/?theme=music", wait_until="networkidle")
    before = found(page)
    top = scrolled_to(page, 4)
    page.evaluate("window.same = true")

    page.locator(FOUND).nth(4).click()
    page.wait_for_url(lambda url: "?" not in url)
    page.go_back(wait_until="commit")

    assert page.evaluate("window.same"), "The page was not kept, so this has tested nothing."
    assert found(page) == before
    assert abs(page.evaluate("scrollY") - top) <= 2
    keeping.close()


def test_each_change_is_a_step_one_can_go_back_and_forth(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(), serve_site(anytown_site))
    page.check("input[value=company]")
    page.check("input[value=ferry-steps]")
    narrow = page.inner_text("#stories")

    page.go_back()
    assert page.inner_text("#stories") == "5 stories about company"
    assert not page.is_checked("input[value=ferry-steps]")
    page.go_back()
    assert page.inner_text("#stories") == "9 stories"
    assert page.url.endswith("/stories/")
    assert len(found(page)) == 9
    page.go_forward()
    page.go_forward()

    assert page.inner_text("#stories") == narrow
    assert page.is_checked("input[value=ferry-steps]")


def test_what_the_guide_does_not_have_is_left_out_and_said(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()

    page.goto(
        serve_site(anytown_site) + "stories/?theme=company&theme=%3Cb%3Ex&kind=rumour&page=99&page=x&colour=red",
        wait_until="networkidle",
    )

    assert page.inner_text(".note >> nth=0") == (
        "The guide has no theme called “<b>x”. The guide has no kind of story called “rumour”."
    )
    assert page.inner_text("#stories") == "5 stories about company"
    assert len(found(page)) == 5
