"""Brings a command to the Python that can carry it out, setting that up first where it must.

All this runs before anything is installed, so nothing but the standard library and `storyguide.cli` is imported.
"""

# ruff: noqa: PLC0415 (the way to the right Python is short)

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from storyguide.cli.environment import SetUpFailedError, is_inside, is_ready, make_ready, python_of
from storyguide.cli.environment_lock import use
from storyguide.cli.process import BROKEN_OFF, become
from storyguide.cli.terminal import say


def main(project: Path, arguments: Sequence[str]) -> int:
    """Carry out one command, given as after "build.py", and return its exit status.

    When all is set up the way there is short: nothing is looked at before the right Python has it.
    """
    _open_closed_streams()
    try:
        ready = is_ready(project)
        if ready and is_inside(project):
            if use(project):
                return _carry_out(project, arguments)
            ready = False  # it is being replaced just now
        if not ready:
            from storyguide.cli.arguments import read_arguments

            read_arguments(project, arguments)  # a call for help, or a slip, ends here and needs no set-up
            make_ready(project, say=say)
        return become([str(python_of(project)), str(project / "build.py"), *arguments])
    except SetUpFailedError as failure:
        say(str(failure))
        return 1
    except FileNotFoundError as fault:
        if fault.filename != str(python_of(project)):
            raise
        say("What the guide is built with was replaced just now. Type the same again.")
        return 1
    except KeyboardInterrupt:
        say("")
        return BROKEN_OFF


def _open_closed_streams() -> None:
    """Give each stream that was closed beforehand somewhere to go: else the first file opened is written to instead."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _carry_out(project: Path, arguments: Sequence[str]) -> int:
    from storyguide.cli.arguments import read_arguments
    from storyguide.cli.dispatch import run_command

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter of some story still gets the rest
    return run_command(project, read_arguments(project, arguments))
