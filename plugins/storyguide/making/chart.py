"""Place the edition's areas or places on a drawing, each as a circle sized by its number of stories, with its name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from storyguide.making.labels import Box, Dot, Label, covers, place_labels
from storyguide.making.seats import find_seats
from storyguide.making.sheet import WIDE, Sheet
from storyguide.model.guide import Guide
from storyguide.model.place import Point

NORTH = (WIDE - 36, 40, 32)
"""Circle (x, y, radius) that the mark for north takes on a sheet without ground."""
_EDGE = 26
"""Space round the outline, for its shadow and for names that stand out over it, in the drawing's units."""
_CLOSE_EDGE = 90
"""Space round points that have no outline, and round the places of one area, in the drawing's units."""
_TOUCH = 38
"""Least radius of an area's touch target: 44 pixels across on the narrowest phone."""
_TOUCH_MORE = 9
"""Distance beyond its circle at which any other spot still answers to touch."""
_LARGEST_AREA, _LARGEST_PLACE = 33, 28
_SMALLEST = 15
_EMPTY = 7
_SMALL_NAME = 12
"""Size of a place's name on the drawing of all areas; only wide screens and paper show those (map.css)."""
_SHRUNK, _AREA_NAME = 0.66, 15
"""Factor by which areas' circles are drawn smaller beside their places, and the size of their names then (map.css)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An area or a place on a drawing."""

    slug: str
    name: str
    number: int
    """Number of stories."""
    x: int
    y: int
    radius: int
    touch: int = 0
    """Radius of the touch target."""
    label: Label | None
    """Position of the name; None where there is no room for it."""
    aside: Label | None = None
    """Position of an area's name when the places are drawn as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of areas or places that may stand on many pages."""

    said: str
    """Description, for readers who hear it."""
    width: int
    height: int
    path: str
    """SVG path of the ground; "" for an edition without an outline."""
    spots: tuple[Spot, ...]
    places: tuple[Spot, ...] = ()
    """Places, drawn smaller and beneath the areas."""
    close: bool = False
    """Whether it shows one area close up."""


def chart_of_areas(guide: Guide, *, places: bool = False) -> Chart | None:
    """Return a chart with every area near the middle of its places, sized by its stories; None if no place has a point.

    places: whether the places are drawn too, as far as there is room.
    """
    outline, points = guide.edition.outline, _points(guide, guide.places)
    middles = {
        area.slug: _middle(known)
        for area in guide.edition.areas
        if (known := [points[slug] for slug in area.places if slug in points])
    }
    if not middles:
        return None
    sheet = (
        Sheet([corner for ring in outline.rings for corner in ring], _EDGE)
        if outline
        else Sheet([(p.east, p.north) for p in points.values()], _CLOSE_EDGE)
    )
    numbers = {slug: len(guide.in_area.get(slug, ())) for slug in middles}
    most = max(numbers.values())
    small = _dots(sheet, points, {slug: 6 if slug in guide.in_place else 4 for slug in points})
    sizes = {slug: max(_radius(number, most, _LARGEST_AREA), _SMALLEST) for slug, number in numbers.items()}
    spots = tuple(
        Spot(
            slug=slug,
            name=name,
            number=numbers[slug],
            x=x,
            y=y,
            radius=r,
            touch=max(_TOUCH, r + _TOUCH_MORE),
            label=label,
        )
        for slug, name, (x, y, r), label in _seated(
            {slug: guide.areas[slug].name for slug in middles},
            _dots(sheet, middles, sizes),
            sheet,
            least=_TOUCH,
            marks=() if outline else (NORTH,),
            spared=list(small.values()),
        )
    )
    beneath: Sequence[Spot] = ()
    if places:
        spots, beneath = _with_places(spots, small, guide, sheet, marks=() if outline else (NORTH,))
    return Chart(
        said=f"{'Outline' if outline else 'Chart'} of {guide.edition.town} with its areas",
        width=sheet.width,
        height=sheet.height,
        path=sheet.path(outline.rings) if outline else "",
        spots=spots,
        places=tuple(beneath),
    )


