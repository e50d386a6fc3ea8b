"""Build the problems about the files that readers download from a tin (practitioner resource)."""

from storyguide.model.problem import Problem
from storyguide.model.source import Source

_FEW = 12
_PARTS = {1: "a quarter of a page", 2: "half a page", 3: "three quarters of a page", 4: "a page"}


def worksheet_runs_over(where: Source, title: str, sides: int, lines: int, pages: float) -> Problem:
    """Return the problem that a worksheet needs more paper than it is meant for."""
    if lines <= _FEW:
        far = f"{lines} {'line' if lines == 1 else 'lines'}"
    else:
        far = _PARTS.get(max(1, round(4 * pages)), f"{pages:.1f} pages")
    return Problem(
        code="worksheet-runs-over",
        where=where,
        message=f"“{title}” is meant for {sides} {'side' if sides == 1 else 'sides'} of A4, and runs about {far} over.",
        mend=f"Take out some words or some lines to write on; or say “pages: {sides + 1}” at the top of the file.",
        blocks=False,
    )


def letters_without_a_face(where: Source, letters: str) -> Problem:
    """Return the problem that a text has letters in none of the fonts at hand, which would print as empty boxes."""
    return Problem(
        code="letters-without-a-face",
        where=where,
        message=f"The guide has no print letters for “{letters}”, so there is no PDF of this.",
        mend="Write it in other letters, or leave it: the web page and the other files show it all the same.",
        blocks=False,
    )
