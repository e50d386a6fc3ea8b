"""Turn an exception in our own code into a problem of the one file being worked on, so that a build can go on."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import PurePath
from types import FrameType
from typing import TypeVar

from storyguide.model.problem import Problem
from storyguide.model.problems import faults as wording
from storyguide.model.source import Source

T = TypeVar("T")

BROKEN_MACHINE = (OSError, MemoryError)
"""Exceptions that are neither our fault nor one file's (a full disk, no memory left); these always propagate."""
_PACKAGE = "storyguide"


def contained(work: Callable[[], T], where: Source, otherwise: Callable[[Problem], T]) -> T:
    """Return `work()`; if it raises through a fault of ours, return `otherwise(problem)` with the problem at `where`.

    Exceptions in `BROKEN_MACHINE` propagate.
    """
    try:
        return work()
    except BROKEN_MACHINE:
        raise
    except Exception as fault:
        return otherwise(problem_of(fault, where))


def problem_of(fault: Exception, where: Source) -> Problem:
    """Return the problem that reports an exception of our own code at this file."""
    return wording.our_fault(where, type(fault).__name__, place_of(fault))


def file_at_fault(fault: Exception) -> Source | None:
    """Return the source of the story, tin, post or entry being worked on when the exception was raised, or None.

    The local variables of the traceback's frames are searched for a model value with a `source`, innermost frame first.
    """
    frames = [frame for frame, _ in traceback.walk_tb(fault.__traceback__)]
    return next((source for frame in reversed(frames) for source in _sources_in(frame)), None)


def _sources_in(frame: FrameType) -> Iterator[Source]:
    for value in reversed(list(frame.f_locals.values())):
        if type(value).__module__.startswith(f"{_PACKAGE}.model."):
            source = getattr(value, "source", None)
            if isinstance(source, Source):
                yield source


def place_of(fault: Exception) -> str:
    """Return the innermost function of this package in the traceback, for example "making/cards.py, of".

    Returns "another program" if no frame belongs to this package.
    """
    for frame in reversed(traceback.extract_tb(fault.__traceback__)):
        parts = PurePath(frame.filename).parts
        if _PACKAGE in parts and frame.name != contained.__name__:
            within = parts[len(parts) - parts[::-1].index(_PACKAGE) :]
            return f"{'/'.join(within)}, {frame.name}"
    return "another program"
