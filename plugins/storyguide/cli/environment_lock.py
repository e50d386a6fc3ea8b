"""Locks by which set-ups wait for one another, and for whoever is at work with what they would replace.

Only the standard library may be imported here, and at the top only what every command needs at once.
"""

# ruff: noqa: PLC0415 (needed only when something is to be set up)

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

FILE = ".venv-lock"
"""Beside .venv, since that comes and goes. It stays: removing it would let two in at once."""

_SET_UP, _USE = 0, 1
"""Bytes of the file: one is held by whoever sets up, the other by all who are at work in .venv."""
_TURN = 0.1

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, byte: int, *, alone: bool) -> None:
        if byte == _USE:
            return  # Windows lets no folder be moved whose programs run, which is all this would be for
        os.lseek(handle, byte, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _leave(handle: int, byte: int) -> None:
        if byte != _USE:
            os.lseek(handle, byte, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(handle: int, byte: int, *, alone: bool) -> None:
        # The kind of lock that ends with the process itself: no child that outlives it keeps the others waiting.
        fcntl.lockf(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB, 1, byte)

    def _leave(handle: int, byte: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, byte)


def use(project: Path) -> bool:
    """Keep .venv from being replaced for as long as this process runs; False when that is happening just now.

    True also where the disk has no locks or the folder cannot be written to: the promise is then all that is lost.
    """
    try:
        return _took(project, _USE, alone=False)
    except OSError:
        return True


@contextmanager
def one_set_up(project: Path, *, say: Callable[[str], None]) -> Iterator[None]:
    """Let nobody else set up meanwhile; says so in a sentence when that means waiting. Raises OSError."""
    with _held(project, _SET_UP, "Another command is setting up the guide here. This one waits for it.", say):
        yield


@contextmanager
def nobody_at_work(project: Path, *, say: Callable[[str], None]) -> Iterator[None]:
    """Let nobody else work in .venv meanwhile; says so when that means waiting. Raises OSError."""
    waits = (
        "What the guide is built with has changed, and another command is still at work with the old. "
        "This one waits until that has ended: stop it there, or stop waiting with Ctrl+C."
    )
    with _held(project, _USE, waits, say):
        yield


@contextmanager
def _held(project: Path, byte: int, waits: str, say: Callable[[str], None]) -> Iterator[None]:
    import time

    told = False
    while not _took(project, byte, alone=True):
        if not told:
            say(waits)
            told = True
        time.sleep(_TURN)
    try:
        yield
    finally:
        _leave(_handle(project), byte)


def _took(project: Path, byte: int, *, alone: bool) -> bool:
    handle = _handle(project)
    try:
        _take(handle, byte, alone=alone)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a disk that knows no locks
    return True


@cache
def _handle(project: Path) -> int:
    """Open the file once for the whole process: to close it anywhere would let go of all that is held in it."""
    return os.open(project / FILE, os.O_RDWR | os.O_CREAT, 0o644)
