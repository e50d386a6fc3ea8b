"""Read the lines of the guide's files again, for showing where a problem is."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from storyguide.reading.metadata import LONGEST_FILE


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """Return a function that gives the lines of a file by its path from `root`; none if the file cannot be read.

    Lines are split as the readers split them. The last file is cached, since the problems of a file are shown in a row.
    """

    @lru_cache(maxsize=1)
    def lines(path: str) -> Sequence[str]:
        file = root / path
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > LONGEST_FILE:
                return ()
            data = file.read_bytes()
        except (OSError, ValueError):
            return ()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines
