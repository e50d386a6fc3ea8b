"""The areas and the places in them."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import addresses, ways
from storyguide.making.cards import Cards
from storyguide.making.chart import Chart, chart_of_area
from storyguide.making.listing import make_listing
from storyguide.making.outline import draw, draw_outline
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

SECTION = "map/"
_URL = "places/"


def make_places(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """The list of all places by area, and a page for each area and each place, with stories or without."""
    charts = {area.slug: chart_of_area(guide, area.slug) for area in guide.edition.areas}
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
            crumbs=[("Places", _URL), (area.name, url)],
            intro=area.intro,
            description=f"Stories from {_listed(names)}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                (f"Places in the {area.name} area", ways.by_place(guide, area.slug)),
                (f"What the {area.name} stories are about", ways.among(stories, guide)),
                ("Other areas", [way for way in ways.by_area(guide) if way[1] != url]),
            ],
            picture=_drawn(charts[area.slug], url),
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
            crumbs=[("Places", _URL), (area.name, addresses.of_place(area.slug)), (place.name, url)],
            intro=f"{place.name} is in the {area.name} area of {guide.edition.town}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                (f"What {place.name} stories are about", ways.among(stories, guide)),
                ("Near by", [way for way in ways.by_place(guide, area.slug) if way[1] != url]),
                ("Other areas", [way for way in ways.by_area(guide) if way[0] != area.name]),
            ],
            picture=_drawn(charts[area.slug], url, here=place.slug),
            empty=f"Nobody has told a story from {place.name} yet.",
        )


def _all_places(guide: Guide) -> OutputPage:
    root = addresses.up_from(_URL)
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
        town=guide.edition.town,
    )


def _drawn(chart: Chart | None, url: str, here: str = "") -> Markup:
    return draw(chart, addresses.up_from(url), here=here) if chart else Markup("")


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
