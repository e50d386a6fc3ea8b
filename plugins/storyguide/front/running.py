"""Hands this process over to another program."""

# ruff: noqa: PLC0415 (needed on one system only)

import os
import sys
from collections.abc import Sequence


def become(command: Sequence[str]) -> int:
    """Run a command in this one's place; what it returns, this returns.

    Where the system allows, the process is replaced: one fewer to start, and a stop reaches the right one.
    """
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], list(command))  # noqa: S606 (each caller names the program in full)
    import subprocess  # on Windows a replaced process leaves the terminal's prompt behind

    return subprocess.call(command)  # noqa: S603 (as above)
