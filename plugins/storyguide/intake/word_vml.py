"""Find pictures and words in VML, the drawings that Word wrote before 2007 and still writes for older programs."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storyguide.intake.drawn import Box, Drawn, SeenPicture, number
from storyguide.intake.remarks import EMBEDDED, HIDDEN_PICTURE, SHAPES, Remarks
from storyguide.intake.views import ELLIPSE, OTHER, ROUND, Turn, View, turn_of
from storyguide.intake.xml import child, fact, name_of, relation

_SHAPES = {"shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image"}
_HOLDERS = {"pict", "object", "group"}
VML = _SHAPES | _HOLDERS
"""Names of the VML elements that are drawings."""
_KIND = re.compile(r"(\d+)$")
_OUTLINES = {"1": "", "75": "", "202": "", "2": ROUND, "3": ELLIPSE}
"""Outlines by the numbers of shape types: rectangle, picture, text box, rounded rectangle, ellipse."""
_ROUNDNESS = 0.2
"""Radius of a rounded rectangle that states none, as a share of its shorter side, as Word takes it."""
_PART = 65536
_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")


def walk_vml(element: Element, turn: Turn, remarks: Remarks) -> Iterator[Drawn]:
    """Yield the pictures and boxes in an element of VML; anything else drawn becomes a remark.

    turn: mirroring and rotation of the drawing around it.
    """
    name = name_of(element)
    style = dict(_declarations(fact(element, "style")))
    if style.get("visibility") == "hidden" and name in VML:
        remarks.add(HIDDEN_PICTURE)
        return
    if name in VML:
        turn = _turn(style).within(turn)
    if name in _SHAPES:
        yield from _shape(element, turn, remarks)
    elif name == "OLEObject":
        remarks.add(EMBEDDED)
    elif name != "shapetype":
        for each in element:
            yield from walk_vml(each, turn, remarks)


def _shape(shape: Element, turn: Turn, remarks: Remarks) -> Iterator[Drawn]:
    alt = fact(shape, "alt")
    found = False
    for each in shape:
        name = name_of(each)
        is_fill = name == "fill" and fact(each, "type") in ("frame", "tile") and _relationship(each)
        if name == "imagedata" or is_fill:
            view = View(_away(each), turn, _outline(shape), _roundness(shape))
            yield SeenPicture(_relationship(each), view, alt or fact(each, "title"))
        elif name == "textbox" and (content := child(each, "txbxContent")) is not None:
            yield Box(content)
        elif name == "textpath" and fact(each, "string"):
            yield Box(fact(each, "string"))
        else:
            continue
        found = True
    if not found and fact(shape, "hr") not in ("t", "true"):
        remarks.add(SHAPES)


def _relationship(element: Element) -> str:
    return relation(element, "id", "pict") or fact(element, "relid") or relation(element, "href")


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for each in style.split(";"):
        name, _, value = each.partition(":")
        yield name.strip().lower(), value.strip().lower()


def _turn(style: dict[str, str]) -> Turn:
    angle, flip = style.get("rotation", ""), style.get("flip", "")
    degrees = number(angle[:-2]) / _PART if angle.endswith("fd") else number(angle)
    return turn_of(degrees, across="x" in flip, down="y" in flip)


def _away(element: Element) -> tuple[float, float, float, float]:
    left, top, right, bottom = (max(_share(fact(element, side)), 0) for side in _SIDES)
    return left, top, right, bottom


def _share(written: str) -> float:
    if written.endswith("f"):
        return number(written[:-1]) / _PART
    return number(written[:-1]) / 100 if written.endswith("%") else number(written)


def _outline(shape: Element) -> str:
    name = name_of(shape)
    if name in ("roundrect", "oval"):
        return ROUND if name == "roundrect" else ELLIPSE
    kind = _KIND.search(fact(shape, "type"))
    if name in ("polyline", "arc", "curve"):
        return OTHER
    return _OUTLINES.get(kind[1], OTHER) if kind and name == "shape" else ""


def _roundness(shape: Element) -> float:
    if _outline(shape) != ROUND:
        return 0
    written = fact(shape, "arcsize")
    return min(_share(written), 0.5) if written else _ROUNDNESS
