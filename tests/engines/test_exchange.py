"""A finished site takes the place of the last: only what differs is touched."""

import os
from pathlib import Path

import pytest
from storyguide.engines.exchange import exchange

from tests.site_pages import files_in


def a_site(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        file = folder / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(1, 1))
    return folder


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    return a_site(tmp_path / "site", index="home", stories__lunch="lunch", stories__choir="choir")


@pytest.fixture
def coming(tmp_path: Path) -> Path:
    return tmp_path / "next"


def test_the_first_site_is_simply_put_there(coming: Path, tmp_path: Path):
    a_site(coming, index="home", stories__lunch="lunch")

    touched = exchange(coming, tmp_path / "public" / "site")

    assert touched == 2
    assert files_in(tmp_path / "public/site") == {"index": b"home", "stories/lunch": b"lunch"}
    assert not coming.exists()


def test_what_is_the_same_keeps_its_time_of_change(standing: Path, coming: Path):
    a_site(coming, index="home", stories__lunch="dinner", stories__choir="choir")
    os.utime(coming / "stories/lunch", ns=(5, 5))

    touched = exchange(coming, standing)

    assert touched == 1
    assert (standing / "stories/lunch").read_text(encoding="utf-8") == "dinner"
    assert (standing / "stories/choir").stat().st_mtime_ns == 1
    assert not coming.exists()


def test_what_is_gone_goes_with_the_folders_it_leaves_empty(standing: Path, coming: Path):
    a_site(coming, index="home")

    touched = exchange(coming, standing)

    assert touched == 2
    assert [path.name for path in standing.rglob("*")] == ["index"]


def test_a_folder_may_become_a_file_and_a_file_a_folder(standing: Path, coming: Path):
    a_site(coming, index__page="home", stories="all of them")

    exchange(coming, standing)

    assert files_in(standing) == {"index/page": b"home", "stories": b"all of them"}


def test_what_others_put_into_the_site_goes_too(standing: Path, coming: Path):
    a_site(standing, **{"left-over.part": "half"})
    a_site(coming, index="home", stories__lunch="lunch", stories__choir="choir")

    exchange(coming, standing)

    assert "left-over.part" not in files_in(standing)


def test_pages_come_after_the_pictures_they_show(standing: Path, coming: Path, monkeypatch: pytest.MonkeyPatch):
    a_site(coming, **{"a.html": "a", "z.webp": "z", "m.css": "m"})
    moved = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        moved.append(self.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)

    exchange(coming, standing)

    assert moved == ["m.css", "z.webp", "a.html"]
