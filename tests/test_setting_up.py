"""Several commands at once, by several Pythons, in a folder that has to be set up: in real processes."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from storyguide.cli.environment import is_ready, make_ready, python_of

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[1]

_UV = """#!/bin/sh
echo "$*" >> "{log}"
{does}
case "$*" in *" -e "*)
  rm -f .venv/bin/python
  cp "{inside}" .venv/bin/python
  chmod +x .venv/bin/python;;
esac
"""
_INSIDE = """#!/bin/sh
case "$*" in *build.py*) echo carried out; exit 0;; esac
exec {python} "$@"
"""
_AT_WORK = """
import sys
from pathlib import Path
sys.path.insert(0, "plugins")
from storyguide.cli.environment_lock import use
print(use(Path.cwd()), flush=True)
sys.stdin.read()
"""


class Place:
    """A guide's folder with nothing set up, on a machine whose uv puts a Python there that carries everything out."""

    def __init__(self, folder: Path) -> None:
        self.project, self._log, self._bin = folder / "guide", folder / "log", folder / "bin"
        self._bin.mkdir()
        self.install()
        cli = "plugins/storyguide/cli"
        shutil.copytree(PROJECT / cli, self.project / cli, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(PROJECT / "plugins/storyguide/__init__.py", self.project / "plugins/storyguide")
        shutil.copy(PROJECT / "build.py", self.project)
        (self.project / "requirements").mkdir()
        for name in ("pyproject.toml", "requirements/guide.txt"):
            (self.project / name).write_text(f"# {name}\n", encoding="utf-8")

    def install(self, does: str = "sleep 0.3") -> None:
        uv = self._bin / "uv"
        uv.write_text(_UV.format(log=self._log, inside=self._bin / "inside", does=does), encoding="utf-8")
        uv.chmod(0o755)
        (self._bin / "inside").write_text(_INSIDE.format(python=sys.executable), encoding="utf-8")

    @property
    def fetched(self) -> int:
        """How often what the guide is built with was asked for."""
        return self._log.read_text(encoding="utf-8").count("-r requirements/guide.txt") if self._log.exists() else 0

    def begin(self) -> "subprocess.Popen[str]":
        path = f"{self._bin}{os.pathsep}/usr/bin{os.pathsep}/bin"
        return subprocess.Popen(
            [sys.executable, "build.py", "check"],
            cwd=self.project,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def at_work(self) -> "subprocess.Popen[str]":
        """Begin a command that works with what is set up until its input ends."""
        work = subprocess.Popen(
            [sys.executable, "-c", _AT_WORK],
            cwd=self.project,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert work.stdout
        assert work.stdout.readline() == "True\n"
        return work


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def nothing(venv: Path) -> None:
    """Nothing stands there yet."""


def copied(venv: Path) -> None:
    (venv / "lib/made-elsewhere").mkdir(parents=True)
    (venv / ".ready-guide").write_text("3.12\n/somewhere/else\n", encoding="utf-8")


def half_made(venv: Path) -> None:
    (venv / "lib").mkdir(parents=True)


def a_file(venv: Path) -> None:
    venv.write_text("not a folder", encoding="utf-8")


def a_link(venv: Path) -> None:
    venv.symlink_to(venv.parent / "nowhere", target_is_directory=True)


@pytest.mark.parametrize("stands", [nothing, copied, half_made, a_file, a_link])
def test_of_several_commands_at_once_one_sets_up_and_the_others_wait_for_it(place: Place, stands):
    stands(place.project / ".venv")

    ended = [(*run.communicate(), run.returncode) for run in [place.begin() for _ in range(3)]]

    assert [(out, status) for out, _, status in ended] == [("carried out\n", 0)] * 3, ended
    assert place.fetched == 1
    assert sum("Setting up in .venv" in err for _, err, _ in ended) == 1
    assert all("This one waits for it." in err for _, err, _ in ended if err and "Setting up in" not in err)


def test_whoever_waits_for_a_set_up_that_fails_tries_it_again(place: Place):
    place.install("sleep 0.3; echo 'error: no such host' >&2; exit 1")

    ended = [(*run.communicate(), run.returncode) for run in [place.begin() for _ in range(2)]]

    assert [status for *_, status in ended] == [1, 1]
    assert all("Check the internet connection" in err and "Traceback" not in err for _, err, _ in ended)


def test_what_somebody_works_with_is_not_replaced_before_they_have_ended(place: Place):
    assert place.begin().wait() == 0
    standing = place.project / ".venv/standing"
    standing.touch()
    (place.project / "requirements/guide.txt").write_text("# a newer list\n", encoding="utf-8")
    work = place.at_work()

    later = place.begin()
    assert later.stderr
    said = later.stderr.readline()

    assert "still at work with the old" in said
    assert standing.exists()
    work.communicate("")
    assert later.communicate()[0] == "carried out\n"
    assert not standing.exists()
    assert place.fetched == 2


def test_a_command_that_was_killed_keeps_nobody_waiting(place: Place):
    assert place.begin().wait() == 0
    (place.project / "requirements/guide.txt").write_text("# a newer list\n", encoding="utf-8")
    work = place.at_work()
    work.send_signal(signal.SIGKILL)
    work.communicate()

    out, err = place.begin().communicate()

    assert out == "carried out\n"
    assert "still at work" not in err


def test_a_set_up_that_was_killed_is_begun_again(place: Place):
    place.install("echo reached >&2; sleep 30")
    first = place.begin()
    assert first.stderr
    assert "Setting up" in first.stderr.readline()
    first.send_signal(signal.SIGKILL)
    first.wait()
    place.install()

    out, err = place.begin().communicate()

    assert out == "carried out\n", err
    assert "waits" not in err


def test_another_python_works_with_what_stands_and_removes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch):
    assert place.begin().wait() == 0
    standing = place.project / ".venv/standing"
    standing.touch()
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")

    assert is_ready(place.project)
    make_ready(place.project, say=lambda words: None)

    assert standing.exists()
    assert place.fetched == 1


@pytest.mark.parametrize("now", ["echo 3.98", "exit 1"], ids=["another version", "one that does not start"])
def test_a_python_that_has_changed_since_is_not_taken_for_the_one_that_was_set_up(
    place: Place, monkeypatch: pytest.MonkeyPatch, now: str
):
    assert place.begin().wait() == 0
    python_of(place.project).write_text(f"#!/bin/sh\n{now}\n", encoding="utf-8")
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")

    assert not is_ready(place.project)


def test_where_its_python_has_gone_it_is_set_up_anew(place: Place):
    assert place.begin().wait() == 0
    python_of(place.project).unlink()
    python_of(place.project).symlink_to("/nowhere/python3")

    assert place.begin().communicate()[0] == "carried out\n"
    assert place.fetched == 2


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        ("error: failed to write: No space left on device (os error 28)", "The disk is full."),
        ("error: Read-only file system (os error 30)", "is on a disk that can only be read."),
        ("error: Permission denied (os error 13)", "This machine does not let you write into"),
    ],
)
def test_a_machine_that_lets_nothing_be_written_is_not_taken_for_a_missing_connection(
    place: Place, complaint: str, told: str
):
    place.install(f"echo '{complaint}' >&2; exit 1")

    run = place.begin()
    _, err = run.communicate()

    assert run.returncode == 1
    assert told in err
    assert "Traceback" not in err


def test_a_folder_in_which_no_lock_can_be_made_is_told_in_a_sentence(place: Place):
    (place.project / ".venv-lock").mkdir()

    run = place.begin()
    _, err = run.communicate()

    assert run.returncode == 1
    assert err.startswith("The guide cannot be set up: ")
    assert err.count("\n") == 1
