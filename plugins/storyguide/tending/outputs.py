"""The folders the guide's commands have written story words into: the usual ones, and those somebody named.

Named folders are recorded in .cache/outputs.txt, one path a line. Without the record only the usual ones are known.
"""

from contextlib import suppress
from pathlib import Path

from storyguide import CACHE

RECORD = "outputs.txt"
USUAL = ("site", "site-offline", "preview", "proof", "book", "poster", "newsletter", CACHE)
"""Where commands write when no folder is named, from the edition's root."""


def note_output(root: Path, folder: Path) -> None:
    """Record that a command is about to write into a folder; a usual one, or one on record, is not written again."""
    record = root / CACHE / RECORD
    # A record that cannot be read or written keeps no command from its work: if the disk is full, that will say so.
    with suppress(OSError):
        folder = folder.resolve()
        if folder in _usual(root) or folder in named_folders(root):
            return
        record.parent.mkdir(parents=True, exist_ok=True)
        with record.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{folder}\n")


def output_folders(root: Path) -> list[Path]:
    """Return the folders that are there, the site first; none that lies within another of them."""
    there = [folder for folder in dict.fromkeys((*_usual(root), *named_folders(root))) if folder.is_dir()]
    return [folder for folder in there if not any(other in folder.parents for other in there)]


def named_folders(root: Path) -> list[Path]:
    """Return the folders on record, whether they are still there or not, the first written to first."""
    record = root / CACHE / RECORD
    lines = record.read_text(encoding="utf-8", errors="replace").splitlines() if record.is_file() else []
    return [Path(line) for line in lines if line]


def _usual(root: Path) -> list[Path]:
    return [(root / name).resolve() for name in USUAL]
