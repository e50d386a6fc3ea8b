"""Render the edition's map as inline SVG, with its areas or places as links."""

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.chart import NORTH, Chart, chart_of_areas
from storyguide.making.render import counted, render
from storyguide.model.guide import Guide


def draw_outline(guide: Guide, root: str) -> Markup:
    """Return the map of all areas; "" when no place of the edition has a point."""
    chart = chart_of_areas(guide)
    return draw(chart, root) if chart else Markup("")


def draw(chart: Chart, root: str, *, here: str = "", credit: str = "") -> Markup:
    """Return a chart as inline SVG; each area, and each place with stories, is a link named with their number.

    A place without stories is a plain dot with its name. root: the way to the site's root. credit: address where it is
    said whose outline it is, by default the page about licences. here: slug of the area whose page it stands on.
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
