"""What stands about between the houses: a bandstand, a shed, a stall, a board; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces.buildings import sash
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, dots, line, oval, place, together


@cache
def bandstand(roof: str, posts: str) -> Piece:
    """A bandstand, 300 wide."""
    return together(
        line("M-112-6V-150M-40-6V-150M40-6V-150M112-6V-150", posts, 9),
        cut("M-152-146C-100-170-50-214 0-246C50-214 100-170 152-146Z", roof),
        cut("M-50-146C-34-180-14-214 0-246C14-214 34-180 50-146Z", DEEPER[roof]),
        box(-154, -152, 308, 14, "paper"),
        line("M0-246V-272", "ink", 5),
        oval(0, -274, 8, 8, "sun"),
        box(-136, -14, 272, 30, "stone"),
        line("M-110-54H-40M40-54H110M-94-54V-18M-76-54V-18M-58-54V-18M58-54V-18M76-54V-18M94-54V-18", posts, 4),
    )


@cache
def shed(wall: str, roof: str) -> Piece:
    """A shed 150 wide, with a water butt."""
    return together(
        box(-70, -118, 140, 120, f"planks-{wall}"),
        cut("M-86-112L-50-164H64L86-112Z", roof),
        box(-12, -88, 46, 90, DEEPER[wall]),
        place(sash(34, 32, "sky", "paper"), -58, -92),
        dots(((26, -44),), "sun", 8),
        cut("M74 2L70-62H112L108 2Z", "canal"),
        line("M72-44H110M74-20H108", "deep", 4),
    )


@cache
def greenhouse() -> Piece:
    """A glasshouse, 170 wide."""
    return together(
        cut("M-84 2V-84L0-142L84-84V2Z", "sky"),
        dots(((-50, -20), (-18, -26), (20, -22), (52, -28)), "leaf", 36),
        dots(((-40, -38), (30, -42), (58, -44)), "tomato", 12),
        line("M-84 2V-84L0-142L84-84V2ZM-42-112V0M0-140V0M42-112V0M-84-84H84", "paper", 6),
    )


@cache
def stall(awning: str, table: str, goods: int) -> Piece:
    """A market stall 230 wide; whoever serves stands behind it at 0, -90."""
    heaps = (
        (
            ("tomato", ((-78, -98), (-54, -98), (-66, -112))),
            ("lime", ((-20, -98), (4, -98), (-8, -112))),
            ("sun", ((42, -98), (66, -98), (54, -112))),
        ),
        (
            ("rose", ((-82, -98), (-62, -98), (-72, -114))),
            ("sun", ((-30, -98), (-8, -98), (-19, -112))),
            ("plum", ((36, -98), (58, -98), (78, -98), (48, -112))),
        ),
        (
            ("wood", ((-80, -98), (-54, -98))),
            ("cream", ((-16, -98), (10, -98), (-2, -110))),
            ("bark", ((46, -98), (70, -98), (58, -112))),
        ),
    )
    return together(
        cut("M-116 0V-92H116V0Z", f"dots-{table}"),
        box(-122, -96, 244, 12, "wood"),
        *(dots(places, ink, 26) for ink, places in heaps[goods]),
        line("M-110-96V-236M110-96V-236", "bark", 8),
        cut("M-128-226L-112-292H112L128-226Z", f"awning-{awning}"),
        dots(tuple((x, -226) for x in range(-118, 120, 22)), awning, 21),
    )


@cache
def noticeboard(frame: str, post: bool = True) -> Piece:
    """A board of notices, 130 wide; its posts' foot is the origin."""
    return together(
        line("M-46 0V-90M46 0V-90", "ink", 9) if post else NOTHING,
        box(-68, -160, 136, 94, frame),
        box(-54, -148, 44, 34, "paper"),
        box(2, -146, 34, 46, "sun"),
        box(-50, -106, 36, 26, "rose"),
        box(42, -124, 18, 40, "sky"),
        line("M-46-136h26M-46-126h18M10-132h18M10-120h12", "ink", 3.5),
        dots(((-32, -146), (18, -144), (-32, -104), (50, -122)), "tomato", 6),
    )
