"""Sky, hills, water, trees and things that grow."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, disc, dots, line, oval, place, together


@cache
def sun(ink: str, screen: str, radius: int) -> Piece:
    """The sun, its screen printed a little out of register."""
    return together(disc(0, 0, radius, ink), place(disc(0, 0, radius, f"spots-{screen}"), radius // 11, radius // 14))


@cache
def moon() -> Piece:
    """A new moon and its stars."""
    stars = ((-190, 20), (-120, -34), (110, 40), (190, -24), (-260, -30), (280, 30), (-330, 40), (60, 96))
    return together(
        cut("M10-54C-44-48-58 20-14 46C10 60 40 52 52 30C16 40-20-2 10-54Z", "cream"),
        dots(stars, "cream", 5),
        line("M-70 60v14M-77 67h14M150 80v12M144 86h12", "cream", 3.5),
    )


@cache
def cloud(ink: str, kind: int) -> Piece:
    """A cloud about 160 wide."""
    if kind:
        return cut("M-78 22C-100-8-60-30-44-14C-36-50 24-52 30-16C56-36 96-10 76 22Z", ink)
    return cut("M-90 18C-88-8-58-12-50-4C-40-34 6-34 14-10C34-26 60-18 60 2C84-2 92 8 88 18Z", ink)


@cache
def rain(ink: str) -> Piece:
    """Rain over the whole sky."""
    return line(
        "".join(f"M{x + (y // 3) % 60} {y}l-9 26" for y in range(20, 330, 62) for x in range(20, 800, 95)), ink, 3, 0
    )


@cache
def birds(ink: str, kind: int) -> Piece:
    """A few birds, far up."""
    flock = (
        "M-30 0Q-20-12-12 0Q-4-12 6 0M34 18Q42 8 48 18Q56 8 64 18",
        "M-30 0Q-20-12-12 0Q-4-12 6 0M20-26Q28-36 34-26Q42-36 50-26",
    )
    return line(flock[kind], ink, 4)


_HILLS = (
    "M-10 70C90 0 170-30 260-20C360-10 430 60 540 60C650 60 720 20 810 10V400H-10Z",
    "M-10 30C120-40 240 40 360 30C480 20 560-60 680-50C740-44 780-20 810 0V400H-10Z",
    "M-10 0C100 10 180 50 300 20C420-20 500-50 600-20C690 10 740 40 810 40V400H-10Z",
    "M-10-10C80-60 200-70 300-30C400 20 560 60 810-20V400H-10Z",
)


@cache
def hill(fill: str, kind: int) -> Piece:
    """Ground that rises and falls across the whole picture, about its origin's height."""
    return cut(_HILLS[kind], fill)


@cache
def tree(kind: int, ink: str, trunk: str = "bark") -> Piece:
    """A tree 200 high or so: round, poplar, fir, cloud-shaped, bare."""
    deeper = DEEPER[ink]
    if kind == 0:
        return together(
            line("M0 0V-110M0-60L24-90", trunk, 14),
            disc(0, -140, 66, ink),
            line("M-28-130l10-8M-6-160l10-8M18-128l10-8M-14-104l10-8M30-166l8-7", deeper, 5),
        )
    if kind == 1:
        return together(
            line("M0 0V-80", trunk, 11),
            cut("M0-246C44-180 46-60 0-34C-46-60-44-180 0-246Z", ink),
            line("M0-50V-200M0-90l18-18M0-90l-18-18M0-134l16-18M0-134l-16-18", deeper, 4),
        )
    if kind == 2:
        return together(
            box(-8, -40, 16, 42, trunk),
            cut("M-66-36L-30-96H-50L-18-150H-34L0-216L34-150H18L50-96H30L66-36Z", ink),
            line("M-20-60h14M8-104h12M-10-138h10M14-56h20", deeper, 4),
        )
    if kind == 3:
        return together(
            line("M0 0V-100M0-50L-26-84M0-64L24-92", trunk, 13),
            cut(
                "M-70-92C-100-130-60-160-48-152C-44-200 30-212 40-168C78-184 100-120 66-92C40-70-44-70-70-92Z",
                f"dots-{ink}",
            ),
        )
    return together(
        line("M0 0C4-60-6-90 0-150M0-70L-40-124M0-96L38-150M-22-100L-48-104M22-128L16-168M0-150L-16-184", trunk, 10),
        dots(((-44, -132), (42, -158), (-18, -192), (14, -178), (-54, -106), (4, -126)), ink, 24),
    )


@cache
def bush(ink: str) -> Piece:
    """A bush 120 wide."""
    return together(
        cut("M-62 4C-76-30-40-48-28-36C-20-66 28-64 32-34C54-46 76-20 60 4Z", ink),
        line("M-30-14l8-8M0-30l8-8M26-12l8-8", DEEPER[ink], 4),
    )


@cache
def leafy(ink: str, vein: str) -> Piece:
    """A row's plant: three leaves."""
    leaf = together(
        cut("M0 0C-20-16-20-44 0-66C20-44 20-16 0 0Z", ink),
        line("M0 0V-54M0-18l-8-8M0-18l8-8M0-34l-7-8M0-34l7-8", vein, 2.6),
    )
    return together(place(leaf, -2, 0, 0.9, turn=-38), place(leaf, 2, 0, 0.9, turn=38), leaf)


