"""Build the problems about the edition and its lists: places, themes, frameworks, the boundary."""

from collections.abc import Sequence
from datetime import date

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def no_edition(where: Source) -> Problem:
    """Return the problem that the guide has no edition.yml."""
    return Problem(
        code="no-edition",
        where=where,
        message="The guide has no edition file, so nobody can tell which town it is for.",
        mend="Make the file, and begin with name, town, areas and themes.",
    )


def listed_twice(where: Source, what: str, name: str, slug: str) -> Problem:
    """Return the problem that two entries of a list have the same slug."""
    return Problem(
        code="listed-twice",
        where=where,
        message=f"The {what} “{name}” would have the same address, “{slug}”, as one above it.",
        mend="Take one of the two out, or give it another name.",
    )


def no_address(where: Source, what: str, name: str) -> Problem:
    """Return the problem that a name has no letter that can stand in an address."""
    return Problem(
        code="no-address",
        where=where,
        message=f"The {what} “{name}” has no letter from a to z and no figure, so it can have no address.",
        mend="Write its name in Latin letters, with the other script beside it if you like.",
    )


def nobody_to_reach(where: Source) -> Problem:
    """Return the problem that the edition gives no contact details of its editors."""
    return Problem(
        code="nobody-to-reach",
        where=where,
        message="The edition has no contact, so nobody can reach the editors to put a story right or take it down.",
        mend="Under “contact:” add an email, a phone or a post address.",
        blocks=False,
    )


def no_themes(where: Source) -> Problem:
    """Return the problem that the edition has no themes, so no story can have one."""
    return Problem(
        code="no-themes",
        where=where,
        message="The edition has no themes, and every story needs one.",
        mend="Under “themes:” add at least one item such as “- name: Making”.",
    )


def no_places(where: Source) -> Problem:
    """Return the problem that the edition has no places, so no story can have one."""
    return Problem(
        code="no-places",
        where=where,
        message="The edition has no places, and every story needs one.",
        mend="Under “areas:” add an area with a name and its places.",
    )


def no_statements(where: Source, name: str) -> Problem:
    """Return the problem that a dimension has no statements."""
    return Problem(
        code="no-statements",
        where=where,
        message=f"The dimension “{name}” has no statements.",
        mend="Under “statements:” add at least one sentence, each after a dash.",
    )


def no_dimensions(where: Source, name: str) -> Problem:
    """Return the problem that a framework has no dimensions."""
    return Problem(
        code="no-dimensions",
        where=where,
        message=f"The framework “{name}” has no dimensions.",
        mend="Under “dimensions:” add at least one item with a name, a summary and statements.",
    )


def no_boundary_file(where: Source, name: str, known: Sequence[str]) -> Problem:
    """Return the problem that the file of the boundary does not exist.

    `known`: names of files in the folder that may be meant.
    """
    near = f"Change it to “{known[0]}”." if known else "Put the file beside edition.yml, or take “boundary” out."
    return Problem(
        code="no-boundary-file",
        where=where,
        message=f"There is no file “{name}” beside the edition file.",
        mend=near,
        blocks=False,
    )


def boundary_not_read(where: Source) -> Problem:
    """Return the problem that the file of the boundary holds no polygon."""
    return Problem(
        code="boundary-not-read",
        where=where,
        message="The outline has no shape in it that the guide can draw.",
        mend="Save it again as GeoJSON with one polygon or several, in degrees east and north.",
        blocks=False,
    )


def contact_runs_out(where: Source, file: str, ends: date, *, over: bool) -> Problem:
    """Return the note that security.txt expires, since no story has been told for a year.

    `file`: its address in the site. `ends`: the day it expires. `over`: whether that day has passed.
    """
    until = f"{ends.day} {ends:%B %Y}"
    said = f"ended on {until}, and is left out" if over else f"ends on {until}"
    return Problem(
        code="contact-runs-out",
        where=where,
        message=f"The file that names whom to tell of a fault in the site, {file}, {said}.",
        mend="Publish a new story, and it holds for another year; it ends when the newest is a year old.",
        blocks=False,
    )
