"""The editor at /admin/ on a phone: nobody else is asked for anything, and what it writes passes the check."""

import base64
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

from playwright.sync_api import Locator, Page, expect
from storyguide.cms import make_admin
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.front.showing import AtAFreePort
from storyguide.making.covers import mark
from storyguide.preview.answering import Answering
from storyguide.preview.preview import Preview
from storyguide.site.assembly import assemble
from storyguide.site.parts import CMS, find_parts

from tests.browser.conftest import NewPage
from tests.browser.served import Sites
from tests.conftest import PROJECT, TODAY
from tests.pictures import TELLTALES, phone_jpeg

CAFE = "stories/the-cafe-that-moved-twice"
LADDER = "stories/ladder/story.md"
_LADDER = """---
title: "The ladder goes round"
summary: "One ladder, eleven households."
storyteller:
  name: Mo
place: Millbank
themes: Company
told_on: 2026-03-14
happened: 2012
consent:
  given: 2026-03-01
approved_on: 2026-03-12
licence: CC BY-SA 4.0
status: ready
colour_of_the_ladder: blue
---

It hangs on a nail by the ferry steps, and *nobody* locks it.
"""
"""As somebody wrote it by hand, with single names for lists, and a fact that the editor does not ask for."""

_PICKED = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("guide", {create: true});"""
"""The browser's own private folder stands for the one a person would choose."""
_PUT = """async files => {
  for (const [path, words] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const names = path.split("/"), name = names.pop();
    for (const each of names) folder = await folder.getDirectoryHandle(each, {create: true});
    const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await file.write(words);
    await file.close();
  }
}"""
_TAKEN = """async () => {
  const found = {};
  const look = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === "directory") await look(one, `${path}${name}/`);
      else found[path + name] = new Uint8Array(await (await one.getFile()).arrayBuffer()).toBase64();
    }
  };
  await look(await (await navigator.storage.getDirectory()).getDirectoryHandle("guide"), "");
  return found;
}"""
_COME_TO = """name => {
  const made = [...document.querySelectorAll("[data-key-path]")];
  const wanted = made.find(one => one.dataset.keyPath === name);
  (wanted ?? made.at(-1))?.scrollIntoView({block: "center"});
  return Boolean(wanted);
}"""
"""To a question; the editor makes those further down only as one comes near them."""
_DRAWN_AS_ICONS = """() => {
  const icons = [...document.querySelectorAll(".material-symbols-outlined")].filter(one => one.offsetParent);
  return icons.length > 5 && icons.every(one => one.scrollWidth <= 2 * parseFloat(getComputedStyle(one).fontSize));
}"""
"""An icon is as wide as it is high; the word it is written by is many times wider."""


def test_stories_are_made_and_changed_on_a_phone_and_pass_the_check(
    new_page: NewPage, serve_site: Sites, foreign: list[str], anytown: Path, tmp_path: Path
):
    page = new_page(390, height=844)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    refused: set[str] = set()
    page.on("requestfailed", lambda asked: refused.add(asked.url) if asked.failure == "csp" else None)
    page.add_init_script(_PICKED)
    admin = _published(anytown, tmp_path / "site", serve_site)
    page.goto(admin)
    page.evaluate(_PUT, {"guide/.git/HEAD": "ref: refs/heads/main", f"guide/{LADDER}": _LADDER})

    page.get_by_role("button", name="Work with Local Repository").click()
    page.get_by_role("treeitem", name="Told stories").click()
    page.get_by_role("row", name="The ladder goes round").click()
    _field(page, "title").get_by_role("textbox").fill("The ladder still goes round")
    _save(page, "The ladder still goes round")
    page.goto(f"{admin}#/collections/told/new")
    _tell(page)
    assert page.evaluate(_DRAWN_AS_ICONS)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    _save(page, "The café that moved twice")
    taken = {path: base64.b64decode(data) for path, data in page.evaluate(_TAKEN).items()}
    files = {path: data for path, data in taken.items() if path.startswith("stories/")}

    assert set(foreign) - refused == set(), "beyond what the page’s own policy keeps from leaving"
    assert faults == []
    assert sorted(files) == [LADDER, f"{CAFE}/our-bench.webp", f"{CAFE}/story.md"]
    photo = files[f"{CAFE}/our-bench.webp"]
    assert photo[8:12] == b"WEBP"
    assert [told for told in {*TELLTALES, b"EXIF", b"XMP "} - {b"ICCP"} if told in photo] == []
    changed = files[LADDER].decode()
    assert "title: The ladder still goes round\n" in changed
    assert "colour_of_the_ladder: blue\n" in changed
    assert "status: ready\n" in changed
    found = _checked(anytown, files)
    assert found == {LADDER: ["unknown-fact"], f"{CAFE}/story.md": ["missing-fact", "missing-fact"]}


