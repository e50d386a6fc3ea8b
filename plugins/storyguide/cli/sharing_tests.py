"""Run the guide's tests in several pytest processes, which share them out among themselves (tests/shared_out.py)."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO

from storyguide.cli.terminal import tell

_MOST = 6
"""Each process has a browser and sites of its own; more of them than this want more memory than they save time."""
_COMMON = ("-p", "no:cacheprovider", "-o", "console_output_style=classic", "--durations=5")
"""For each process: no list of what failed last, which others would overwrite, no share of a whole it has not."""


def run_every_test(command: Sequence[str]) -> int:
    """Run all tests, one process more than there are cores, since a browser's tests wait as much as they work."""
    return _run_shared(command, processes=_cores() + 1)


def run_quick_tests(command: Sequence[str]) -> int:
    """Run the tests that need neither a browser nor a built site, a process for each core: under a minute on two."""
    slow_rooms = ("tests/browser", "tests/faults", "tests/hostile")  # not even looked through for what is quick
    left_out = [f"--ignore={room}" for room in slow_rooms]
    return _run_shared([*command, "-m", "not slow", *left_out], processes=_cores())


def _cores() -> int:
    return min(os.cpu_count() or 1, _MOST)


def _run_shared(command: Sequence[str], *, processes: int) -> int:
    """Run pytest in so many processes. The first says at once how it goes, each other when all have ended.

    Gives the status of the first process that failed, or 0.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as shared, ExitStack() as ended:
        shared_command = [*command, *_COMMON, f"--shared-with={shared}"]
        others = [ended.enter_context(_silent(shared_command)) for _ in range(processes - 1)]
        statuses = [subprocess.call(shared_command)]  # noqa: S603 - our own tests
        for number, (process, said) in enumerate(others, 2):
            statuses.append(process.wait())
            said.seek(0)
            tell("", f"Process {number} of {processes}:", said.read().decode(errors="replace"))
        return next(filter(None, statuses), 0)


@contextmanager
def _silent(command: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """A process and the file into which it says everything. It is killed where it has not ended by the end."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)  # noqa: S603 - our own tests
        try:
            yield process, said
        finally:
            process.kill()
            process.wait()
