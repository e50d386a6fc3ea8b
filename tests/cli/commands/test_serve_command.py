"""The command an editor leaves open while writing."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import PROJECT
from tests.patience import PATIENCE, until

pytestmark = pytest.mark.slow


class Serving:
    """The command at work on a guide, and what it says."""

    def __init__(self, root: Path, said: Path) -> None:
        self.said = said
        command = [sys.executable, str(PROJECT / "build.py"), "serve", "--no-open", "--root", str(root)]
        with said.open("wb") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)

    @property
    def address(self) -> str:
        """Where it says it is, once it has said so."""

        def said() -> str:
            return self.said.read_text(encoding="utf-8")

        return until(lambda: re.search(r"http://127\.0\.0\.1:\d+/", said()), why=said)[0]

    def stop(self, how: signal.Signals) -> int:
        self._process.send_signal(how)
        return self._process.wait(PATIENCE)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A guide of one story."""
    root = tmp_path / "guide"
    shutil.copytree(PROJECT / "tests/problems/_base", root)
    shutil.copytree(PROJECT / "tests/problems/_sound", root / "stories/repair-cafe", dirs_exist_ok=True)
    shutil.copy(PROJECT / "tests/guides/anytown/mkdocs.yml", root)
    (root / "docs").mkdir(exist_ok=True)
    return root


@pytest.fixture
def serving(small: Path, tmp_path: Path) -> Iterator[list[Serving]]:
    started = [Serving(small, tmp_path / f"said-{number}") for number in range(2)]
    yield started
    for each in started:
        each.stop(signal.SIGKILL)


def test_two_previews_stand_side_by_side_and_stop_cleanly(serving: list[Serving], small: Path) -> None:
    addresses = [each.address for each in serving]
    with urlopen(addresses[0]) as answer:  # noqa: S310 - our own, on this machine
        home = answer.read().decode()

    stopped = [serving[0].stop(signal.SIGINT), serving[1].stop(signal.SIGTERM)]

    assert addresses[0] != addresses[1]
    assert "A preview, not public" in home
    assert stopped == [0, 0]
    assert not any("Traceback" in each.said.read_text(encoding="utf-8") for each in serving)
    assert not (small / "site").exists()
