"""A story's page on the last day its storyteller agreed to, and from the day after, without a new build."""

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page
from storyguide.site.offline import take_offline

from tests.browser.conftest import NewPage
from tests.browser.filtering import found, opened
from tests.browser.served import Sites
from tests.conftest import built

STORY = "stories/repair-cafe/"
LAST, AFTER = datetime(2026, 12, 31, 23, 59, 50), datetime(2027, 1, 1, 0, 0, 5)
OF_THE_STORY = ("repair café", "Thursday", "Inkpot", "toaster", "kettle", "Menders", "bench")
NEUTRAL = "This story is no longer here"


@pytest.fixture(scope="module")
def site(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anytown, whose repair café is agreed to until the end of the year, built a month before."""
    root = tmp_path_factory.mktemp("until") / "anytown"
    shutil.copytree(drawn_anytown, root)
    file = root / "stories/repair-cafe/story.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("  given: 2026-03-01\n", "  given: 2026-03-01\n  until: 2026-12-31\n", 1), encoding="utf-8"
    )
    published = built(root, root.parent / "site")
    assert published.built, published.told
    return root.parent / "site"


@pytest.fixture
def ending(site: Path, serve_site: Sites) -> str:
    return serve_site(site)


def on(day: datetime, page: Page) -> Page:
    """The page, of a reader whose own clock shows this."""
    page.clock.set_fixed_time(day)
    return page


def words_left(page: Page) -> list[str]:
    """The story's words that are still on the page: seen, read aloud, or in its head."""
    tree = page.locator("body").aria_snapshot()
    everywhere = page.content() + page.title() + tree
    return [word for word in OF_THE_STORY if re.search(re.escape(word), everywhere, re.IGNORECASE)]


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_story_is_there_to_the_end_of_its_last_day_and_gone_the_day_after_wherever_one_reads(
    ending: str, new_page: NewPage, zone: str
):
    page = new_page(390, timezone_id=zone)
    last, after = (page.evaluate("(day) => new Date(day).getTime() / 1000", day.isoformat()) for day in (LAST, AFTER))
    page.clock.set_fixed_time(last)
    page.goto(ending + STORY)
    assert page.get_by_role("heading", level=1).inner_text().startswith("The repair café")
    assert page.locator("meta[name=robots]").count() == 0

    page.clock.set_fixed_time(after)
    page.goto(ending + STORY)
    assert page.get_by_role("heading", level=1).inner_text() == NEUTRAL
    assert words_left(page) == []


def test_a_story_whose_last_day_is_over_says_what_the_neutral_page_says_and_keeps_out_of_searches(
    ending: str, new_page: NewPage, foreign: list[str], refused: list[str]
):
    page = on(AFTER, new_page(390))
    page.goto(ending + STORY)
    said = page.locator("main").inner_text()

    assert page.locator("html").is_visible()
    title = page.title()
    assert page.locator("head meta[name=robots]").get_attribute("content") == "noindex"
    assert page.locator("main img, main article").count() == 0
    assert (foreign, refused) == ([], [])
    page.get_by_role("link", name="How taking down works").click()
    assert page.url == f"{ending}about/corrections/"
    page.goto(f"{ending}stories/kite-loft/")
    assert (page.locator("main").inner_text(), page.title()) == (said, title)


def test_nothing_of_it_is_shown_while_the_page_is_still_arriving(ending: str, new_page: NewPage):
    page = on(AFTER, new_page(390))
    page.add_init_script(
        """window.seen = [];
        new MutationObserver(() => {
          const heading = document.querySelector("h1");
          if (heading?.checkVisibility()) window.seen.push(heading.textContent);
        }).observe(document, { childList: true, subtree: true, attributes: true });"""
    )
    page.goto(ending + STORY)

    assert set(page.evaluate("window.seen")) == {NEUTRAL}


def test_a_tab_left_open_overnight_hides_it_when_it_is_looked_at_again(ending: str, new_page: NewPage):
    page = on(LAST, new_page(390))
    page.goto(ending + STORY)
    assert words_left(page)

    page.clock.set_fixed_time(AFTER)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert page.get_by_role("heading", level=1).inner_text() == NEUTRAL
    assert words_left(page) == []


def test_its_card_is_on_no_list_the_day_after_nor_that_of_its_translation(ending: str, new_page: NewPage):
    page = on(LAST, new_page(1280))
    page.goto(f"{ending}stories/")
    before = page.locator("li.card").count()
    assert page.locator("li.card[data-until]").count() == 2

    page.clock.set_fixed_time(AFTER)
    page.goto(f"{ending}stories/")
    assert page.locator("li.card").count() == before - 2

    opened(page, ending, "?theme=making-and-mending")
    shown = found(page)
    page.clock.set_fixed_time(LAST)
    opened(page, ending, "?theme=making-and-mending")
    assert set(found(page)) - set(shown) == {f"/{STORY}", "/stories/kawiarnia-napraw/"}
    assert shown


def test_a_reader_without_scripts_sees_the_story_until_the_next_build(ending: str, new_page: NewPage):
    page = on(AFTER, new_page(390, script=False))
    page.goto(ending + STORY)

    assert page.get_by_role("heading", level=1).inner_text().startswith("The repair café")


def test_a_copy_on_a_stick_hides_it_too(site: Path, tmp_path: Path, new_page: NewPage, refused: list[str]):
    stick = tmp_path / "stick"
    shutil.copytree(site, stick)
    take_offline(stick)
    page = new_page(390)
    page.context.unroute_all()
    for day, shown in ((LAST, "The repair café: nothing is broken until Thursday"), (AFTER, NEUTRAL)):
        on(day, page).goto((stick / STORY / "index.html").as_uri())
        assert page.get_by_role("heading", level=1).inner_text() == shown

    assert words_left(page) == []
    page.get_by_role("link", name="Read other stories").click()
    assert page.locator("li.card").count() > 0
    assert refused == []


def test_a_page_whose_story_has_no_last_day_asks_for_no_such_script(ending: str, serve_site: Sites, new_page: NewPage):
    page = new_page(390)
    serve_site.forget()
    page.goto(f"{ending}about/", wait_until="networkidle")

    assert not [sent.path for sent in serve_site.sent if sent.path.endswith("until.js")]
    assert page.locator("html[data-until]").count() == 0
