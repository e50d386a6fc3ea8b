"""Model flat shapes of cut paper, and the pieces put together from them, each with its SVG."""

from functools import cache
from typing import NamedTuple, TypeAlias

from storyguide.making.covers.inks import INKS, TINTS
from storyguide.making.covers.wobble import Outline
from storyguide.making.covers.wobble import cut as cut_outline


class Paper(NamedTuple):
    """A sheet of paper with a cut edge, in an ink or a tint."""

    outline: Outline
    fill: str


class Stroke(NamedTuple):
    """A line with round ends; one of no length is a dot."""

    outline: Outline
    ink: str
    width: float


class Oval(NamedTuple):
    """An exact ellipse: eyes, wheels, plates."""

    x: float
    y: float
    rx: float
    ry: float
    fill: str


class Placed(NamedTuple):
    """A piece that is scaled, then turned by degrees about its own origin, then moved."""

    piece: "Piece"
    x: float
    y: float
    sx: float
    sy: float
    turn: float


Part: TypeAlias = Paper | Stroke | Oval | Placed
"""A part of a piece."""


class Piece(NamedTuple):
    """Parts in the order in which they are pasted, and the same as SVG."""

    svg: str
    parts: tuple[Part, ...]


NOTHING = Piece("", ())
"""A piece without parts."""


def _ink(fill: str) -> str:
    if fill in TINTS:
        return f"url(#{fill})"
    return INKS[fill]


@cache
def cut(drawing: str, fill: str, wobble: float = 1.0) -> Piece:
    """Return paper cut to a drawing in SVG path commands. wobble: how unsteady the edge is, 0 for exact."""
    paper = Paper(cut_outline(drawing, wobble), fill)
    return Piece(f'<path d="{paper.outline.d}" fill="{_ink(fill)}"/>', (paper,))


@cache
def line(drawing: str, ink: str, width: float, wobble: float = 0.7) -> Piece:
    """Return a line along a drawing in SVG path commands."""
    stroke = Stroke(cut_outline(drawing, wobble), ink, width)
    drawn = f'<path d="{stroke.outline.d}" stroke="{_ink(ink)}" stroke-width="{width:g}"/>'
    return Piece(drawn, (stroke,))


@cache
def dots(places: tuple[tuple[float, float], ...], ink: str, size: float) -> Piece:
    """Return round dots of one size."""
    return line("".join(f"M{x:g} {y:g}h0" for x, y in places), ink, size, 0)


@cache
def oval(x: float, y: float, rx: float, ry: float, fill: str) -> Piece:
    """Return an exact circle or ellipse."""
    if rx == ry:
        return Piece(f'<circle cx="{x:g}" cy="{y:g}" r="{rx:g}" fill="{_ink(fill)}"/>', (Oval(x, y, rx, ry, fill),))
    drawn = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{_ink(fill)}"/>'
    return Piece(drawn, (Oval(x, y, rx, ry, fill),))


def disc(x: float, y: float, radius: float, fill: str) -> Piece:
    """Return a circle with a hand-cut edge."""
    k = radius * 0.55
    r = radius
    return cut(
        f"M{x:g} {y - r:g}C{x + k:g} {y - r:g} {x + r:g} {y - k:g} {x + r:g} {y:g}S{x + k:g} {y + r:g} {x:g} {y + r:g}"
        f"S{x - r:g} {y + k:g} {x - r:g} {y:g}S{x - k:g} {y - r:g} {x:g} {y - r:g}Z",
        fill,
    )


def box(x: float, y: float, width: float, height: float, fill: str, wobble: float = 1.0) -> Piece:  # noqa: PLR0917 - as one says it: where, how large, in what
    """Return a rectangle with a hand-cut edge."""
    return cut(f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z", fill, wobble)


def together(*pieces: Piece) -> Piece:
    """Return pieces pasted one upon another as one piece."""
    return Piece("".join([piece.svg for piece in pieces]), tuple([part for piece in pieces for part in piece.parts]))


def transform(part: Placed) -> str:
    """Return the SVG transform attribute for a placed piece."""
    _, x, y, sx, sy, turn = part
    if turn:
        return f"translate({x} {y})rotate({turn})scale({sx:.3g} {sy:.3g})"
    if sx != sy:
        return f"matrix({sx:.3g} 0 0 {sy:.3g} {x} {y})"
    return f"translate({x} {y})" if sx == 1 else f"translate({x} {y})scale({sx:.3g})"


def place(piece: Piece, x: float, y: float, size: float = 1, *, flip: bool = False, turn: float = 0) -> Piece:
    """Return a piece that is another one with its origin at x, y; mirrored first with `flip`, turned by degrees."""
    part = Placed(piece, x, y, -size if flip else size, size, turn)
    return Piece(f'<g transform="{transform(part)}">{piece.svg}</g>', (part,))
