"""Read an edition's boundary from a GeoJSON file."""

import json
import math
from collections.abc import Iterator
from pathlib import Path

from storyguide.model.place import Outline, Ring
from storyguide.model.problem import Problem
from storyguide.model.problems import lists as wording
from storyguide.model.source import Source

LARGEST_FILE = 5_000_000
"""Maximum file size in bytes."""
_FEWEST_POINTS = 4
"""Minimum number of points in a ring: three corners, and the first again."""


class _NotAnOutlineError(Exception):
    """Raised within this module when the file holds anything but polygons."""


def read_boundary(file: Path, *, path: str, attribution: str) -> tuple[Outline | None, tuple[Problem, ...]]:
    """Return the boundary made of all rings of all polygons in the file, each closed; or None and a problem.

    Outer and inner rings are not told apart. `path`: the file's path for messages. Raises OSError if the file cannot be
    read.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise _NotAnOutlineError
        rings = tuple(_rings(json.loads(file.read_bytes())))
    except (ValueError, RecursionError, _NotAnOutlineError):
        rings = ()
    if not rings:
        return None, (wording.boundary_not_read(Source(path)),)
    return Outline(rings=rings, attribution=attribution), ()


def _rings(shape: object) -> Iterator[Ring]:
    if not isinstance(shape, dict):
        raise _NotAnOutlineError
    match shape.get("type"):
        case "FeatureCollection":
            for feature in _list(shape.get("features")):
                yield from _rings(feature)
        case "Feature":
            yield from _rings(shape.get("geometry"))
        case "Polygon":
            yield from map(_ring, _list(shape.get("coordinates")))
        case "MultiPolygon":
            for polygon in _list(shape.get("coordinates")):
                yield from map(_ring, _list(polygon))
        case _:
            raise _NotAnOutlineError


def _ring(positions: object) -> Ring:
    points = tuple(_point(position) for position in _list(positions))
    if points and points[0] != points[-1]:
        points = (*points, points[0])
    if len(points) < _FEWEST_POINTS:
        raise _NotAnOutlineError
    return points


def _point(position: object) -> tuple[float, float]:
    match position:
        case [int() | float() as east, int() | float() as north, *_] if abs(east) <= 180 and abs(north) <= 90:
            if math.isfinite(east) and math.isfinite(north):
                return float(east), float(north)
    raise _NotAnOutlineError


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _NotAnOutlineError
    return value
