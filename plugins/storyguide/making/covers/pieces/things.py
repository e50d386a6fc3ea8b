"""Things that stand on tables and are carried about; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, disc, dots, line, oval, place, together

STEAM = "M-30-112C-48-134-14-146-32-172M0-116C-18-138 16-150-2-176M30-112C12-134 46-146 28-172"


@cache
def pot(ink: str, steam: str, ladle: bool) -> Piece:
    """A big pot of something hot, 190 wide."""
    return together(
        line(STEAM, steam, 6),
        line("M20-96L58-170", "bark", 9) if ladle else NOTHING,
        line("M-84-66h-18v20h20M84-66h18v20h-20", "ink", 9),
        cut("M-82-92H82L74-6C40 8-40 8-74-6Z", ink),
        cut("M24-92H82L74-6C60 0 46 3 30 4Z", f"dots-{ink}"),
        oval(0, -92, 84, 15, "cream"),
        dots(((-40, -94), (-6, -90), (26, -95), (50, -91)), "amber", 11),
    )


@cache
def kettle(ink: str) -> Piece:
    """A kettle, 110 high."""
    return together(
        line("M-34-78C-34-122 34-122 34-78", "ink", 9),
        cut("M40-56L74-84L84-74L50-28Z", ink),
        cut("M-40-76H40C60-40 60-16 52 0H-52C-60-16-60-40-40-76Z", ink),
        line("M-36-62C-46-40-46-26-42-14", "paper", 5),
        box(-42, -84, 84, 12, DEEPER[ink]),
        oval(0, -90, 9, 9, "sun" if ink != "sun" else "tomato"),
    )


@cache
def teapot(ink: str, cosy: str) -> Piece:
    """A teapot, in a striped cosy if it has one."""
    return together(
        cut("M44-38C66-40 62-78 86-82L92-72C76-62 82-24 46-16Z", ink),
        line("M-46-58C-86-66-84-18-48-20", ink, 11),
        cut("M-46-64C-64-30-54-6-40 0H40C54-6 64-30 46-64C20-82-20-82-46-64Z", ink),
        cut("M-52-40C-20-28 20-28 52-40L54-22C20-10-20-10-54-22Z", cosy),
        oval(0, -80, 10, 9, cosy),
        line("M-30-62C-10-74 14-74 30-62", DEEPER[ink], 5),
    )


@cache
def mug(ink: str, steam: str = "") -> Piece:
    """A mug."""
    return together(
        line("M-6-58c-8-12 8-16 0-28M10-58c-8-12 8-16 0-28", steam, 4) if steam else NOTHING,
        line("M20-36C42-38 40-10 18-12", ink, 8),
        cut("M-24-46H24L20 0H-20Z", ink),
        line("M-22-32H22", "paper" if ink != "paper" else "canal", 5),
    )


@cache
def bread() -> Piece:
    """A loaf on its board."""
    return together(
        box(-84, -14, 168, 17, "bark"),
        cut("M-66-12C-70-66-34-66-18-62C10-70 70-66 66-12Z", "wood"),
        line("M-38-34L-26-54M-8-32L2-56M24-32L34-54", "cream", 7),
    )


@cache
def bowl(ink: str, filled: str) -> Piece:
    """A bowl of salad, fruit or dumplings."""
    heaps = {
        "lime": together(
            dots(((-38, -58), (-8, -66), (24, -60)), "lime", 38), dots(((-22, -70), (10, -58), (40, -58)), "tomato", 19)
        ),
        "sun": together(
            dots(((-34, -60), (34, -60)), "tomato", 38),
            dots(((0, -70),), "sun", 40),
            line("M0-88V-98M-34-76L-30-86", "moss", 5),
        ),
        "cream": together(
            dots(((-36, -58), (-6, -66), (26, -60), (44, -54)), "cream", 32),
            line("M-44-66l10 6M-12-74l10 6M20-68l10 6", "wood", 4),
        ),
    }
    return together(
        heaps[filled],
        cut("M-68-52H68C66-14 40 2 0 2S-66-14-68-52Z", ink),
        line("M-54-36C-20-26 20-26 54-36", DEEPER[ink], 5),
    )


@cache
def cake(icing: str, tall: bool) -> Piece:
    """A cake on its stand, a candle or a cherry on top."""
    top = -118 if tall else -88
    return together(
        line("M0-26V0M-34 2H34", "stone", 9),
        cut("M-72-36H72L64-24H-64Z", "stone"),
        box(-56, top + 18, 112, -top - 54, "wood"),
        line(f"M-54 {(top - 18) // 2}H54", "cream", 7),
        cut(
            f"M-58 {top + 10}C-40 {top - 4} 40 {top - 4} 58 {top + 10}V{top + 26}C46 {top + 44} 36 {top + 20} 24 {top + 26}C12 {top + 44}-2 {top + 20}-14 {top + 28}C-26 {top + 44}-36 {top + 22}-58 {top + 30}Z",
            icing,
        ),
        dots(((-30, top + 4), (0, top + 1), (30, top + 4)), "tomato" if icing != "tomato" else "sun", 13),
    )


@cache
def plate(food: int) -> Piece:
    """A plate of buns, samosas or sandwiches."""
    foods = (
        together(
            dots(((-28, -18), (4, -20), (34, -17), (-12, -34), (20, -36)), "wood", 30),
            dots(((-12, -40), (20, -42)), "cream", 9),
        ),
        together(
            cut("M-54-8L-28-46L-4-8ZM-8-8L16-46L40-8ZM18-8L40-42L60-8Z", "wood"),
            cut("M-34-12L-8-52L16-12Z", "amber"),
            line("M-40-16L-28-32M2-16L14-34", "bark", 3),
        ),
        together(
            cut("M-56-8L-30-44L-2-8ZM2-8L26-44L54-8Z", "paper"),
            line("M-46-20H-14M12-20H44", "leaf", 6),
            line("M-42-27H-18M18-27H40", "tomato", 4),
        ),
    )[food]
    return together(foods, oval(0, -4, 74, 9, "sky"), line("M-50-5H50", "paper", 3))


@cache
def milk() -> Piece:
    """A milk jug."""
    return together(
        line("M22-50C46-52 42-16 22-16", "paper", 8),
        cut("M-26-66L-34-74H22V0H-24Z", "paper"),
        line("M-24-30H22", "canal", 6),
    )


@cache
def vase(ink: str, bloom: str) -> Piece:
    """Flowers in a vase, 140 high."""
    return together(
        line("M0-50L-30-100M0-50V-116M0-50L30-98M0-60L-14-84M0-60L18-86", "moss", 5),
        dots(((-32, -106), (0, -122), (32, -104)), bloom, 32),
        dots(((-32, -106), (0, -122), (32, -104)), "sun" if bloom != "sun" else "tomato", 11),
        cut("M-16-62H16C10-46 28-34 28-18C28-4 20 0 0 0S-28-4-28-18C-28-34-10-46-16-62Z", ink),
        line("M-22-18C-8-10 8-10 22-18", DEEPER[ink], 5),
    )


@cache
def crate(kind: int) -> Piece:
    """A crate of food, 170 wide."""
    food = (
        together(
            cut("M-66-50L-50-112L-34-50Z", "tomato"),
            line("M-50-108L-62-130M-50-108V-134M-50-108L-38-130", "leaf", 6),
            dots(((-14, -66), (16, -62)), "lime", 46),
            cut("M38-50L46-106H62L70-50Z", "wood"),
        ),
        together(
            box(-68, -108, 40, 60, "canal"),
            box(-62, -92, 28, 28, "cream"),
            box(-20, -96, 36, 50, "stone"),
            box(-20, -86, 36, 28, "tomato"),
            cut("M28-50V-96L46-112L64-96V-50Z", "sky"),
            line("M30-78H62", "paper", 7),
        ),
        together(
            dots(((-50, -62), (-18, -68), (14, -62), (46, -66), (-34, -84), (-2, -88), (30, -86)), "tomato", 36),
            line("M-34-100l4-8M-2-104l4-8M30-102l4-8", "moss", 5),
        ),
    )[kind]
    return together(food, box(-84, -60, 168, 62, "wood"), line("M-82-40H82M-82-20H82M-58-58V0M58-58V0", "bark", 5))


@cache
def basket(kind: int) -> Piece:
    """A basket, of apples or of wool."""
    inks = ("tomato", "lime") if kind == 0 else ("rose", "canal")
    return together(
        line("M-54-46C-54-120 54-120 54-46", "bark", 9),
        dots(((-34, -56), (32, -56)), inks[0], 42),
        dots(((0, -62),), inks[1], 44),
        cut("M-64-52H64L52 2H-52Z", "wood"),
        line("M-58-34H58M-54-16H54M-30-50L-24 0M0-50V0M30-50L24 0", "bark", 4),
    )


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
            "M0-34V-6M-60-34C-44-37-30-35-16-30M-64-22C-46-26-32-24-16-18M60-34C44-37 30-35 16-30M64-22C46-26 32-24 16-18",
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


@cache
def gift_box() -> Piece:
    """A collecting tin with a heart on it."""
    return together(
        box(-34, -84, 68, 86, "tomato"),
        cut("M0-18C-28-38-16-60 0-46C16-60 28-38 0-18Z", "paper"),
        line("M-34-72H34", "brick", 5),
        line("M-12-86H12", "ink", 6),
    )


@cache
def stacked_mugs() -> Piece:
    """Mugs stacked up, waiting."""
    return together(
        *(place(mug(ink), 0, -40 * nth, 0.9, flip=bool(nth % 2)) for nth, ink in enumerate(("canal", "tomato", "sun")))
    )
