"""What readers type, in the page they type it on: what is found, what is said of it, and how they get about."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.axe import EVERY, violations_in
from tests.browser.conftest import NewPage
from tests.browser.served import Sites

LEAST_RECALL = 0.95
"""Of what ought to be among the first five, on average over all queries. Each query must find something it ought to."""

DUDLEY = {
    # what people would type, and what ought to be among the first five
    "choir": ["stories/wall-heath-ladies-choir/"],
    "choirs": ["stories/wall-heath-ladies-choir/"],
    "chior": ["stories/wall-heath-ladies-choir/"],
    "how do I start a choir": ["stories/wall-heath-ladies-choir/"],
    "allotments": ["stories/bayer-street-allotments/"],
    "alotment": ["stories/bayer-street-allotments/"],
    "windmill": ["stories/ruiton-windmill/"],
    "windmil": ["stories/ruiton-windmill/"],
    "WINDMILLS": ["stories/ruiton-windmill/"],
    "Lye": ["stories/lye-cemetery-chapels/", "places/lye/"],
    "kates hill": ["stories/st-johns-kates-hill/", "places/kates-hill/"],
    "Kate's Hill": ["stories/st-johns-kates-hill/", "places/kates-hill/"],
    "Kate’s Hill": ["stories/st-johns-kates-hill/", "places/kates-hill/"],
    "wrens nest": ["stories/friends-of-wrens-nest/"],
    "food bank": ["stories/black-country-foodbank/"],
    "foodbanks": ["stories/black-country-foodbank/"],
    "radio": ["stories/black-country-radio/"],
    "newts": ["stories/pensnett-wildlife-group/"],
    "newt": ["stories/pensnett-wildlife-group/"],
    "canal tunnel": ["stories/dudley-canal-tunnel/"],
    "canal in Stourbridge": ["stories/stourbridge-bonded-warehouse/"],
    "teddy bears": ["stories/crafting-for-communities/"],
    "walled garden": ["stories/leasowes-walled-garden/", "stories/wollescote-park-gardens/"],
    "cafe": ["stories/riverside-house-stourbridge/", "stories/stevens-park-tintern-house/"],
    "café": ["stories/riverside-house-stourbridge/", "stories/stevens-park-tintern-house/"],
    "skittles": ["stories/east-coseley-big-local/"],
    "wheelchair ramp": ["stories/enterprise-woodwork-group/"],
    "tip shop": ["stories/transition-stourbridge-tip-shop/"],
    "fifty year lease": ["stories/stourbridge-bonded-warehouse/"],
    "Dudley Mind": ["stories/wollescote-park-gardens/"],
    "influential": ["dimensions/influential/"],
    "canals and water": ["themes/canals-and-water/"],
    "Halesowen park": ["stories/hurst-green-park-steps/", "stories/friends-of-huntingtree-park/"],
    "reflective practice": ["on-the-tin/reflective-practice/"],
    "councilor": ["on-the-tin/with-your-councillor/"],
    "walking in woods": ["stories/friends-of-ridgehill-woods/"],
}
ANYTOWN = {
    "Barnaby Kettle": ["stories/soup-on-the-steps/"],
    "wilhelmina": ["stories/repair-cafe/", "storytellers/wilhelmina-inkpot/"],
    "wilhelmena inkpot": ["stories/repair-cafe/"],
    "soup": ["stories/soup-on-the-steps/"],
    "marrow": ["stories/marrow-race/"],
    "marow": ["stories/marrow-race/"],
    "chutney": ["stories/marrow-race/"],
    "bus shelter": ["stories/bus-shelter-library/"],
    "libary": ["stories/bus-shelter-library/"],
    "neighbors shouting": ["stories/soup-on-the-steps/"],
    "repair café": ["stories/repair-cafe/"],
    "music": ["themes/music/", "stories/night-choir/"],
    "ferry steps": ["places/ferry-steps/", "stories/soup-on-the-steps/"],
    "kawiarnia napraw": ["stories/kawiarnia-napraw/"],
    "sąsiedzi": ["stories/kawiarnia-napraw/"],
    "sasiedzi": ["stories/kawiarnia-napraw/"],
    "zepsute": ["stories/kawiarnia-napraw/"],
    "شوربہ": ["stories/seerhiyon-par-shorba/"],
    "دیگ": ["stories/seerhiyon-par-shorba/"],
    "ਰਸੋਈ": ["stories/sanjhi-rasoi/"],
    "ਰੋਟੀ": ["stories/sanjhi-rasoi/"],
}
TABLE = {"dudley_site": DUDLEY, "anytown_site": ANYTOWN}

Ask = Callable[[str], list[str]]


def settled(page: Page) -> None:
    """Wait until the search asked for last has been answered."""
    page.locator("[data-results][aria-busy=false]").wait_for(state="attached")


def hits(page: Page, address: str) -> list[str]:
    """Addresses of what is shown, from the site's root."""
    found = page.locator(".hit a").evaluate_all("all => all.map(one => one.href.split('#')[0])")
    return [one.removeprefix(address) for one in found]


