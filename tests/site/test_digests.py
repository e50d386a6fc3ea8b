"""The list of a site's files: all of them, as sha256sum reads it."""

from hashlib import sha256
from pathlib import Path

import pytest
from storyguide.site.digests import LIST, digests_of, files_below, read_list, write_list


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("b/index.html", "a.webp", "é/ü.txt", "b/deep/er/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode() * 20_000)
    return tmp_path


def test_every_file_is_in_it_with_its_digest(site: Path):
    found = digests_of(site)

    assert found == {
        name: sha256(name.encode() * 20_000).hexdigest()
        for name in ("a.webp", "b/deep/er/x", "b/index.html", "é/ü.txt")
    }
    assert list(found) == sorted(found)


def test_what_was_written_is_read_again_with_the_lists_own(site: Path):
    written = write_list(site)

    assert read_list(site) == written
    assert written[LIST] == sha256((site / LIST).read_bytes()).hexdigest()
    assert (site / LIST).read_text(encoding="utf-8").splitlines()[0] == f"{written['a.webp']}  a.webp"


def test_an_older_list_is_not_in_the_new_one(site: Path):
    first = write_list(site)

    assert write_list(site) == first


def test_where_there_is_none_nothing_is_known(site: Path):
    assert read_list(site) == {}


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        files_below(tmp_path / "gone")
