"""Build the problems about trails: unknown or unpublished stops, too few stops, pictures."""

from collections.abc import Sequence

from storyguide.model.problem import Problem
from storyguide.model.source import Source


def unknown_stop(where: Source, slug: str, near: str) -> Problem:
    """Return the problem that a trail stops at a story the guide does not have."""
    return Problem(
        code="unknown-stop",
        where=where,
        message=f"The guide has no story in a folder called “{slug}” for the trail to stop at.",
        mend=f"Change it to “{near}”." if near else "Look up the name of the story’s folder, or take the stop out.",
        blocks=False,
    )


def stop_not_published(where: Source, slug: str, trail: str) -> Problem:
    """Return the problem that a trail stops at a story that is held back, not ready or taken down."""
    return Problem(
        code="stop-not-published",
        where=where,
        message=f"The story “{slug}” is not published, so “{trail}” goes on without it.",
        mend="Take the stop out, or leave it: it comes back when the story is published.",
        blocks=False,
    )


def trail_too_short(where: Source, trail: str, stops: Sequence[str]) -> Problem:
    """Return the problem that a trail has fewer than two stops that can be published."""
    left = f"only “{stops[0]}”" if stops else "none"
    return Problem(
        code="trail-too-short",
        where=where,
        message=f"The trail “{trail}” needs two stops and has {left}, so it has no page.",
        mend="Under “stops:” name at least two stories that are published.",
        blocks=False,
    )


def picture_on_trail(where: Source, file: str) -> Problem:
    """Return the problem that a trail's text shows a picture; only story folders hold pictures."""
    return Problem(
        code="picture-on-trail",
        where=where,
        message=f"The words of a trail cannot show “{file}”, because pictures belong to stories.",
        mend="Take it out: each stop shows the picture of its story already.",
        blocks=False,
    )
