"""Files kept between builds, each under what it is made from, and sealed so that one spoilt since is known for it."""

import os
from pathlib import Path

_PART = ".part"
_STEP = 2_000_000_000
"""Nanoseconds: no disk keeps time more coarsely."""


def keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, whoever else writes it at the same time, and seal it."""
    aside = file.with_name(f"{file.name}.{os.getpid()}{_PART}")
    try:
        aside.write_bytes(content)
        os.utime(aside, ns=(_seal(len(content)), _seal(len(content))))
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def is_sound(file: Path) -> bool:
    """Whether a kept file is there as it was written. One that is not is to be made again."""
    try:
        found = file.stat()
    except OSError:
        return False
    return found.st_mtime_ns == _seal(found.st_size)


def _seal(size: int) -> int:
    """The time of change that a kept file of this size bears.

    Whatever is done to it afterwards gives it another, and a disk that lost its bytes when the current
    failed kept its size or its time, not both. So nothing need be read to know that it is whole.
    """
    return _STEP * (size + 1)
