"""Paint pictures with Pillow from the same shapes as the SVG, for cards that must be pixels."""

from functools import lru_cache
from math import cos, hypot, pi, sin

from PIL import Image, ImageDraw

from storyguide.making.covers.composing import Cover
from storyguide.making.covers.inks import INKS, TINTS
from storyguide.making.covers.shapes import Oval, Paper, Part, Piece, Placed, Stroke
from storyguide.making.covers.wobble import Outline, Point, on_curve

FINER = 2
"""Factor by which pictures are painted larger and then reduced, which smooths the edges."""

# Pictures are painted as numbers of inks, one byte a pixel, and coloured at the end: a third of the work.
_NUMBERS = {ink: number for number, ink in enumerate(INKS)}
_PALETTE = [channel for value in INKS.values() for channel in bytes.fromhex(value[1:])]
_STEPS = 7

Turn = tuple[float, float, float, float, float, float]
"""An affine transform (a, b, c, d, e, f): x' = a x + c y + e; y' = b x + d y + f, as SVG writes it."""


def paint(cover: Cover, width: int, height: int) -> Image.Image:
    """Return the cover scaled to fill this many pixels, cut evenly at the sides where the proportions differ."""
    sheet = Sheet(width * FINER, height * FINER)
    scale = max(width / cover.width, height / cover.height)
    paste_cover(sheet, cover, scale, (width - cover.width * scale) / 2, (height - cover.height * scale) / 2)
    return sheet.picture()


def paste_cover(sheet: "Sheet", cover: Cover, scale: float, left: float, top: float) -> None:
    """Paste the whole cover on a sheet, scaled by `scale`, its top left corner at (left, top) in finished pixels."""
    size = scale * FINER
    across = -size if cover.mirrored else size
    start = (left + cover.width * scale if cover.mirrored else left) * FINER
    for piece in cover.pieces:
        sheet.paste(piece, (across, 0, 0, size, start, top * FINER))


class Sheet:
    """A canvas of ink numbers that parts are pasted on; its pixels are FINER times the finished ones."""

    def __init__(self, width: int, height: int, ink: str = "paper") -> None:
        self._image = Image.new("L", (width, height), _NUMBERS[ink])
        self._draw = ImageDraw.Draw(self._image)

    def picture(self) -> Image.Image:
        """Return what was painted, in colour and at its finished size."""
        coloured = self._image.copy()
        coloured.putpalette(_PALETTE)
        return coloured.convert("RGB").reduce(FINER)

    def paste(self, part: Part | Piece, turn: Turn) -> None:
        """Paste a part, and the parts in it."""
        if isinstance(part, Placed):
            self.paste(part.piece, _after(turn, part))
        elif isinstance(part, Piece):
            for inner in part.parts:
                self.paste(inner, turn)
        elif isinstance(part, Paper):
            for way, _ in _flattened(part.outline):
                self._fill(_moved(way, turn), part.fill, turn)
        elif isinstance(part, Stroke):
            self._stroke(part, turn)
        else:
            self._round(part, turn)

    def _fill(self, way: list[Point], fill: str, turn: Turn) -> None:
        """Fill a polygon with an ink or a tint."""
        if len(way) < 3:
            return
        if fill not in TINTS:
            self._draw.polygon(way, fill=_NUMBERS[fill])
            return
        width, height = self._image.size
        left, right = max(0, int(min(x for x, _ in way))), min(width, int(max(x for x, _ in way)) + 1)
        top, bottom = max(0, int(min(y for _, y in way))), min(height, int(max(y for _, y in way)) + 1)
        if left >= right or top >= bottom:
            return
        mask = Image.new("1", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in way], fill=1)
        size = hypot(turn[0], turn[1])
        ground = TINTS[fill].ground
        inked = _tiled(_tile(fill, round(size, 1)), (left, top, right, bottom))
        if ground:
            self._image.paste(inked, (left, top), mask)
            return
        shown = inked.point([0 if number == 255 else 255 for number in range(256)]).convert("1")
        both = Image.new("1", mask.size)
        both.paste(shown, (0, 0), mask)
        self._image.paste(_NUMBERS[TINTS[fill].dot_ink], (left, top), both)

    def _stroke(self, part: Stroke, turn: Turn) -> None:
        ink = _NUMBERS[part.ink]
        width = part.width * hypot(turn[0], turn[1])
        for way, _ in _flattened(part.outline):
            points = _moved(way, turn)
            if len(points) > 1 and any(point != points[0] for point in points):
                self._draw.line(points, fill=ink, width=max(1, round(width)), joint="curve" if width > 6 else None)
            if width > 4:
                for x, y in (points[0], points[-1]):
                    half = width / 2
                    self._draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)

    def _round(self, part: Oval, turn: Turn) -> None:
        if turn[1] == 0 == turn[2]:
            x, y = part.x * turn[0] + turn[4], part.y * turn[3] + turn[5]
            rx, ry = abs(part.rx * turn[0]), abs(part.ry * turn[3])
            self._draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=_NUMBERS[part.fill])
            return
        ring = [(part.x + part.rx * cos(pi * nth / 16), part.y + part.ry * sin(pi * nth / 16)) for nth in range(32)]
        self._fill(_moved(ring, turn), part.fill, turn)


