"""Finds the Chromium that pages are tested in, and installs it where that can be done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from storyguide.cli.environment import Say

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{ProgramFiles}/Google/Chrome/Application/chrome.exe",
    "{ProgramFiles(x86)}/Microsoft/Edge/Application/msedge.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
)

MISSING = (
    "There is no browser to test pages in. Install Chromium or Chrome, "
    "or name one you have: CHROMIUM=/path/to/it python3 build.py test"
)


def find_browser() -> Path | None:
    """The one named by $CHROMIUM, else one on the machine, else the one Playwright has fetched."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named)
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    usual = (Path(place.format_map(_Known(os.environ))) for place in _PLACES)
    return next((place for place in usual if place.is_file()), _playwrights_own())


def ensure_browser(*, say: Say) -> Path | None:
    """The same, installed first where this machine lets us."""
    found = find_browser()
    if found:
        return found
    say("Installing Chromium, to test pages in. This happens once.")
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        _run([apt, "update"])
        _run([apt, "install", "-y", "--no-install-recommends", "chromium"])
    if not find_browser():
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    found = find_browser()
    if not found:
        say(MISSING)
    return found


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


def _playwrights_own() -> Path | None:
    kept = Path(
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
        or {
            "win32": os.path.expandvars("%LOCALAPPDATA%/ms-playwright"),
            "darwin": os.path.expanduser("~/Library/Caches/ms-playwright"),  # noqa: PTH111 (beside its likes)
        }.get(sys.platform, os.path.expanduser("~/.cache/ms-playwright"))  # noqa: PTH111
    )
    named = ("chrome-linux*/chrome", "chrome-win*/chrome.exe", "chrome-mac*/*.app/Contents/MacOS/*")
    found = sorted(path for name in named for path in kept.glob(f"chromium-*/{name}"))
    return found[-1] if found else None


def _run(command: list[str]) -> None:
    subprocess.run(  # noqa: S603 (the commands are those above)
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
