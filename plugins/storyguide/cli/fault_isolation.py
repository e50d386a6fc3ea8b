"""What a command makes of a guide, made without the files at which our own code fails; each of them is told."""

# ruff: noqa: PLC0415 (words are needed only when something fails)

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

from storyguide.cli.terminal import tell
from storyguide.model.problems.faults import OUR_FAULT
from storyguide.site.last_net import around_faults

if TYPE_CHECKING:
    from storyguide.model.guide import Guide
    from storyguide.model.problem import Problem
    from storyguide.site.assembly import Assembly

T = TypeVar("T")


def made_around_faults(
    assembly: "Assembly",
    make: "Callable[[Guide], T]",
    *,
    let_through: tuple[type[Exception], ...] = (),
    known: "Collection[Problem]" = (),
) -> "tuple[Assembly, T]":
    """Return what make makes of the guide, and the assembly it was made of, with every fault of ours told.

    The assembly is one with a guide. make and let_through are as with around_faults. Faults that reading and checking
    met are told too; known: the problems that were told before.
    """

    def work(read: "Assembly") -> T:
        if read.guide is None:
            raise ValueError("there is no guide to make anything of")
        return make(read.guide)

    assembly, made = around_faults(assembly, work, let_through=let_through)
    faults = [one for one in assembly.problems if one.code == OUR_FAULT and one not in known]
    if faults:
        from storyguide import telling

        tell(telling.as_text(faults))
    return assembly, made
