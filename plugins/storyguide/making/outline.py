"""The edition's ground with its areas or places as an inline picture made of links."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.chart import NORTH, Chart, chart_of_areas
from storyguide.making.render import Context, counted, render
from storyguide.model.guide import Guide


@dataclass(frozen=True, kw_only=True)
class OutlineDrawing(Context, template="outline.html"):
    """A chart of the edition's ground as inline SVG."""

    chart: Chart
    here: str
    """Slug of the area or the place whose page it stands on, or ""."""
    credit: str
    """Where it says whose the outline is."""
    north: tuple[int, int, int]
    """Where its mark stands on a sheet without ground, and how much room it takes."""
    addresses: Mapping[str, str]
    in_words: Mapping[str, str]
    """Address, and number of stories in words, of each spot by its slug."""


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
        OutlineDrawing(
            chart=chart,
            here=here,
            credit=credit or f"{root}about/licences/",
            north=NORTH,
            addresses={spot.slug: root + addresses.of_place(spot.slug) for spot in chart.spots},
            in_words={spot.slug: counted(spot.number, "story", "stories") for spot in chart.spots},
        )
    )
