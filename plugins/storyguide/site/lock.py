"""One build at a time: a lock that opens by itself when its holder ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storyguide.site.faults import MachineError

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20  # what is locked there cannot be read by others, and the number at the beginning should be

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        # Of the two kinds of lock the one that children of this process do not inherit: one that
        # outlives a killed build must not keep the next from beginning.
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TURN = 0.05


@contextmanager
def locked(file: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock in this file meanwhile; the file stays, since removing it would let two in at once.

    Whoever holds it is waited for as many seconds as there is patience, then named.
    A disk that knows no locks gives none, and nothing is lost by that but the promise.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _wait_for(handle, file, time.monotonic() + patience)
        os.ftruncate(handle, 0)
        os.pwrite(handle, b"%d\n" % os.getpid(), 0) if hasattr(os, "pwrite") else None
        try:
            yield
        finally:
            with suppress(OSError):
                os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _wait_for(handle: int, file: Path, until: float) -> None:
    while True:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= until:
                raise MachineError(_busy(file)) from None
            time.sleep(_TURN)
        except OSError:
            return
        else:
            return


def _busy(file: Path) -> str:
    who = ""
    with suppress(OSError, ValueError):
        who = f", by process {int(file.read_text(encoding='ascii'))}"
    return f"This guide is being built already{who}. Wait until that is done, then type the same again."
