"""Data classes for places, the areas they lie in, and the precision of a story's position."""

from dataclasses import dataclass
from enum import Enum

OF_AN_AREA = "-area"
"""Suffix of every area's slug, since an area often bears the name of its largest place."""


class Precision(Enum):
    """Precision with which the guide may publish a story's position."""

    EXACT = "exact"
    STREET = "street"
    AREA = "area"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Point:
    """A position in WGS84 degrees (north, east), already rounded to what may be published."""

    north: float
    east: float


@dataclass(frozen=True, kw_only=True)
class Place:
    """A neighbourhood, village or town of the edition; never a postal address."""

    slug: str
    name: str
    area: str
    """Slug of the area the place lies in."""
    point: Point | None = None


@dataclass(frozen=True, kw_only=True)
class Area:
    """A group of places, as the edition divides its ground."""

    slug: str
    """Slug; ends in `OF_AN_AREA`."""
    name: str
    intro: str = ""
    places: tuple[str, ...] = ()
    """Slugs of the area's places, in the edition's order."""


Ring = tuple[tuple[float, float], ...]
"""Closed line of (degrees east, degrees north) pairs; the last pair equals the first."""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The edition's boundary, with the attribution its source asks for."""

    rings: tuple[Ring, ...]
    attribution: str
