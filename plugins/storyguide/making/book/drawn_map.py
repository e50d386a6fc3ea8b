"""The outline map of an area, as a drawing that stands by itself."""

from html import escape

from storyguide.making.chart import Chart, Spot, chart_of_area
from storyguide.making.covers.inks import INKS
from storyguide.making.trail_map import draw_trail
from storyguide.model.guide import Guide
from storyguide.model.markup.tags import tags
from storyguide.model.trail import Trail

_FACES = "Atkinson Hyperlegible Next, Verdana, sans-serif"
_HEADS = "Bricolage Grotesque 96pt, Bricolage Grotesque, Atkinson Hyperlegible Next, Arial, sans-serif"
_NAME, _NUMBER = 19, 17
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" '
_LOOKS = {
    "shadow": f'fill="{INKS["ink"]}"',
    "ground": f'fill="{INKS["butter"]}" stroke="{INKS["ink"]}" stroke-width="3"',
    "way": f'fill="none" stroke="{INKS["tomato"]}" stroke-width="5" stroke-dasharray="2 10" stroke-linecap="round"',
    "dot": f'fill="{INKS["ink"]}"',
    "number": f'fill="{INKS["paper"]}" font-size="{_NUMBER}" font-weight="800" font-family="{_HEADS}"',
    "name": f'fill="{INKS["ink"]}" font-size="{_NAME}" font-weight="700" font-family="{_FACES}"',
}
_SHADOW = 10
"""By how much the sheet lies off the card beneath it."""


def map_of_area(area: str, guide: Guide) -> tuple[str, str, tuple[int, int]] | None:
    """The drawing, what is said of it, and its shape; None where no place of the area has a point."""
    chart = chart_of_area(guide, area)
    if chart is None:
        return None
    numbered = ", ".join(f"{spot.name} {spot.number}" for spot in chart.spots if spot.number)
    said = f"{chart.said}, with the number of stories of each: {numbered}." if numbered else f"{chart.said}."
    return _svg(chart), said, (chart.width + _SHADOW, chart.height + _SHADOW)


def map_of_trail(trail: Trail, guide: Guide) -> tuple[str, str, tuple[int, int]] | None:
    """The same of a trail, as its page draws it with its looks within; None if too few of its stops have a point."""
    drawn = str(draw_trail(trail, guide))
    drawing = next(tags(drawn, "svg"), None)
    if drawing is None:
        return None
    wide, high = map(int, drawing.raw("viewBox").split()[2:])
    for kind, look in _LOOKS.items():
        drawn = drawn.replace(f'class="{kind}"', look)
    head, _, body = drawn.strip().partition(">")
    card = f'<path d="M0 0h{wide}v{high}h-{wide}z" fill="{INKS["sky"]}"/>'
    whole = f"{head.replace('<svg ', _SVG, 1)}>{card}{body}"
    stops = ", ".join(guide.by_slug[stop.story].title for stop in trail.stops)
    return whole, f"The stops of the trail on a map, in this order: {stops}.", (wide, high)


def _svg(chart: Chart) -> str:
    """A card of water with the ground on it, cut where the sheet ends."""
    wide, high = chart.width, chart.height
    card = f"M0 0h{wide}v{high}h-{wide}z"
    ground = (
        f'<path d="{chart.path}" transform="translate(7 8)" fill="{INKS["ink"]}"/>'
        f'<path d="{chart.path}" fill="{INKS["butter"]}" stroke="{INKS["ink"]}" stroke-width="3"/>'
        if chart.path
        else ""
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide + _SHADOW}" height="{high + _SHADOW}" '
        f'viewBox="0 0 {wide + _SHADOW} {high + _SHADOW}"><clipPath id="sheet"><path d="{card}"/></clipPath>'
        f'<path d="{card}" transform="translate({_SHADOW} {_SHADOW})" fill="{INKS["ink"]}"/>'
        f'<path d="{card}" fill="{INKS["sky"]}"/><g clip-path="url(#sheet)">{ground}</g>'
        f"{''.join(map(_spot, chart.spots))}</svg>"
    )


def _spot(spot: Spot) -> str:
    fill = INKS["ink"] if spot.number else INKS["paper"]
    drawn = (
        f'<circle cx="{spot.x}" cy="{spot.y}" r="{spot.radius}" fill="{fill}" stroke="{INKS["ink"]}" '
        'stroke-width="2.5"/>'
    )
    if spot.number:
        drawn += _text(str(spot.number), spot.x, spot.y + 6, "middle", INKS["paper"], _NUMBER, _HEADS)
    if spot.label:
        drawn += _text(spot.name, spot.label.x, spot.label.y, spot.label.anchor, INKS["ink"], _NAME, _FACES)
    return drawn


def _text(words: str, x: float, y: float, anchor: str, ink: str, size: int, faces: str) -> str:  # noqa: PLR0917 - as SVG has it
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{ink}" font-size="{size}" font-weight="700" '
        f'font-family="{faces}">{escape(words)}</text>'
    )
