"""Define the colours (inks) of the drawings, and the patterns (tints) made with them: dots, bricks, gingham, planks."""

from typing import NamedTuple

INKS = {
    "paper": "#fffaf0",
    "butter": "#ffedbf",
    "cream": "#ffe3a0",
    "ink": "#201a3c",
    "slate": "#4a4462",
    "plum": "#7a1a4b",
    "wine": "#561037",
    "sun": "#ffc02e",
    "amber": "#f59a2c",
    "tomato": "#f2603a",
    "brick": "#c9452a",
    "rose": "#f6b3a8",
    "coral": "#ec8d7e",
    "canal": "#1d7f8c",
    "deep": "#12535d",
    "leaf": "#4f9d69",
    "moss": "#35784f",
    "lime": "#9cc76f",
    "sky": "#bfe0e2",
    "pond": "#8ec7cb",
    "mist": "#dcefe9",
    "soil": "#7b4033",
    "peat": "#5a2b28",
    "wood": "#c98442",
    "bark": "#8a5230",
    "stone": "#d9d2dc",
    "ash": "#b3a9bd",
    "auburn": "#a5492a",
    "skin1": "#f6d7bd",
    "skin2": "#efc09a",
    "skin3": "#dba377",
    "skin4": "#b97c50",
    "skin5": "#8d5a3b",
    "skin6": "#5f3c2a",
    "blush1": "#eba58c",
    "blush2": "#e48d6c",
    "blush3": "#cf7a50",
    "blush4": "#9f5735",
    "blush5": "#72402a",
    "blush6": "#7d4334",
}
"""Colours by name, as hexadecimal RGB."""

DEEPER = {
    "paper": "mist",
    "butter": "cream",
    "cream": "sun",
    "ink": "slate",
    "slate": "ink",
    "plum": "wine",
    "wine": "plum",
    "sun": "amber",
    "amber": "tomato",
    "tomato": "brick",
    "brick": "tomato",
    "rose": "coral",
    "coral": "tomato",
    "canal": "deep",
    "deep": "canal",
    "leaf": "moss",
    "moss": "leaf",
    "lime": "leaf",
    "sky": "pond",
    "pond": "canal",
    "mist": "sky",
    "soil": "peat",
    "peat": "soil",
    "wood": "bark",
    "bark": "soil",
    "stone": "ash",
    "ash": "slate",
    "auburn": "soil",
}
"""Ink that shades each ink: the same hue, one step darker."""


class Tint(NamedTuple):
    """A repeating tile of a pattern: its ground, then bars and dots upon it, each in one ink."""

    width: int
    height: int
    ground: str
    """Ink of the ground; "" where the paper beneath shows through."""
    bars: tuple[tuple[int, int, int, int, str], ...] = ()
    """Bars as (left, top, width, height, ink)."""
    dots: tuple[tuple[int, int], ...] = ()
    dot_ink: str = ""
    dot_size: float = 0


# Five dots a tile, on a lattice turned by about a quarter of a right angle: a press never prints its screen upright.
LATTICE = ((2, 2), (10, 6), (18, 10), (6, 14), (14, 18))


def _tints() -> dict[str, Tint]:
    made: dict[str, Tint] = {}
    for ink, deeper in DEEPER.items():
        made[f"dots-{ink}"] = Tint(20, 20, ink, (), LATTICE, deeper, 3.6)
        made[f"spots-{ink}"] = Tint(20, 20, "", (), LATTICE, ink, 4)
        made[f"brick-{ink}"] = Tint(
            48,
            26,
            ink,
            ((0, 0, 48, 1, deeper), (0, 13, 48, 1, deeper), (12, 1, 1, 12, deeper), (36, 14, 1, 12, deeper)),
        )
        made[f"planks-{ink}"] = Tint(60, 24, ink, ((0, 0, 60, 2, deeper), (20, 0, 2, 24, deeper)))
        made[f"stripes-{ink}"] = Tint(24, 20, ink, ((0, 0, 24, 8, "paper"),))
        made[f"awning-{ink}"] = Tint(44, 20, "paper", ((0, 0, 22, 20, ink),))
    for pale, strong in (("rose", "tomato"), ("sky", "canal"), ("cream", "sun"), ("lime", "leaf"), ("rose", "plum")):
        made[f"gingham-{strong}"] = Tint(
            44, 44, "paper", ((0, 0, 22, 44, pale), (0, 0, 44, 22, pale), (0, 0, 22, 22, strong))
        )
    for one, other in (
        ("sky", "paper"),
        ("mist", "paper"),
        ("butter", "paper"),
        ("rose", "paper"),
        ("cream", "butter"),
    ):
        made[f"tiles-{one}"] = Tint(96, 96, other, ((0, 0, 48, 48, one), (48, 48, 48, 48, one)))
        made[f"paper-{one}"] = Tint(64, 20, one, ((0, 0, 14, 20, DEEPER[one] if one != "cream" else "butter"),))
    return made


TINTS = _tints()
"""Patterns by name."""
