"""Whether anything has changed is told from names, sizes and times alone."""

import os
from pathlib import Path

import pytest
from storyguide.site.unchanged import Fingerprint, Last, census, fingerprint, last_publication, write_record

LAST = Last(Fingerprint("all", "beside the stories"), "what was read", {"stories": 3})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("guide/stories/lunch/story.md", "guide/mkdocs.yml", "guide/docs/index.md", "site/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path / "guide"


def test_the_same_sources_give_the_same_fingerprint(root: Path):
    assert fingerprint(root) == fingerprint(root)


@pytest.mark.parametrize("name", ["stories/lunch/story.md", "mkdocs.yml", "docs/index.md"])
def test_a_changed_source_gives_another(root: Path, name: str):
    before = fingerprint(root)

    os.utime(root / name, ns=(7, 7))

    assert fingerprint(root) != before


@pytest.mark.parametrize(
    ("name", "same"),
    [("stories/lunch/story.md", True), ("stories/lunch/replies/story.md", False), ("mkdocs.yml", False)],
)
def test_a_changed_story_leaves_what_stands_beside_the_stories_the_same(root: Path, name: str, same: bool):
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("before", encoding="utf-8")
    before = fingerprint(root)

    os.utime(root / name, ns=(7, 7))

    assert (fingerprint(root).beside == before.beside) is same


def test_a_source_more_or_fewer_gives_another(root: Path):
    before = fingerprint(root)

    (root / "stories/lunch/bench.jpg").write_bytes(b"")

    assert fingerprint(root) != before


def test_another_setting_gives_another(root: Path):
    assert fingerprint(root, settings=["monday"]) != fingerprint(root, settings=["tuesday"])


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    site = tmp_path / "site"
    write_record(tmp_path / "record.json", LAST, census(site).state)
    return site


def test_the_figures_come_back_while_the_site_stands_as_it_was_left(site: Path, tmp_path: Path):
    last = last_publication(tmp_path / "record.json", site)

    assert last == LAST


def test_a_site_is_counted_by_files_and_pages(site: Path):
    (site / "photos").mkdir()
    (site / "photos/bench.webp").write_bytes(b"")

    assert census(site)[:2] == (2, 1)


@pytest.mark.parametrize("changed", ["edited", "put back in time", "removed", "added", "renamed"])
def test_a_site_changed_by_hand_does_not_stand_as_it_was_left(site: Path, tmp_path: Path, changed: str):
    page = site / "index.html"

    if changed == "edited":
        page.write_text("by hand", encoding="utf-8")
    elif changed == "put back in time":
        os.utime(page, ns=(1, 1))
    elif changed == "removed":
        page.unlink()
    elif changed == "renamed":
        page.rename(site / "other.html")
    else:
        (site / "more.html").write_text("more", encoding="utf-8")

    assert last_publication(tmp_path / "record.json", site) is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"made_from": "made from"}', "\x00"])
def test_a_record_that_cannot_be_read_counts_as_none(site: Path, tmp_path: Path, kept: str):
    (tmp_path / "record.json").write_text(kept, encoding="utf-8")

    assert last_publication(tmp_path / "record.json", site) is None
