"""The search index: whole, the same each time, and none of what the guide does not use."""

import json
from pathlib import Path

import pytest
from storyguide.engines.mkdocs.searching import Searching
from storyguide.making.search import make_search_documents
from storyguide.site import search_index
from storyguide.site.search_index import SearchIndex, find_pagefind

from tests.builders import a_guide, a_story
from tests.conftest import built
from tests.site_pages import files_in

GUIDE = a_guide(stories=(a_story(slug="one", title="Tea"), a_story(slug="two", title="Marrows")))


def an_index(site: Path) -> dict[str, bytes]:
    pagefind = find_pagefind()
    assert pagefind
    SearchIndex(GUIDE, list(make_search_documents(GUIDE, [])), pagefind).put_into(site)
    return files_in(site)


def test_the_same_stories_give_the_same_bytes(tmp_path: Path):
    assert an_index(tmp_path / "one") == an_index(tmp_path / "two")


def test_pagefinds_own_faces_are_left_out(tmp_path: Path):
    names = [path.removeprefix("pagefind/") for path in an_index(tmp_path)]

    assert "pagefind.js" in names
    assert [name for name in names if "ui" in name or "highlight" in name] == []


def test_each_page_of_the_index_has_its_terms(tmp_path: Path):
    files = an_index(tmp_path)

    told = json.loads(files["pagefind/terms.json"])

    fragments = {Path(path).stem for path in files if path.startswith("pagefind/fragment/")}
    assert set(told["pages"]) == fragments
    assert len(fragments) == 2
    groups = {told["terms"][number]["group"] for numbers in told["pages"].values() for number in numbers}
    assert {"place", "theme", "kind"} <= groups


def test_what_was_gathered_aside_is_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search_index.tempfile, "tempdir", str(tmp_path / "aside"))
    (tmp_path / "aside").mkdir()

    an_index(tmp_path / "site")

    assert list((tmp_path / "aside").iterdir()) == []


def test_a_last_index_gives_way_to_the_new_one(tmp_path: Path):
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "old.pf_fragment").write_bytes(b"old")

    assert "pagefind/old.pf_fragment" not in an_index(tmp_path)


def test_a_preview_has_the_last_index_at_once_and_the_new_one_when_it_is_done(tmp_path: Path):
    site, kept = tmp_path / "site", tmp_path / "kept"
    (kept / "pagefind").mkdir(parents=True)
    (kept / "pagefind" / "pagefind.js").write_text("the last", encoding="utf-8")
    searching = Searching()
    searching._index = SearchIndex(GUIDE, list(make_search_documents(GUIDE, [])), find_pagefind() or Path())

    searching.finish_later(site, kept).join()

    assert (site / "pagefind" / "pagefind.js").read_text(encoding="utf-8") != "the last"
    assert (site / "pagefind" / "terms.json").is_file()


def test_a_guide_may_go_without_search(anytown: Path, tmp_path: Path):
    settings = anytown / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  - storyguide\n", "  - storyguide:\n      search: false\n")
    settings.write_text(text, encoding="utf-8")

    built(anytown, tmp_path / "site")

    assert not (tmp_path / "site" / "pagefind").exists()


def test_without_pagefind_the_guide_is_built_all_the_same(
    anytown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("storyguide.site.searching.find_pagefind", lambda: None)

    assert built(anytown, tmp_path / "site").built
    assert not (tmp_path / "site" / "pagefind").exists()
