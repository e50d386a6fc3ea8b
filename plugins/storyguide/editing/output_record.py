"""The record of folders that somebody named for a command to write words of stories into: `.cache/outputs.txt`.

One path a line, the first written to first. Without the record only the commands' own folders are known.
"""

from contextlib import suppress
from pathlib import Path

from storyguide import CACHE

RECORD = "outputs.txt"


def note_folder(root: Path, folder: Path) -> None:
    """Put a folder on record, unless it is; nothing is raised where the record cannot be read or written."""
    record = root / CACHE / RECORD
    # It keeps no command from its work: if the disk is full, that will say so.
    with suppress(OSError):
        if folder in named_folders(root):
            return
        record.parent.mkdir(parents=True, exist_ok=True)
        with record.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{folder}\n")


def named_folders(root: Path) -> list[Path]:
    """Return the folders on record, whether they are still there or not, the first written to first."""
    record = root / CACHE / RECORD
    lines = record.read_text(encoding="utf-8", errors="replace").splitlines() if record.is_file() else []
    return [Path(line) for line in lines if line]
