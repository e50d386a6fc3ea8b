"""What it takes to bind a book of stories: ours, and the same words and pictures printed by a browser."""

import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

from storyguide.model.markup.elements import first_element
from storyguide.model.markup.tags import tags

from bench.building import PROJECT, Ground
from bench.figures import Figures
from bench.running import Cost, FailedError, run

BOUND = 300
"""Stories: a large town's book."""


def binding(folder: Path, figures: Figures, rounds: int) -> None:
    """Each in turn, so many times: the PDF in A5 beside the browser's, then all three files."""
    ground = Ground(folder / "guide", BOUND, {"ours"})
    for _ in range(rounds):
        figures.cost("ours book a5", _bound(ground, folder, "--size", "a5"))
        figures.cost("ours book", _bound(ground, folder))
        _by_browser(_in_one(folder), figures)


def _bound(ground: Ground, folder: Path, *size: str) -> Cost:
    """With nothing kept from the last time."""
    root = ground.of("ours")
    for leftover in (root / ".cache", folder / "book"):
        shutil.rmtree(leftover, ignore_errors=True)
    book = [sys.executable, str(PROJECT / "build.py"), "book", "--root", str(root), "--to", str(folder / "book")]
    return run([*book, *size], PROJECT)


def _in_one(folder: Path) -> Path:
    """Our EPUB as one page of HTML, its pictures beside it."""
    taken = folder / "taken"
    shutil.rmtree(taken, ignore_errors=True)
    (epub,) = (folder / "book").glob("*.epub")
    with ZipFile(epub) as whole:
        whole.extractall(taken)
    inner = taken / "EPUB"
    listed = (tag.raw("href") for tag in tags((inner / "package.opf").read_text(encoding="utf-8"), "item"))
    pages = ((inner / name).read_text(encoding="utf-8") for name in listed if name.endswith(".xhtml"))
    bodies = [body.inner for page in pages if (body := first_element(page, "body"))]
    head = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>-</title><link rel="stylesheet" href="book.css">'
    )
    page = inner / "whole.html"
    page.write_text(head + "\n".join(bodies), encoding="utf-8")
    return page


def _by_browser(page: Path, figures: Figures) -> None:
    try:
        command = [sys.executable, "-m", "bench.printing", str(page), str(page.with_suffix(".pdf"))]
        figures.cost("browser book", run(command, PROJECT))
    except FailedError as fault:
        figures.missing["browser book"] = str(fault)
