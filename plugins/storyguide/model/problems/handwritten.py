"""Build the problems about files under docs/, the folder of hand-written pages."""

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def not_a_page(where: Source, name: str) -> Problem:
    """Return the problem that a file under docs/ is neither a page nor a plain document."""
    return Problem(
        code="not-a-page",
        where=where,
        message=f"“{name}” is not published: under docs/ the guide publishes pages and plain documents only.",
        mend="Write what it says as a page, in a file whose name ends in .md, or take it away.",
        blocks=False,
    )


def picture_with_more(where: Source, name: str) -> Problem:
    """Return the problem that a picture under docs/ holds metadata, or is of a kind that may hold some."""
    return Problem(
        code="picture-with-more",
        where=where,
        message=f"“{name}” is not published, since it may say where and by whom it was taken.",
        mend="Save it anew as a JPEG without such details (“for the web”), and put that in its place.",
        blocks=False,
    )
