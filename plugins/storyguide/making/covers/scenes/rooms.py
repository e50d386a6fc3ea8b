"""Scenes round a table indoors: kitchen, tea, craft, hall, food bank, library."""

from storyguide.making.covers.pieces import indoors, tableware, things
from storyguide.making.covers.pieces.people import bust
from storyguide.making.covers.pieces.stands import noticeboard
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import Piece, box, line

WALLS = ("sky", "mist", "rose", "cream", "butter", "pond", "lime", "stone")
FRAMES = ("canal", "plum", "ink", "tomato", "leaf")
CLOTHS = (
    "gingham-tomato",
    "gingham-canal",
    "gingham-sun",
    "gingham-leaf",
    "stripes-rose",
    "stripes-canal",
    "gingham-plum",
)
EDGE = 486


def wall(stage: Stage, tiled: int = 30) -> str:
    """A wall, plain or papered or half tiled; gives its ink."""
    by = stage.by
    ink = by.pick(WALLS)
    stage.cover(ink)
    if by.chance(tiled):
        stage.pieces.append(
            box(-10, 106, 820, 150, by.pick(("tiles-sky", "tiles-rose", "tiles-butter", "tiles-mist")), 0)
        )
        stage.pieces.append(line("M-10 106H810M-10 256H810", by.pick(FRAMES), 10))
    elif ink in ("sky", "mist", "rose", "butter") and by.chance(60):
        stage.pieces.append(box(-10, -10, 820, 340, f"paper-{ink}", 0))
        stage.pieces.append(line("M-10 332H810", by.pick(FRAMES), 10))
    else:
        stage.pieces.append(
            box(-10, 300, 820, 320, by.pick([fill for fill in ("paper", "cream", "sky", "coral") if fill != ink]))
        )
        stage.pieces.append(line("M-10 300H810", by.pick(FRAMES), 9))
    return ink


def hang(stage: Stage, names: tuple[str, ...]) -> None:
    """Hang one thing at either side of the wall, something small between."""
    by = stage.by
    left, right = by.several(names, 2)
    view = by.whole(0, 3)
    frame = by.pick(FRAMES)
    _hang_one(stage, left, 36, frame, view)
    _hang_one(stage, right, 546, frame, view)
    between = by.whole(0, 3)
    if between == 0:
        stage.add(indoors.lamp(by.pick(("tomato", "plum", "canal")), 56), 400, 0, 1.1)
    elif between == 1:
        stage.add(indoors.clock(frame), 400, 86)
    elif between == 2:
        stage.add(indoors.picture(frame, by.whole(0, 2)), 350, 44)
    else:
        stage.bunting(14)


def _hang_one(stage: Stage, name: str, x: int, frame: str, view: int) -> None:
    by = stage.by
    if name == "window":
        stage.add(indoors.window(frame, view), x + 6, 22, 1.08)
        if by.chance(60):
            stage.add(
                indoors.pot_plant(by.pick(("tomato", "canal", "sun")), by.whole(0, 2)),
                x + 40 + by.whole(0, 120),
                200,
                0.8,
            )
    elif name == "pans":
        stage.add(indoors.hanging_pans(frame), x, 56)
    elif name == "jars":
        for nth in range(4):
            stage.add(indoors.jar(by.pick(("tomato", "sun", "leaf", "plum", "amber"))), x + 34 + nth * 54, 104)
        stage.add(indoors.shelf(230, frame), x, 104)
        stage.add(tableware.mug(by.pick(("canal", "tomato"))), x + 60, 206, 0.9)
        stage.add(tableware.teapot(by.pick(("plum", "canal")), "sun"), x + 160, 206, 0.8)
        stage.add(indoors.shelf(230, frame), x, 206)
    elif name == "books":
        stage.add(indoors.book_row(by.whole(0, 3)), x + 8, 110)
        stage.add(indoors.shelf(230, frame), x, 110)
        stage.add(indoors.pot_plant(by.pick(("tomato", "canal")), by.whole(0, 2)), x + 200, 110, 0.7)
    elif name == "menu":
        stage.add(indoors.menu_board(by.whole(0, 1)), x + 26, 40)
    elif name == "quilt":
        stage.add(indoors.quilt(by.pick(("tomato", "plum")), "canal"), x - 8, 50, 0.95)
    elif name == "notices":
        stage.add(noticeboard(frame, False), x + 106, 226, 1.2)
    elif name == "pictures":
        stage.add(indoors.picture(frame, by.whole(0, 2)), x, 70)
        stage.add(indoors.picture(by.pick(FRAMES), by.whole(0, 2)), x + 120, 96)


