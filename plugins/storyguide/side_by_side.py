"""Long work on many things shared between two processes, where the machine can fork one."""

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_IT = 200
"""Fewer items than this are done sooner than a process is forked and heard (measured: performance.md)."""


def side_by_side(work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item]) -> list[Made]:
    """work(items), its second half done by a child of this process at the same time.

    work must give the same for a whole as for its parts put together, change nothing outside
    itself, and make what can be pickled. Where there is no fork, one core, other threads
    (they would not be carried over), or too little to do, it is done here; so too whatever
    the child could not do.
    """
    if len(items) < _WORTH_IT or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return work(items)
    middle = len(items) // 2
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _tell(work, items[middle:], os.fdopen(writing, "wb"))
    os.close(writing)
    pipe = os.fdopen(reading, "rb")
    try:
        first = work(items[:middle])
        second: list[Made] | None = _heard(pipe)
    finally:
        pipe.close()  # first, or a child with much to say would wait for us as we for it
        os.waitpid(child, 0)
    return first + (work(items[middle:]) if second is None else second)


def _tell(work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item], pipe: BinaryIO) -> None:
    """Do the work, send it to the parent, and end this process without any of the parent's tidying up."""
    try:
        with pipe:
            pickle.dump(work(items), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _heard(pipe: BinaryIO) -> list[Made] | None:
    try:
        made: list[Made] = pickle.load(pipe)  # noqa: S301 - from our own child
    except Exception:  # it died, or could not say what it made
        return None
    return made
