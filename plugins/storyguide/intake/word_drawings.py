"""Find the pictures and words in drawings of a Word document: DrawingML, and the VML of before 2007."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from storyguide.intake.drawn import Box, Drawn, SeenPicture, number
from storyguide.intake.remarks import DRAWN, EMBEDDED, HIDDEN_PICTURE, SHAPES, Remarks
from storyguide.intake.views import ELLIPSE, OTHER, ROUND, Turn, View, filling, turn_of
from storyguide.intake.word_vml import VML, walk_vml
from storyguide.intake.xml import child, fact, name_of, relation

_DEGREE = 60_000
_WHOLE = 100_000
_ON = ("1", "true", "on")
_GROUPS = {"wgp", "grpSp", "wpc", "lockedCanvas"}
_SHAPES = {"wsp", "sp", "pic", "cxnSp"}
_UNDRAWN = {"chart", "relIds", "contentPart"}
_ROUNDED = {"roundRect", "round1Rect", "round2SameRect", "round2DiagRect", "flowChartAlternateProcess"}
_ELLIPSES = {"ellipse", "flowChartConnector"}
_ROUNDNESS = 16_667
"""Radius that Word takes where a rounded rectangle states none, in thousandths of a per cent of its shorter side."""


def drawn_in(element: Element, remarks: Remarks) -> list[Drawn]:
    """Return the pictures and boxes of a w:drawing, w:pict or w:object, in order; other drawings become a remark."""
    return [*_Drawing(remarks).walk(element, Turn(), "")]


@dataclass(slots=True)
class _Drawing:
    remarks: Remarks

    def walk(self, element: Element, turn: Turn, alt: str) -> Iterator[Drawn]:
        name = name_of(element)
        if name in VML:
            yield from walk_vml(element, turn, self.remarks)
        elif name in ("inline", "anchor"):
            about = child(element, "docPr")
            if about is not None and fact(about, "hidden").lower() in _ON:
                self.remarks.add(HIDDEN_PICTURE)
                return
            yield from self._inside(element, turn, _alt(about))
        elif name in _GROUPS:
            around = _turn(child(element, "grpSpPr", "xfrm"))
            yield from self._inside(element, around.within(turn), alt)
        elif name in _SHAPES:
            yield from self._shape(element, turn, alt)
        elif name in _UNDRAWN:
            self.remarks.add(DRAWN)
        elif name == "OLEObject":
            self.remarks.add(EMBEDDED)
        elif name == "AlternateContent":
            yield from self._alternatives(element, turn, alt)
        else:
            yield from self._inside(element, turn, alt)

    def _inside(self, element: Element, turn: Turn, alt: str) -> Iterator[Drawn]:
        for each in element:
            yield from self.walk(each, turn, alt)

    def _alternatives(self, element: Element, turn: Turn, alt: str) -> Iterator[Drawn]:
        """Yield what is drawn in the first of several alternatives in which anything is found."""
        for each in element:
            pieces = [*self._inside(each, turn, alt)]
            if pieces:
                yield from pieces
                return

    def _shape(self, shape: Element, turn: Turn, alt: str) -> Iterator[Drawn]:
        properties = next((each for each in shape if name_of(each) == "spPr"), None)
        about = next((each[0] for each in shape if name_of(each).startswith("nv") and len(each)), child(shape, "cNvPr"))
        if about is not None and fact(about, "hidden").lower() in _ON:
            self.remarks.add(HIDDEN_PICTURE)
            return
        own = _turn(child(properties, "xfrm")).within(turn)
        fills = [(child(shape, "blipFill"), True), (child(properties, "blipFill"), name_of(shape) == "pic")]
        found = False
        for fill, is_picture in fills:
            if fill is not None and (not found or not is_picture):
                found = True
                yield SeenPicture(_blip(fill), _view(fill, properties, own), _alt(about) or alt)
        for each in shape:
            content = child(each, "txbxContent") if name_of(each) == "txbx" else None
            if name_of(each) == "txBody":
                content = each
            if content is not None:
                found = True
                yield Box(content)
        if not found and name_of(shape) != "pic":
            self.remarks.add(SHAPES)


def _turn(transform: Element | None) -> Turn:
    if transform is None:
        return Turn()
    return turn_of(
        number(fact(transform, "rot")) / _DEGREE,
        across=fact(transform, "flipH").lower() in _ON,
        down=fact(transform, "flipV").lower() in _ON,
    )


def _blip(fill: Element) -> str:
    """Return the relationship id of a filling picture; that of its SVG version where there is no other."""
    blip = child(fill, "blip")
    if blip is None:
        return ""
    drawing = next((each for each in blip.iter() if name_of(each) == "svgBlip"), None)
    return relation(blip, "embed") or ("" if drawing is None else relation(drawing, "embed")) or relation(blip, "link")


def _view(fill: Element, properties: Element | None, turn: Turn) -> View:
    view = View(turn=turn)
    source = child(fill, "srcRect")
    if source is not None:
        left, top, right, bottom = _sides(source)
        view = replace(view, away=(max(left, 0), max(top, 0), max(right, 0), max(bottom, 0)))
    stretched = child(fill, "stretch", "fillRect")
    if stretched is not None:
        view = filling(view, *_sides(stretched))
    preset = child(properties, "prstGeom")
    kind = "" if preset is None else fact(preset, "prst")
    if kind in _ELLIPSES:
        return replace(view, outline=ELLIPSE)
    if kind in _ROUNDED:
        return replace(view, outline=ROUND, roundness=_roundness(preset))
    if child(properties, "custGeom") is not None or kind not in ("", "rect", "flowChartProcess"):
        return replace(view, outline=OTHER)
    return view


def _roundness(preset: Element | None) -> float:
    guides = [each for each in (child(preset, "avLst") or ()) if name_of(each) == "gd"]
    values = [number(fact(each, "fmla").removeprefix("val ")) for each in guides]
    return min(max([*values] or [_ROUNDNESS]), _WHOLE / 2) / _WHOLE


def _sides(rectangle: Element) -> tuple[float, float, float, float]:
    left, top, right, bottom = (_share(fact(rectangle, side)) for side in ("l", "t", "r", "b"))
    return left, top, right, bottom


def _share(written: str) -> float:
    """Return a share of a side (1 is the whole), from thousandths of a per cent or, in the strict form, per cent."""
    return number(written[:-1]) / 100 if written.endswith("%") else number(written) / _WHOLE


def _alt(about: Element | None) -> str:
    return "" if about is None else fact(about, "descr") or fact(about, "title")
