"""Brings a command to the Python that can carry it out, setting that up first where it must."""

# ruff: noqa: PLC0415 (the way to the right Python is short)

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from storyguide.front.running import become
from storyguide.front.setting_up import SetUpFailedError, is_inside, is_ready, make_ready, python_of
from storyguide.front.venv_lock import use

BROKEN_OFF = 130
"""What a shell expects of a command that was stopped with Ctrl+C."""


def enter(project: Path, arguments: Sequence[str]) -> int:
    """Carry out one command, given as after "build.py", and return its exit status.

    When all is set up the way there is short: nothing is looked at before the right Python has it.
    """
    _have_somewhere_to_write()
    try:
        ready = is_ready(project)
        if ready and is_inside(project):
            if use(project):
                return _carry_out(project, arguments)
            ready = False  # it is being replaced just now
        if not ready:
            from storyguide.front.arguments import read_arguments

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


def say(words: str) -> None:
    """Tell how it is going, apart from what the command itself has to give."""
    write(sys.stderr, words + "\n")


def write(stream: TextIO, text: str) -> None:
    """Write to the terminal, or to whatever reads in its place, for as long as it does: “| head” soon has enough."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _have_somewhere_to_write() -> None:
    """Where a stream was closed beforehand: else the first file opened would be taken for it, and written to."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _carry_out(project: Path, arguments: Sequence[str]) -> int:
    from storyguide.front.arguments import read_arguments
    from storyguide.front.commands import COMMANDS

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter of some story still gets the rest
    asked = read_arguments(project, arguments)
    if asked.command in COMMANDS:
        return COMMANDS[asked.command](project, asked)
    from storyguide.front.upkeep import UPKEEP

    return UPKEEP[asked.command](project, asked)
