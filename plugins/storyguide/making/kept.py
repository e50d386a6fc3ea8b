"""Write cached files between builds, with a seal in their time of change by which damaged ones are recognised."""

import os
from pathlib import Path

_PART = ".part"
_STEP = 2_000_000_000
"""Nanoseconds; no disk records times more coarsely."""


def keep(file: Path, content: bytes) -> None:
    """Write a file atomically, whoever else writes it at the same time, and seal it.

    Raises OSError when it cannot be written; the file there before is then unchanged.
    """
    aside = file.with_name(f"{file.name}.{os.getpid()}{_PART}")
    try:
        aside.write_bytes(content)
        os.utime(aside, ns=(_seal(len(content)), _seal(len(content))))
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def is_sound(file: Path) -> bool:
    """Return whether a cached file is as it was written; one that is not has to be made again."""
    try:
        found = file.stat()
    except OSError:
        return False
    return found.st_mtime_ns == _seal(found.st_size)


def _seal(size: int) -> int:
    """Return the time of change, in nanoseconds, that a sealed file of this size has.

    Whatever is done to the file afterwards gives it another time, and a disk that lost its bytes in a power cut kept
    its size or its time, not both. So the file need not be read to know that it is whole.
    """
    return _STEP * (size + 1)
