"""What is kept between builds is known to be as it was written, without being read."""

import os
from pathlib import Path

import pytest
from storyguide.making.kept import is_sound, keep


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "card.png"
    keep(file, b"a whole card")
    return file


def test_what_was_kept_is_sound_and_alone(kept: Path):
    assert is_sound(kept)
    assert kept.read_bytes() == b"a whole card"
    assert [file.name for file in kept.parent.iterdir()] == ["card.png"]


def test_what_was_never_kept_is_not(tmp_path: Path):
    assert not is_sound(tmp_path / "card.png")


@pytest.mark.parametrize("left", [b"", b"a whole", b"other bytes!"])
def test_whatever_is_written_to_it_shows(kept: Path, left: bytes):
    kept.write_bytes(left)

    assert not is_sound(kept)


def test_a_file_that_lost_its_bytes_but_not_its_time_shows(kept: Path):
    time = kept.stat().st_mtime_ns
    kept.write_bytes(b"")
    os.utime(kept, ns=(time, time))

    assert not is_sound(kept)


def test_what_could_not_be_kept_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "utime", full)

    with pytest.raises(OSError, match=r"^$"):
        keep(tmp_path / "card.png", b"a card")

    assert list(tmp_path.iterdir()) == []
