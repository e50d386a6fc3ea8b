"""What readers ask of their own browser: other colours, wider text, rest, letters of their own, a voice."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.browser.test_keyboard import HERE, STOPS
from tests.golden import assert_golden

TREES = Path(__file__).parent / "trees"
USED = {
    "story": "stories/repair-cafe/",
    "stories": "stories/?theme=company#narrow",
    "search": "search/?q=chutney",
    "map": "map/",
    "tin": "on-the-tin/the-ninth-chair/",
    "step": "on-the-tin/the-ninth-chair/knock/",
    "form": "tell-your-story/form/",
}
"""The pages on which more is done than reading, as they are in use."""
_READ_OUT = ("story", "stories", "search", "map", "tin")

# As WCAG 1.4.12 has it. A page's own policy lets in styles laid on by a program, but none written into the page.
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
_LOST = """() => {
  const shown = [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility() && one.innerText?.trim());
  const cut = shown.filter(one => {
    const style = getComputedStyle(one);
    const hides = way => ['hidden', 'clip'].includes(way);
    return !one.closest('.vh, select') && (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1
      || hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return [...(scrollWidth > clientWidth ? ['the page is too wide'] : []), ...cut.map(one => one.outerHTML)];
}"""
_MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
}).length"""
_WITHOUT_EDGE = """() => {
  const edged = one => ['border', 'outline'].some(edge => {
    const style = getComputedStyle(one);
    return style[`${edge}Style`] !== 'none' && parseFloat(style[`${edge}Width`]) >= 1
      || parseFloat(style[`${edge}BottomWidth`]) >= 1;
  });
  return [...document.querySelectorAll('button, input, select, textarea, .btn, .tags a')]
    .filter(one => one.checkVisibility() && !/radio|checkbox/.test(one.type) && !edged(one)) // those two draw their own
    .map(one => one.outerHTML.slice(0, 120));
}"""

_UNSEEN = f"""() => {{
  const here = {HERE};
  return {STOPS}.map(one => {{ one.focus(); return here(); }}).filter(stop => !stop?.seen);
}}"""


def settled(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => null)")


@pytest.mark.parametrize("name", USED)
def test_at_320_pixels_spaced_text_loses_nothing_nothing_moves_and_forced_colours_leave_every_edge(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, name: str
):
    page = new_page(320, height=640)
    page.goto(serve_site(anytown_site) + USED[name])
    settled(page)

    assert page.evaluate(_MOVING) == 0
    page.evaluate(_SPACED)
    assert page.evaluate(_LOST) == []
    page.evaluate("document.adoptedStyleSheets = []")
    page.emulate_media(forced_colors="active")
    assert page.evaluate(_WITHOUT_EDGE) == []
    page.keyboard.press("Tab")  # from now on, what is in focus shows as it does for those who use a keyboard
    assert page.evaluate(_UNSEEN) == []


@pytest.mark.parametrize("name", _READ_OUT)
def test_what_is_read_out_comes_in_order_and_by_name(
    anytown_site: Path, serve_site: Sites, new_page: NewPage, name: str, accept: bool
):
    page = new_page(390)
    page.goto(serve_site(anytown_site) + USED[name])
    settled(page)

    # The head and foot of all pages are read out with the story only, so that a change to them changes one file.
    told = page.locator("body" if name == "story" else "main").aria_snapshot()

    lines = [line for line in told.splitlines() if "- /url:" not in line]  # where a link leads is not read out
    assert_golden("\n".join(lines) + "\n", TREES / f"{name}.txt", accept)


def test_a_story_in_urdu_runs_from_the_right_in_letters_made_for_it_and_its_page_does_not(
    anytown_site: Path, serve_site: Sites, new_page: NewPage
):
    page = new_page(320)
    page.goto(serve_site(anytown_site) + "stories/seerhiyon-par-shorba/")

    for words in (page.locator("h1"), page.locator(".lead"), page.locator(".prose p").first):
        style = words.evaluate("""one => {
          const { direction, fontFamily, letterSpacing, lineHeight, fontSize } = getComputedStyle(one);
          return { direction, fontFamily, letterSpacing, room: parseFloat(lineHeight) / parseFloat(fontSize) };
        }""")
        assert style["direction"] == "rtl"
        assert "Noto Nastaliq Urdu" in style["fontFamily"]
        assert style["letterSpacing"] in ("normal", "0px")
        assert style["room"] >= 1.79
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
