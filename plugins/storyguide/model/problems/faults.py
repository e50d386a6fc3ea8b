"""The wording for a fault in the guide's own program."""

from storyguide.model.problem import Problem
from storyguide.model.source import Source

OUR_FAULT = "our-fault"


def our_fault(where: Source, kind: str, place: str) -> Problem:
    """The guide's own program failed at a file; kind is the exception's type, place the module and function of ours.

    The exception's own words are left out, since they may repeat what the file says.
    """
    return Problem(
        code="our-fault",
        where=where,
        message=f"The guide’s own program failed at this file (“{kind}” in “{place}”), so the file is left out.",
        mend="Nothing in it need be changed: the fault is ours. Please pass the line above on to whoever looks after "
        "the guide’s program, with the name of the file.",
    )
