"""The map of the edition, and the list that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.chart import chart_of_areas
from storyguide.making.outline import draw
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.place import Area, Place

SECTION = "map/"


class PlaceOnMap(NamedTuple):
    """A place, with the address of its page and the number of its stories."""

    place: Place
    address: str
    number: int


class AreaOnMap(NamedTuple):
    """An area, likewise, and the places in it."""

    area: Area
    address: str
    number: int
    places: Sequence[PlaceOnMap]


@dataclass(frozen=True, kw_only=True)
class MapPage(Context, template="map.html"):
    """The map, and its equal, the list of the same areas and places in the same order."""

    town: str
    drawing: Markup | str
    """ "" when no place has a point."""
    areas: Sequence[AreaOnMap]
    undrawn: Sequence[str]
    """Names of the places that have no point."""
    attribution: str
    """Whose the outline is."""


def make_map(guide: Guide) -> Iterator[OutputPage]:
    """One page: a drawing of all areas, as far as their places have points, and beside it the list of all places."""
    edition = guide.edition
    chart = chart_of_areas(guide, places=True)
    yield make_page(
        "map/index.md",
        MapPage(
            town=edition.town,
            drawing=draw(chart, addresses.up_from(SECTION), credit="#whose") if chart else "",
            areas=[
                AreaOnMap(
                    area,
                    addresses.of_place(area.slug),
                    len(guide.in_area.get(area.slug, ())),
                    [
                        PlaceOnMap(guide.places[slug], addresses.of_place(slug), len(guide.in_place.get(slug, ())))
                        for slug in area.places
                    ],
                )
                for area in edition.areas
            ],
            undrawn=[place.name for place in edition.places if not place.point],
            attribution=edition.outline.attribution if edition.outline else "",
        ),
        title=f"Map of {edition.town}",
        description=f"Where in {edition.town} the stories are: a map and a list of every area and place.",
        section=SECTION,
        meta={"styles": ["map.css"], "scripts": ["near.js"]} if chart else {"styles": ["map.css"]},
    )


PAGES = Pages(
    order=50,
    make=lambda it: make_map(it.guide),
    menu=(Entry("Map", "map/", 20),),
)
