"""One build at a time: who holds the lock is named, and its end opens it, however it ends."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storyguide.site.faults import MachineError
from storyguide.site.lock import locked

from tests.patience import PATIENCE


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "building.lock"


@pytest.fixture
def holder(lock: Path) -> Iterator[int]:
    """Another process that holds the lock, and a child of its own that lives on until the test is over."""
    (heard, told), (over, not_yet) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        sys.stdin.close()
        os.close(not_yet)
        with locked(lock, patience=0):
            if os.fork() != 0:
                os.write(told, b".")
            os.read(over, 1)  # ends with the test, which holds the other end
            os._exit(1)
    os.read(heard, 1)
    yield child
    os.close(not_yet)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    for end in (heard, told, over):
        os.close(end)


def test_a_second_is_told_who_is_at_work(lock: Path, holder: int):
    with (
        pytest.raises(MachineError, match=rf"by process {holder}\. Wait until that is done"),
        locked(lock, patience=0.1),
    ):
        pass


def test_a_killed_holder_holds_it_no_longer_whatever_it_has_left_running(lock: Path, holder: int):
    os.kill(holder, signal.SIGSTOP)
    os.kill(holder, signal.SIGKILL)

    with locked(lock, patience=PATIENCE):
        held_by = lock.read_text(encoding="ascii")

    assert held_by == f"{os.getpid()}\n"


def test_it_can_be_had_again_and_again(lock: Path):
    for _ in range(3):
        with locked(lock, patience=0):
            pass

    assert lock.read_bytes() == b""


def test_a_disk_without_locks_stops_nothing(lock: Path, monkeypatch: pytest.MonkeyPatch):
    import fcntl

    def unknown(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(fcntl, "lockf", unknown)

    with locked(lock, patience=0):
        pass
