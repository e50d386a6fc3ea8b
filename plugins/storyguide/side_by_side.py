"""Long work on many things shared between two processes, where the machine can fork one."""

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO, Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_IT = 100
"""Fewer items than this are done sooner than a process is forked and heard (measured: performance.md)."""


def side_by_side(
    work: Callable[[Sequence[Item]], list[Made]],
    items: Sequence[Item],
    *,
    meanwhile: Callable[[], object] | None = None,
) -> list[Made]:
    """work(items), its second half done by a child of this process at the same time.

    work must give the same for a whole as for its parts put together, change nothing outside
    itself, and make what can be pickled. meanwhile is something else that this process has to
    do, done first here while the child has begun.
    """
    middle = len(items) // 2
    second = ahead(work, items[middle:])
    try:
        if meanwhile:
            meanwhile()
        first = work(items[:middle])
    except BaseException:
        second.close()
        raise
    return first + second.result()


def ahead(work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item]) -> "Ahead[Item, Made]":
    """Begin work(items) in a child of this process, for whoever asks for its result later; work as above.

    Where there is no fork, one core, other threads (they would not be carried over), or too
    little to do, it is done when it is asked for; so too whatever the child could not do.
    """
    if len(items) < _WORTH_IT or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return Ahead(work, items, 0, None)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _tell(work, items, os.fdopen(writing, "wb"))
    os.close(writing)
    return Ahead(work, items, child, os.fdopen(reading, "rb"))


class Ahead(Generic[Item, Made]):
    """Work begun, or still to be done when it is asked for."""

    def __init__(
        self, work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item], child: int, pipe: BinaryIO | None
    ) -> None:
        self._work, self._items, self._child, self._pipe = work, items, child, pipe

    def result(self) -> list[Made]:
        """What the work made; to be asked for once."""
        made: list[Made] | None = _heard(self._pipe) if self._pipe else None
        self.close()
        return self._work(self._items) if made is None else made

    def close(self) -> None:
        """Let the child go, heard or not."""
        if self._pipe:
            self._pipe.close()  # first, or a child with much to say would wait for us as we for it
            os.waitpid(self._child, 0)
            self._pipe = None


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
