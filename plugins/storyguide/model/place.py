"""Places, the areas they lie in, and how precisely a story may be pinned."""

from dataclasses import dataclass
from enum import Enum

OF_AN_AREA = "-area"
"""Ends an area's slug, since an area often bears the name of its largest place."""


class Precision(Enum):
    """How exactly the guide may say where a story happened."""

    EXACT = "exact"
    STREET = "street"
    AREA = "area"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Point:
    """Degrees north and degrees east, WGS84, already rounded to what may be published."""

    north: float
    east: float


@dataclass(frozen=True, kw_only=True)
class Place:
    """Somewhere a story happens: a neighbourhood, village or town of the edition, never an address."""

    slug: str
    name: str
    area: str
    """Slug of the area it lies in."""
    point: Point | None = None


@dataclass(frozen=True, kw_only=True)
class Area:
    """A group of places, as the edition divides its ground."""

    slug: str
    """Ends in OF_AN_AREA."""
    name: str
    intro: str = ""
    places: tuple[str, ...] = ()
    """Slugs of its places, in the edition's order."""


Ring = tuple[tuple[float, float], ...]
"""(degrees east, degrees north) pairs; the last equals the first."""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The edition's boundary, and whom to thank for it."""

    rings: tuple[Ring, ...]
    attribution: str
