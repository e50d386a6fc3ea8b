"""How long it takes to make photos ready for the web: ours, sharp and libvips, in the same sizes and qualities."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from storyguide.reading.photos.recipe import JPEG_SETTINGS, WEBP_SETTINGS
from storyguide.reading.photos.sizes import sizes_for

from bench import from_npm
from bench.figures import Figures
from bench.running import Cost, FailedError, run

PROJECT = Path(__file__).resolve().parent.parent
PHOTOS = 24
SHAPE = (4032, 3024)
_ON_ITS_SIDE = (2, 6)
"""Of every eight photos, those that stand upright once they are turned."""


def photos(folder: Path, figures: Figures, rounds: int) -> None:
    """Each in turn, so many times."""
    drawn = folder / "photos"
    # Drawn in a process of its own: what this one has held counts as the least that its children hold.
    subprocess.run([sys.executable, "-m", "bench.drawing", str(drawn)], cwd=PROJECT, check=True)  # noqa: S603 - our own
    root, wanted = _guide(folder / "guide", drawn), _wanted(folder, drawn)
    sharp = from_npm.missing()
    peers: Mapping[str, tuple[str, Callable[[], Cost]]] = {
        "sharp": (sharp, lambda: _by_sharp(wanted, "clones")),
        "tuned sharp": (sharp, lambda: _by_sharp(wanted, "cascade")),
        "libvips": (
            _libvips_missing(),
            lambda: run([sys.executable, str(from_npm.PEERS / "by_libvips.py"), str(wanted)], PROJECT),
        ),
    }
    for _ in range(rounds):
        _ours(root, folder, figures)
        for name, (missing, press) in peers.items():
            shutil.rmtree(folder / "out", ignore_errors=True)
            (folder / "out").mkdir()
            if missing:
                figures.missing[f"{name} photos"] = missing
                continue
            try:
                figures.cost(f"{name} photos", press())
            except FailedError as fault:
                figures.missing[f"{name} photos"] = str(fault)


def _by_sharp(wanted: Path, how: str) -> Cost:
    return run([from_npm.node(), str(from_npm.PEERS / "by_sharp.mjs"), str(wanted), how], PROJECT)


def _ours(root: Path, folder: Path, figures: Figures) -> None:
    """From nothing, and once more with what was made; one photo is shown by two stories."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    said = folder / "made"
    develop = [sys.executable, "-m", "bench.developing", str(root), str(folder / "cache"), str(said)]
    figures.cost("ours photos", run(develop, PROJECT))
    first = int(said.read_text(encoding="utf-8"))
    figures.cost("ours photos again", run(develop, PROJECT))
    figures.number("photos encoded twice", first - PHOTOS + int(said.read_text(encoding="utf-8")))


def _guide(root: Path, drawn: Path) -> Path:
    files = sorted(drawn.glob("*.jpg"))
    for number, file in enumerate([*files, files[0]]):
        story = root / "stories" / f"story-{number:02d}"
        story.mkdir(parents=True)
        (story / "photo.jpg").hardlink_to(file)
    return root


def _wanted(folder: Path, drawn: Path) -> Path:
    """What the others are to make, as they are told it."""
    jobs = []
    for number, file in enumerate(sorted(drawn.glob("*.jpg"))):
        shape = SHAPE[::-1] if number % 8 in _ON_ITS_SIDE else SHAPE
        jobs.append({"photo": str(file), "name": file.stem, "sizes": sizes_for(*shape)})
    told = {"jobs": jobs, "webp": WEBP_SETTINGS, "jpeg": JPEG_SETTINGS, "out": str(folder / "out")}
    wanted = folder / "wanted.json"
    wanted.write_text(json.dumps(told), encoding="utf-8")
    return wanted


def _libvips_missing() -> str:
    """Its program comes ready made; what Python speaks to it with is a source, and none is built on the way in."""
    looked = subprocess.run([sys.executable, "-c", "import pyvips"], capture_output=True, check=False)
    reason = "no pyvips that fits the newest libvips comes ready made; sharp is libvips underneath"
    return reason if looked.returncode else ""
