"""Run a task for many jobs in several processes, and survive the crash of any of them."""

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
"""Jobs handed to each process: one at work and one waiting, so that a crash leaves few suspects."""


def each(task: Callable[[Job], Result], jobs: Sequence[Job], processes: int) -> Iterator[tuple[Job, Result | None]]:
    """Yield each job with its result, in order of completion; None for a job that crashed its process.

    A crash does not show which job caused it. The jobs handed over and unanswered are tried again, each alone, and the
    rest go on as before.
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
    """Run jobs from the end of `waiting` until none is left or a process dies; return the unanswered ones."""
    handed: dict[Future[Result], Job] = {}
    # Spawned, not forked: the preview's server has threads, and a fork would copy their locks in a locked state.
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
    """Ignore Ctrl-C in a worker, so that only the build reacts to it, and end the worker when the build ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """Exit this worker once the build has ended; a killed build cannot tell its workers, which would wait for ever."""
    if build := parent_process():
        build.join()
        os._exit(1)
