"""Names beside dots on a drawing, none on another: arithmetic only."""

from collections.abc import Sequence
from typing import NamedTuple

_LETTER = 9.2
"""Mean width of a letter of the heading face at the size below (measured on the names of thirty-five places)."""
_HIGH = 19
_GAP = 5


class Label(NamedTuple):
    """Where a name stands: the foot of its first, middle or last letter."""

    x: int
    y: int
    anchor: str
    """"start", "middle" or "end", as in SVG."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def place_labels(names: Sequence[str], dots: Sequence[tuple[int, int, int]], sheet: tuple[int, int]) -> list[Label]:
    """A place for each name beside its dot (x, y, radius): above it where there is room, else below, right or left.

    A name keeps clear of the sheet's edges, of every dot and of the names placed before it, as far as
    that can be had; where none of its places is free, it takes the one that covers least.
    """
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for x, y, r in dots]
    placed = []
    for name, (x, y, radius) in zip(names, dots, strict=True):
        tried = [(_box(label, name), label) for label in _around(x, y, radius)]
        box, label = min(tried, key=lambda one: _covered(one[0], taken) + _outside(one[0], sheet))
        taken.append(box)
        placed.append(label)
    return placed


def _around(x: int, y: int, radius: int) -> Sequence[Label]:
    near, level = radius + _GAP, y + _HIGH // 3
    return (
        Label(x, y - near, "middle"),
        Label(x, y + near + _HIGH * 3 // 4, "middle"),
        Label(x + near, level, "start"),
        Label(x - near, level, "end"),
        Label(x + radius, y - near, "start"),
        Label(x - radius, y - near, "end"),
    )


def _box(label: Label, name: str) -> Box:
    width = len(name) * _LETTER
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return left, label.y - _HIGH * 0.8, left + width, label.y + _HIGH * 0.25


def _covered(box: Box, taken: Sequence[Box]) -> float:
    return sum(
        max(0.0, min(box[2], one[2]) - max(box[0], one[0])) * max(0.0, min(box[3], one[3]) - max(box[1], one[1]))
        for one in taken
    )


def _outside(box: Box, sheet: tuple[int, int]) -> float:
    over = max(0.0, -box[0]) + max(0.0, box[2] - sheet[0]) + max(0.0, -box[1]) + max(0.0, box[3] - sheet[1])
    return over * _HIGH
