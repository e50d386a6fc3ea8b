"""The edition's outline with its areas or places, drawn once as an inline picture made of links."""

from math import cos, radians

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.render import counted, render
from storyguide.model.guide import Guide
from storyguide.model.place import Outline, Point

_WIDE = 480
_EDGE = 26
"""Room round the outline, for its shadow and for names that stand out over it; so _WIDE in the picture's own units."""


class _Sheet:
    """Where a point of the ground lies on the drawing: plate carrée, true at the outline's own latitude."""

    def __init__(self, outline: Outline) -> None:
        east = [x for ring in outline.rings for x, _ in ring]
        north = [y for ring in outline.rings for _, y in ring]
        self._west, self._top = min(east), max(north)
        self._squeeze = cos(radians((max(north) + min(north)) / 2))
        self._scale = (_WIDE - 2 * _EDGE) / ((max(east) - self._west) * self._squeeze)
        self.width = _WIDE
        self.height = round((self._top - min(north)) * self._scale + 2 * _EDGE)

    def at(self, east: float, north: float) -> tuple[int, int]:
        return (
            round((east - self._west) * self._squeeze * self._scale + _EDGE),
            round((self._top - north) * self._scale + _EDGE),
        )


def draw_outline(guide: Guide, root: str, area: str = "", place: str = "") -> Markup:
    """The outline as inline SVG: every area, or one area's places; "" for an edition without an outline.

    Each area or place is a link named with its number of stories; the list beside the
    picture says the same. A place without stories is a plain dot.
    """
    outline = guide.edition.outline
    if outline is None:
        return Markup("")
    sheet = _Sheet(outline)
    dots = []
    for slug, name, point, number in _of_area(guide, area) if area else _areas(guide):
        x, y = sheet.at(point.east, point.north)
        dots.append(
            (x, y, name, root + addresses.of_place(slug), number, counted(number, "story", "stories"), slug == place)
        )
    return render(
        "outline.html",
        width=sheet.width,
        height=sheet.height,
        path="".join(_path(sheet, ring) for ring in outline.rings),
        dots=dots,
        label=f"Outline of {guide.edition.town}"
        + (f" with the places of the {guide.areas[area].name} area" if area else " with its areas"),
        close=bool(area),
    )


def _path(sheet: _Sheet, ring: tuple[tuple[float, float], ...]) -> str:
    points = list(dict.fromkeys(sheet.at(east, north) for east, north in ring))
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _areas(guide: Guide) -> list[tuple[str, str, Point, int]]:
    """Each area at the middle of its places."""
    found = []
    for area in guide.edition.areas:
        points = [point for slug in area.places if (point := guide.places[slug].point)]
        if points:
            middle = Point(sum(p.north for p in points) / len(points), sum(p.east for p in points) / len(points))
            found.append((area.slug, area.name, middle, len(guide.in_area.get(area.slug, ()))))
    return found


def _of_area(guide: Guide, area: str) -> list[tuple[str, str, Point, int]]:
    places = [guide.places[slug] for slug in guide.areas[area].places]
    return [(p.slug, p.name, p.point, len(guide.in_place.get(p.slug, ()))) for p in places if p.point]
