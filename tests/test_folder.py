"""The made pages as one plain docs folder: another engine, knowing nothing of ours, shows every story whole."""

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from storyguide.engines.folder import PlainFolder
from storyguide.model.guide import Guide
from storyguide.site.assembly import Assembly, assemble
from storyguide.site.building import build_site
from storyguide.site.engine import Settings
from storyguide.site.parts import find_parts

from tests.conftest import TODAY
from tests.site_pages import leads_to, page_at, pages_in

pytestmark = pytest.mark.slow

_PLAIN = """
site_name: Anytown
site_url: ""
theme: {name: THEME, nav_style: dark}
plugins: []
validation: {nav: {omitted_files: ignore}}
"""


@pytest.fixture(scope="module")
def assembly(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Assembly:
    return assemble(drawn_anytown, today=TODAY, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def guide(assembly: Assembly) -> Guide:
    assert assembly.guide
    return assembly.guide


@pytest.fixture(scope="module")
def folder(assembly: Assembly, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional edition as a plain folder."""
    into = tmp_path_factory.mktemp("plain") / "folder"
    build_site(assembly, into, engine=PlainFolder(Settings(search=False)), assets=find_parts())
    return into


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_another_engine_shows_each_storys_words_pictures_and_links(
    folder: Path, guide: Guide, tmp_path: Path, theme: str
):
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(_PLAIN.replace("THEME", theme) + f"docs_dir: {folder / 'docs'}\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "-f",
        str(settings),
        "--site-dir",
        f"{tmp_path}/site",
    ]

    subprocess.run(command, check=True, capture_output=True)

    for story in guide.stories:
        name = f"stories/{story.slug}/index.html"
        page = page_at(tmp_path / "site" / name)
        said = words(page.text)
        for sentence in re.split(r"<[^>]*>", story.words.html):
            assert words(html.unescape(sentence)) in said, story.slug
        lost = [
            address
            for tag, address, _ in page.addresses
            if tag in {"img", "source"}
            and (found := leads_to(tmp_path / "site", name, address))
            and not found[0].is_file()
        ]
        assert lost == []
        assert page.headings.count("h1") == 1


def test_a_page_of_the_folder_brings_its_facts_along(folder: Path):
    page = (folder / "docs/stories/repair-cafe.md").read_text(encoding="utf-8")

    _, facts, content = page.split("---\n", 2)

    assert yaml.safe_load(facts)["title"] == "The repair café: nothing is broken until Thursday"
    assert "\n\n" not in content.strip()


def test_the_frame_is_told_of_beside_the_pages(folder: Path):
    told = yaml.safe_load((folder / "guide.yml").read_text(encoding="utf-8"))["guide"]

    assert told["town"] == "Anytown"
    assert {"name": "Stories", "url": "stories/"} in told["menu"]


def test_the_folder_and_the_site_have_the_same_addresses(folder: Path, anytown_site: Path):
    docs = folder / "docs"
    in_folder = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}

    in_site = {name.removesuffix(".html") for name in pages_in(anytown_site)} - {"404"}

    addressed = {name.removesuffix(".md").removesuffix("index").strip("/") for name in in_folder}
    assert addressed == {name.removesuffix("index").strip("/") for name in in_site}


def words(text: str) -> str:
    return " ".join(text.split())
