"""The map of the edition, and the list that says the same."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.chart import chart_of_areas
from storyguide.making.outline import draw
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

SECTION = "map/"


def make_map(guide: Guide) -> Iterator[OutputPage]:
    """One page: a drawing of all areas, as far as their places have points, and beside it the list of all places."""
    edition = guide.edition
    chart = chart_of_areas(guide, places=True)
    yield make_page(
        "map.html",
        "map/index.md",
        title=f"Map of {edition.town}",
        description=f"Where in {edition.town} the stories are: a map and a list of every area and place.",
        section=SECTION,
        meta={"styles": ["map.css"], "scripts": ["near.js"]} if chart else {"styles": ["map.css"]},
        town=edition.town,
        drawing=draw(chart, addresses.up_from(SECTION), credit="#whose") if chart else "",
        areas=[
            (
                area,
                addresses.of_place(area.slug),
                len(guide.in_area.get(area.slug, ())),
                [
                    (guide.places[slug], addresses.of_place(slug), len(guide.in_place.get(slug, ())))
                    for slug in area.places
                ],
            )
            for area in edition.areas
        ],
        undrawn=[place.name for place in edition.places if not place.point],
        attribution=edition.outline.attribution if edition.outline else "",
    )
