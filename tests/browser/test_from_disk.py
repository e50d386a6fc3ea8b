"""A preview opened from disk by a double click: no server, no internet, and nothing missing."""

import shutil
from pathlib import Path

from playwright.sync_api import Page
from storyguide.site.offline import take_offline

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.previewed import Previewed


def test_a_preview_reads_from_disk_on_a_phone(
    a_preview: Previewed, new_page: NewPage, foreign: list[str], refused: list[str]
):
    page = new_page(390)
    told: list[str] = []
    page.context.unroute_all()  # which lets in this machine's servers only; here there is none
    page.on("console", lambda message: told.append(message.text))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith("file:") else None)

    page.goto((a_preview.out / "index.html").as_uri())
    assert complete(page)
    page.get_by_role("link", name="Kites out of bread bags").click()
    assert page.get_by_role("heading", name="Kites out of bread bags").is_visible()
    assert page.locator("#unpublished").is_visible()
    assert complete(page)
    page.locator(".mark").click()
    page.wait_for_url("**/guide/index.html")
    assert complete(page)
    page.get_by_role("link", name="Stories", exact=True).first.click()
    page.wait_for_url("**/guide/stories/index.html")
    assert page.get_by_role("link", name="Kites out of bread bags").count() == 1
    assert complete(page)
    page.get_by_role("link", name="What has changed").click()
    page.wait_for_url((a_preview.out / "index.html").as_uri())

    assert told == []
    assert foreign == []
    assert refused == []
    assert violations(page) == []
    page.get_by_role("link", name="Kites out of bread bags").click()
    assert violations(page) == []
    refused.clear()  # axe asks for the style sheets once more, and may not


def test_the_whole_guide_reads_from_a_stick_and_says_where_one_can_search(
    anytown_site: Path, tmp_path: Path, new_page: NewPage, foreign: list[str]
):
    stick = tmp_path / "stick"
    shutil.copytree(anytown_site, stick)
    take_offline(stick, address="https://anytown.example/")
    page = new_page(390)
    told: list[str] = []
    page.context.unroute_all()
    page.on("console", lambda message: told.append(message.text))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))

    page.goto((stick / "index.html").as_uri())
    assert complete(page)
    page.get_by_role("link", name="Find a story from A to Z").click()
    page.get_by_role("link", name="Soup on the steps").click()
    assert page.inner_text("h1") == "Soup on the steps"
    assert complete(page)
    page.get_by_role("link", name="Search", exact=True).click()
    assert page.get_by_text("Searching works on the published guide.").is_visible()
    page.get_by_role("link", name="All 9 stories").click()
    space = "document.querySelector('.listed h2').getBoundingClientRect().top"
    assert page.evaluate(f"{space} - document.querySelector('.opening').getBoundingClientRect().bottom") < 40
    page.get_by_role("link", name="Map", exact=True).click()
    page.get_by_role("link", name="Riverside: 5 stories").click()
    assert page.url.endswith("/places/riverside-area/index.html")

    assert told == []
    assert foreign == []


def complete(page: Page) -> bool:
    """Whether the page is as wide as the screen, in our own letters, with every picture drawn."""
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    page.evaluate("Promise.all([...document.images].map(one => one.decode().catch(() => null))).then(() => null)")
    page.evaluate("document.fonts.ready.then(() => null)")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("[...document.images].filter(one => !one.naturalWidth).map(one => one.src)") == []
    faces = page.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")
    return {face.strip('"') for face in faces} >= {"Bricolage Grotesque", "Atkinson Hyperlegible Next"}
