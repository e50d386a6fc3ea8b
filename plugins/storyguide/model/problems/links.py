"""Build the problem about a web address outside the guide that no longer answers."""

from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def link_dead(where: Source, address: str, why: str, day: date, kept: str, *, beside: bool) -> Problem:
    """Return the problem that nothing can be read any more at an outside address.

    `why`: the fault in words. `kept`: address of a possible archived copy, or "". `beside`: whether the file has a
    field for that copy's address.
    """
    asked = f"{day.day} {day:%B %Y}"
    put = "write its address under this one, as “archived”" if beside else "put its address in the place of this one"
    mend = "Find where the page has gone, or take the link out."
    if kept:
        mend = f"Open {kept} and look: if it shows the page, {put}; if not, f{mend[1:]}"
    return Problem(
        code="link-dead",
        where=where,
        message=f"The link “{address}” is dead: {why}, when last asked on {asked}.",
        mend=mend,
        blocks=False,
    )
