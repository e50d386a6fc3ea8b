"""Map points of the ground to positions on a drawing, and draw the shape of the ground."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians

from storyguide.model.place import Ring

WIDE = 480
"""Width of every drawing, in its own units; on the narrowest phone 19 of them are a little over 11 pixels."""
_TALLEST = 560
_LOWEST = 300
_NEAREST = 0.012
"""Degrees of latitude that a sheet shows at the least, so that one place alone is not drawn as a street."""
_BEYOND = 24
"""Distance past its edges to which the ground is drawn, so that no cut edge of it shows."""
_FINEST = 2
"""Distance below which corners of the ground are drawn as one."""

Corner = tuple[float, float]
"""A position on the sheet: units from the left and from the top."""


class Sheet:
    """A map projection onto a drawing: plate carrée, true at the middle latitude, north at the top."""

    def __init__(self, points: Sequence[tuple[float, float]], edge: int) -> None:
        """Make room for these (degrees east, degrees north) pairs, all at least `edge` units from the sides."""
        east, north = [x for x, _ in points], [y for _, y in points]
        self._middle = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
        self._squeeze = max(cos(radians(self._middle[1])), 0.01)
        across = max((max(east) - min(east)) * self._squeeze, _NEAREST)
        down = max(max(north) - min(north), _NEAREST)
        self._scale = min((WIDE - 2 * edge) / across, (_TALLEST - 2 * edge) / down)
        self.width = WIDE
        self.height = max(round(down * self._scale) + 2 * edge, _LOWEST)

    def at(self, east: float, north: float) -> tuple[int, int]:
        """Return the position of a point in whole units from the left and from the top."""
        x, y = self._exactly(east, north)
        return round(x), round(y)

    def path(self, rings: Sequence[Ring]) -> str:
        """Return the ground as an SVG path, cut a little beyond the sheet."""
        return "".join(_written(self._cut(_thinned([self._exactly(*point) for point in ring]))) for ring in rings)

    def _exactly(self, east: float, north: float) -> Corner:
        return (
            (east - self._middle[0]) * self._squeeze * self._scale + self.width / 2,
            (self._middle[1] - north) * self._scale + self.height / 2,
        )

    def _cut(self, corners: list[Corner]) -> list[Corner]:
        """Return a shape cut to a little beyond the sheet, side after side (Sutherland and Hodgman's algorithm)."""
        right, foot = self.width + _BEYOND, self.height + _BEYOND
        for axis, limit, sign in ((0, -_BEYOND, 1), (0, right, -1), (1, -_BEYOND, 1), (1, foot, -1)):
            corners = _cut_at(corners, axis, limit, sign)
        return corners


def _cut_at(corners: list[Corner], axis: int, limit: float, sign: int) -> list[Corner]:
    """Return the part of a shape on one side of a limit, along an axis (0 across, 1 down)."""
    left: list[Corner] = []
    for before, here in zip(corners[-1:] + corners[:-1], corners, strict=True):
        was, now = (before[axis] - limit) * sign, (here[axis] - limit) * sign
        if (was < 0) != (now < 0):
            part = was / (was - now)
            left.append((before[0] + (here[0] - before[0]) * part, before[1] + (here[1] - before[1]) * part))
        if now >= 0:
            left.append(here)
    return left


def _thinned(corners: list[Corner]) -> list[Corner]:
    left = corners[:1]
    for x, y in corners[1:]:
        if abs(x - left[-1][0]) >= _FINEST or abs(y - left[-1][1]) >= _FINEST:
            left.append((x, y))
    return left


def _written(corners: list[Corner]) -> str:
    """Return corners as an SVG path of relative steps, half as long as one of positions; "" for fewer than three."""
    whole = [(round(x), round(y)) for x, y in corners]
    if len(whole) < 3:
        return ""
    steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(whole))
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z"
