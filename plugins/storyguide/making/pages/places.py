"""The areas and the places in them."""

from collections.abc import Iterator

from storyguide.making import addresses, ways
from storyguide.making.cards import Cards
from storyguide.making.listing import make_listing
from storyguide.making.outline import draw_outline
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

SECTION = "places/"


def make_places(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """The list of all places by area, and a page for each area and each place, with stories or without."""
    yield _all_places(guide)
    for area in guide.edition.areas:
        names = [guide.places[slug].name for slug in area.places]
        stories = guide.in_area.get(area.slug, ())
        url = addresses.of_place(area.slug)
        yield from make_listing(
            url,
            stories,
            cards,
            heading=f"The {area.name} area",
            crumbs=[("Places", SECTION), (area.name, url)],
            intro=area.intro,
            description=f"Stories from {_listed(names)}.",
            section=SECTION,
            ways=[
                (f"Places in the {area.name} area", ways.by_place(guide, area.slug)),
                (f"What the {area.name} stories are about", ways.among(stories, guide)),
                ("Other areas", [way for way in ways.by_area(guide) if way[1] != url]),
            ],
            picture=draw_outline(guide, addresses.up_from(url), area.slug),
        )
    for place in guide.edition.places:
        area = guide.areas[place.area]
        stories = guide.in_place.get(place.slug, ())
        url = addresses.of_place(place.slug)
        yield from make_listing(
            url,
            stories,
            cards,
            heading=place.name,
            crumbs=[("Places", SECTION), (area.name, addresses.of_place(area.slug)), (place.name, url)],
            intro=f"{place.name} is in the {area.name} area of {guide.edition.town}.",
            section=SECTION,
            ways=[
                (f"What {place.name} stories are about", ways.among(stories, guide)),
                ("Near by", [way for way in ways.by_place(guide, area.slug) if way[1] != url]),
                ("Other areas", [way for way in ways.by_area(guide) if way[0] != area.name]),
            ],
            picture=draw_outline(guide, addresses.up_from(url), area.slug, place.slug),
            empty=f"Nobody has told a story from {place.name} yet.",
        )


def _all_places(guide: Guide) -> OutputPage:
    root = addresses.up_from(SECTION)
    areas = [
        (
            area,
            addresses.of_place(area.slug),
            len(guide.in_area.get(area.slug, ())),
            [
                (guide.places[slug].name, addresses.of_place(slug), len(guide.in_place.get(slug, ())))
                for slug in area.places
            ],
        )
        for area in guide.edition.areas
    ]
    return make_page(
        "places.html",
        "places/index.md",
        title="Places",
        description=f"Every place in {guide.edition.town} the guide knows, by area, with its stories.",
        section=SECTION,
        areas=areas,
        outline=draw_outline(guide, root),
        attribution=guide.edition.outline.attribution if guide.edition.outline else "",
        town=guide.edition.town,
    )


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
