"""What is chosen, taken off again, spoken, and offered where nothing is found."""

from pathlib import Path

from tests.browser.conftest import NewPage
from tests.browser.filtering import SAID, focused, found, opened
from tests.browser.served import Sites

LONG_AFTER = 5000
"""Milliseconds after which everything that the page means to do by itself is done."""


def test_what_was_found_is_spoken_once_when_the_reader_has_stopped_choosing(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page()
    page.clock.install()
    opened(page, serve_site(anytown_site))
    page.clock.run_for(LONG_AFTER)
    page.evaluate(SAID)

    page.evaluate("""() => {
      for (const slug of ["company", "water", "told"]) document.querySelector(`input[value=${slug}]`).click();
      window.atOnce = document.querySelector(".listed [role=status]").textContent;
    }""")
    page.clock.run_for(LONG_AFTER)

    assert page.evaluate("window.atOnce") == "9 stories"
    assert page.evaluate("window.said") == [page.inner_text("#stories")] == ["7 told stories about water or company"]


def test_of_an_area_and_a_place_in_it_the_one_chosen_last_counts(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = opened(new_page(), serve_site(anytown_site), "?place=hilltop-area")

    page.check("input[value=lark-hill]")
    assert page.url.endswith("?place=lark-hill")
    assert not page.is_checked("input[value=hilltop-area]")
    page.check("input[value=hilltop-area]")

    assert page.url.endswith("?place=hilltop-area")
    assert page.inner_text("#stories") == "5 stories in the Hilltop area"


def test_what_is_chosen_can_be_taken_off_again_and_the_focus_goes_to_the_next(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page()
    page.goto(serve_site(anytown_site) + "stories/?theme=company&theme=water&kind=told", wait_until="networkidle")

    page.get_by_role("button", name="Remove Water").click()
    assert focused(page) == "Remove Company"
    page.keyboard.press("Enter")
    assert focused(page) == "Remove Told stories"
    page.keyboard.press("Enter")

    assert focused(page) == "9 stories"
    assert page.url.endswith("/stories/")
    assert page.locator(".chosen").count() == 0


def test_all_is_cleared_at_once(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()
    page.goto(serve_site(anytown_site) + "stories/?theme=company&kind=told", wait_until="networkidle")

    page.get_by_role("button", name="Clear all").click()

    assert focused(page) == "9 stories"
    assert len(found(page)) == 9


def test_where_nothing_is_found_what_to_leave_out_is_offered_with_what_that_gives(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + "stories/?place=lark-hill&theme=music", wait_until="networkidle")

    assert page.inner_text("#stories") == "No stories about music in Lark Hill yet"
    assert page.locator(".nothing button").all_inner_texts() == [
        "Without “Lark Hill”: 1 story",
        "Without “Music”: 3 stories",
    ]
    assert page.locator(".nothing a").get_attribute("href") == "../tell-your-story/"
    page.get_by_role("button", name="Without “Music”").click()

    assert focused(page) == "3 stories in Lark Hill"
    assert len(found(page)) == 3
