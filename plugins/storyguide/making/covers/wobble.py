"""Make outlines look cut with scissors: straight edges waver, corners miss a little, the same way each time."""

import re
from functools import cache
from hashlib import blake2b
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]
"""A point (x, y); y grows downwards."""
Step = tuple[str, tuple[Point, ...]]
"""A path command (M, L, C or Z) with its points, of which the last is where the step ends."""

_TOKENS = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
_FACET = 44.0
_CURVED_FACET = 32.0
_LONG_CURVE = 170.0


class Outline(NamedTuple):
    """A cut edge: as SVG path data (`d`), and as steps for the painter."""

    d: str
    steps: tuple[Step, ...]


class _Hand:
    """A source of small offsets, always the same for the same drawing."""

    def __init__(self, drawing: str) -> None:
        self._bytes = blake2b(drawing.encode(), digest_size=64).digest()
        self._next = 0

    def shake(self, amount: float) -> float:
        self._next = (self._next + 1) % 64
        return (self._bytes[self._next] / 127.5 - 1) * amount


@cache
def cut(drawing: str, amount: float = 1.0) -> Outline:
    """Return the hand-cut outline of a shape in SVG path commands (M L H V C S Q Z, either case).

    amount: how unsteady the edge is, 0 for exact.
    """
    steps = _read(drawing)
    if amount:
        steps = _shaken(steps, _Hand(drawing), amount)
    xs = [x for _, points in steps for x, _ in points]
    ys = [y for _, points in steps for _, y in points]
    small = max(max(xs) - min(xs), max(ys) - min(ys)) < 34
    return Outline(_written(steps, 1 if small else 0), tuple(steps))


def _read(drawing: str) -> list[Step]:
    """Return the steps of a drawing in absolute coordinates, as lines and cubic curves only."""
    steps: list[Step] = []
    tokens = _TOKENS.findall(drawing)
    at, letter, here, start, handle = 0, "", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)
    while at < len(tokens):
        if tokens[at].isalpha():
            letter = tokens[at]
            at += 1
        kind = letter.upper()
        count = _ARGUMENTS[kind]
        numbers = [float(token) for token in tokens[at : at + count]]
        at += count
        dx, dy = here if letter.islower() else (0.0, 0.0)
        if kind == "H":
            points = [(numbers[0] + dx, here[1])]
        elif kind == "V":
            points = [(here[0], numbers[0] + dy)]
        else:
            points = [(numbers[i] + dx, numbers[i + 1] + dy) for i in range(0, count, 2)]
        mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1])
        if kind == "S":
            points = [mirrored, *points]
        elif kind == "Q":
            (qx, qy), end = points
            points = [_between(here, (qx, qy), 2 / 3), _between(end, (qx, qy), 2 / 3), end]
        if kind == "Z":
            steps.append(("Z", ()))
            here = handle = start
            continue
        handle = points[-2] if len(points) == 3 else points[-1]
        here = points[-1]
        if kind == "M":
            start = here
            letter = "l" if letter == "m" else "L"
        steps.append(({1: "M" if kind == "M" else "L", 3: "C"}[len(points)], tuple(points)))
    return steps


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def on_curve(a: Point, b: Point, c: Point, d: Point, part: float) -> Point:
    """Return the point on a cubic curve from a to d at this part (0 to 1) of its parameter."""
    rest = 1 - part
    u, v, w, z = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
    return u * a[0] + v * b[0] + w * c[0] + z * d[0], u * a[1] + v * b[1] + w * c[1] + z * d[1]


def _shaken(steps: list[Step], hand: _Hand, amount: float) -> list[Step]:
    """Return steps with each corner moved a little, straight edges broken, and long curves cut into snips."""
    shaken: list[Step] = []
    here = start = (0.0, 0.0)
    begun = start
    for letter, points in steps:
        if letter == "Z":
            shaken += _edge(here, start, begun, hand, amount)[:-1]
            shaken.append(("Z", ()))
            here = start
            continue
        end = points[-1]
        reach = hypot(end[0] - here[0], end[1] - here[1])
        give = amount * min(2.2, 0.3 + reach * 0.016) if letter != "M" else amount * 0.8
        moved = (end[0] + hand.shake(give), end[1] + hand.shake(give))
        if letter == "M":
            shaken.append(("M", (moved,)))
            start, begun = end, moved
        elif letter == "L":
            shaken += _edge(here, end, moved, hand, amount)
        elif reach > _LONG_CURVE:
            pieces = int(reach / _CURVED_FACET)
            for nth in range(1, pieces):
                x, y = on_curve(here, points[0], points[1], end, nth / pieces)
                shaken.append(("L", ((x + hand.shake(1.5 * amount), y + hand.shake(2.2 * amount)),)))
            shaken.append(("L", (moved,)))
        else:
            shaken.append(("C", (points[0], points[1], moved)))
        here = end
    return shaken


def _edge(here: Point, end: Point, moved: Point, hand: _Hand, amount: float) -> list[Step]:
    """Return a straight edge as a few straight snips, each a little off."""
    length = hypot(end[0] - here[0], end[1] - here[1])
    snips = max(1, min(9, round(length / (_FACET + length * 0.09))))
    edge: list[Step] = []
    for nth in range(1, snips):
        x, y = _between(here, end, (nth + hand.shake(0.25)) / snips)
        give = amount * min(2.0, 0.5 + length * 0.012)
        edge.append(("L", ((x + hand.shake(give), y + hand.shake(give)),)))
    edge.append(("L", (moved,)))
    return edge


def _written(steps: list[Step], places: int) -> str:
    """Return the steps as SVG path data, relative and short, rounded to this many decimal places."""
    out: list[str] = []
    here = start = (0.0, 0.0)
    last = ""
    for letter, points in steps:
        if letter == "Z":
            out.append("z")
            here, last = start, "z"
            continue
        rounded = [(round(x, places), round(y, places)) for x, y in points]
        end = rounded[-1]
        if letter == "M":
            code, numbers, start = "M", list(end), end
        else:
            code = letter.lower()
            numbers = [round(value - here[axis], places) for point in rounded for axis, value in enumerate(point)]
            if code == "l" and 0 in numbers:
                code, numbers = ("h", numbers[:1]) if numbers[1] == 0 else ("v", numbers[1:])
        text = "" if code == last and code != "M" else code
        for number in numbers:
            shown = f"{number:g}"
            if shown.startswith(("0.", "-0.")):
                shown = shown.replace("0.", ".", 1)
            text += shown if shown[0] == "-" or (text and text[-1].isalpha()) else f" {shown}"
        out.append(text)
        here, last = end, code
    return "".join(out)
