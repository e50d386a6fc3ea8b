"""The list of all stories narrowed down: by mouse and by keyboard, in the address, and back from a story."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from storyguide.front.browser import find_browser
from storyguide.making.listing import shown_pages

from bench.corpus import write_ours
from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.conftest import built

_FOUND = ".listed .cards h3 a"
_PANEL = ".narrowing > summary"
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

_FROM_PAGES = """async (address) => {
  const found = [];
  for (let next = address; next; ) {
    const page = new DOMParser().parseFromString(await (await fetch(next)).text(), "text/html");
    const links = page.querySelectorAll(".listed .cards h3 a, .evidence li > p:last-child a");
    found.push(...[...links].map((link) => new URL(link.getAttribute("href"), next).pathname));
    const older = page.querySelector(".paging a[rel=next]");
    next = older && new URL(older.getAttribute("href"), next).href;
  }
  return found;
}"""
"""What the page of a term lists, on all its pages."""

_SAID = """() => {
  window.said = [];
  const status = document.querySelector(".listed [role=status]");
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
}"""

Data = dict[str, Any]


@pytest.fixture(scope="module")
def many_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up edition of so many stories that lists have several pages."""
    root = tmp_path_factory.mktemp("many") / "guide"
    root.mkdir()
    write_ours(root, 200)
    published = built(root, root.parent / "site")
    assert published.built, published.told
    return root.parent / "site"


def opened(page: Page, address: str, query: str = "") -> Page:
    """The list with this query and its panel open, every group unfolded."""
    page.goto(f"{address}stories/{query}", wait_until="networkidle")
    if not page.evaluate("document.querySelector('.narrowing').open"):
        page.click(_PANEL)
    page.locator(".choices").wait_for()
    page.evaluate("document.querySelectorAll('.narrowing details').forEach(one => one.open = true)")
    return page


def found(page: Page) -> list[str]:
    """Where the cards shown lead to, once they are all there."""
    page.locator(".listed:not([aria-busy])").wait_for()
    return page.locator(_FOUND).evaluate_all("all => all.map(one => one.pathname)")


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


# What is found


