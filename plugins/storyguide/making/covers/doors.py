"""Draw three front doors of one street, for the three ways to tell a story."""

from collections.abc import Iterator

from storyguide.making.covers.choosing import Chooser
from storyguide.making.covers.pieces import animals, indoors, outdoors, tableware, things
from storyguide.making.covers.pieces.looks import looks
from storyguide.making.covers.pieces.people import bust
from storyguide.making.covers.shapes import Piece, box, cut, disc, dots, line, oval, place, together
from storyguide.making.covers.writing import drawn

WIDE = 300
"""Width of a door's drawing."""
HIGH = 410
"""Height of a door's drawing."""
_NUMBERS = (
    line("M-7-9L2-16V16", "ink", 7, 0),
    line("M-11-7C-10-20 12-20 10-6C8 3-7 8-11 16H13", "ink", 7, 0),
    line("M-10-15H10L-1-3C14-3 13 17-2 16C-7 16-10 14-12 11", "ink", 7, 0),
)


def doors(key: str) -> Iterator[str]:
    """Yield three SVG drawings: a house's front, a stable door with a neighbour in it, a workshop.

    Side by side they make a street. Each is 300 by 410, without ground behind its roof.
    """
    by = Chooser(key)
    for nth, front in enumerate((_front_door(by), _stable_door(by), _workshop())):
        hung = place(outdoors.bunting(0, WIDE, 15, "ink", 2 * nth), 0, 108)
        step = together(box(-4, 392, 308, 22, "stone", 0), line("M0 394H300", "ash", 3))
        yield drawn((front, hung, step, *_before(nth, by)), (0, 0, WIDE, HIGH), f"door-{nth + 1}")


def _front_door(by: Chooser) -> Piece:
    """Draw a brick house: an arched door with a light over it and a letter half in."""
    return together(
        box(216, 12, 40, 60, "brick-tomato"),
        dots(((226, 10), (246, 10)), "wood", 14),
        box(-4, 84, 308, 320, "brick-tomato", 0),
        cut("M-6 96L-6 92L20 42H280L306 92V96Z", "ink"),
        line("M8 76H292M14 60H286", "slate", 3),
        cut("M78 396V226C88 150 212 150 222 226V396Z", "paper"),
        cut("M92 396V230C102 172 198 172 208 230V396Z", "canal"),
        cut("M102 226C112 184 188 184 198 226Z", "sun"),
        line("M150 226V192M122 224L130 200M178 224L170 200", "ink", 4),
        box(108, 244, 36, 58, "deep"),
        box(156, 244, 36, 58, "deep"),
        box(108, 336, 36, 50, "deep"),
        box(156, 336, 36, 50, "deep"),
        place(box(-17, -30, 34, 34, "paper"), 150, 318, turn=by.whole(-7, -3)),
        line("M140 296H160M140 303H154", "slate", 3),
        box(124, 314, 52, 14, "sun"),
        oval(198, 320, 7, 7, "sun"),
        box(66, 386, 168, 16, "cream"),
        _plate(0, 262, 200),
    )


def _stable_door(by: Chooser) -> Piece:
    """Draw a gable: the upper half of the door stands open, and somebody looks out over it."""
    (who,) = looks(by, 1, mood="laugh", avoid="paper")
    return together(
        cut("M-4 404V122L150 14L304 122V404Z", "dots-sky", 0),
        line("M-6 126L150 16L306 126", "ink", 15),
        oval(150, 72, 19, 19, "paper"),
        oval(150, 72, 13, 13, "canal"),
        box(72, 164, 156, 236, "plum"),
        box(84, 176, 132, 124, "butter"),
        place(bust(who, arms="wave"), 146, 304, 0.66),
        box(84, 304, 132, 94, "planks-sun"),
        line("M92 388L206 314", "amber", 9),
        box(66, 294, 168, 15, "wood"),
        place(tableware.mug("tomato", "paper"), 106, 295, 0.42),
        dots(((202, 348),), "ink", 10),
        _plate(1, 262, 200),
    )


def _workshop() -> Piece:
    """Draw a workshop under a saw-tooth roof: one leaf of its door is open, and tools hang within."""
    return together(
        cut("M-4 404V92L96 30V92L196 30V92L304 26V404Z", "planks-leaf", 0),
        line("M-4 94L96 32V92L196 32V92L306 26", "ink", 11),
        box(46, 164, 192, 236, "paper"),
        box(58, 176, 168, 222, "ink"),
        place(things.tools("wood"), 112, 190, 0.33),
        box(128, 318, 98, 13, "bark"),
        line("M140 330V396M214 330V396", "bark", 9),
        place(things.toaster("tomato"), 178, 318, 0.42),
        cut("M58 176L116 190V388L58 398Z", "tomato"),
        line("M64 206L110 372M62 372L112 206M62 200L112 208M62 378L112 370", "brick", 6),
        dots(((106, 288),), "sun", 9),
        _plate(2, 268, 200),
    )


def _before(nth: int, by: Chooser) -> tuple[Piece, ...]:
    """Draw what stands on the pavement before the nth door."""
    if nth == 0:
        return place(indoors.pot_plant("sun", 2), 42, 402), place(indoors.pot_plant("plum", 0), 258, 402, 0.8)
    if nth == 1:
        return (place(animals.cat(by.pick(("amber", "stone"))), 38, 402, 0.8),)
    return (place(outdoors.watering_can("canal"), 258, 404, 0.42, flip=True),)


def _plate(nth: int, x: int, y: int) -> Piece:
    """Draw the number of a house, on its wall."""
    return together(disc(x, y, 25, "ink"), disc(x, y, 22, "sun"), place(_NUMBERS[nth], x, y, 0.82))
