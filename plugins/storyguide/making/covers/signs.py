"""Draw small signs: one for each dimension of a framework, and the guide's own mark."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from storyguide.making.covers.shapes import Piece, cut, disc, dots, line, oval, together
from storyguide.making.covers.writing import drawn

_SIGNS: Mapping[str, Callable[[], Piece]] = MappingProxyType(
    {
        "sun": lambda: together(
            line(
                "M26 4V9M26 43V48M4 26H9M43 26H48M11 11L14 14M38 38L41 41M41 11L38 14M11 41L14 38", "tomato", 4.6, 0.3
            ),
            oval(26, 26, 12, 12, "sun"),
            line("M21 24v2M31 24v2M20 30Q26 36 32 30", "ink", 2.4, 0),
        ),
        "circles": lambda: together(
            oval(19, 19, 13, 13, "rose"),
            oval(34, 20, 13, 13, "canal"),
            oval(26, 33, 13, 13, "sun"),
            cut("M26.5 9.5C32 15 32 24 26.5 29C20.5 24 20.5 15 26.5 9.5Z", "plum", 0),
            cut("M14 31C18 21 26 19 32 21C31 28 26 32 14 31Z", "tomato", 0),
            cut("M38 32C36 24 30 20 23 21C22 28 28 32 38 33Z", "moss", 0),
        ),
        "bunting": lambda: together(
            line("M5 15Q26 28 47 15", "ink", 2.8, 0),
            cut("M8 17L19 20L11 34Z", "tomato", 0.5),
            cut("M20 21H32L26 39Z", "sun", 0.5),
            cut("M33 20L44 17L41 34Z", "canal", 0.5),
        ),
        "links": lambda: together(
            line("M13 18H18C28 18 28 34 18 34H13C5 34 5 18 13 18Z", "canal", 5.5, 0),
            line("M39 18H34C24 18 24 34 34 34H39C47 34 47 18 39 18Z", "tomato", 5.5, 0),
            line("M19 26H33", "ink", 5, 0),
        ),
        "rings": lambda: together(
            oval(26, 26, 21, 21, "rose"),
            oval(26, 26, 16.5, 16.5, "paper"),
            oval(26, 26, 12.5, 12.5, "tomato"),
            oval(26, 26, 8, 8, "paper"),
            oval(26, 26, 5, 5, "canal"),
        ),
        "leaf": lambda: together(
            cut("M26 46C8 36 8 16 26 5C44 16 44 36 26 46Z", "leaf", 0.5),
            line("M26 45V14M26 24l-7-7M26 24l7-7M26 35l-8-8M26 35l8-8", "ink", 2.4, 0.3),
        ),
        "hand": lambda: together(
            line("M18 26V15M24 24V9M30 24V10M36 26V15", "tomato", 5.4, 0.3),
            line("M17 34L10 27", "tomato", 5.8, 0.3),
            cut("M15 26H39V34C39 42 34 46 27 46S15 42 15 34Z", "tomato", 0.4),
            cut("M27 42C18 35 22 29 27 33C32 29 36 35 27 42Z", "paper", 0),
        ),
        "star": lambda: together(
            cut("M26 4L32 19L48 20L36 30L40 46L26 37L12 46L16 30L4 20L20 19Z", "sun", 0.7),
            line("M21 25v2M31 25v2M21 31Q26 35 31 31", "ink", 2.4, 0),
        ),
        "bridge": lambda: together(
            cut("M4 34C12 14 40 14 48 34V40H38C36 26 16 26 14 40H4Z", "tomato", 0.4),
            line("M4 33C12 14 40 14 48 33", "plum", 4, 0),
            line("M8 44h12M26 44h16", "canal", 3.4, 0.3),
        ),
        "door": lambda: together(
            cut("M13 46V18C15 3 37 3 39 18V46Z", "canal", 0.4),
            cut("M18 18C20 9 32 9 34 18Z", "sun", 0.3),
            dots(((34, 30),), "sun", 4.6),
            line("M9 46H43", "ink", 4, 0.3),
        ),
        "wave": lambda: line(
            "M6 17Q13 9 20 17Q27 25 34 17Q41 9 46 16M6 29Q13 21 20 29Q27 37 34 29Q41 21 46 28M6 41"
            "Q13 33 20 41Q27 49 34 41Q41 33 46 40",
            "canal",
            4.6,
            0,
        ),
        "kite": lambda: together(
            cut("M30 5L45 20L26 38L15 16Z", "tomato", 0.5),
            cut("M30 5L45 20L28 19Z", "sun", 0.3),
            cut("M28 19L26 38L45 20Z", "plum", 0.3),
            line("M26 38C22 46 16 38 8 47", "ink", 2.6, 0.3),
        ),
    }
)
SIGNS: frozenset[str] = frozenset(_SIGNS)
"""Names of signs that a dimension may ask for."""


def sign(name: str) -> str:
    """Return a sign as SVG, 52 by 52, on a disc of paper so that it shows on light and dark; a plain one if unknown."""
    ground = disc(26, 26, 25.5, "paper")
    made = _SIGNS[name]() if name in _SIGNS else together(oval(26, 26, 13, 13, "sun"), oval(26, 26, 5, 5, "tomato"))
    return drawn((ground, made), (0, 0, 52, 52))


def mark() -> str:
    """Return the guide's mark as SVG, 32 by 32, for a browser's tab: one flag of the bunting."""
    return drawn(
        (line("M1 5Q16 9 31 5", "ink", 3, 0), cut("M4 7L28 7L17 30Z", "tomato", 0), dots(((16, 14),), "sun", 7)),
        (0, 0, 32, 32),
    )