def test_each_term_gives_the_stories_of_its_own_page_in_their_order(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    address, page = serve_site(anytown_site), new_page()
    folders = {"place": "places", "theme": "themes", "dimension": "dimensions"}

    for key, slug in terms(anytown_site, *folders):
        page.goto(f"{address}stories/?{key}={slug}", wait_until="networkidle")

        assert found(page) == page.evaluate(_FROM_PAGES, f"{address}{folders[key]}/{slug}/"), slug


def test_a_term_of_many_stories_gives_those_of_all_its_pages(many_site: Path, serve_site: Sites, new_page: NewPage):
    address, page = serve_site(many_site), new_page()
    page.goto(f"{address}stories/?place=area-2", wait_until="networkidle")
    assert page.locator(".note").inner_text() == "The guide has no place called “area-2”."

    page.goto(f"{address}stories/?place=area-2-area", wait_until="networkidle")
    gathered = found(page)
    while (older := page.get_by_role("link", name="Older stories")).count():
        older.click()
        gathered += found(page)

    assert len(gathered) > 24
    assert gathered == page.evaluate(_FROM_PAGES, f"{address}places/area-2-area/")


def test_any_within_a_group_and_all_across_groups_as_the_counts_say(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    query = "?theme=company&theme=water&place=riverside-area"
    page = opened(new_page(), serve_site(anytown_site), query)
    groups = {group["key"]: group for group in data_of(anytown_site)["groups"]}

    def of(key: str, story: int) -> set[str]:
        numbers = groups[key]["of"][story]
        mine = [groups[key]["terms"][at] for at in ([numbers] if isinstance(numbers, int) else numbers)]
        areas = [groups[key]["terms"][one[2]][0] for one in mine if len(one) > 2]
        return {one[0] for one in mine} | set(areas)

    def number(**chosen: set[str]) -> int:
        return sum(all(of(key, story) & slugs for key, slugs in chosen.items()) for story in range(9))

    asked = {"theme": {"company", "water"}, "place": {"riverside-area"}}
    assert len(found(page)) == number(**asked) == 5
    for key, slug in terms(anytown_site, *groups):
        label = page.locator(f"label:has(input[name={key}][value='{slug}'])")
        expected = number(**(asked | {key: {slug}}))
        assert label.locator(".many").inner_text().split()[0] == str(expected), slug
        assert ("none" in (label.get_attribute("class") or "")) == (expected == 0), slug


def test_a_card_made_by_script_is_the_card_of_the_page(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page()
    address = serve_site(anytown_site)
    page.goto(f"{address}stories/?kind=told&kind=fact-file", wait_until="networkidle")

    unlike = page.evaluate("""async () => {
      const served = new DOMParser().parseFromString(await (await fetch("./")).text(), "text/html");
      const bare = (card) => {
        const copy = document.importNode(card, true);
        const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
        const blank = [];
        while (texts.nextNode()) if (/^\\n+$/.test(texts.currentNode.data)) blank.push(texts.currentNode);
        blank.forEach((one) => one.remove());
        copy.normalize();
        return copy;
      };
      const [made, before] = [document, served].map((one) => [...one.querySelectorAll(".card")].map(bare));
      if (made.length !== before.length || !made.length) return ["another number"];
      return made.flatMap((card, at) => card.isEqualNode(before[at]) ? [] : [card.outerHTML, before[at].outerHTML]);
    }""")

    assert unlike == []


@pytest.mark.parametrize("of", [1, 15, 16, 17, 42, 150, 417])
def test_pages_are_numbered_by_script_as_they_are_on_the_page(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, of: int
):
    page = new_page()
    page.goto(serve_site(anytown_site) + "stories/")

    for number in {1, of // 2 + 1, of}:
        shown = page.evaluate(
            "async ([number, of]) => (await import('/assets/filters-matching.js')).shownPages(number, of)", [number, of]
        )
        assert shown == shown_pages(number, of)


# The address, and back


def test_by_keyboard_alone_stories_are_narrowed_down_kept_read_and_come_back_to(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(1280, height=500)
    page.goto(serve_site(anytown_site) + "stories/")
    tab_to(page, _PANEL)
    page.keyboard.press("Enter")
    page.locator(".choices").wait_for()
    page.evaluate(_SAID)

    for key, slug in (("place", "riverside-area"), ("theme", "company"), ("language", "pl")):
        tab_to(page, f"input[name={key}][value='{slug}']")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.value") == slug

    words = "1 story about company in the Riverside area, written in Polski"
    assert page.url.endswith("/stories/?place=riverside-area&theme=company&language=pl")
    assert page.inner_text("#stories") == words
    assert page.title().startswith(f"{words} – ")
    page.wait_for_timeout(1500)
    assert page.evaluate("window.said.at(-1)") == words

    page.reload(wait_until="networkidle")
    assert page.inner_text("#stories") == words
    assert found(page) == ["/stories/kawiarnia-napraw/"]

    tab_to(page, _FOUND)
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
    page.locator(_FOUND).nth(4).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    top = page.evaluate("scrollY")
    page.evaluate("window.same = true")

    page.locator(_FOUND).nth(4).click()
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
    page.locator(_FOUND).nth(4).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    top = page.evaluate("window.same = true, scrollY")

    page.locator(_FOUND).nth(4).click()
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


def test_what_was_found_is_spoken_once_when_the_reader_has_stopped_choosing(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = opened(new_page(), serve_site(anytown_site))
    page.wait_for_timeout(700)
    page.evaluate(_SAID)

    page.evaluate("""() => {
      for (const slug of ["company", "water", "told"]) document.querySelector(`input[value=${slug}]`).click();
      window.atOnce = document.querySelector(".listed [role=status]").textContent;
    }""")
    page.wait_for_timeout(1500)

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


# Chosen, and nothing found


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


# How it comes and goes


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
    page.click(_PANEL)
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
    assert page.locator(_FOUND).count() == 24
    assert page.locator(".pages a").all_text_contents() == [f"Page {number}" for number in range(1, 10)]
    assert page.locator(".paging [aria-current=page]").text_content() == "Page 1"
    page.locator(".pages a", has_text="9").click()
    assert page.locator(_FOUND).count() == 200 - 8 * 24


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
    assert page.locator(_FOUND).first.is_visible()

    page.unroute("**/filters.json")
    page.click(_PANEL)
    page.click(_PANEL)
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


# Whoever reads it


@pytest.mark.parametrize("query", ["", "?theme=company&language=pl", "?place=lark-hill&theme=music&theme=x"])
def test_axe_finds_nothing_with_the_panel_open_or_closed(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, query: str
):
    page, told = new_page(), set()
    for scheme, width in (("light", 1280), ("dark", 390), ("light", 390), ("dark", 1280)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(serve_site(anytown_site) + f"stories/{query}", wait_until="networkidle")
        told |= {f"closed, {scheme}, {width}: {one}" for one in violations(page)}
        opened(page, serve_site(anytown_site), query)
        told |= {f"open, {scheme}, {width}: {one}" for one in violations(page)}

    assert not told, "\n".join(sorted(told))


@pytest.mark.parametrize("mode", [{}, {"forced_colors": "active"}])
def test_it_can_be_used_on_the_smallest_screen_and_four_times_enlarged(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, mode: dict[str, str]
):
    page = opened(new_page(320, height=256, **mode), serve_site(anytown_site), "?place=lark-hill&theme=company")

    assert not page.evaluate(_WIDER)
    heights = page.locator(".choices label, .choices summary, .chosen button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    boxes = page.locator(".choices input").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert min(boxes) >= 24
    for box in page.locator(".choices input").all():
        box.focus()
        shape = box.bounding_box()
        assert shape
        assert shape["y"] >= 0
        assert shape["y"] + shape["height"] <= 256


def test_on_a_phone_a_button_leads_on_to_what_was_found(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(390, height=700), serve_site(anytown_site))
    page.check("input[value=company]")

    page.get_by_role("button", name="Show 5 stories").click()

    assert focused(page) == "5 stories about company"
    assert page.locator("#stories").bounding_box()["y"] < 100  # type: ignore[index]
    assert not page.is_visible(".choices")


def test_the_focus_is_never_hidden_by_that_button(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(390, height=700), serve_site(anytown_site))
    page.focus(_PANEL)

    for _ in range(len(list(terms(anytown_site, "place", "theme", "dimension", "kind", "language"))) + 6):
        page.keyboard.press("Tab")
        free = page.evaluate("""() => {
          const here = document.activeElement;
          const box = here.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return here.contains(top) || top.contains(here);
        }""")
        assert free, focused(page)


def test_paper_carries_the_list_and_not_the_panel(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page(), serve_site(anytown_site), "?theme=company")

    page.emulate_media(media="print")

    assert not page.is_visible(".narrowing")
    assert not page.is_visible(".chosen")
    assert page.is_visible("#stories")
    assert page.locator(_FOUND).count() == 5
