"""How much longer it takes to check stories with a slip in each than to check sound ones."""

import re
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.corpus import write_ours
from bench.running import run

PROJECT = Path(__file__).resolve().parent.parent
STORIES = 500

_SLIPS: tuple[Callable[[str], str], ...] = (
    lambda text: re.sub(r'^title: "(.*)"$', r"title: \1: again", text, flags=re.M),
    lambda text: text.replace("\nsummary:", "\nsumary:", 1),
    lambda text: re.sub(r"^themes: \[", "themes: [fod, ", text, flags=re.M),
    lambda text: re.sub(r"^told_on: .*$", "told_on: 31/01/1953", text, flags=re.M),
    lambda text: re.sub(r"^place: (.*)$", r"place: \1x", text, flags=re.M),
    lambda text: text.replace("\nconsent:\n  ", "\nconsent:\n\t", 1),
    lambda text: re.sub(r"\.\./([a-z0-9-]+)/", r"../\1x/", text),
    lambda text: text + "\n<b>bold</b>, and ring 01632 960 123\n",
)


def checking(folder: Path, rounds: int) -> Sequence[float]:
    """How many times as long it takes, by round: each checks both, one after the other."""
    sound, faulty = folder / "sound", folder / "faulty"
    for root in (sound, faulty):
        root.mkdir(parents=True)
        write_ours(root, STORIES)
    for number, file in enumerate(sorted((faulty / "stories").glob("*/story.md"))):
        slip = _SLIPS[number % len(_SLIPS)]
        file.write_text(slip(file.read_text(encoding="utf-8")), encoding="utf-8")
    return [_check(faulty, ends=1) / _check(sound, ends=0) for _ in range(rounds)]


def _check(root: Path, *, ends: int) -> float:
    """Seconds, with nothing kept from the last time."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return run([sys.executable, str(PROJECT / "build.py"), "check", "--root", str(root)], PROJECT, ends=ends).wall
