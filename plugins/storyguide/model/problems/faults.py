"""Build the problem that reports an exception in the guide's own program."""

from storyguide.model.problem import Problem
from storyguide.model.source import Source

OUR_FAULT = "our-fault"
"""Problem code of an exception in the guide's own program."""


def our_fault(where: Source, kind: str, place: str) -> Problem:
    """Return the problem that the guide's own program failed at a file.

    `kind`: the exception's type. `place`: our module and function. The exception's message is left out, since it may
    repeat what the file says.
    """
    return Problem(
        code="our-fault",
        where=where,
        message=f"The guide’s own program failed at this file (“{kind}” in “{place}”), so the file is left out.",
        mend="Nothing in it need be changed: the fault is ours. Please pass the line above on to whoever looks after "
        "the guide’s program, with the name of the file.",
    )
