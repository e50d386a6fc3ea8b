"""An edition to take stories into, and the command that does."""

import shutil
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from storyguide.cli.commands.intake import run as intake

from tests.intake.arrivals import put

PROJECT = Path(__file__).parents[2]


@dataclass
class Taken:
    """What came of taking something in."""

    status: int
    told: str
    folder: Path | None
    """The new story's; None when there is none."""

    @property
    def story(self) -> str:
        assert self.folder, self.told
        return (self.folder / "story.md").read_text(encoding="utf-8")

    @property
    def words(self) -> str:
        return self.story.split("\n---\n", 1)[1].strip()

    @property
    def files(self) -> list[str]:
        assert self.folder, self.told
        return sorted(each.name for each in self.folder.iterdir())


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The fictional edition, with no story yet."""
    root = tmp_path / "edition"
    shutil.copytree(
        PROJECT / "tests/guides/anytown", root, ignore=shutil.ignore_patterns("trails.yml", ".cache", "site")
    )
    for story in (root / "stories").glob("*/story.md"):
        shutil.rmtree(story.parent)
    return root


@pytest.fixture
def take(edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Taken]:
    """Take something in, as build.py intake does: bytes under a name, or a path."""

    def taken(name: str | Path, data: bytes = b"") -> Taken:
        source = name if isinstance(name, Path) else put(tmp_path, name, data)
        before = set((edition / "stories").iterdir())
        status = intake(edition, Namespace(root=edition, source=source))
        new = [each for each in (edition / "stories").iterdir() if each not in before]
        assert len(new) <= 1
        return Taken(status, capsys.readouterr().out, new[0] if new else None)

    return taken
