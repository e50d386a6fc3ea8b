"""The desk is found through and sorted by a small script, and all there without it."""

from pathlib import Path

from playwright.sync_api import Page, expect
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.preview.preview import Preview
from storyguide.site.parts import find_parts

from tests.browser.axe import EVERY, violations_in
from tests.browser.conftest import NewPage
from tests.browser.nu import errors
from tests.browser.served import Sites
from tests.conftest import TODAY


def _laid_out(root: Path, site: Path) -> Path:
    """The desk as the preview gives it out, with the files it needs."""
    preview = Preview(root, engine=MkDocs(), assets=find_parts(), today=lambda: TODAY)
    wanted = ["desk/index.html", *(path for path in preview.paths() if path.startswith("assets/"))]
    for path in wanted:
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        content = preview.get(path)
        assert content, path
        file.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    preview.close()
    return site


def _titles(page: Page) -> list[str]:
    return page.locator(".story-row:visible .name").all_inner_texts()


def test_the_desk_is_found_through_and_sorted(anytown: Path, tmp_path: Path, serve_site: Sites, new_page: NewPage):
    site = _laid_out(anytown, tmp_path / "site")
    address = f"{serve_site(site)}desk/"
    plain = new_page(390, script=False)
    plain.goto(address)
    page = new_page()
    page.goto(f"{address}?whom=the+translator")

    everything = _titles(plain)
    assert len(everything) == 12
    expect(plain.locator(".find")).to_be_hidden()
    assert plain.evaluate("document.documentElement.scrollWidth") == 390

    assert set(_titles(page)) < set(everything)
    expect(page.get_by_role("status")).to_contain_text("of 12 stories")
    page.get_by_label("Who to ask").select_option("")
    page.get_by_label("In order of").select_option("words")
    assert sorted(_titles(page)) == sorted(everything)
    assert _titles(page)[-1].startswith("The repair café")
    page.get_by_label("Find").fill("kawiarnia")
    assert len(_titles(page)) == 1
    assert page.url.endswith("?words=kawiarnia&order=words")
    page.get_by_label("Find").fill("nobody wrote this")
    page.get_by_role("button", name="Show them all").click()
    assert _titles(page) == everything

    assert violations_in(EVERY, page) == set()
    assert errors([site / "desk/index.html"]) == []
