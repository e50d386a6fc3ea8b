"""Long work on many things shared between processes, where the machine can fork them."""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORTH_IT = 100
"""Fewer items than this are done sooner than a process is forked and heard (measured: performance.md)."""
_MOST = 4
"""Processes in all: what one of them has to do alone is soon what takes longest."""
_PORTIONS = 64
"""Into which work is cut, so that whoever is done sooner does more; a pipe holds the numbers of thousands."""
_NUMBER = 4
"""Bytes of such a number: a pipe gives them whole, however many read from it."""


def side_by_side(
    work: Callable[[Sequence[Item]], list[Made]],
    items: Sequence[Item],
    *,
    meanwhile: Callable[[], object] | None = None,
) -> list[Made]:
    """work(items), shared with children of this process.

    work must give the same for a whole as for its parts put together, change nothing that this
    process would have to see, and make what can be pickled. meanwhile is something else that this
    process has to do, done first here while the others have begun.
    """
    begun = ahead(work, items)
    try:
        if meanwhile:
            meanwhile()
        return begun.result()
    finally:
        begun.close()


def ahead(work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item]) -> "Ahead[Item, Made]":
    """Begin work(items) in children of this process, for whoever asks for its result later; work as above.

    Where there is no fork, one core, other threads (they would not be carried over), or too
    little to do, it is done when it is asked for; so too whatever a child could not do.
    """
    count = min(os.cpu_count() or 1, _MOST) - 1
    if len(items) < _WORTH_IT or not hasattr(os, "fork") or count < 1 or threading.active_count() > 1:
        return Ahead(work, items, None, [])
    portions = _Portions(len(items))
    children: list[tuple[int, BinaryIO]] = []
    with suppress(OSError):  # a machine that lets no more be begun has the others do it
        while len(children) < count:
            children.append(_begun(work, items, portions))
    return Ahead(work, items, portions, children)


class Ahead(Generic[Item, Made]):
    """Work begun, or still to be done when it is asked for."""

    def __init__(
        self,
        work: Callable[[Sequence[Item]], list[Made]],
        items: Sequence[Item],
        portions: "_Portions | None",
        children: list[tuple[int, BinaryIO]],
    ) -> None:
        self._work, self._items, self._portions, self._children = work, items, portions, children

    def result(self) -> list[Made]:
        """What the work made, with what nobody has begun on yet done here; to be asked for once."""
        if self._portions is None:
            return self._work(self._items)
        done = dict(_worked_off(self._work, self._items, self._portions))
        for _, pipe in self._children:
            done |= _heard(pipe)
        for number in range(_PORTIONS):
            if number not in done:  # whoever took it died, or could not say what it made
                done[number] = self._work(_portion(self._items, number))
        self.close()
        return [made for number in range(_PORTIONS) for made in done[number]]

    def close(self) -> None:
        """Let the children go, heard or not."""
        for child, pipe in self._children:
            pipe.close()
            os.kill(child, signal.SIGKILL)  # one that was heard is done; one that was not must not go on
            os.waitpid(child, 0)
        if self._portions:
            self._portions.close()
        self._children, self._portions = [], None


class _Portions:
    """The numbers of the portions still to be done: whoever takes one, in whichever process, has it to do."""

    def __init__(self, items: int) -> None:
        self._taking, putting = os.pipe()
        numbers = range(_PORTIONS) if items else ()
        os.write(putting, b"".join(number.to_bytes(_NUMBER, "big") for number in numbers))
        os.close(putting)

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._taking, _NUMBER):
            yield int.from_bytes(number, "big")

    def close(self) -> None:
        os.close(self._taking)


def _portion(items: Sequence[Item], number: int) -> Sequence[Item]:
    return items[len(items) * number // _PORTIONS : len(items) * (number + 1) // _PORTIONS]


def _worked_off(
    work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item], portions: _Portions
) -> Iterator[tuple[int, list[Made]]]:
    for number in portions:
        yield number, work(_portion(items, number))


def _begun(
    work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item], portions: _Portions
) -> tuple[int, BinaryIO]:
    reading, writing = os.pipe()
    try:
        heard = os.fdopen(reading, "rb")
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    try:
        child = os.fork()
    except OSError:
        heard.close()
        os.close(writing)
        raise
    if child == 0:
        _tell(work, items, portions, heard, writing)
    os.close(writing)
    return child, heard


def _tell(
    work: Callable[[Sequence[Item]], list[Made]], items: Sequence[Item], portions: _Portions, ear: BinaryIO, into: int
) -> None:
    """Do work, send it to the parent, and end this process without any of the parent's tidying up, come what may.

    ear is the parent's: while anybody else holds it, one would go on speaking to a parent that has died.
    """
    try:
        ear.close()
        with os.fdopen(into, "wb") as pipe:
            pickle.dump(dict(_worked_off(work, items, portions)), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _heard(pipe: BinaryIO) -> dict[int, list[Made]]:
    try:
        made: dict[int, list[Made]] = pickle.load(pipe)  # noqa: S301 - from our own child
    except Exception:  # it died, or could not say what it made
        return {}
    return made
