"""Move dots on a drawing apart, so that each can be touched with a finger, by arithmetic alone."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from storyguide.making.labels import Dot

_REACH, _STEP = 120, 6
_CIRCLE = [(sin(pi * way / 8), -cos(pi * way / 8)) for way in range(16)]
_HIDDEN = 30
"""Cost of hiding a spared dot, as a distance from where a dot belongs."""
_APART = 40
"""Cost of each unit by which a dot's room overlaps another's or the sheet's edge."""


def find_seats(
    dots: Sequence[Dot], rooms: Sequence[int], sheet: tuple[int, int], *, spared: Sequence[Dot] = ()
) -> list[tuple[int, int]]:
    """Return a position for each dot: where it belongs, or moved as little as keeps its room clear and on the sheet.

    rooms: for each dot the radius of its touch target; the largest are placed first. sheet: width and height. A spared
    dot is left visible if a small move is enough for that.
    """
    seated: dict[int, Dot] = {}
    for number in sorted(range(len(dots)), key=lambda one: -rooms[one]):
        x, y, _ = dots[number]
        near = [one for one in spared if hypot(one[0] - x, one[1] - y) < _REACH + rooms[number]]
        seated[number] = _best(dots[number], rooms[number], list(seated.values()), near, sheet)
    return [seated[number][:2] for number in range(len(dots))]


def _best(dot: Dot, room: int, others: Sequence[Dot], spared: Sequence[Dot], sheet: tuple[int, int]) -> Dot:
    """Return the position that costs least, with the room as radius."""
    best, least = dot, float("inf")
    for away, x, y in _about(dot[0], dot[1]):
        if away >= least:
            break
        seat = (x, y, room)
        cost = away + _APART * (_outside(seat, sheet) + sum(_shared(seat, one) for one in others))
        if cost < least:
            cost += _HIDDEN * sum(_shared((x, y, dot[2]), one) > 0 for one in spared)
        if cost < least:
            best, least = seat, cost
    return best


def _about(x: int, y: int) -> Iterator[tuple[int, int, int]]:
    """Yield positions round a point, nearest first, as (distance, x, y)."""
    yield 0, x, y
    for away in range(_STEP, _REACH + 1, _STEP):
        for across, down in _CIRCLE:
            yield away, round(x + away * across), round(y + away * down)


def _shared(one: Dot, other: Dot) -> float:
    return max(0.0, one[2] + other[2] - hypot(one[0] - other[0], one[1] - other[1]))


def _outside(dot: Dot, sheet: tuple[int, int]) -> float:
    x, y, radius = dot
    return float(max(0, radius - x, x + radius - sheet[0]) + max(0, radius - y, y + radius - sheet[1]))
