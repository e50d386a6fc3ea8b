"""The kinds of argument that are more than a word: a day, a month, a file, an edition."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path


def day(written: str) -> date:
    """A day, as year, month and day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ArgumentTypeError(f"“{written}” is not year, month and day: write the day like 2026-03-14") from None


def month(written: str) -> tuple[int, int]:
    """A month, as its year and its number."""
    try:
        first = date.fromisoformat(f"{written}-01")
    except ValueError:
        raise ArgumentTypeError(f"“{written}” is not a year and a month: write it like 2026-11") from None
    return first.year, first.month


def file(name: str) -> Path:
    """A file that is there."""
    if not Path(name).is_file():
        raise ArgumentTypeError(f"there is no file “{name}”")
    return Path(name)


def edition(name: str) -> Path:
    """The folder of an edition, in full."""
    folder = Path(name).resolve()
    if not folder.is_dir():
        raise ArgumentTypeError(f"there is no folder “{name}”")
    if not (folder / "stories").is_dir() or not (folder / "mkdocs.yml").is_file():
        raise ArgumentTypeError(f"“{name}” is no edition: it needs a folder “stories” and a file “mkdocs.yml”")
    return folder
