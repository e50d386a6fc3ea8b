"""The map and its equal, the list; and what is near, worked out on the reader's own device."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.conftest import built

MILLBANK = {"latitude": 45.021, "longitude": -29.951}
FAR_OFF = {"latitude": 45.5, "longitude": -29.95}

_OVERLAPS = """() => {
  const drawn = selector => [...document.querySelectorAll(selector)]
    .map(one => ({said: one.textContent, box: one.getBoundingClientRect()})).filter(({box}) => box.width);
  const names = drawn('.outline .name').map(({said, box: {left, right, top, bottom, height}}) =>
    ({said, left, right, top: top + height * .14, bottom: bottom - height * .06}));
  const dots = drawn('.outline .small, .outline .dot, .outline .empty').map(({box}) =>
    ({x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, radius: box.width / 2}));
  const between = (least, one, most) => Math.min(Math.max(one, least), most);
  const meet = (one, other) => Math.min(one.right, other.right) > Math.max(one.left, other.left)
    && Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);
  const hides = (name, {x, y, radius}) =>
    Math.hypot(between(name.left, x, name.right) - x, between(name.top, y, name.bottom) - y) < radius;
  return names.flatMap((name, at) => [
    ...names.slice(at + 1).filter(other => meet(name, other)).map(other => `${name.said} on ${other.said}`),
    ...dots.filter(dot => hides(name, dot)).map(() => `${name.said} on a dot`),
  ]);
}"""
"""Names drawn on one another or on dots; a box a browser gives has empty space above and below its letters."""

_LETTERED = "() => document.body.getBoundingClientRect() && document.fonts.ready.then(() => true)"
"""Once laid out, a page knows which fonts it waits for."""

_SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll('.outline text')]
  .filter(one => one.getBoundingClientRect().width)
  .map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""


@pytest.fixture(params=["anytown_site", "dudley_site"])
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def opened(new_page: NewPage, address: str, width: int = 1280, **reader: object) -> Page:
    page = new_page(width, **reader)
    page.goto(address + "map/")
    page.evaluate(_LETTERED)
    return page


def test_the_tab_key_meets_every_area_of_the_drawing_in_the_order_of_the_list(
    site: Path, serve_site: Sites, new_page: NewPage
):
    page = opened(new_page, serve_site(site), 390)
    listed = page.locator(".arealist h3 a").evaluate_all("all => all.map(one => one.href)")
    page.get_by_role("link", name="Skip the map: read the list").focus()

    met = []
    for _ in listed:
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.closest('svg') && document.activeElement.href.baseVal"))

    assert [page.evaluate("to => new URL(to, location.href).href", to) for to in met] == listed


def test_the_link_past_the_map_leads_to_the_list(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(anytown_site), 390)

    page.get_by_role("link", name="Skip the map: read the list").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!!document.activeElement.closest('[data-near]') && !document.activeElement.closest('svg')")


def test_without_scripts_every_place_is_there_and_every_link_leads_somewhere(
    site: Path, serve_site: Sites, new_page: NewPage
):
    page = opened(new_page, serve_site(site), 390, script=False)

    assert page.locator("main button").count() == 0
    links = page.locator("main .mapped a[href]")
    targets = {links.nth(at).get_attribute("href") for at in range(links.count())}
    assert {to for to in targets if to and to.startswith("../places/")} >= {
        f"../places/{folder.name}/" for folder in (site / "places").iterdir() if folder.is_dir()
    }
    for to in sorted(filter(None, targets)):
        if to.startswith("#"):
            assert page.locator(to).count() == 1
        else:
            assert (site / "map" / to / "index.html").is_file(), to


@pytest.mark.parametrize("width", [390, 1152, 1920])
def test_no_name_is_drawn_on_another_or_on_a_dot(site: Path, serve_site: Sites, new_page: NewPage, width: int):
    page = opened(new_page, serve_site(site), width)

    assert page.evaluate(_OVERLAPS) == []


def test_nor_is_any_on_the_drawing_of_one_area(site: Path, serve_site: Sites, new_page: NewPage):
    address, page = serve_site(site), new_page(320)

    for folder in sorted((site / "places").glob("*-area")):
        page.goto(f"{address}places/{folder.name}/")
        page.evaluate(_LETTERED)
        assert page.evaluate(_OVERLAPS) == [], folder.name


def test_on_the_narrowest_phone_areas_can_be_met_and_names_read(site: Path, serve_site: Sites, new_page: NewPage):
    address = serve_site(site)
    page = opened(new_page, address, 320)

    sizes = page.locator(".outline .touch").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    middles = page.locator(".outline a .touch").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.x + box.width / 2, box.y + box.height / 2])"
    )

    assert min(sizes) >= 44
    apart = [((a - x) ** 2 + (b - y) ** 2) ** 0.5 for i, (a, b) in enumerate(middles) for x, y in middles[:i]]
    assert min(apart) >= 44
    assert page.evaluate(_SMALLEST_TEXT) >= 11
    page.goto(address + f"places/{next((site / 'places').glob('*-area')).name}/")
    assert page.evaluate(_SMALLEST_TEXT) >= 11


@pytest.mark.parametrize("width", [936, 1152, 1280])
def test_on_a_desk_the_places_are_drawn_as_well_and_can_be_read(
    dudley_site: Path, serve_site: Sites, new_page: NewPage, width: int
):
    page = opened(new_page, serve_site(dudley_site), width)

    assert page.locator(".outline .small").first.is_visible() == (width >= 1152)
    assert page.evaluate(_SMALLEST_TEXT) >= 11


def test_in_colours_forced_by_the_reader_names_numbers_and_focus_are_seen(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = opened(new_page, serve_site(anytown_site), 1280, forced_colors="active", dark=True)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    fills = page.locator(".outline text:visible").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert ground not in fills
    page.locator(".outline a").first.focus()
    stroke = page.locator(".outline a:focus .dot").evaluate("one => getComputedStyle(one).stroke")
    assert stroke not in (ground, fills[0])


def test_on_paper_the_map_fits_one_sheet_and_the_list_is_there(dudley_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(dudley_site), 1280)

    printed = page.pdf(format="A4")
    page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) <= 2
    assert page.locator(".outline").is_visible() and page.locator(".arealist").is_visible()
    assert not page.get_by_role("button").first.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_on_the_map_before_or_after_near_is_asked(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, width: int, dark: bool
):
    page = opened(
        new_page, serve_site(anytown_site), width, dark=dark, geolocation=MILLBANK, permissions=["geolocation"]
    )
    assert violations(page) == []

    page.get_by_role("button", name="Show what is near me").click()
    page.locator(".nearest li").first.wait_for()

    assert violations(page) == []


def test_what_is_near_comes_first_is_announced_and_asks_nobody(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, foreign: list[str]
):
    page = opened(
        new_page, serve_site(anytown_site), 390, geolocation=MILLBANK, permissions=["geolocation"], locale="en-GB"
    )
    page.wait_for_load_state("networkidle")  # what opening the page asks for has been asked
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("button", name="Show what is near me").press("Enter")
    page.locator(".nearest li").first.wait_for()

    assert page.locator(".nearest li").first.inner_text().startswith("Millbank")
    assert "less than half a mile (0.1 km)" in page.locator(".nearest li").first.inner_text()
    assert re.search(r"about [\d½]+ miles \(\d\.\d km\)", page.locator(".nearest li").last.inner_text())
    assert page.locator(".nearest li").count() == 5
    assert page.get_by_role("status").inner_text().startswith("Nearest first: Millbank, less than half a mile")
    assert asked == foreign == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0 and page.context.cookies() == []
    assert "45.0" not in page.url


def test_there_is_a_way_back_to_the_usual_order(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(anytown_site), 390, geolocation=MILLBANK, permissions=["geolocation"])
    before = page.locator(".arealist").inner_text()
    page.get_by_role("button", name="Show what is near me").click()
    page.locator(".nearest li").first.wait_for()

    page.get_by_role("button", name="Back to the usual order").press("Enter")

    assert page.locator(".arealist").inner_text() == before
    assert page.locator(".nearest").is_hidden()
    assert page.get_by_role("status").inner_text() == "Back in the usual order."
    assert page.evaluate("document.activeElement.textContent") == "Show what is near me"


def test_a_reader_far_off_is_told_how_far(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(anytown_site), 390, geolocation=FAR_OFF, permissions=["geolocation"])

    page.get_by_role("button", name="Show what is near me").click()
    page.locator(".nearest li").first.wait_for()

    said = page.get_by_role("status").inner_text()
    assert re.fullmatch(
        r"You are some way from Anytown just now: Upper Thimble is the nearest place, about 29 miles \(47 km\) off\. "
        r"The list starts there\.",
        said,
    ), said


def test_a_reader_who_would_rather_not_say_has_the_list(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(anytown_site), 390)
    page.evaluate("() => { navigator.geolocation.getCurrentPosition = (_, failed) => failed({code: 1}) }")

    page.get_by_role("button", name="Show what is near me").click()

    assert page.get_by_role("status").inner_text() == (
        "Your device was asked not to say where you are. That is fine: the list below has every place."
    )
    assert page.locator(".arealist").is_visible()


def test_a_device_that_cannot_say_is_no_hindrance(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = opened(new_page, serve_site(anytown_site), 390)
    page.evaluate("() => { navigator.geolocation.getCurrentPosition = (_, failed) => failed({code: 3}) }")

    page.get_by_role("button", name="Show what is near me").click()

    assert "The list below has every place." in page.get_by_role("status").inner_text()


def test_nobody_is_asked_where_they_are_before_they_ask(anytown_site: Path, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    page.add_init_script("navigator.geolocation.getCurrentPosition = () => { window.asked = true }")

    page.goto(serve_site(anytown_site) + "map/", wait_until="networkidle")

    assert page.evaluate("window.asked === undefined")
    page.get_by_role("button", name="Show what is near me").click()
    assert page.evaluate("window.asked")


def test_an_edition_without_an_outline_has_a_chart_of_points(
    anytown: Path, tmp_path: Path, serve_site: Sites, new_page: NewPage
):
    edition = anytown / "stories/edition.yml"
    words = re.sub(r"boundary:\n(?: .*\n)+", "", edition.read_text(encoding="utf-8"))
    edition.write_text(words.replace(', point: "45.07, -29.94"', ""), encoding="utf-8")
    assert built(anytown, tmp_path / "site").built

    for width, dark in ((320, True), (1280, False)):
        page = opened(new_page, serve_site(tmp_path / "site"), width, dark=dark)
        assert page.locator(".outline.bare .north").is_visible()
        assert page.locator(".outline a").count() == 2
        assert "Only in the list, since the guide does not know where they lie: Lark Hill." in page.inner_text("main")
        assert page.evaluate(_OVERLAPS) == []
        assert violations(page) == []
