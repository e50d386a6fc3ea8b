"""What people put up, play with and work with out of doors."""

from functools import cache
from math import sin

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import Piece, box, cut, dots, line, oval, together

FLAGS = ("tomato", "sun", "canal", "rose", "paper", "leaf")


@cache
def bunting(left: int, right: int, sag: int, string: str = "ink", start: int = 0) -> Piece:
    """Bunting hung from left to right at the origin's height, sagging between."""
    width = right - left
    count = max(3, width // 46)
    flags = dict.fromkeys(FLAGS[:5], "")
    for nth in range(count):
        part = (nth + 0.5) / count
        x = left + width * part
        y = 4 * sag * part * (1 - part)
        lean = round((1 - 2 * part) * sag * 0.14)
        flags[FLAGS[(nth + start) % 5]] += (
            f"M{x - 15:.0f} {y - lean:.0f}h30L{x - lean + sin(nth) * 3:.0f} {y + 36:.0f}Z"
        )
    string_line = line(f"M{left} 0Q{(left + right) // 2} {sag * 2} {right} 0", string, 3.5)
    return together(string_line, *(cut(drawing, ink) for ink, drawing in flags.items() if drawing))


@cache
def spade(blade: str) -> Piece:
    """A spade stuck in the ground, 190 high."""
    return together(
        line("M0-60V-172", "wood", 11),
        line("M-22-180H22", "ink", 13),
        cut("M-32-66H32C34-30 20-8 0 6C-20-8-34-30-32-66Z", blade),
        line("M-14-52V-24M2-52V-14", DEEPER[blade], 4),
    )


@cache
def fork() -> Piece:
    """A garden fork, 180 high."""
    return together(line("M0-54V-164M-18-170H18", "wood", 10), line("M-24 0V-46H24V0M0 4V-50", "ink", 7))


@cache
def watering_can(ink: str) -> Piece:
    """A watering can, 130 wide."""
    return together(
        line("M-34-70C-84-80-80-10-36-14M-26-74C-20-104 26-104 32-74", DEEPER[ink], 9),
        cut("M38-30L84-92L92-84L44-6Z", ink),
        cut("M74-102L104-78L98-70L68-94Z", DEEPER[ink]),
        cut("M-38-76H40L46 2H-44Z", ink),
        line("M-34-52H38", "paper", 5),
    )


@cache
def wheelbarrow(tray: str, load: str) -> Piece:
    """A wheelbarrow, its wheel to the right, 200 long."""
    return together(
        dots(((-34, -84), (0, -92), (34, -86)), load, 46),
        line("M-112-62L-60-50M-40-26L-52 0M-60-50L70-18", "bark", 9),
        cut("M-66-86H82L46-26H-42Z", tray),
        line("M-52-66H66", DEEPER[tray], 5),
        oval(74, -20, 22, 22, "ink"),
        oval(74, -20, 8, 8, "sun"),
    )


@cache
def bench(ink: str) -> Piece:
    """A park bench, 220 wide."""
    return together(
        line("M-84-44V0M84-44V0M-92-44L-96-110M92-44L96-110", "ink", 8),
        line("M-110-50H110", ink, 13),
        line("M-108-76H108M-108-100H108", ink, 13),
    )


@cache
def kite(ink: str, tail: str) -> Piece:
    """A kite and its string, down to its flyer some 190 left and 200 below."""
    return together(
        line("M0 40C-40 90-100 120-180 200", "ink", 2.6),
        line("M0 44C20 60 0 76 20 92S8 120 24 136", tail, 4),
        cut("M0-56L40-8L0 46L-40-8Z", ink),
        cut("M0-56L40-8L0-6Z", tail),
        cut("M-40-8L0-6L0 46Z", DEEPER[ink]),
    )


@cache
def ball(kind: int) -> Piece:
    """A ball, 44 across, on the ground."""
    if kind:
        return together(
            oval(0, -22, 22, 22, "tomato"), line("M-20-30C-6-20 8-20 20-30M-16-8C-6-16 8-16 16-8", "cream", 5)
        )
    return together(
        oval(0, -22, 23, 23, "ink"),
        oval(0, -22, 20, 20, "paper"),
        cut("M0-30L9-24L5-14H-5L-9-24Z", "ink", 0),
        line("M0-30V-41M9-24L18-28M5-14L11-6M-5-14L-11-6M-9-24L-18-28", "ink", 3, 0),
    )


@cache
def goal() -> Piece:
    """A goal seen from the front, 340 wide."""
    net = "".join(f"M{x}-150V-4" for x in range(-140, 150, 28)) + "".join(f"M-164 {y}H164" for y in range(-132, 0, 26))
    return together(line(net, "mist", 2.4), line("M-168 0V-156H168V0", "paper", 11))


@cache
def hopscotch() -> Piece:
    """Hopscotch chalked on the ground, 150 deep."""
    return line(
        "M-36 0H36L32-26H-32ZM-32-26H-64L-56-52H56L64-26H32M0-26V-52M-26-52L-24-74H24L26-52"
        "M-24-74H-50L-46-94H46L50-74H24M0-74V-94M-20-94C-20-118 20-118 20-94",
        "paper",
        4.5,
    )


@cache
def skipping_rope(ink: str) -> Piece:
    """A rope over the head of a child who holds both hands out."""
    return line("M-62-92C-110-230 110-230 62-92", ink, 5)


@cache
def lamp_post(ink: str) -> Piece:
    """A street lamp, 270 high."""
    return together(
        line("M0 0V-210M-18-180H18", ink, 9),
        line("M0 0V-26", ink, 17),
        cut("M-20-214H20L28-258H-28Z", "cream"),
        cut("M-34-256L0-280L34-256Z", ink),
    )


@cache
def fence(ink: str) -> Piece:
    """A picket fence across the picture, 60 high."""
    pales = "".join(f"M{x} 4V-44l12-14 12 14V4Z" for x in range(-4, 810, 44))
    return together(line("M-10-36H810M-10-12H810", DEEPER[ink], 7), cut(pales, ink, 0.8))


@cache
def note(ink: str, kind: int) -> Piece:
    """A note of music, 70 high."""
    if kind:
        return together(
            dots(((-20, 0), (26, -8)), ink, 23), line("M-10-2V-56L36-64V-10", ink, 6), line("M-10-52L36-60", ink, 11)
        )
    return together(dots(((0, 0),), ink, 25), line("M11-2V-60C16-44 34-44 30-24", ink, 6))


@cache
def umbrella(ink: str) -> Piece:
    """An umbrella, its handle in the hand that is the origin."""
    return together(
        line("M0 14V-86", "ink", 5),
        cut("M-82-76C-76-150 76-150 82-76C66-88 44-88 28-76C12-88-12-88-28-76C-44-88-66-88-82-76Z", ink),
        cut("M-28-76C-20-110-8-130 0-132C8-130 20-110 28-76C12-88-12-88-28-76Z", DEEPER[ink]),
    )


@cache
def path(fill: str, kind: int) -> Piece:
    """A path that runs from the near edge to the origin, 260 above it."""
    ways = (
        "M-16 0C-60 60 60 120-70 270H150C140 140-20 90 20 0Z",
        "M-14 0C40 70-80 130-120 270H90C60 150 110 70 16 0Z",
        "M-24 0L-110 270H110L24 0Z",
    )
    return cut(ways[kind], fill)


@cache
def binoculars() -> Piece:
    """Binoculars, held before a face."""
    return together(
        box(-21, -10, 18, 22, "ink"),
        box(3, -10, 18, 22, "ink"),
        dots(((-12, 10), (12, 10)), "sky", 12),
        line("M-4-2H4", "ink", 7),
    )


@cache
def placard(ink: str, sign: int) -> Piece:
    """A banner on a stick, or a sandwich board's picture: heart, sun or hand, 120 high above the hand."""
    signs = (
        cut("M0-76C-40-100-22-130 0-112C22-130 40-100 0-76Z", "tomato" if ink != "tomato" else "paper"),
        together(
            oval(0, -102, 17, 17, "sun" if ink != "sun" else "tomato"),
            line("M0-132V-128M0-72V-76M-30-102h4M30-102h-4", "sun" if ink != "sun" else "tomato", 5),
        ),
        line("M-30-112H30M-30-96H20", "paper" if ink != "paper" else "ink", 6),
    )
    return together(line("M0 20V-70", "wood", 7), box(-48, -142, 96, 78, ink), signs[sign])