@cache
def crop(kind: int) -> Piece:
    """What grows in a row: leaves, cabbage, carrots, pumpkin, tulips, leeks."""
    if kind == 0:
        return leafy("leaf", "ink")
    if kind == 1:
        return together(
            cut("M-40 0C-58-30-30-44-22-36C-16-56 16-56 22-36C34-44 58-28 40 0Z", "lime"),
            cut("M-20 0C-32-40 32-40 20 0Z", "leaf"),
            line("M0-2V-24M-26-8L-34-22M26-8L34-22", "paper", 3),
        )
    if kind == 2:
        return together(
            line(
                "M-16-14C-24-34-30-40-32-48M-16-14V-54M-16-14C-10-34-4-40 0-46M18-14V-50M18-14C24-32 30-38 32-44",
                "leaf",
                5,
            ),
            cut("M-26-16H-6L-14 10ZM10-16H26L20 8Z", "tomato"),
        )
    if kind == 3:
        return together(
            line("M-40 0C-20 10 20-30 40-8", "leaf", 5),
            cut("M0-36C40-46 48 6 14 8H-14C-48 6-40-46 0-36Z", "amber"),
            line("M-14-30C-24-16-22 0-14 6M14-30C24-16 22 0 14 6M0-34V6", "tomato", 3),
            line("M0-36C0-46 6-50 12-50", "moss", 6),
        )
    if kind == 4:
        return together(
            line("M-16 0V-44M12 0V-56M12-6L26-30M-16-4L-28-26", "moss", 5),
            cut("M-28-66L-22-58L-16-68L-10-58L-4-66C-2-44-10-40-16-40S-30-44-28-66Z", "tomato"),
            cut("M0-78L6-70L12-80L18-70L24-78C26-56 18-52 12-52S-2-56 0-78Z", "sun"),
        )
    return together(
        line("M-14 2V-30M10 2V-34", "paper", 9),
        line(
            "M-14-28C-16-50-30-60-34-62M-14-28C-12-54-8-66-4-70M10-32C8-56 0-64 0-70M10-32C14-54 26-62 32-62", "leaf", 8
        ),
    )


@cache
def sunflower(height: int) -> Piece:
    """A sunflower."""
    petals = line("M-26 0H26M0-26V26M-19-19L19 19M-19 19L19-19", "sun", 16)
    return together(
        line(f"M0 0C4-{height // 2}-4-{height // 2} 0-{height}", "moss", 7),
        cut(
            f"M0-{height // 3}C20-{height // 3 + 30} 40-{height // 3 + 24} 44-{height // 3 + 20}"
            f"C34-{height // 3} 18-{height // 3 - 8} 0-{height // 3}Z",
            "leaf",
        ),
        place(together(petals, oval(0, 0, 15, 15, "soil")), 0, -height),
    )


@cache
def bean_poles() -> Piece:
    """A wigwam of canes with beans on it, 190 high."""
    return together(
        line("M-50 0L12-190M50 0L-12-190M0 4V-196", "wood", 6),
        line("M-38-30C0-50-40-80-10-100S-20-140 6-160M40-30C10-60 40-90 14-110", "leaf", 6),
        dots(((-30, -50), (-8, -84), (24, -70), (2, -128), (34, -30), (-20, -112)), "lime", 22),
        dots(((-38, -34), (14, -100), (-4, -150), (30, -54)), "tomato", 12),
    )


@cache
def reeds(ink: str) -> Piece:
    """Bulrushes, 140 high."""
    return together(
        line(
            "M-30 0C-30-50-40-80-44-104M-10 0V-130M10 0C12-50 18-80 24-110M30 0C34-30 44-50 54-70"
            "M-40 0C-50-30-58-40-66-54",
            ink,
            6,
        ),
        line("M-10-112V-136M24-104L28-128M-44-98L-48-122", "bark", 13),
    )


@cache
def lily(flower: str) -> Piece:
    """A lily pad and its flower."""
    return together(
        cut("M-44 0C-40-14 30-16 42-4L14 0L40 8C20 18-40 16-44 0Z", "leaf"),
        cut("M-16-6L-22-24L-8-18L0-32L8-18L22-24L16-6Z", flower) if flower else NOTHING,
    )


@cache
def mushrooms(cap: str) -> Piece:
    """Two toadstools."""
    return together(
        box(-12, -22, 12, 24, "paper"),
        box(16, -14, 10, 16, "paper"),
        cut("M-32-20C-30-52 18-52 20-20Z", cap),
        cut("M4-12C6-32 38-32 40-12Z", cap),
        dots(((-16, -34), (0, -28), (22, -20)), "paper", 6),
    )


@cache
def bluebells(ink: str) -> Piece:
    """A patch of bluebells, or of daffodils."""
    return together(
        line(
            "M-40 0C-38-16-40-24-32-34M-14 0C-12-20-12-30-4-40M14 0C16-16 18-26 26-34M38 0C40-12 44-20 50-24", "moss", 4
        ),
        dots(((-30, -36), (-36, -22), (-2, -42), (-9, -26), (28, -36), (20, -22), (51, -26)), ink, 11),
    )
