"""File operations made to fail in turn: each open, write, rename, link, folder made or removed, program started."""

import builtins
import errno
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_IN_WRITING = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS)
_IN_READING = (errno.EIO, errno.EMFILE)
"""Without EACCES: a story that nobody may read is held back and told, which is a third whole site."""
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_EVENTS = ("os.", "subprocess.Popen")
_OF_NO_FILE = ("os.putenv", "os.unsetenv", "os.fork", "os.kill", "os.walk", "os.add_dll_directory", "os.posix_spawn")
_MAKES_ROOM = ("read", "os.remove", "os.rmdir", "os.scandir", "os.listdir")

Operation = tuple[str, str]
"""What is done, and at which line of whose code."""


class Failing:
    """Counts the file operations below a folder, and lets one of them fail, or all from one on, or a signal come there.

    spared: what a full disk lets be done besides.
    To be set up in a child process, since what listens to every operation can never be taken away again.
    """

    def __init__(
        self, folder: Path, *, at: int = -1, ever_after: bool = False, sign: int = 0, spared: Sequence[str] = ()
    ) -> None:
        self._folder, self._at, self._ever_after = str(folder), at, ever_after
        self._on, self._sign, self._spared = True, sign, (*_MAKES_ROOM, *spared)
        self.met: list[Operation] = []
        """Every operation that was begun."""
        self.failed = False
        sys.addaudithook(self._hear)
        self._open, self._sendfile = io.open, os.sendfile
        builtins.open = io.open = self._opened  # type: ignore[assignment]
        os.sendfile = self._sent  # type: ignore[assignment]

    def stop(self) -> None:
        """Let everything pass from now on."""
        self._on = False

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if not self._on or (event != "open" and not event.startswith(_EVENTS)) or event.startswith(_OF_NO_FILE):
            return
        place = given[0] if given else ""
        if event == "subprocess.Popen" or isinstance(place, int) or self._is_ours(place):
            reads = event in ("os.scandir", "os.listdir") or (event == "open" and not given[2] & _TO_WRITE)
            self._turn("read" if event == "open" and reads else event, place, _IN_READING if reads else _IN_WRITING)

    def _is_ours(self, place: object) -> bool:
        return os.fsdecode(place).startswith(self._folder) if isinstance(place, str | bytes | os.PathLike) else False

    def _turn(self, what: str, place: object, faults: Sequence[int] = _IN_WRITING) -> None:
        number = len(self.met)
        self.met.append((what, _whose()))
        ever_after = self._ever_after and self.failed and what not in self._spared
        if number == self._at or ever_after:
            self.failed = True
            if self._sign:
                os.kill(os.getpid(), self._sign)
                return
            fault = errno.ENOSPC if self._ever_after else faults[number % len(faults)]
            raise OSError(fault, os.strerror(fault), None if what == "write" or isinstance(place, int) else place)

    def _opened(self, file: Any, mode: str = "r", buffering: int = -1, *given: Any, **named: Any) -> Any:
        opened = self._open(file, mode, buffering, *given, **named)
        if self._on and self._is_ours(file) and any(sign in mode for sign in "wax+"):
            try:
                self._turn("write", file)
            except OSError as fault:
                opened.close()
                binary = io.BufferedWriter(_Full(file, fault))
                return binary if "b" in mode else io.TextIOWrapper(binary, encoding="utf-8")
        return opened

    def _sent(self, *given: Any) -> int:
        if self._on:
            self._turn("write", 0)
        return self._sendfile(*given)


class _Full(io.FileIO):
    """A file of which half is written, then no more."""

    def __init__(self, file: Any, fault: OSError) -> None:
        super().__init__(file, "w")
        self._fault = fault

    def write(self, data: Any) -> int:
        super().write(bytes(data)[: len(data) // 2])
        raise self._fault


def _whose() -> str:
    """The nearest line of our own code, or the engine's."""
    frame = sys._getframe(2)
    while frame.f_back and not any(name in frame.f_code.co_filename for name in ("/storyguide/", "/mkdocs/")):
        frame = frame.f_back
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


def begin(work: Callable[[], int], said: Path) -> int:
    """Begin work in a process of its own, with all it says written into a file; gives its number."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    status = 99
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(out, stream)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), encoding="utf-8", write_through=True)
        status = work()
    except BaseException:  # what is told by an exception is what the test is about
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """The exit status of a child, once it has one; a signal's number below nothing."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def chosen(met: list[Operation], *, every: int) -> list[int]:
    """Numbers of operations: of each kind that one line of code does the first, the last, and so many between.

    All of them where the environment has EVERY_OPERATION, which takes minutes.
    """
    if os.environ.get("EVERY_OPERATION"):
        return list(range(len(met)))
    kinds: dict[Operation, list[int]] = {}
    for number, operation in enumerate(met):
        kinds.setdefault(operation, []).append(number)
    return sorted({number for kind in kinds.values() for number in (*kind[::every], kind[-1])})