def test_under_serve_the_smallest_edition_has_an_editor_that_opens(
    new_page: NewPage, foreign: list[str], tmp_path: Path
):
    """With no tins, frameworks, trails, news or events there is less to ask, and nothing that the editor takes ill."""
    page = new_page(390, height=844)
    page.add_init_script(_PICKED)
    with _serving(_smallest(tmp_path / "guide")) as address:
        page.goto(f"{address}admin/")
        page.evaluate(_PUT, {"guide/.git/HEAD": "ref: refs/heads/main", f"guide/{LADDER}": _LADDER})
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("treeitem", name="Told stories").click()
        expect(page.get_by_role("row", name="The ladder goes round")).to_be_visible()
        page.goto(f"{address}admin/#/collections/told/new")

        expect(_field(page, "place").get_by_role("checkbox", name="Millbank")).to_be_visible()
        expect(_field(page, "status").get_by_role("radio", name="draft")).to_be_visible()
        assert page.locator('[data-key-path="tins"], [data-key-path="dimensions"]').count() == 0
        assert page.get_by_text("configuration").count() == 0


def _smallest(root: Path) -> Path:
    """An edition with what it must have and no more, kept on GitHub."""
    (root / "stories").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "stories/edition.yml").write_text(
        "name: The Community Lover’s Guide to Anytown\ntown: Anytown\nlanguage: en-GB\n"
        "contact: {phone: ask at the library}\nrepository: https://github.com/example/anytown\n"
        "areas:\n  - {name: Riverside, places: [{name: Millbank}, {name: Weir Lane}]}\n"
        "themes: [{name: Making}, {name: Company}]\n",
        encoding="utf-8",
    )
    shutil.copy(PROJECT / "tests/guides/anytown/mkdocs.yml", root)
    return root


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    """The address of a preview of this guide, as serve shows it."""
    preview = Preview(root, engine=MkDocs(), assets=find_parts())
    with AtAFreePort(type("AnsweringForOne", (Answering,), {"preview": preview})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.address
        server.shutdown()
    preview.close()


def _published(anytown: Path, site: Path, serve_site: Sites) -> str:
    """Anytown's editor, served as if the guide were kept on GitHub; its address."""
    guide, parts = assemble(anytown, today=TODAY).guide, find_parts()
    assert guide
    assert parts
    guide = replace(guide, edition=replace(guide.edition, repository="https://github.com/example/anytown"))
    for made in make_admin(guide, parts / CMS):
        file = site / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made.content, Path):
            shutil.copyfile(made.content, file)
        else:
            file.write_text(str(made.content), encoding="utf-8")
    (site / "assets").mkdir()
    (site / "assets/mark.svg").write_text(mark(), encoding="utf-8")
    return f"{serve_site(site)}admin/"


def _field(page: Page, name: str) -> Locator:
    page.wait_for_function(_COME_TO, arg=name)
    return page.locator(f'[data-key-path="{name}"]')


def _tell(page: Page) -> None:
    """Answer what must be answered for a new story."""
    _field(page, "title").get_by_role("textbox").fill("The café that moved twice")
    _field(page, "summary").get_by_role("textbox").fill("Two floods, one kettle: and we still open at ten.")
    _field(page, "body").locator("[contenteditable=true]").click()
    page.keyboard.type("It began with a kettle, and a sign that said # 4.")
    _field(page, "storyteller.name").get_by_role("textbox").fill("Mo")
    _field(page, "place").get_by_role("checkbox", name="Millbank").click()
    _field(page, "themes").get_by_role("checkbox", name="Company").click()
    _field(page, "told_on").locator("input").fill("2026-03-14")
    _field(page, "photos").get_by_role("button", name="Add").click()
    expect(_field(page, "photos.0.file").get_by_role("button", name="Browse")).to_be_visible()
    chosen = {"name": "Our Bench.JPG", "mimeType": "image/jpeg", "buffer": phone_jpeg()}
    page.locator("input[type=file]").first.set_input_files([chosen])
    expect(page.get_by_text("our-bench.webp")).to_be_visible()
    _field(page, "photos.0.alt").get_by_role("textbox").fill("A bench with a toaster on it.")
    _field(page, "photos.0.credit").get_by_role("textbox").fill("Mo")
    _field(page, "photos.0.licence").get_by_role("radio", name="CC BY 4.0").click()
    _field(page, "photos.0.people").get_by_role("radio", name="none").click()
    _field(page, "licence").get_by_role("radio", name="CC BY-SA 4.0").click()
    _field(page, "status").get_by_role("radio", name="draft").click()


def _save(page: Page, title: str) -> None:
    """Save, and wait until the story stands in the list: what is asked for before that is lost.

    The editor takes in a choice a moment after it shows it, and until then says that it is still to be made:
    one saves again, as people do.
    """
    row = page.get_by_role("row", name=title)
    save = page.get_by_role("button", name="Save", exact=True)
    for _ in range(5):
        save.click()
        expect(row.or_(page.get_by_role("alert").first)).to_be_visible(timeout=60_000)
        if row.is_visible():
            break
    expect(page.locator("[data-key-path]")).to_have_count(0)  # they stay where something is still to be answered


def _checked(root: Path, files: Mapping[str, bytes]) -> Mapping[str, list[str]]:
    """What the check says of these files once they are among the guide's own, by file."""
    for path, data in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data)
    problems = assemble(root, today=TODAY).problems
    return {path: [one.code for one in problems if one.where.path == path] for path in files if path.endswith(".md")}