def _after(turn: Turn, placed: Placed) -> Turn:
    """Return the transform of a piece placed within another transform."""
    a, b, c, d, e, f = turn
    angle = placed.turn * pi / 180
    cosine, sine = (cos(angle), sin(angle)) if placed.turn else (1.0, 0.0)
    pa, pb = cosine * placed.sx, sine * placed.sx
    pc, pd = -sine * placed.sy, cosine * placed.sy
    return (
        a * pa + c * pb,
        b * pa + d * pb,
        a * pc + c * pd,
        b * pc + d * pd,
        a * placed.x + c * placed.y + e,
        b * placed.x + d * placed.y + f,
    )


def _moved(way: tuple[Point, ...] | list[Point], turn: Turn) -> list[Point]:
    a, b, c, d, e, f = turn
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in way]


@lru_cache(maxsize=4096)
def _flattened(outline: Outline) -> tuple[tuple[tuple[Point, ...], bool], ...]:
    """Return an outline's separate paths as points only, each with whether it is closed."""
    ways: list[tuple[tuple[Point, ...], bool]] = []
    way: list[Point] = []
    for letter, points in outline.steps:
        if letter == "M":
            if way:
                ways.append((tuple(way), False))
            way = [points[0]]
        elif letter == "L":
            way.append(points[0])
        elif letter == "C":
            here = way[-1]
            way += [on_curve(here, points[0], points[1], points[2], nth / _STEPS) for nth in range(1, _STEPS + 1)]
        else:
            ways.append(((*way, way[0]), True))
            way = []
    if way:
        ways.append((tuple(way), False))
    return tuple(ways)


def _tiled(tile: Image.Image, part: tuple[int, int, int, int]) -> Image.Image:
    """Return this part of the sheet (left, top, right, bottom) covered with the tile; 255 where nothing is printed."""
    left, top, right, bottom = part
    width, height = right - left, bottom - top
    across, down = tile.size
    start_x, start_y = left % across, top % down
    full = Image.new("L", (width + start_x, height + start_y))
    full.paste(tile, (0, 0))
    done = across
    while done < full.width:
        full.paste(full.crop((0, 0, min(done, full.width - done), down)), (done, 0))
        done *= 2
    done = down
    while done < full.height:
        full.paste(full.crop((0, 0, full.width, min(done, full.height - done))), (0, done))
        done *= 2
    return full.crop((start_x, start_y, start_x + width, start_y + height))


@lru_cache(maxsize=256)
def _tile(name: str, size: float) -> Image.Image:
    """Return a tint's tile as ink numbers, scaled by `size`; 255 where nothing is printed."""
    tint = TINTS[name]
    tile = Image.new("L", (max(1, round(tint.width * size)), max(1, round(tint.height * size))), 255)
    draw = ImageDraw.Draw(tile)
    if tint.ground:
        tile.paste(_NUMBERS[tint.ground], (0, 0, *tile.size))
    for x, y, width, height, ink in tint.bars:
        # A bar is never thinner than a pixel, or small pictures would lose their mortar.
        right, bottom = max(x * size, (x + width) * size - 1), max(y * size, (y + height) * size - 1)
        draw.rectangle((x * size, y * size, right, bottom), fill=_NUMBERS[ink])
    half = tint.dot_size * size / 2
    for x, y in tint.dots:
        draw.ellipse((x * size - half, y * size - half, x * size + half, y * size + half), fill=_NUMBERS[tint.dot_ink])
    return tile