def sitters(stage: Stage, count: int, *, avoid: str = "", apron: bool = False, mood: str = "") -> list[int]:
    """People behind the table; gives where they sit."""
    by = stage.by
    places = {1: [400], 2: [236, 564], 3: [142, 400, 658], 4: [108, 302, 498, 692]}[count]
    size = {1: 1.4, 2: 1.36, 3: 1.24, 4: 1.04}[count]
    places = [x + by.whole(-16, 16) for x in places]
    for x, look in zip(places, stage.looks(count, avoid=avoid, mood=mood), strict=True):
        tied = by.pick(("paper", "canal", "tomato", "plum")) if apron and by.chance(55) else ""
        if tied == look.cloth:
            tied = "cream"
        arms = by.pick(("", "rest", "folded", "rest"))
        if arms == "rest" and by.chance(18):
            arms = "wave"
        stage.add(
            bust(look, apron=tied, arms=arms), x, EDGE + by.whole(-6, 4), size * by.pick((0.96, 1, 1.04)), flip=x > 400
        )
    return places


def lay(stage: Stage, middle: Piece, others: list[Piece], *, size: float = 1.0) -> None:
    """Put things on the table: the chief one in the middle, or where there is room for it."""
    by = stage.by
    spots = by.several((96, 250, 560, 704), len(others))
    for x, thing in sorted(zip(spots, others, strict=True), key=lambda laid: laid[0]):
        stage.add(thing, x + by.whole(-14, 14), 552 + by.whole(-8, 12), size * 0.94)
    stage.add(middle, 404 + by.whole(-24, 24), 568, size * 1.12)


def foods(stage: Stage, count: int) -> list[Piece]:
    """Good things to eat and drink."""
    by = stage.by
    ink = by.pick(("canal", "plum", "tomato"))
    larder = (
        tableware.bread(),
        tableware.bowl(ink, "lime"),
        tableware.bowl(ink, "sun"),
        tableware.bowl(ink, "cream"),
        tableware.cake(by.pick(("rose", "tomato", "paper")), by.chance(50)),
        tableware.plate(by.whole(0, 2)),
        tableware.milk(),
        tableware.vase(ink, by.pick(("rose", "sun", "tomato"))),
        tableware.mug(ink, ""),
        tableware.kettle(by.pick(("canal", "leaf", "plum"))),
    )
    return by.several(larder, count)


def kitchen(stage: Stage) -> str:
    by = stage.by
    wall(stage, 75)
    hang(stage, ("window", "pans", "jars", "window", "menu"))
    sitters(stage, by.pick((2, 2, 3, 3)), apron=True)
    stage.add(indoors.table(by.pick(CLOTHS), 120), 0, EDGE)
    lay(
        stage,
        tableware.pot(by.pick(("tomato", "canal", "plum", "sun")), "ink", by.chance(50)),
        foods(stage, by.pick((2, 2, 3))),
    )
    return by.pick(("a shared kitchen", "a pot on the table", "a kitchen table"))


def tea(stage: Stage) -> str:
    by = stage.by
    wall(stage, 20)
    hang(stage, ("window", "menu", "jars", "pictures", "window"))
    if by.chance(50):
        stage.bunting(12)
    places = sitters(stage, by.pick((2, 3, 3, 4)))
    stage.add(indoors.table(by.pick((*CLOTHS, "wood", "plum", "canal")), 120), 0, EDGE)
    mug = by.pick(("tomato", "canal", "sun", "plum"))
    lay(
        stage,
        by.pick(
            (
                tableware.teapot(by.pick(("plum", "canal", "tomato")), "sun"),
                tableware.cake(by.pick(("rose", "tomato")), True),
                tableware.vase("canal", "tomato"),
            )
        ),
        [tableware.plate(by.whole(0, 2)), tableware.cake("rose", False)][: by.whole(1, 2)],
    )
    for x in places[:: 2 if len(places) == 4 else 1]:
        stage.add(tableware.mug(mug, "ink"), x + (62 if x < 400 else -62), 540, 0.9, flip=x > 400)
    return "tea and cake"


