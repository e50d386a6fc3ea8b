"""What was read before is given back while nothing has changed, and only then."""

import os
import time

import pytest
from storyguide.reading import store as module
from storyguide.reading import story as reader
from storyguide.reading.store import NAME, Store
from storyguide.reading.stories import read_stories

from tests.reading.files import a_file, lay


@pytest.fixture
def guide(tmp_path):
    for slug in ("allotment", "mill-lane"):
        file = lay(tmp_path, slug) / "story.md"
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return tmp_path


@pytest.fixture
def read_anew(monkeypatch):
    """The paths of the files that were read anew, rather than given back."""
    paths = []
    real = reader.read_metadata

    def spy(data, reading, *rows):
        paths.append(reading.path)
        return real(data, reading, *rows)

    monkeypatch.setattr(reader, "read_metadata", spy)
    return paths


def build(root):
    return read_stories(root, Store(root / ".cache"))


def test_a_second_build_gives_the_same_and_reads_nothing(guide, read_anew):
    first = build(guide)
    read_anew.clear()

    second = build(guide)

    assert second == first == read_stories(guide)
    assert read_anew[:2] == ["stories/allotment/story.md", "stories/mill-lane/story.md"]  # of the last, without a store
    assert len(read_anew) == 2


def test_a_changed_story_is_read_anew_and_no_other(guide, read_anew):
    build(guide)
    read_anew.clear()
    (guide / "stories/mill-lane/story.md").write_text(a_file(title="Another title"), encoding="utf-8")

    stories, _ = build(guide)

    assert stories[1].title == "Another title"
    assert read_anew == ["stories/mill-lane/story.md"]


def test_a_change_that_leaves_size_and_time_alone_is_seen_when_it_is_fresh(guide):
    file = guide / "stories/mill-lane/story.md"
    now = time.time_ns()
    os.utime(file, ns=(now, now))
    build(guide)
    file.write_text(a_file(title="The repair cafè"), encoding="utf-8")
    os.utime(file, ns=(now, now))

    stories, _ = build(guide)

    assert stories[1].title == "The repair cafè"


def test_a_file_touched_but_not_changed_is_not_read_anew(guide, read_anew):
    build(guide)
    read_anew.clear()
    os.utime(guide / "stories/mill-lane/story.md", (1_800_000_000, 1_800_000_000))

    build(guide)

    assert not read_anew


def test_problems_are_given_back_too(guide):
    (guide / "stories/mill-lane/story.md").write_text(a_file(licence=None), encoding="utf-8")

    assert build(guide) == build(guide)
    assert build(guide)[1][0].code == "missing-fact"


def test_a_photo_that_has_come_is_seen_though_its_story_is_as_it_was(guide):
    text = a_file(photos="\n  - {file: a.jpg, alt: A, credit: Mo, licence: CC BY 4.0}")
    (guide / "stories/mill-lane/story.md").write_text(text, encoding="utf-8")
    before = build(guide)[1]
    (guide / "stories/mill-lane/a.jpg").write_bytes(b"")

    after = build(guide)[1]

    assert [problem.code for problem in before] == ["photo-missing"]
    assert not after


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\x80\x05K\x01."])
def test_a_damaged_store_is_made_again(guide, read_anew, damage):
    expected = build(guide)
    (guide / ".cache" / NAME).write_bytes(damage)

    assert build(guide) == expected
    read_anew.clear()
    assert build(guide) == expected
    assert not read_anew


def test_a_store_cut_short_at_any_place_is_made_again(guide):
    expected = build(guide)
    whole = (guide / ".cache" / NAME).read_bytes()

    for length in range(0, len(whole), max(len(whole) // 20, 1)):
        (guide / ".cache" / NAME).write_bytes(whole[:length])
        assert build(guide) == expected


def test_another_version_of_our_own_code_reads_anew(guide, read_anew, monkeypatch):
    build(guide)
    read_anew.clear()
    monkeypatch.setattr(module, "_version", lambda: b"another")

    build(guide)

    assert len(read_anew) == 2


def test_a_story_taken_away_is_not_kept(guide):
    build(guide)
    size = (guide / ".cache" / NAME).stat().st_size
    (guide / "stories/mill-lane/story.md").unlink()

    build(guide)

    assert (guide / ".cache" / NAME).stat().st_size < size


def test_a_folder_that_cannot_be_written_to_changes_nothing(guide):
    (guide / ".cache").write_text("a file where the folder should be")

    assert build(guide) == read_stories(guide)


def test_nothing_is_left_lying_about(guide):
    build(guide)

    assert [file.name for file in (guide / ".cache").iterdir()] == [NAME]
