"""Whether anything has changed is told from names, sizes and times alone."""

import os
import time
from pathlib import Path

import pytest
from storyguide.engines.unchanged import fingerprint, same_as_recorded, write_record


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


def test_a_source_more_or_fewer_gives_another(root: Path):
    before = fingerprint(root)

    (root / "stories/lunch/bench.jpg").write_bytes(b"")

    assert fingerprint(root) != before


def test_another_setting_gives_another(root: Path):
    assert fingerprint(root, settings=["monday"]) != fingerprint(root, settings=["tuesday"])


def test_the_figures_come_back_while_the_site_stands_as_it_was_left(root: Path, tmp_path: Path):
    record, site = tmp_path / "record.json", tmp_path / "site"
    write_record(record, "made from", 1, {"stories": 3})

    assert same_as_recorded(record, "made from", site) == {"stories": 3}
    assert same_as_recorded(record, "made from other things", site) is None


@pytest.mark.parametrize("changed", ["edited", "removed", "added"])
def test_a_site_changed_by_hand_does_not_stand_as_it_was_left(root: Path, tmp_path: Path, changed: str):
    record, site = tmp_path / "record.json", tmp_path / "site"
    write_record(record, "made from", 1, {"stories": 3})
    page = site / "index.html"

    if changed == "edited":
        later = time.time_ns() + 1_000_000_000
        os.utime(page, ns=(later, later))
    elif changed == "removed":
        page.unlink()
    else:
        (site / "more.html").write_text("more", encoding="utf-8")

    assert same_as_recorded(record, "made from", site) is None


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"made_from": "made from"}', "\x00"])
def test_a_record_that_cannot_be_read_counts_as_none(root: Path, tmp_path: Path, kept: str):
    (tmp_path / "record.json").write_text(kept, encoding="utf-8")

    assert same_as_recorded(tmp_path / "record.json", "made from", tmp_path / "site") is None