def said(page: Page) -> str:
    return page.inner_text("[data-status]")


def test_readers_find_what_they_look_for(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, capsys: pytest.CaptureFixture[str]
):
    page = new_page()
    recalls: dict[str, float] = {}
    for edition, table in TABLE.items():
        address = serve_site(request.getfixturevalue(edition))
        page.goto(f"{address}search/")
        box = page.get_by_label("What are you looking for?")
        for query, wanted in table.items():
            box.fill(query)
            box.press("Enter")
            page.wait_for_url(lambda url, query=query: parse_qs(urlsplit(url).query).get("q") == [query])
            settled(page)
            first = hits(page, address)[:5]
            recalls[query] = sum(one in first for one in wanted) / min(5, len(wanted))

    mean = sum(recalls.values()) / len(recalls)
    with capsys.disabled():
        missed = ", ".join(f"{query} {recall:.2f}" for query, recall in recalls.items() if recall < 1)
        print(f"\nSearch: recall at 5 is {mean:.3f} over {len(recalls)} queries. Short of all: {missed or 'none'}.")
    assert len(recalls) >= 40
    assert mean >= LEAST_RECALL
    assert [query for query, recall in recalls.items() if recall == 0] == []


def test_nothing_is_fetched_until_the_reader_begins(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    serve_site.forget()
    page.goto(serve_site(anytown_site) + "search/", wait_until="networkidle")
    assert [sent.path for sent in serve_site.sent if "pagefind" in sent.path] == []

    with page.expect_request("**/pagefind/pagefind.js"):
        page.get_by_label("What are you looking for?").press("s")


def test_a_search_is_asked_for_from_any_page_and_told_aloud(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(1280)
    page.goto(serve_site(anytown_site) + "places/")

    page.get_by_label("Search the stories").fill("soup")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=soup")
    settled(page)

    status = page.get_by_role("status")
    assert status.inner_text().endswith("for “soup”.")
    assert page.title().startswith("soup – Search")
    assert page.locator(".hit mark").first.inner_text().lower().startswith("soup")


def test_the_address_holds_the_search_and_back_leads_to_the_last(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    address = serve_site(anytown_site)
    page = new_page(390)
    page.goto(address + "search/?q=the+river")
    settled(page)
    first = hits(page, address)

    box = page.get_by_label("What are you looking for?")
    box.fill("marrow")
    box.press("Enter")
    page.wait_for_url("**/search/?q=marrow")
    settled(page)
    page.locator(".hit a").first.click()
    page.wait_for_url("**/stories/marrow-race/**")
    page.go_back()
    settled(page)
    assert hits(page, address)[0] == "stories/marrow-race/"
    page.go_back()
    page.locator(".found").get_by_text("river").wait_for()

    assert box.input_value() == "the river"
    assert hits(page, address) == first


def test_a_search_is_narrowed_by_keyboard_and_the_numbers_are_true(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    address = serve_site(anytown_site)
    page = new_page(390)
    page.goto(address + "search/?q=kettle")
    settled(page)

    page.locator(".narrow summary").focus()
    page.keyboard.press("Enter")
    theme = page.get_by_label("About", exact=True)
    theme.wait_for()
    (offered,) = [one for one in theme.locator("option").all_inner_texts() if one.startswith("Water")]
    theme.focus()
    page.keyboard.type("Water", delay=60)  # as fast as people type; each letter chooses anew
    page.wait_for_url("**theme=water")
    settled(page)
    narrowed = hits(page, address)
    page.reload()
    settled(page)

    assert offered == f"Water ({len(narrowed)})"
    assert "stories/soup-on-the-steps/" in narrowed
    assert hits(page, address) == narrowed
    assert said(page).endswith("for “kettle” in Water.")


def test_what_cannot_be_found_together_is_offered_apart(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + "search/?q=marrow&place=ferry-steps")
    settled(page)
    assert said(page) == "Nothing found for “marrow” in Ferry Steps."

    page.get_by_role("button", name="Without Ferry Steps").click()
    page.locator(".hit").first.wait_for()

    assert "marrow-race" in page.locator(".hit a").first.get_attribute("href")


def test_a_slip_is_mended_out_loud_and_can_be_insisted_on(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + "search/?q=chutny")
    settled(page)
    assert "Nobody here writes “chutny”, so this is for “chutney”." in said(page)

    page.get_by_role("button", name="Search for “chutny” all the same").click()
    page.wait_for_url("**as-typed**")
    settled(page)

    assert "Nobody here writes" not in said(page)


def test_words_that_no_page_has_together_are_left_out_and_named(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(390)

    page.goto(serve_site(anytown_site) + "search/?q=marrow+ophicleide+submarine")
    settled(page)

    assert "left out" in said(page)
    assert "marrow-race" in page.locator(".hit a").first.get_attribute("href")


def test_what_is_nowhere_leads_on(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)

    page.goto(serve_site(anytown_site) + "search/?q=xqzzkw")
    settled(page)

    assert said(page) == "Nothing found for “xqzzkw”."
    page.get_by_role("link", name="Do you know one?").click()
    page.wait_for_url("**/tell-your-story/")


def test_what_is_typed_stays_text(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))

    page.goto(serve_site(anytown_site) + "search/?q=" + quote("<img src=x onerror=alert(1)>soup"))
    settled(page)

    assert page.locator("main img").count() == 0


def test_without_scripts_the_box_leads_to_every_way_in(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    address = serve_site(anytown_site)
    page = new_page(1280, script=False)
    page.goto(address + "places/")
    page.get_by_label("Search the stories").fill("soup")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=soup")

    leads = page.locator("main a").evaluate_all("all => all.map(one => one.href)")

    assert "Searching needs scripts" in page.inner_text("main")
    stories = {f"{address}stories/{folder.name}/" for folder in (anytown_site / "stories").iterdir()}
    listed = {one for one in leads if one in stories}
    assert {f"{address}stories/{slug}/" for slug in ("repair-cafe", "soup-on-the-steps", "sanjhi-rasoi")} <= listed
    assert f"{address}stories/a-z/" in leads


@pytest.mark.parametrize("query", ["soup", "xqzzkw", "marrow&place=ferry-steps", ""])
def test_axe_finds_nothing_while_searching(anytown_site: Path, serve_site: Sites, new_page: NewPage, query: str):
    page = new_page()
    page.goto(serve_site(anytown_site) + f"search/?q={query}")
    if query:
        settled(page)
        page.evaluate("document.querySelector('.narrow').open = true")
        page.locator(".choices select, .choices:empty").first.wait_for(state="attached")

    found = violations_in(EVERY, page)

    assert not found, "\n".join(sorted(found))


def test_on_the_smallest_screen_nothing_is_out_of_reach(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(320, height=256)

    page.goto(serve_site(anytown_site) + "search/?q=soup&theme=water")
    settled(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    heights = page.locator("main :is(input, button, select, summary)").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
