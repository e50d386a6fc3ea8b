"""Runs a task for each job in several processes, and outlives any of them."""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_HANDED_EACH = 2
"""Jobs a process is given: one at work and one at hand, so that a crash has few suspects."""


def each(task: Callable[[Job], Result], jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Result | None]]:
    """Yield each job with its result, as they come; None for a job that brought its process down.

    When a process dies, nothing tells on which job. Those handed over and not yet
    answered are tried again, each alone, and the rest go on as before.
    """
    waiting = list(reversed(jobs))
    while waiting:
        suspects = yield from _until_broken(task, waiting, processes)
        for suspect in suspects:
            if (yield from _until_broken(task, [suspect], 1)):
                yield suspect, None


def _until_broken(
    task: Callable[[Job], Result], waiting: list[Job], processes: int
) -> Generator[tuple[Job, Result], None, list[Job]]:
    """Take jobs from the end of those waiting, until none is left or a process dies; return the unanswered."""
    handed: dict[Future[Result], Job] = {}
    # Spawned, not forked: the engine's preview has threads, and a fork copies their locks shut.
    context = get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(waiting)), context, initializer=_follow_the_build) as pool:
        try:
            while waiting or handed:
                while waiting and len(handed) < processes * _HANDED_EACH:
                    handed[pool.submit(task, waiting[-1])] = waiting[-1]
                    waiting.pop()
                for done in wait(handed, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    yield handed.pop(done), result
        except BrokenProcessPool:
            return list(handed.values())
    return []


def _follow_the_build() -> None:
    """Only the build itself answers to Ctrl-C; each process would print its own dismay. But all end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """A build that was killed can send nobody home, and a process that waits for work from it waits for ever."""
    if build := parent_process():
        build.join()
        os._exit(1)
