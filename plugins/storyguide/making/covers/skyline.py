"""Draw the pictures that belong to the guide itself: the home page's skyline, a door, a tin."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from html import escape
from types import MappingProxyType

from storyguide.making.covers.choosing import Chooser
from storyguide.making.covers.pieces import animals, buildings, indoors, nature, outdoors, stands, tableware, waterside
from storyguide.making.covers.pieces.people import bust
from storyguide.making.covers.scenes import streets
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import Piece, box, cut, line, oval, place, together
from storyguide.making.covers.writing import drawn

_ON_THE_HILL: Mapping[str, tuple[Callable[[], Piece], float]] = MappingProxyType(
    {
        "castle": (lambda: buildings.castle("ink", "sun", 1), 0.86),
        "windmill": (lambda: buildings.windmill("cream", "plum", "tomato", 24), 0.44),
        "chapel": (lambda: buildings.chapel("cream", "plum", "canal", 1), 0.36),
        "chimneys": (lambda: buildings.chimneys("ink", "rose"), 0.6),
        "kiln": (lambda: buildings.kiln("tomato"), 0.66),
        "clock": (lambda: buildings.clock_tower("cream", "plum"), 0.42),
        "school": (lambda: buildings.school("tomato", "ink"), 0.42),
        "trees": (lambda: together(nature.tree(0, "moss"), nature.tree(1, "leaf")), 0.7),
        "canal": (lambda: waterside.bridge("tomato", "plum", "sky"), 0.4),
    }
)
LANDMARKS: frozenset[str] = frozenset(_ON_THE_HILL)
"""Names of landmarks that a skyline may be made of."""

_HILL = "M-20 330C60 190 150 152 240 148C350 146 420 226 520 248C640 268 700 248 790 262V470H-20Z"
_STANDS = ((236, 156), (76, 222), (412, 226), (680, 262))


def hero(skyline: Sequence[str], key: str) -> str:
    """Return the town as SVG, 760 by 600: landmarks on a hill, terraces, and neighbours at one long table.

    skyline: names of landmarks, of which the first four are drawn. key: decides everything that varies.
    """
    stage = Stage(key)
    stage.add(nature.sun("sun", "tomato", 108), 600, 140)
    stage.add(nature.birds("ink", 0), 330, 60)
    stage.add(cut(_HILL, "dots-canal"))
    known = [name for name in skyline if name in _ON_THE_HILL] or ["trees"]
    for name, (x, y) in reversed(list(zip(known, _STANDS, strict=False))):
        make, size = _ON_THE_HILL[name]
        stage.add(make(), x, y, size)
    for x in (20, 150, 330, 470, 560, 740):
        stage.add(nature.tree(stage.by.whole(0, 3), stage.by.pick(("moss", "leaf", "lime"))), x, 306, 0.5)
    streets.row_of_houses(stage, 500, 0.9)
    stage.bunting(222)
    stage.pieces.append(box(-20, 496, 820, 120, "leaf"))
    for nth, look in enumerate(stage.looks(7)):
        stage.add(bust(look), 62 + nth * 108, 518 + stage.by.whole(-6, 4), 0.76, flip=nth > 3)
    stage.add(indoors.table("gingham-tomato", 120), 0, 512)
    laid = (
        tableware.mug("tomato"),
        tableware.cake("rose", True),
        tableware.teapot("plum", "sun"),
        tableware.pot("canal", "ink", False),
        tableware.bread(),
        tableware.bowl("plum", "sun"),
        tableware.mug("canal"),
    )
    for nth, thing in enumerate(laid):
        stage.add(thing, 58 + nth * 108, 552, 0.62)
    return drawn(stage.pieces, (0, 0, 760, 600), "hero")


def door(key: str) -> str:
    """Return a front door on the street as SVG, 640 by 460, with a window and a board beside it, to invite people."""
    by = Chooser(key)
    pieces = (
        box(-10, -10, 660, 480, "brick-tomato", 0),
        box(-10, 436, 660, 40, "stone"),
        box(84, 66, 236, 178, "paper"),
        box(96, 78, 212, 154, "ink"),
        *(place(indoors.pot_plant(pot, kind), x, 240) for pot, kind, x in (("sun", 1, 140), ("canal", 0, 262))),
        line("M202 74V238M92 154H312", "paper", 9),
        box(68, 240, 268, 20, "paper"),
        place(animals.cat(by.pick(("amber", "stone"))), 206, 240, 0.9),
        place(stands.noticeboard("ink"), 190, 452, 1.16),
        cut("M412 440V150C430 70 562 70 580 150V440Z", "paper"),
        cut("M428 440V156C444 92 548 92 564 156V440Z", "canal"),
        cut("M440 150C456 104 536 104 552 150Z", "sun"),
        line("M496 150V112M468 148L478 120M524 148L514 120", "ink", 4),
        box(446, 178, 44, 92, "deep"),
        box(504, 178, 44, 92, "deep"),
        box(446, 312, 44, 96, "deep"),
        box(504, 312, 44, 96, "deep"),
        box(474, 284, 46, 14, "sun"),
        oval(546, 300, 9, 9, "sun"),
        box(396, 428, 200, 22, "cream"),
        place(indoors.pot_plant("plum", by.whole(0, 2)), 614, 450, 1.1),
        place(outdoors.bunting(-20, 330, 22), 0, 14),
        place(outdoors.bunting(330, 660, 22, "ink", 2), 0, 14),
    )
    return drawn(pieces, (0, 0, 640, 460), "door")


def tin(label: str, key: str) -> str:
    """Return an opened tin with its name on the label as SVG, 320 by 400.

    It must stand inline in the page, so that the page's fonts are used.
    """
    by = Chooser(key)
    ink = by.pick(("tomato", "canal", "plum", "leaf"))
    pieces = (
        oval(170, 368, 124, 18, "ash"),
        cut("M58 66H262L258 356C220 382 100 382 62 356Z", "sky"),
        cut("M56 110C110 134 210 134 264 110L261 312C214 338 106 338 59 312Z", f"dots-{ink}"),
        line("M60 92C110 112 210 112 260 92M62 334C110 356 210 356 258 334", "pond", 6),
        oval(160, 66, 103, 25, "stone"),
        oval(160, 66, 88, 18, "pond"),
        line("M140 66C136 44 196 24 206 44C212 60 176 68 160 64", "ink", 6),
        line("M132 66H150", "ink", 9),
        cut("M82 158C130 174 190 174 238 158L236 268C190 284 130 284 84 268Z", "paper"),
        line("M112 178Q160 187 208 178", "tomato" if ink != "tomato" else "canal", 4),
    )
    lines = _label(label)
    top = 232 - 13 * (len(lines) - 1)
    text = "".join(f'<tspan x="160" y="{top + 27 * nth}">{escape(words)}</tspan>' for nth, words in enumerate(lines))
    written = f'<text fill="#201a3c" font-size="24" font-weight="800" text-anchor="middle">{text}</text>'
    return drawn(pieces, (0, 0, 320, 400), f"tin-{blake2b(key.encode(), digest_size=4).hexdigest()}", words=written)


def _label(label: str) -> list[str]:
    """Return a label broken into at most three lines of about 12 characters."""
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + len(word) < 12:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines[:3]
