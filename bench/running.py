"""A command run to its end, and what it cost."""

import os
import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import NamedTuple

_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[/\\](?:[^\s/\\]+[/\\])+")
_SAID = 300
"""Letters of what a command complained of that are told."""


class Cost(NamedTuple):
    """Of a whole process with its children, start-up included."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds of all cores together."""
    megabytes: float
    """The most memory that any one of its processes held."""

    def and_then(self, after: "Cost") -> "Cost":
        """What both cost, one after the other."""
        return Cost(self.wall + after.wall, self.processor + after.processor, max(self.megabytes, after.megabytes))


class FailedError(Exception):
    """A command ended otherwise than well; its text is what it said last."""


def run(command: Sequence[str], folder: Path, *, ends: int = 0, patience: float = 3600) -> Cost:
    """Run the command in the folder; it must end in time, with this status: that of all being well."""
    before = time.perf_counter()
    started = subprocess.Popen(  # noqa: S603 - our own, and its peers
        command, cwd=folder, env=surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert started.stderr  # noqa: S101 - asked for above
    too_long = Timer(patience, started.kill)
    too_long.start()
    said = started.stderr.read()
    _, status, usage = os.wait4(started.pid, 0)
    wall = time.perf_counter() - before
    too_long.cancel()
    if wall > patience:
        raise FailedError(f"it had not ended after {patience / 60:g} minutes")
    started.stderr.close()
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode != ends:
        # The reason is kept and published, and where a machine has its folders is nobody's business.
        last = _FOLDERS.sub("…/", " ".join(said.decode(errors="replace").split()))[-_SAID:]
        raise FailedError(f"{Path(command[0]).name} ended with {started.returncode}: {last}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def surroundings() -> dict[str, str]:
    """The environment that all are run in."""
    # Python keeps its compiled modules unless it is told not to, as on some machines for tests.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "CI": "true"}
