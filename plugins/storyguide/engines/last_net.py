"""The last net: what fails through a fault of ours at one file is made again without that file."""

from collections.abc import Callable
from typing import TypeVar

from storyguide.assembly import Assembly
from storyguide.engines.faults import MachineError
from storyguide.model.faults import BROKEN_MACHINE, file_at_fault, problem_of
from storyguide.model.source import Source

T = TypeVar("T")


def made_around_faults(assembly: Assembly, make: Callable[[Assembly], T]) -> tuple[Assembly, T]:
    """Return make(assembly), and the assembly it was made of: without the files at which our own code failed.

    make is begun anew each time, so what it leaves behind when it fails has to be of no account.
    A fault that belongs to no one file is raised as it is.
    """
    while True:
        try:
            return assembly, make(assembly)
        except (*BROKEN_MACHINE, MachineError):
            raise
        except Exception as fault:
            where = file_at_fault(fault) or _story_at_fault(assembly, make)
            smaller = assembly.without(problem_of(fault, where)) if where else None
            if smaller is None:
                raise
            assembly = smaller


def _story_at_fault(assembly: Assembly, make: Callable[[Assembly], object]) -> Source | None:
    """Return where the first story stands without which all before it can be made, found by halves; None if none is."""
    guide = assembly.guide
    stories = guide.stories if guide else ()
    fewest, most = 0, len(stories)
    if not stories or _fails(assembly, 0, make):
        return None
    while most - fewest > 1:
        middle = (fewest + most) // 2
        if _fails(assembly, middle, make):
            most = middle
        else:
            fewest = middle
    return stories[fewest].source


def _fails(assembly: Assembly, count: int, make: Callable[[Assembly], object]) -> bool:
    try:
        make(assembly.with_stories(count))
    except (*BROKEN_MACHINE, MachineError):
        raise
    except Exception:
        return True
    return False
