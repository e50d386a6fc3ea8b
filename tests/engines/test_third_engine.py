"""A site knows no engine: another one than MkDocs, given the same site, publishes the same pages and files."""

import shutil
from pathlib import Path, PurePath

import pytest
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.preview.preview import Preview
from storyguide.site.digests import LIST
from storyguide.site.engine import Engine, Settings
from storyguide.site.parts import find_parts

from tests.conftest import TODAY, built
from tests.engines.plain_jinja import PlainJinja
from tests.site_pages import files_in

pytestmark = pytest.mark.slow

ANYTOWN = Settings(address="https://anytown.example/")
SETTINGS = {"anytown": ANYTOWN, "dudley": Settings()}

ONLY_BY_MKDOCS = {"sitemap.xml", "sitemap.xml.gz"}
"""What MkDocs writes by itself, from the theme and from its own list of pages."""
OTHERWISE = {LIST}
"""What is not the same: the list of all files names those two."""
ONE, SLUG = "stories/repair-cafe/story.md", "repair-cafe"


@pytest.fixture(scope="module")
def sites(anytown_site: Path, dudley_site: Path) -> dict[str, Path]:
    """Both editions' sites by MkDocs; not to be changed."""
    return {"anytown": anytown_site, "dudley": dudley_site}


@pytest.fixture(scope="module")
def copies(drawn_anytown: Path, dudley_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both editions, to build into other sites."""
    folder = tmp_path_factory.mktemp("third")
    shutil.copytree(drawn_anytown, folder / "anytown")
    shutil.copytree(dudley_site.parent / "guide", folder / "dudley")
    return {"anytown": folder / "anytown", "dudley": folder / "dudley"}


@pytest.mark.parametrize("edition", ["anytown", "dudley"])
def test_another_engine_publishes_the_same_site(edition: str, sites: dict[str, Path], copies: dict[str, Path]) -> None:
    by_mkdocs = files_in(sites[edition])
    site = copies[edition].parent / f"{edition}-site"

    published = built(copies[edition], site, engine=PlainJinja(SETTINGS[edition]))

    assert published.built, published.told
    ours = files_in(site)
    assert by_mkdocs.keys() - ours.keys() == ONLY_BY_MKDOCS
    assert ours.keys() - by_mkdocs.keys() == set()
    assert {path for path, content in ours.items() if content != by_mkdocs[path]} == OTHERWISE


def test_where_only_words_have_changed_another_engine_too_makes_only_what_shows_them(
    anytown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, whole = PlainJinja(ANYTOWN), tmp_path / "whole"
    built(anytown, tmp_path / "site", engine=engine)
    story = anytown / ONE
    story.write_text(story.read_text(encoding="utf-8") + "\nA badger came in.\n", encoding="utf-8")
    monkeypatch.setattr("storyguide.site.building.build_site", lambda *_, **__: pytest.fail("all of it was made"))

    built(anytown, tmp_path / "site", engine=engine)

    monkeypatch.undo()
    built(anytown, whole, engine=engine)
    assert b"A badger came in." in (whole / f"stories/{SLUG}/index.html").read_bytes()
    assert files_in(tmp_path / "site") == files_in(whole)


def test_a_preview_by_another_engine_shows_the_same(anytown: Path) -> None:
    engines: tuple[Engine, ...] = (MkDocs(), PlainJinja(ANYTOWN))
    previews = [Preview(anytown, engine=engine, assets=find_parts(), today=lambda: TODAY) for engine in engines]
    story = anytown / ONE
    story.write_text(story.read_text(encoding="utf-8") + "\nA badger came in.\n", encoding="utf-8")

    for preview in previews:
        preview.bring_up_to_date([PurePath(ONE)])

    by_mkdocs, by_another = ({path: preview.get(path) for path in preview.paths()} for preview in previews)
    page = by_another[f"stories/{SLUG}/index.html"]
    assert isinstance(page, bytes)
    assert b"A badger came in." in page
    assert by_another == by_mkdocs
    for preview in previews:
        preview.close()
