"""Place names beside dots on a drawing so that none covers another, by arithmetic alone."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

SIZE = 19
"""Font size of a name that stands by itself, in the drawing's units."""
_NARROW = frozenset("iljt.,:;|!'’‘()[]")
_SLIM = frozenset("frsI-– J")
_BROAD = frozenset("mwMW@%&—")

Dot = tuple[int, int, int]
"""A circle: its middle from the left and from the top, and its radius."""
Box = tuple[float, float, float, float]
"""A rectangle: left, top, right, bottom."""


class Label(NamedTuple):
    """Position of a name: the baseline at its start, middle or end, and the box it takes."""

    x: int
    y: int
    anchor: str
    """SVG text-anchor: "start", "middle" or "end"."""
    box: Box


def place_labels(
    names: Sequence[str],
    dots: Sequence[Dot],
    sheet: tuple[int, int],
    *,
    size: int = SIZE,
    taken: Sequence[Box] = (),
    spared: Sequence[Dot] = (),
) -> list[Label | None]:
    """Return a label beside each dot, in the order of the names; None for a name that has no room.

    Names of the largest dots are placed first: above the dot if that is free, else on another side. A name never
    touches another, a dot, a taken box or the sheet's edge; where no side is free it is left off, since the list beside
    the drawing has it. Covering one of the spared dots counts against a side as much as being the next choice. sheet:
    width and height.
    """
    boxes = list(taken)
    placed: list[Label | None] = [None] * len(names)
    for number in sorted(range(len(names)), key=lambda one: -dots[one][2]):
        around = list(_around(dots[number], names[number], size))
        reached = _round_all(around)
        near = [dot for dot in dots if covers(reached, dot)]
        free = [
            label
            for label in around
            if _within(label.box, sheet)
            and not any(overlap(label.box, other) for other in boxes)
            and not any(covers(label.box, dot) for dot in near)
        ]
        if free:
            worth = [rank + sum(covers(label.box, dot) for dot in spared) for rank, label in enumerate(free)]
            best = free[worth.index(min(worth))]
            placed[number] = best
            boxes.append(best.box)
    return placed


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def covers(box: Box, dot: Dot) -> bool:
    """Return whether a box covers any part of a dot."""
    x, y, radius = dot
    across = box[0] - x if x < box[0] else x - box[2] if x > box[2] else 0
    down = box[1] - y if y < box[1] else y - box[3] if y > box[3] else 0
    return across * across + down * down < radius * radius


def room_for(name: str, x: int, y: int, anchor: str, size: int) -> Box:
    """Return the box that a name may cover in the broadest of the typefaces it may be set in."""
    width = size * _letters(name)
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return left, y - size * 0.82, left + width, y + size * 0.26


@lru_cache(maxsize=4096)
def _letters(name: str) -> float:
    return sum(map(_letter, name))


def _letter(letter: str) -> float:
    """Return the estimated width of a letter as a share of the font size."""
    if unicodedata.combining(letter):
        return 0.0
    if letter in _NARROW:
        return 0.33
    if letter in _SLIM:
        return 0.48
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.9 if letter in _BROAD else 0.7 if letter.isupper() else 0.6


def _around(dot: Dot, name: str, size: int) -> Iterator[Label]:
    """Yield the labels that a name may have around its dot, the best first."""
    x, y, radius = dot
    gap = size // 4
    side, corner = radius + gap, radius * 3 // 4 + gap
    above, below, level = y - side - gap // 2, y + side + size * 3 // 4, y + size // 3
    for left, foot, anchor in (
        (x, above, "middle"),
        (x, below, "middle"),
        (x + side, level, "start"),
        (x - side, level, "end"),
        (x + corner, y - corner, "start"),
        (x - corner, y - corner, "end"),
        (x + corner, y + corner + size // 2, "start"),
        (x - corner, y + corner + size // 2, "end"),
        (x - radius, above, "start"),
        (x + radius, above, "end"),
        (x - radius, below, "start"),
        (x + radius, below, "end"),
    ):
        yield Label(left, foot, anchor, room_for(name, left, foot, anchor, size))


def _round_all(labels: Sequence[Label]) -> Box:
    boxes = [label.box for label in labels]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _within(box: Box, sheet: tuple[int, int]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= sheet[0] and box[3] <= sheet[1]
