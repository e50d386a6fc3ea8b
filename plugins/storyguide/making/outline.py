"""The edition's outline with its areas or places, drawn once as an inline picture made of links."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.labels import Label, place_labels
from storyguide.making.render import counted, render
from storyguide.model.guide import Guide
from storyguide.model.place import Outline, Point

_WIDE = 480
"""Of the drawing, in its own units."""
_EDGE = 26
"""Room round the outline, for its shadow and for names that stand out over it."""
_CLOSE_EDGE = 90
"""Room round the places of one area."""
_TALLEST = 560


@dataclass(frozen=True, slots=True)
class _Spot:
    slug: str
    name: str
    point: Point
    number: int
    """Of stories."""


class _Sheet:
    """Where a point of the ground lies on the drawing: plate carrée, true at the outline's own latitude."""

    def __init__(self, points: Sequence[tuple[float, float]], edge: int) -> None:
        east, north = [x for x, _ in points], [y for _, y in points]
        self._west, self._top, self._edge = min(east), max(north), edge
        self._squeeze = cos(radians((max(north) + min(north)) / 2))
        across = max((max(east) - self._west) * self._squeeze, 1e-6)
        down = max(self._top - min(north), 1e-6)
        self._scale = min((_WIDE - 2 * edge) / across, (_TALLEST - 2 * edge) / down)
        self.width = round(across * self._scale + 2 * edge)
        self.height = round(down * self._scale + 2 * edge)

    def at(self, east: float, north: float) -> tuple[int, int]:
        return (
            round((east - self._west) * self._squeeze * self._scale + self._edge),
            round((self._top - north) * self._scale + self._edge),
        )


def draw_outline(guide: Guide, root: str, area: str = "", place: str = "") -> Markup:
    """The outline as inline SVG: every area, or one area's places seen close; "" for an edition without an outline.

    Each area or place that has stories is a link, named with their number; the list beside
    the picture says the same. A place without stories is a plain dot with its name.
    """
    outline = guide.edition.outline
    spots = _places(guide, area) if area else _areas(guide)
    if outline is None or not spots:
        return Markup("")
    sheet = _sheet(outline, spots, close=bool(area))
    dots = [(*sheet.at(spot.point.east, spot.point.north), _radius(spot, close=bool(area))) for spot in spots]
    labels = place_labels([spot.name for spot in spots], dots, (sheet.width, sheet.height))
    return render(
        "outline.html",
        width=sheet.width,
        height=sheet.height,
        path="".join(_path(sheet, ring) for ring in outline.rings),
        spots=[
            _drawn(spot, dot, label, root, here=spot.slug == place)
            for spot, dot, label in zip(spots, dots, labels, strict=True)
        ],
        label=f"Outline of {guide.edition.town} with its areas"
        if not area
        else f"The places of the {guide.areas[area].name} area",
        close=bool(area),
    )


def _drawn(spot: _Spot, dot: tuple[int, int, int], label: Label, root: str, *, here: bool) -> dict[str, object]:
    x, y, radius = dot
    return {
        "name": spot.name,
        "x": x,
        "y": y,
        "radius": radius,
        "url": root + addresses.of_place(spot.slug) if spot.number else "",
        "number": spot.number,
        "in_words": counted(spot.number, "story", "stories"),
        "label": label,
        "here": here,
    }


def _sheet(outline: Outline, spots: Sequence[_Spot], *, close: bool) -> _Sheet:
    if close:
        return _Sheet([(spot.point.east, spot.point.north) for spot in spots], _CLOSE_EDGE)
    return _Sheet([point for ring in outline.rings for point in ring], _EDGE)


def _radius(spot: _Spot, *, close: bool) -> int:
    if not spot.number:
        return 6
    return 16 if close else 23


def _path(sheet: _Sheet, ring: tuple[tuple[float, float], ...]) -> str:
    points = list(dict.fromkeys(sheet.at(east, north) for east, north in ring))
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _areas(guide: Guide) -> list[_Spot]:
    """Each area at the middle of its places."""
    found = []
    for area in guide.edition.areas:
        points = [point for slug in area.places if (point := guide.places[slug].point)]
        if points:
            middle = Point(sum(p.north for p in points) / len(points), sum(p.east for p in points) / len(points))
            found.append(_Spot(area.slug, area.name, middle, len(guide.in_area.get(area.slug, ()))))
    return found


def _places(guide: Guide, area: str) -> list[_Spot]:
    places = [guide.places[slug] for slug in guide.areas[area].places]
    return [_Spot(p.slug, p.name, p.point, len(guide.in_place.get(p.slug, ()))) for p in places if p.point]
