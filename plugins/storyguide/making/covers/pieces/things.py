"""Things people make, mend and read; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import Piece, box, cut, disc, dots, line, oval, together


@cache
def papers(kind: int) -> Piece:
    """Papers on a table: a plan, a list and a pen, an open book."""
    if kind == 0:
        return together(
            cut("M-90 0L-74-34H80L92 0Z", "sky"),
            line("M-64-8L-40-26L-8-14L30-28L66-10M-20-6h40", "canal", 4),
            dots(((-40, -26), (30, -28)), "tomato", 11),
        )
    if kind == 1:
        return together(
            cut("M-50 2L-42-34H34L46 2Z", "paper"),
            line("M-30-24H20M-32-14H24M-34-5H10", "slate", 3.5),
            line("M52-6L78-30", "tomato", 7),
        )
    return together(
        cut("M0-4C-30-16-64-14-84-4L-76-40C-50-48-24-46 0-36C24-46 50-48 76-40L84-4C64-14 30-16 0-4Z", "paper"),
        line(
            "M0-34V-6M-60-34C-44-37-30-35-16-30M-64-22C-46-26-32-24-16-18M60-34C44-37 30-35 16-30"
            "M64-22C46-26 32-24 16-18",
            "slate",
            3,
        ),
    )


@cache
def wool(ink: str) -> Piece:
    """A ball of wool and its needles, its end running off."""
    return together(
        line("M-14-60L44-96M14-62L-46-92", "wood", 6),
        dots(((46, -97), (-48, -93)), "ink", 11),
        disc(0, -36, 38, ink),
        line("M-30-48C-10-30 10-20 32-22M-36-32C-18-14 0-6 16-2M-16-66C4-54 24-46 36-40", DEEPER[ink], 4),
        line("M20-4C50 6 70-8 96 2", ink, 5),
    )


@cache
def knitting(ink: str) -> Piece:
    """A scarf half knitted, on its needles, 120 wide."""
    return together(
        cut("M-40-40H40L44 36H-44Z", ink),
        line("M-42-16H42M-42 8H44", "paper" if ink != "paper" else "rose", 9),
        line("M-70-50L50-34M70-50L-50-34", "wood", 6),
        dots(((-71, -50), (71, -50)), "ink", 12),
    )


@cache
def sewing_machine(ink: str) -> Piece:
    """A sewing machine, 200 wide, at work on a length of cloth."""
    return together(
        cut("M-110-10L-96-22H-30L-20-4Z", "rose"),
        box(-100, -14, 200, 16, "bark"),
        cut("M-84-136H50C74-136 88-120 88-92V-14H34V-82H-50V-60H-84Z", ink),
        line("M-66-60V-22", "stone", 6),
        line("M-72-116H20M50-70V-30", "sun", 5),
        oval(94, -102, 19, 25, "sun" if ink != "sun" else "tomato"),
        oval(94, -102, 8, 11, "ink"),
        box(-20, -162, 26, 28, "tomato" if ink != "tomato" else "sun"),
        line("M-8-150C-40-160-60-140-66-70", "paper", 2.5),
    )


@cache
def toaster(ink: str) -> Piece:
    """A toaster with its toast up and its flex loose."""
    return together(
        line("M98-16C150-10 170-50 140-70S128-130 170-124", "ink", 8),
        cut("M-56-120C-60-186-30-190-22-178C-10-192 10-184 14-120Z", "wood"),
        cut("M-44-120C-46-170-26-172-20-164C-12-174 2-168 2-120Z", "cream"),
        cut("M-104 2V-80C-104-110-86-124-66-124H66C86-124 104-110 104-80V2Z", ink),
        cut("M10 2V-124H66C86-124 104-110 104-80V2Z", f"dots-{ink}"),
        line("M-72-124H72", "ink", 10),
        oval(-62, -50, 18, 18, "sun" if ink != "sun" else "paper"),
        line("M-62-50L-52-60M62-84V-30", "ink", 6),
        box(48, -76, 28, 16, "tomato" if ink != "tomato" else "cream"),
    )


@cache
def wireless(ink: str) -> Piece:
    """A wireless set with its back to nobody."""
    return together(
        line("M70-124L118-190", "ink", 6),
        line("M-60-126C-60-160 60-160 60-126", "bark", 9),
        cut("M-112 0V-124H112V0Z", ink),
        disc(-52, -62, 44, "cream"),
        dots(tuple((-76 + 16 * (n % 4), -86 + 16 * (n // 4)) for n in range(16)), "ink", 6),
        box(16, -104, 78, 36, "butter"),
        line("M22-86H88", "ink", 3),
        line("M50-100V-72", "tomato", 5),
        dots(((36, -34), (76, -34)), "sun" if ink != "sun" else "tomato", 27),
        line("M-96 4h26M70 4h26", "ink", 9),
    )


@cache
def bicycle(frame: str, basket_ink: str) -> Piece:
    """A bicycle bound right, 230 long."""
    wheel = "M{x}-94C{a}-94 {b}-72 {b}-47S{a} 0 {x} 0 {c}-22 {c}-47 {d}-94 {x}-94Z"
    back = wheel.format(x=-72, a=-46, b=-25, c=-119, d=-98)
    front = wheel.format(x=72, a=98, b=119, c=25, d=46)
    return together(
        line(back + front, "ink", 7),
        line("M-72-47L-40-104H46L0-50L-40-104M-72-47H0M72-47L42-122", frame, 8),
        line("M-40-104V-118M-56-120H-22M42-122L26-130M42-122L62-132M0-50L14-34", "ink", 7),
        dots(((-72, -47), (72, -47), (0, -50)), basket_ink, 15),
        cut("M52-128H100L92-92H60Z", basket_ink),
    )


@cache
def cog(ink: str, hole: str) -> Piece:
    """A cog, 60 across, about its middle."""
    return together(
        line("M-28 0H28M0-28V28M-20-20L20 20M-20 20L20-20", ink, 14, 0.3),
        oval(0, 0, 22, 22, ink),
        oval(0, 0, 9, 9, hole),
    )


@cache
def screwdriver(handle: str) -> Piece:
    """A screwdriver lying down, 150 long."""
    return together(
        line("M20 0H92", "stone", 8),
        cut("M-66-12C-40-16-10-14 22-8V8C-10 14-40 16-66 12Z", handle),
        line("M-50-4H0", DEEPER[handle], 4),
    )


@cache
def tools(board: str) -> Piece:
    """A board of tools on the wall, 330 by 170, hung from its top left."""
    return together(
        box(0, 0, 330, 166, board),
        dots(tuple((22 + 44 * n, 16) for n in range(7)), DEEPER[board], 6),
        line("M40 30V84M92 30V74", "stone", 9),
        line("M40 84V122M92 76V116", "tomato", 19),
        line("M92 78V112", "canal", 19),
        line("M146 44V130", "bark", 11),
        cut("M118 28H170L178 46L170 56H118Z", "ink"),
        line("M214 66V132", "stone", 13),
        cut("M194 30L208 54L224 54L236 30L242 50C236 74 194 74 190 50Z", "stone"),
        cut("M258 40L312 40L300 66H270Z", "sun"),
        cut("M270 66L296 66L288 140H278Z", "stone"),
    )


@cache
def globe() -> Piece:
    """A globe on its stand."""
    return together(
        line("M0-14V0M-30 0H30M-40-96C-60-40-20-10 20-22", "bark", 8),
        oval(0, -66, 44, 44, "canal"),
        cut(
            "M-30-92C-10-104 6-92-2-78C6-64-20-50-26-66C-40-70-40-84-30-92ZM14-60C30-70 44-60 36-46C28-32 14-40 14-60Z",
            "lime",
        ),
    )
