"""What belongs to the canal: boats, bridges, locks."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import Piece, box, cut, dots, line, oval, place, together


@cache
def narrowboat(hull: str, cabin: str, trim: str, kind: int) -> Piece:
    """A narrowboat 480 long, its bow to the right, afloat at its origin's height."""
    panel = "cream" if cabin not in ("sun", "cream") else "tomato"
    made = [
        cut("M-240-58H226L250-70L236-10C228 8 214 10 196 10H-214C-236 10-240-10-240-58Z", hull),
        line("M-234-38H236", trim, 8),
        cut("M-176-56L-168-134H120L132-56Z", cabin),
        line("M-184-136H132", DEEPER[cabin], 14),
        box(-150, -118, 110, 40, panel),
        line("M-26-120V-62", DEEPER[cabin], 4),
        dots(((-132, -98), (-96, -98), (-60, -98)), "paper", 30),
        dots(((-132, -98), (-96, -98), (-60, -98)), "tomato" if panel == "cream" else "sun", 15),
        oval(14, -96, 17, 17, "paper"),
        oval(14, -96, 11, 11, "sky"),
        box(62, -116, 38, 34, "paper"),
        line("M81-116v34", trim, 4),
        box(-126, -176, 24, 36, "ink"),
        line("M-114-188C-128-206-100-216-112-236", "paper", 6),
        line("M-232-60C-240-90-226-100-212-100", "ink", 7),
    ]
    if kind % 2:
        made += [place(pots(), 40, -143), place(pots(), 96, -143, 0.9)]
    else:
        made += [
            cut("M-20-143L-12-166H30L38-143Z", "tomato"),
            dots(((-4, -168), (12, -172), (24, -168)), "lime", 18),
            line("M60-146H124", "wood", 9),
        ]
    made.append(line("M-216 22h70M-90 28h120M90 20h110M170 34h60", "paper", 4))
    return together(*made)


@cache
def pots() -> Piece:
    """A painted can of flowers."""
    return together(
        line("M-8-20L-14-36M0-20V-42M8-20L14-36", "moss", 4),
        dots(((-15, -38), (0, -46), (15, -38)), "rose", 15),
        cut("M-16-24H16L11 2H-11Z", "tomato"),
        line("M-13-11H13", "sun", 5),
    )


@cache
def bridge(wall: str, coping: str, water: str) -> Piece:
    """A humped brick bridge 420 wide; its middle at the water is the origin."""
    return together(
        cut("M-214 40V-96C-120-160 120-160 214-96V40H104V-20C98-66 60-88 0-88S-98-66-104-20V40Z", f"brick-{wall}"),
        line("M-104 30V-20C-98-66-60-88 0-88S98-66 104-20V30", "ink", 11),
        cut("M-98 40V-20C-92-62-56-82 0-82S92-62 98-20V40Z", water),
        cut("M-98-20C-92-62-56-82 0-82S92-62 98-20Z", DEEPER[water]),
        line("M-218-98C-122-164 122-164 218-98", coping, 17),
    )


@cache
def lock_gates(arms: str) -> Piece:
    """A pair of lock gates with their white-ended beams, 300 wide."""
    return together(
        cut("M-90 60V-44L0-30V60Z", "planks-bark"),
        cut("M90 60V-44L0-30V60Z", "planks-wood"),
        line("M-90-44V60M90-44V60", "ink", 9),
        line("M-40-50L-134-62", arms, 17),
        line("M-134-62L-160-66", "paper", 17),
        line("M40-50L134-62", arms, 17),
        line("M134-62L160-66", "paper", 17),
        line("M-24 62q6-20 10 0M20 62q6-16 12 0", "paper", 4),
    )


@cache
def ripples(ink: str, kind: int) -> Piece:
    """Light upon water, across the picture; its top is the origin."""
    ways = (
        "M30 20h90M210 44h130M420 16h70M560 50h150M90 84h120M330 92h80M640 96h110M690 14h60",
        "M60 30h130M300 14h60M440 42h140M680 26h80M20 78h70M180 96h150M500 88h70M610 78h60",
    )
    return line(ways[kind], ink, 5)


@cache
def jetty() -> Piece:
    """A boardwalk over water, 520 long."""
    return together(
        line("M-230 6V50M-120 6V54M-10 6V50M100 6V54M210 6V50", "bark", 12),
        box(-260, -10, 520, 22, "planks-wood"),
        line("M-240-10V-62M-130-10V-62M-20-10V-62M-250-58H-10", "wood", 8),
    )