def craft(stage: Stage) -> str:
    by = stage.by
    wall(stage, 0)
    hang(stage, ("quilt", "window", "pictures", "jars", "quilt"))
    sitters(stage, by.pick((2, 3, 3)))
    stage.add(indoors.table(by.pick(("wood", "canal", "plum", "gingham-sun", "stripes-rose")), 120), 0, EDGE)
    inks = by.several(("tomato", "canal", "sun", "rose", "leaf", "plum"), 4)
    sewing = by.chance(45)
    middle = things.sewing_machine(by.pick(("ink", "canal", "leaf"))) if sewing else tableware.basket(1)
    others = [things.wool(inks[0]), things.knitting(inks[1]), things.wool(inks[2]), tableware.mug(inks[3])][
        : by.whole(2, 4)
    ]
    lay(stage, middle, others)
    return "people sewing together" if sewing else "a knitting circle"


def hall(stage: Stage) -> str:
    by = stage.by
    wall(stage, 0)
    kind = by.whole(0, 2)
    if kind == 0:
        ink = by.pick(("plum", "canal", "tomato"))
        stage.bunting(40)
        stage.add(indoors.curtain(ink))
        stage.add(indoors.curtain(ink), 800, 0, flip=True)
        stage.add(indoors.clock("ink"), 400, 130)
    else:
        hang(stage, ("notices", "window", "pictures", "notices"))
        if by.chance(50):
            stage.bunting(10)
    sitters(stage, by.pick((3, 3, 4)))
    stage.add(
        indoors.table(by.pick(("wood", "canal", "cream", "plum", "gingham-canal", "stripes-canal")), 120), 0, EDGE
    )
    lay(
        stage,
        things.papers(by.pick((0, 0, 2))),
        [
            things.papers(1),
            tableware.mug(by.pick(("tomato", "sun"))),
            by.pick((tableware.vase("canal", "sun"), tableware.plate(0), tableware.teapot("plum", "sun"))),
        ],
    )
    return "neighbours meeting in a hall"


def foodbank(stage: Stage) -> str:
    by = stage.by
    stage.cover(by.pick(WALLS))
    frame = by.pick(("bark", "canal", "ink", "plum"))
    kind = by.whole(0, 5)
    for row, y in enumerate((96, 206, 316)):
        for column in range(4):
            row_of = (
                indoors.tin_row((kind + row * 2 + column) % 3) if (row + column + kind) % 4 else tableware.basket(0)
            )
            x = 14 + column * 198
            stage.add(
                row_of,
                x + (80 if row_of is tableware.basket(0) else 0),
                y,
                1 if row_of is not tableware.basket(0) else 0.75,
            )
        stage.pieces.append(box(-10, y, 820, 14, frame))
    count = by.pick((2, 2, 3))
    sitters(stage, count, apron=True)
    stage.add(indoors.table(by.pick(("wood", "canal", "plum", "cream", "gingham-leaf")), 120), 0, EDGE)
    first = by.whole(0, 2)
    stage.add(tableware.crate(first), 180 + by.whole(-20, 20), 566, 1.12)
    stage.add(tableware.crate((first + 1) % 3), 610 + by.whole(-20, 20), 570, 1.12)
    stage.add(
        by.pick((tableware.gift_box(), tableware.bread(), tableware.milk(), tableware.bowl("canal", "sun"))),
        400 + by.whole(-20, 20),
        560,
    )
    return "crates of food ready to share"


def library(stage: Stage) -> str:
    by = stage.by
    stage.cover(by.pick(("cream", "rose", "sky", "mist", "butter")))
    frame = by.pick(("bark", "canal", "plum", "ink", "leaf"))
    kind = by.whole(0, 3)
    gap = by.pick((0, 1, 2, 3, 4))
    for row, y in enumerate((100, 206, 312)):
        for column in range(4):
            if column == gap and row < 2:
                continue
            stage.add(indoors.book_row((kind + row * 3 + column) % 4), 16 + column * 198, y)
        stage.pieces.append(box(-10, y, 820, 14, frame))
    if gap < 4:
        stage.pieces.append(box(14 + gap * 198, -10, 184, 222, "pond", 0))
        stage.add(indoors.window(frame, by.whole(0, 3)), 20 + gap * 198, 14, 0.9)
    sitters(stage, by.pick((2, 2, 3)))
    stage.add(indoors.table(by.pick(("wood", "canal", "plum", "cream", "slate")), 120), 0, EDGE)
    extra = by.pick(
        (
            things.globe(),
            tableware.mug("tomato", "ink"),
            tableware.vase("canal", "rose"),
            indoors.pot_plant("tomato", 0),
        )
    )
    lay(stage, things.papers(2), [indoors.book_row(kind), extra, things.papers(2)][: by.whole(2, 3)])
    return "a library"
