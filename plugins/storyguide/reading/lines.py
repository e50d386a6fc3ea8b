"""Gives the lines of the guide's files once more, for whoever shows where a problem is."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from storyguide.reading.metadata import LONGEST_FILE


def lines_of(root: Path) -> Callable[[str], Sequence[str]]:
    """The lines of a file named from root, counted as reading counts them; none when it cannot be read.

    The last file asked for is kept, since the problems of one file are told one after the other.
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
