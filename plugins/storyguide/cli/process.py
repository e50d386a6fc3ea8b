"""How this process ends: handed over to another program, or broken off."""

# ruff: noqa: PLC0415 (needed on one system only)

import os
import sys
from collections.abc import Sequence

BROKEN_OFF = 130
"""The exit status that a shell expects of a command that was stopped with Ctrl+C."""


def become(command: Sequence[str]) -> int:
    """Run a command in this one's place, and return its exit status where the process outlives that.

    Where the system allows, the process is replaced: one fewer to start, and a stop reaches the right one.
    """
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], list(command))  # noqa: S606 (each caller names the program in full)
    import subprocess  # on Windows a replaced process leaves the terminal's prompt behind

    return subprocess.call(command)  # noqa: S603 (as above)
