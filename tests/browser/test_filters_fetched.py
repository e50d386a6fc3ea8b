"""How the filters come and go: what is fetched, without scripts, and when fetching fails."""

from pathlib import Path

from tests.browser.conftest import NewPage
from tests.browser.filtering import FOUND, PANEL, found
from tests.browser.served import Sites


def test_nothing_is_fetched_until_the_reader_begins_and_then_only_the_cards_to_be_shown(
    many_site: Path, serve_site: Sites, new_page: NewPage
):
    page, address = new_page(), serve_site(many_site)
    serve_site.forget()

    def sent() -> list[str]:
        paths = [answer.path.split("?")[0] for answer in serve_site.sent]
        serve_site.forget()
        return sorted(path for path in paths if "filters" in path or "/cards/" in path)

    page.goto(f"{address}stories/", wait_until="networkidle")
    assert sent() == ["/assets/filters.css", "/assets/filters.js"]
    page.click(PANEL)
    page.locator(".choices").wait_for()
    assert {path for path in sent() if path.endswith(".json")} == {"/stories/filters.json"}
    page.check("input[name=place][value=area-1-area]")
    found(page)

    assert "/stories/cards/2.json" in [
        f"/stories/cards/{file.name}" for file in (many_site / "stories/cards").iterdir()
    ]
    assert sent() == ["/stories/cards/0.json"]


def test_without_scripts_there_is_no_panel_and_every_story_and_way(
    many_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(390, script=False)

    page.goto(serve_site(many_site) + "stories/?theme=music")

    assert page.locator(".narrowing, .listed input").count() == 0
    assert page.inner_text("#stories") == "200 stories"
    assert page.locator(FOUND).count() == 24
    assert page.locator(".pages a").all_text_contents() == [f"Page {number}" for number in range(1, 10)]
    assert page.locator(".paging [aria-current=page]").text_content() == "Page 1"
    page.locator(".pages a", has_text="9").click()
    assert page.locator(FOUND).count() == 200 - 8 * 24


def test_from_a_further_page_of_the_list_a_link_leads_to_the_panel(
    many_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(390)
    page.goto(serve_site(many_site) + "stories/page/2/")

    page.get_by_role("link", name="Narrow it down").click()
    page.locator(".choices").wait_for()

    assert page.evaluate("location.pathname") == "/stories/"


def test_what_cannot_be_fetched_is_said_and_the_list_stays(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()
    page.route("**/filters.json", lambda route: route.abort())
    page.goto(serve_site(anytown_site) + "stories/?theme=music", wait_until="networkidle")

    page.get_by_text("This cannot be had just now.").wait_for()
    assert len(found(page)) == 9
    assert page.locator(FOUND).first.is_visible()

    page.unroute("**/filters.json")
    page.click(PANEL)
    page.click(PANEL)
    page.locator(".chosen").wait_for()
    assert len(found(page)) == 1


def test_cards_that_cannot_be_fetched_can_be_asked_for_again(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()
    page.route("**/cards/0.json*", lambda route: route.abort())
    page.goto(serve_site(anytown_site) + "stories/?theme=music", wait_until="networkidle")
    page.unroute("**/cards/0.json*")

    page.get_by_role("button", name="Try again").click()

    assert found(page) == ["/stories/night-choir/"]


def test_the_list_does_not_jump_when_the_panel_is_put_in(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.route("**/filters.js", lambda route: route.abort())
    top = "document.querySelector('#stories').getBoundingClientRect().top"
    page.goto(serve_site(anytown_site) + "stories/", wait_until="networkidle")
    before = page.evaluate(top)
    page.unroute("**/filters.js")

    page.goto(serve_site(anytown_site) + "stories/", wait_until="networkidle")

    assert abs(page.evaluate(top) - before) <= 1
