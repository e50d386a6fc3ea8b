"""A finished site takes the place of the last in one step, and what is the same stays as it was."""

import errno
import os
from pathlib import Path

import pytest
from storyguide.site import exchange as exchanging
from storyguide.site.exchange import beside, exchange, recover

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


def test_what_others_hid_at_the_top_stays(standing: Path, coming: Path):
    a_site(standing, **{".git__HEAD": "ref", ".htaccess": "rules", ".well-known__old": "ours, once"})
    a_site(coming, index="home", **{".well-known__new": "ours"})

    touched = exchange(coming, standing)

    there = files_in(standing)
    assert sorted(there) == [".git/HEAD", ".htaccess", ".well-known/new", "index"]
    assert touched == 4  # one written, three gone


def test_the_same_file_stays_the_very_file(standing: Path, coming: Path):
    before = (standing / "stories/choir").stat()
    a_site(coming, stories__choir="choir")
    os.utime(coming / "stories/choir", ns=(5, 5))

    exchange(coming, standing)

    after = (standing / "stories/choir").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, 1, 1)


def test_a_disk_without_links_keeps_the_time_at_least(standing: Path, coming: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    a_site(standing, **{".htaccess": "rules"})
    a_site(coming, index="home")
    os.utime(coming / "index", ns=(5, 5))

    exchange(coming, standing)

    assert files_in(standing) == {".htaccess": b"rules", "index": b"home"}
    assert (standing / "index").stat().st_mtime_ns == 1


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(standing: Path, coming: Path, tmp_path: Path):
    (tmp_path / "elsewhere").write_text("home", encoding="utf-8")
    (standing / "index").unlink()
    (standing / "index").symlink_to(tmp_path / "elsewhere")
    a_site(coming, index="home")

    exchange(coming, standing)

    assert not (standing / "index").is_symlink()


def test_who_may_read_the_folder_stays(standing: Path, coming: Path):
    standing.chmod(0o750)
    a_site(coming, index="new")

    exchange(coming, standing)

    assert standing.stat().st_mode & 0o777 == 0o750


def test_digests_known_beforehand_are_believed(standing: Path, coming: Path):
    a_site(coming, index="home", stories__lunch="lunch")
    os.utime(coming / "index", ns=(5, 5))

    exchange(
        coming, standing, digests={"index": "a", "stories/lunch": "b"}, standing={"index": "z", "stories/lunch": "b"}
    )

    assert (standing / "index").stat().st_mtime_ns == 5
    assert (standing / "stories/lunch").stat().st_mtime_ns == 1


@pytest.fixture(params=["at once", "by two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which a site can take another's place; the second is the only one on some machines."""
    if request.param == "by two renames":
        monkeypatch.setattr(exchanging, "_at_once", lambda *_: False)
    return request.param


def test_either_way_the_new_site_stands_and_nothing_else_is_left(way: str, standing: Path, coming: Path):
    a_site(coming, index="new")

    exchange(coming, standing)

    assert files_in(standing) == {"index": b"new"}
    assert [path.name for path in standing.parent.iterdir()] == ["site"]


def test_when_the_new_one_cannot_come_the_last_one_stays(standing: Path, coming: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exchanging, "_at_once", lambda *_: False)
    a_site(coming, index="new")
    before = files_in(standing)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self == coming:
            raise OSError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)

    with pytest.raises(OSError, match=r"^$"):
        exchange(coming, standing)

    assert files_in(standing) == before


def test_a_site_put_aside_by_a_killed_build_comes_back(standing: Path):
    before = files_in(standing)
    standing.rename(standing.with_name(".site-last"))
    a_site(beside(standing), index="new")

    recover(standing)

    assert files_in(standing) == before
    assert [path.name for path in standing.parent.iterdir()] == ["site"]


def test_what_a_killed_build_left_beside_a_site_is_cleared_away(standing: Path):
    before = files_in(standing)
    a_site(standing.with_name(".site-last"), index="older")
    a_site(beside(standing), index="half")

    recover(standing)

    assert files_in(standing) == before
    assert [path.name for path in standing.parent.iterdir()] == ["site"]


def test_what_a_killed_builds_search_still_writes_is_waited_for(standing: Path, monkeypatch: pytest.MonkeyPatch):
    left = a_site(beside(standing), index="half")
    rmtree, refused = exchanging.shutil.rmtree, [errno.ENOTEMPTY, errno.ENOTEMPTY]

    def busy(folder: Path, *given: object) -> None:
        if refused:
            raise OSError(refused.pop(), "busy")
        rmtree(folder, *given)

    monkeypatch.setattr(exchanging.shutil, "rmtree", busy)

    recover(standing)

    assert not left.exists()
    assert (standing / "index").is_file()
