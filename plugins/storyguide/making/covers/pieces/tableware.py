"""What is laid on a table and carried to it: food, drink, flowers, crates; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, dots, line, oval, place, together

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
            f"M-58 {top + 10}C-40 {top - 4} 40 {top - 4} 58 {top + 10}V{top + 26}"
            f"C46 {top + 44} 36 {top + 20} 24 {top + 26}C12 {top + 44}-2 {top + 20}-14 {top + 28}"
            f"C-26 {top + 44}-36 {top + 22}-58 {top + 30}Z",
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
