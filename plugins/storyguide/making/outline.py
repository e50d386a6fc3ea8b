"""The edition's ground with its areas or places as an inline picture made of links."""

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.chart import NORTH, Chart, chart_of_areas
from storyguide.making.render import counted, render
from storyguide.model.guide import Guide


def draw_outline(guide: Guide, root: str) -> Markup:
    """All the areas, drawn; "" when none of the edition's places has a point."""
    chart = chart_of_areas(guide)
    return draw(chart, root) if chart else Markup("")


def draw(chart: Chart, root: str, *, here: str = "", credit: str = "") -> Markup:
    """The chart as inline SVG, with a link to whose outline it is: by default on the page about licences.

    Each area, and each place that has stories, is a link named with their number; a place without
    stories is a plain dot with its name.
    """
    return render(
        "outline.html",
        chart=chart,
        root=root,
        here=here,
        credit=credit or f"{root}about/licences/",
        north=NORTH,
        addresses={spot.slug: root + addresses.of_place(spot.slug) for spot in chart.spots},
        in_words={spot.slug: counted(spot.number, "story", "stories") for spot in chart.spots},
    )
