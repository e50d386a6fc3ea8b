"""A tin for whoever reads: on paper, without scripts, enlarged, and judged by axe."""

import gzip
from pathlib import Path

import pytest

from tests.browser.axe import EVERY, violations_in
from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.browser.tins import CHECK, KNOCK, REFLECTIVE, WHERE_NOW, plan_something, printed, saved

ASSETS = Path(__file__).parents[2] / "plugins" / "storyguide" / "theme" / "assets"


_SEEN = """which => {
  const told = {seen: [], unseen: []};
  for (const one of document.querySelectorAll(which)) {
    const seen = one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().height > 0;
    told[seen ? 'seen' : 'unseen'].push(one.outerHTML);
  }
  return told;
}"""
_WITHOUT_LINE = """() => [...document.querySelectorAll("main :is(textarea, input)")]
  .filter(one => one.type !== 'radio' && one.type !== 'checkbox')
  .filter(one => !one.closest('td') && !one.nextElementSibling?.querySelector('span')?.checkVisibility())
  .map(one => one.id)"""


def test_the_note_stands_before_the_first_field(dudley: str, new_page: NewPage):
    page = new_page(390)
    page.goto(dudley + WHERE_NOW)

    words = page.locator("main").inner_text()

    note = words.index(
        "What you write stays on this device. Nothing is sent. On a shared computer, clear it when you are done."
    )
    assert note < words.index("I stop and look back at least once a week")


def test_a_long_answer_is_printed_whole(town: str, new_page: NewPage):
    page = new_page(390)
    page.goto(town + KNOCK)
    long = " ".join(f"word{n}" for n in range(120))
    page.get_by_label("Who?").first.fill(long)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert "word119" in printed(page).replace(" ", "")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".in-full, .short").count() == 0


@pytest.mark.parametrize("site", ["dudley_site", "anytown_site"])
def test_without_scripts_every_page_of_a_tin_reads_whole_and_every_prompt_has_a_line_on_paper(
    request: pytest.FixtureRequest, serve_site: Sites, new_page: NewPage, site: str
):
    root = request.getfixturevalue(site)
    page = new_page(390, script=False)
    for file in sorted((root / "on-the-tin").glob("*/**/index.html")):
        page.goto(serve_site(root) + file.relative_to(root).as_posix().removesuffix("index.html"))
        page.emulate_media(media="screen")
        assert page.evaluate(_SEEN, "main :is(textarea, input)")["unseen"] == [], file
        assert page.evaluate("document.querySelectorAll('main button, [data-answers] > *').length") == 0, file
        page.emulate_media(media="print")
        assert page.evaluate(_WITHOUT_LINE) == [], file
        assert page.evaluate(_SEEN, ".work-plan")["seen"] == [], file


def test_axe_finds_nothing_on_a_tin_in_use(dudley: str, new_page: NewPage):
    page = new_page()
    page.goto(dudley + CHECK)
    plan_something(page)
    page.get_by_label("A day to look at it again").fill("2027-03-04")
    saved(page)

    found: set[str] = set()
    for url in (
        *("on-the-tin/", REFLECTIVE, WHERE_NOW, f"{REFLECTIVE}make-a-plan/", CHECK),
        *("on-the-tin/assets-first/", "on-the-tin/assets-first/our-work-plan/", "on-the-tin/assets-first/whole/"),
    ):
        page.goto(dudley + url)
        for opened in ("Plan something for this", "Clear my answers"):
            for button in page.get_by_role("button", name=opened).all()[:1]:
                button.click()
        found |= {f"{url}, {told}" for told in violations_in(EVERY, page)}

    assert not found, "\n".join(sorted(found))


def test_with_all_opened_a_narrow_phone_needs_no_sideways_scrolling(dudley: str, new_page: NewPage):
    page = new_page(320, height=568)
    page.goto(dudley + CHECK)
    plan_something(page)
    page.locator("[data-statement] textarea").first.fill("Donaudampfschifffahrtsgesellschaftskapitän " * 4)
    page.get_by_label("A day to look at it again").fill("2027-03-04")
    page.get_by_role("button", name="Clear my answers").click()

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_scripts_of_a_tin_are_light():
    held = sum(len(gzip.compress(file.read_bytes(), 9)) for file in ASSETS.glob("tin*.js"))

    assert held <= 10 * 1024
