"""Build the problems about the list of every address the guide has ever published."""

from collections.abc import Collection

from storyguide.model.nearest import nearest
from storyguide.model.problem import Problem
from storyguide.model.source import Source


def address_lost(where: Source, address: str, stories: Collection[str]) -> Problem:
    """Return the problem that an address published before would now lead nowhere.

    `stories`: names of the folders that the story may have moved to.
    """
    kind, _, name = address.rstrip("/").partition("/")
    if kind == "stories":
        near = nearest(name, stories)
        became = f" in stories/{near}/story.md" if near else " in the story it became"
        mend = f"Write “also_at: [{name}]”{became}; or, if it was taken down, type: python3 build.py withdraw {name}"
    else:
        mend = f"Bring it back, or delete line {where.line} of {where.path} if nobody need find anything there."
    return Problem(
        code="address-lost",
        where=where,
        message=f"The address “{address}” was published once, and now there is nothing at it.",
        mend=mend,
    )


def addresses_not_kept(where: Source, addresses: Collection[str]) -> Problem:
    """Return the note that some of the guide's addresses are not in the list yet; any build adds them."""
    named = "”, “".join(sorted(addresses)[:3])
    more = len(addresses) - 3
    return Problem(
        code="addresses-not-kept",
        where=where,
        message=f"The list of published addresses lacks “{named}”{f' and {more} more' if more > 0 else ''}.",
        mend="Type: python3 build.py check --fix (or build the guide on your own computer), and keep the file.",
        blocks=False,
    )
