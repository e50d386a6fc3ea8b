"""The areas and the places in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses, ways
from storyguide.making.cards import Cards
from storyguide.making.chart import Chart, chart_of_area
from storyguide.making.links import Step, Way, Ways
from storyguide.making.listing import make_listing
from storyguide.making.outline import draw, draw_outline
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.place import Area

SECTION = "map/"
_URL = "places/"


class AreaOfPlaces(NamedTuple):
    """An area with the address of its page, the number of its stories, and its places."""

    area: Area
    address: str
    number: int
    places: Sequence[Way]


@dataclass(frozen=True, kw_only=True)
class PlacesPage(Context, template="places.html"):
    """Every place, area by area."""

    areas: Sequence[AreaOfPlaces]
    outline: Markup
    town: str


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
            crumbs=[Step("Places", _URL), Step(area.name, url)],
            intro=area.intro,
            description=f"Stories from {_listed(names)}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                Ways(f"Places in the {area.name} area", ways.by_place(guide, area.slug)),
                Ways(f"What the {area.name} stories are about", ways.among(stories, guide)),
                Ways("Other areas", [way for way in ways.by_area(guide) if way.address != url]),
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
            crumbs=[Step("Places", _URL), Step(area.name, addresses.of_place(area.slug)), Step(place.name, url)],
            intro=f"{place.name} is in the {area.name} area of {guide.edition.town}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                Ways(f"What {place.name} stories are about", ways.among(stories, guide)),
                Ways("Near by", [way for way in ways.by_place(guide, area.slug) if way.address != url]),
                Ways("Other areas", [way for way in ways.by_area(guide) if way.name != area.name]),
            ],
            picture=_drawn(charts[area.slug], url, here=place.slug),
            empty=f"Nobody has told a story from {place.name} yet.",
        )


def _all_places(guide: Guide) -> OutputPage:
    root = addresses.up_from(_URL)
    areas = [
        AreaOfPlaces(
            area,
            addresses.of_place(area.slug),
            len(guide.in_area.get(area.slug, ())),
            [
                Way(guide.places[slug].name, addresses.of_place(slug), len(guide.in_place.get(slug, ())))
                for slug in area.places
            ],
        )
        for area in guide.edition.areas
    ]
    return make_page(
        "places/index.md",
        PlacesPage(areas=areas, outline=draw_outline(guide, root), town=guide.edition.town),
        title="Places",
        description=f"Every place in {guide.edition.town} the guide knows, by area, with its stories.",
        section=SECTION,
    )


def _drawn(chart: Chart | None, url: str, here: str = "") -> Markup:
    return draw(chart, addresses.up_from(url), here=here) if chart else Markup("")


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


PAGES = Pages(
    order=60,
    make=lambda it: make_places(it.guide, it.cards),
    ways=(Entry("Places", "places/", 30),),
    finds=(Found("way", "Way in", 70),),
)
