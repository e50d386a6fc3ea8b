"""A trail on the edition's ground: numbered dots, and a line that joins them in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making.labels import Dot, Label, place_labels
from storyguide.making.render import Context, render
from storyguide.making.seats import find_seats
from storyguide.making.sheet import Sheet
from storyguide.model.guide import Guide
from storyguide.model.place import Point
from storyguide.model.trail import Trail

_RADIUS = 18
_APART = 3
"""Between one dot and the next, so that every number can be read: a dot may be moved for it."""
_STEP = 12
"""Between one mark of the way and the next, where names are kept clear of it."""
_EDGE = 34
_EDGE_WITHOUT_GROUND = 90


class StopDot(NamedTuple):
    """Where stops of a trail lie on its map."""

    numbers: str
    """Of the stops at this point: "1, 4"."""
    dot: Dot
    name: str
    """Of the place."""
    label: Label | None
    """Where the name stands, if there is room for it."""


@dataclass(frozen=True, kw_only=True)
class TrailDrawing(Context, template="trail_map.html"):
    """A trail on its ground as inline SVG."""

    width: int
    height: int
    ground: str
    """A path; "" for an edition without an outline."""
    way: str
    """A path from stop to stop."""
    dots: Sequence[StopDot]
    title: str


def draw_trail(trail: Trail, guide: Guide) -> Markup:
    """The trail as inline SVG, and "" when fewer than two of its stops can be put on a map.

    Stops at one point share a dot. The list beside the drawing says the same and more.
    """
    spots = _spots(trail, guide)
    if len(spots) < 2:
        return Markup("")
    outline = guide.edition.outline
    if outline:
        sheet = Sheet([corner for ring in outline.rings for corner in ring], _EDGE)
    else:
        sheet = Sheet([(point.east, point.north) for point in spots], _EDGE_WITHOUT_GROUND)
    size = (sheet.width, sheet.height)
    numbers = [", ".join(map(str, found)) for found in spots.values()]
    wanted: list[Dot] = [
        (*sheet.at(point.east, point.north), _RADIUS + 5 * (len(number) - 2) if len(number) > 2 else _RADIUS)
        for point, number in zip(spots, numbers, strict=True)
    ]
    seats = find_seats(wanted, [radius + _APART for *_, radius in wanted], size)
    dots: list[Dot] = [(seat[0], seat[1], radius) for seat, (*_, radius) in zip(seats, wanted, strict=True)]
    names = [_place(trail, guide, found[0]) for found in spots.values()]
    order = sorted((number, dot) for found, dot in zip(spots.values(), dots, strict=True) for number in found)
    walked = [dot for _, dot in order]
    labels = place_labels(names, dots, size, spared=list(_along(walked)))
    return render(
        TrailDrawing(
            width=sheet.width,
            height=sheet.height,
            ground=sheet.path(outline.rings) if outline else "",
            way=_way(walked),
            dots=list(map(StopDot, numbers, dots, names, labels)),
            title=trail.title,
        )
    )


def _spots(trail: Trail, guide: Guide) -> dict[Point, list[int]]:
    """The numbers of the stops at each point, by the story's own point, else its place's."""
    found: dict[Point, list[int]] = {}
    for number, stop in enumerate(trail.stops, 1):
        story = guide.by_slug[stop.story]
        places = (guide.places[slug].point for slug in story.places)
        if point := story.location or next(filter(None, places), None):
            found.setdefault(point, []).append(number)
    return found


def _place(trail: Trail, guide: Guide, number: int) -> str:
    story = guide.by_slug[trail.stops[number - 1].story]
    return guide.places[story.places[0]].name if story.places else story.title  # in a preview, none may be known yet


def _way(dots: Sequence[Dot]) -> str:
    """From dot to dot, without standing still."""
    first, *_ = dots
    steps = (f"L{x} {y}" for before, (x, y, _) in pairwise(dots) if before[:2] != (x, y))
    return f"M{first[0]} {first[1]}{''.join(steps)}"


def _along(dots: Sequence[Dot]) -> Iterator[Dot]:
    """The way as a row of small dots, for names to keep clear of."""
    for (x, y, _), (a, b, _) in pairwise(dots):
        steps = max(abs(a - x), abs(b - y)) // _STEP
        for step in range(1, steps):
            yield round(x + (a - x) * step / steps), round(y + (b - y) * step / steps), _STEP // 4