def chart_of_area(guide: Guide, area: str) -> Chart | None:
    """Return a chart of one area's places, sized by their stories; None when none of them has a point."""
    outline, points = guide.edition.outline, _points(guide, guide.areas[area].places)
    if not points:
        return None
    sheet = Sheet([(p.east, p.north) for p in points.values()], _CLOSE_EDGE)
    numbers = {slug: len(guide.in_place.get(slug, ())) for slug in points}
    most = max(map(len, guide.in_place.values()), default=0)
    sizes = {slug: _radius(number, most, _LARGEST_PLACE) for slug, number in numbers.items()}
    return Chart(
        said=f"The places of the {guide.areas[area].name} area",
        width=sheet.width,
        height=sheet.height,
        path=sheet.path(outline.rings) if outline else "",
        spots=tuple(
            Spot(slug=slug, name=name, number=numbers[slug], x=x, y=y, radius=r, touch=r + _TOUCH_MORE, label=label)
            for slug, name, (x, y, r), label in _seated(
                {slug: guide.places[slug].name for slug in points},
                _dots(sheet, points, sizes),
                sheet,
                marks=() if outline else (NORTH,),
            )
        ),
        close=True,
    )


def _seated(
    names: Mapping[str, str],
    dots: Mapping[str, Dot],
    sheet: Sheet,
    *,
    marks: Sequence[Dot],
    least: int = 0,
    spared: Sequence[Dot] = (),
) -> Iterable[tuple[str, str, Dot, Label | None]]:
    """Return each slug and name with its dot, moved clear of the others, and its label."""
    size = (sheet.width, sheet.height)
    rooms = [max(least, radius + _TOUCH_MORE) for *_, radius in dots.values()]
    least_seen = [(x, y, round(radius * _SHRUNK)) for x, y, radius in dots.values()]
    seats = find_seats(least_seen, rooms, size, spared=(*spared, *marks))
    moved = [(*seat, radius) for seat, (*_, radius) in zip(seats, dots.values(), strict=True)]
    labels = place_labels(list(names.values()), moved, size, taken=[*map(_square, marks)], spared=spared)
    return zip(names, names.values(), moved, labels, strict=True)


def _with_places(
    spots: Sequence[Spot], dots: Mapping[str, Dot], guide: Guide, sheet: Sheet, *, marks: Sequence[Dot]
) -> tuple[tuple[Spot, ...], list[Spot]]:
    """Return the areas drawn smaller, with names clear of the places, and the places that they leave visible."""
    size = (sheet.width, sheet.height)
    circles = [(spot.x, spot.y, round(spot.radius * _SHRUNK) + 1) for spot in spots]
    seen = {slug: dot for slug, dot in dots.items() if not any(covers(_square(dot), one) for one in circles)}
    taken = list(map(_square, marks))
    asides = place_labels(
        [spot.name for spot in spots], circles, size, size=_AREA_NAME, taken=[*taken, *map(_square, seen.values())]
    )
    names = [guide.places[slug].name for slug in seen]
    taken += [*map(_square, circles), *(aside.box for aside in asides if aside)]
    labels = place_labels(names, list(seen.values()), size, size=_SMALL_NAME, taken=taken)
    return (
        tuple(replace(spot, aside=aside) for spot, aside in zip(spots, asides, strict=True)),
        [
            Spot(slug=slug, name=name, number=len(guide.in_place.get(slug, ())), x=x, y=y, radius=radius, label=label)
            for (slug, (x, y, radius)), name, label in zip(seen.items(), names, labels, strict=True)
        ],
    )


def _dots(sheet: Sheet, points: Mapping[str, Point], sizes: Mapping[str, int]) -> dict[str, Dot]:
    return {slug: (*sheet.at(point.east, point.north), sizes[slug]) for slug, point in points.items()}


def _square(dot: Dot) -> Box:
    x, y, radius = dot
    return x - radius, y - radius, x + radius, y + radius


def _radius(number: int, most: int, largest: int) -> int:
    """Return the radius of a circle whose area grows with its number of stories, but with room for the figures."""
    if not number:
        return _EMPTY
    return max(round(largest * sqrt(number / most)), _SMALLEST, 6 + len(str(number)) * 11 // 2)


def _points(guide: Guide, slugs: Iterable[str]) -> dict[str, Point]:
    return {slug: point for slug in slugs if (point := guide.places[slug].point)}


def _middle(points: Sequence[Point]) -> Point:
    return Point(sum(p.north for p in points) / len(points), sum(p.east for p in points) / len(points))
