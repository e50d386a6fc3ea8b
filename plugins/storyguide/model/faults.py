"""Faults of our own code, kept to the one file at which they happened."""

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
"""No fault of ours, and of no one file: a full disk, or no memory left."""
_PACKAGE = "storyguide"


def contained(work: Callable[[], T], where: Source, otherwise: Callable[[Problem], T]) -> T:
    """Return what work returns, or, where it fails through a fault of ours, otherwise(the problem at this file)."""
    try:
        return work()
    except BROKEN_MACHINE:
        raise
    except Exception as fault:
        return otherwise(problem_of(fault, where))


def problem_of(fault: Exception, where: Source) -> Problem:
    """Return the problem that tells of a fault at this file."""
    return wording.our_fault(where, type(fault).__name__, place_of(fault))


def file_at_fault(fault: Exception) -> Source | None:
    """Return where the story, tin, post or entry stands with which the code was busy as it failed; None if with none.

    Looked for in the local variables of the frames that the exception passed, the innermost first.
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
    """Return the innermost function of our own code that an exception passed: "making/cards.py, of"."""
    for frame in reversed(traceback.extract_tb(fault.__traceback__)):
        parts = PurePath(frame.filename).parts
        if _PACKAGE in parts and frame.name != contained.__name__:
            within = parts[len(parts) - parts[::-1].index(_PACKAGE) :]
            return f"{'/'.join(within)}, {frame.name}"
    return "another program"
