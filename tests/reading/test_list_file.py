"""The edition's own files are opened alike: what is there is read, and what cannot be is told."""

from pathlib import Path

import pytest
from storyguide.reading.edition import read_edition
from storyguide.reading.glossary import read_glossary
from storyguide.reading.registers import read_barriers, read_promises
from storyguide.reading.trails import read_trails

from tests.reading.test_edition import SOUND as EDITION

LISTS = ("barriers.yml", "events.yml", "glossary.yml", "promises.yml", "trails.yml")


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """The folder of an edition without lists."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", LISTS)
def test_a_folder_where_a_list_belongs_is_told(stories: Path, name: str):
    (stories / name).mkdir()

    edition, problems = read_edition(stories.parent)

    assert edition is not None
    assert [(problem.code, problem.where.path) for problem in problems] == [("cannot-open", f"stories/{name}")]


@pytest.mark.parametrize("name", [*LISTS, "edition.yml"])
def test_a_list_that_may_not_be_read_is_told_and_ends_nothing(
    stories: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    (stories / name).touch()
    as_ever = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == name:
            raise PermissionError(13, "Permission denied", str(file))
        return as_ever(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    _, problems = read_edition(stories.parent)

    assert [(problem.code, problem.where.path) for problem in problems] == [("cannot-open", f"stories/{name}")]


@pytest.mark.parametrize("text", ["", "\n  \n", "# Nothing yet.\n", "---\n---\n", "barriers:\n"])
def test_a_list_with_nothing_in_it_is_a_list(stories: Path, text: str):
    (stories / "barriers.yml").write_text(text, encoding="utf-8")

    assert read_barriers(stories.parent) == ((), ())


def test_dashes_may_stand_below_a_list_as_below_a_storys_facts(stories: Path):
    (stories / "promises.yml").write_text(
        "---\npromises:\n  - {who: The council, what: To open the hall, state: promised}\n---\n\n", encoding="utf-8"
    )

    promises, problems = read_promises(stories.parent)

    assert problems == ()
    assert [promise.line for promise in (one.source for one in promises)] == [3]


def test_what_is_not_there_is_no_list(stories: Path):
    assert [read(stories.parent) for read in (read_glossary, read_trails)] == [((), ()), ((), ())]
