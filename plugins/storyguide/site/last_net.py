"""The last net: what fails through a fault of ours at one file is done again without that file."""

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from storyguide.model.faults import BROKEN_MACHINE, file_at_fault, problem_of
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.model.story import Story

T = TypeVar("T")


class Files(Protocol):
    """A guide's files, of which one can be left out."""

    @property
    def stories(self) -> tuple[Story, ...]:
        """Its stories, in any order that stays the same."""

    def without(self, fault: Problem) -> Self | None:
        """Return the same without the file of a fault of ours, then told; None if it held nothing."""

    def with_stories(self, count: int) -> Self:
        """Return the same with only so many of its stories, the first."""


F = TypeVar("F", bound=Files)


def around_faults(files: F, work: Callable[[F], T], *, let_through: tuple[type[Exception], ...] = ()) -> tuple[F, T]:
    """Return work(files), and the files it was done with: without those at which our own code failed.

    work is begun anew each time, also with a part of the stories to find the one at fault: it writes nothing that
    matters and says nothing. Raised as they are: a fault that belongs to no one file, what the machine has against
    it, and the exceptions in let_through, which whoever calls has words for.
    """
    not_ours: tuple[type[Exception], ...] = (*BROKEN_MACHINE, *let_through)
    while True:
        try:
            return files, work(files)
        except not_ours:
            raise
        except Exception as fault:
            smaller = _without(files, fault, file_at_fault(fault))
            smaller = smaller or _without(files, fault, _story_at_fault(files, work, not_ours))
            if smaller is None:
                raise
            files = smaller


def _without(files: F, fault: Exception, where: Source | None) -> F | None:
    return files.without(problem_of(fault, where)) if where else None


def _story_at_fault(files: F, work: Callable[[F], object], not_ours: tuple[type[Exception], ...]) -> Source | None:
    """Return where the first story stands without which all before it can be made, found by halves; None if none is."""
    stories = files.stories
    fewest, most = 0, len(stories)
    if not stories or _fails(files, 0, work, not_ours):
        return None
    while most - fewest > 1:
        middle = (fewest + most) // 2
        if _fails(files, middle, work, not_ours):
            most = middle
        else:
            fewest = middle
    return stories[fewest].source


def _fails(files: F, count: int, work: Callable[[F], object], not_ours: tuple[type[Exception], ...]) -> bool:
    try:
        work(files.with_stories(count))
    except not_ours:
        raise
    except Exception:
        return True
    return False
