"""Every command goes by the same day as the site: SOURCE_DATE_EPOCH's where it is set, the machine's otherwise."""

import shutil
from pathlib import Path

import pytest
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.test_catalogue import CASES

SLUG = "cafe"
TYPED = {
    "site": ["--no-open"],
    "check": [],
    "desk": [],
    "approve": [SLUG],
    "withdraw": [SLUG, "--yes"],
    "rename": [SLUG, "tea-room"],
    "proof": [SLUG],
    "poster": [SLUG],
    "folder": ["out"],
    "links": [],
    "serve": ["--no-open"],
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of one story, in the folder in which commands are typed."""
    root = tmp_path / "guide"
    shutil.copytree(CASES / "_base", root)
    (root / "mkdocs.yml").write_text("site_name: Anytown\n", encoding="utf-8")
    (root / "stories" / SLUG).mkdir()
    shutil.copy(CASES / "_sound/story.md", root / "stories" / SLUG)
    monkeypatch.chdir(tmp_path)
    return root


def carried_out(root: Path, command: str, *words: str) -> int:
    return COMMANDS[command](root, read_arguments(root, [command, "--root", str(root), *words]))


@pytest.mark.parametrize("command", TYPED)
def test_a_day_that_is_none_is_told_in_a_sentence_and_nothing_is_done(
    root: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    before = (root / "stories" / SLUG / "story.md").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "the day before yesterday")

    status = carried_out(root, command, *TYPED[command])

    said = "".join(capsys.readouterr())
    assert status > 0
    assert "SOURCE_DATE_EPOCH is “the day before yesterday”, which is no number of seconds since 1970." in said
    assert "Traceback" not in said
    assert "The fault is ours" not in said
    assert (root / "stories" / SLUG / "story.md").read_bytes() == before


def test_a_story_begun_was_told_on_the_day_the_site_is_made_for(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027

    carried_out(root, "new", "The bench", "--summary", "We mend it.", "--place", "Millbank", "--theme", "Making")

    assert "told_on: 2027-01-01\n" in (root / "stories/the-bench/story.md").read_text(encoding="utf-8")


def test_a_check_calls_told_too_early_what_was_told_after_that_day(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")  # 1 January 2024, before the story was told

    carried_out(root, "check", "--format", "json")

    assert '"code": "told-to-come"' in capsys.readouterr().out
