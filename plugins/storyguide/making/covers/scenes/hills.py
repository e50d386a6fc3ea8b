"""Scenes among hills and trees: windmill, castle, woodland."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces import animals, buildings, nature, outdoors
from storyguide.making.covers.scenes import streets
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import Piece, box, cut, line, together

GREENS = ("leaf", "lime", "moss", "canal")


def landmark(stage: Stage, x: int, y: int, size: float = 1.0) -> None:
    """Something on the skyline."""
    by = stage.by
    ink = by.pick(("ink", "plum", "deep"))
    far, size_of = by.pick(
        (
            (buildings.little_chapel("paper", ink), 0.74),
            (buildings.windmill("paper", ink, "tomato", by.whole(5, 80)), 0.4),
            (buildings.castle(ink, "sun", by.whole(0, 1)), 0.66),
            (buildings.chimneys(ink, "rose"), 0.6),
            (buildings.kiln("tomato"), 0.52),
            (buildings.clock_tower("cream", ink), 0.34),
        )
    )
    stage.add(far, x, y, size * size_of)


def far_hills(stage: Stage, height: int, *, with_landmark: int = 75) -> str:
    """A far hill and a nearer one; gives the nearer one's ink."""
    by = stage.by
    far, near = by.several(GREENS if not stage.dark else ("moss", "canal", "leaf"), 2)
    shape = by.whole(0, 3)
    stage.add(nature.hill(f"dots-{far}" if by.chance(60) else far, shape), 0, height)
    if by.chance(with_landmark):
        x, lift = ((250, -14), (650, -46), (500, -34), (200, -44))[shape]
        landmark(stage, x, height + lift + 8)
    stage.add(nature.hill(near, (shape + by.whole(1, 3)) % 4), 0, height + 64)
    return near


def windmill(stage: Stage) -> str:
    by = stage.by
    stage.sky(sun_at=(100, 700))
    x = by.pick((240, 400, 560)) + by.whole(-30, 30)
    stage.add(nature.hill(by.pick(("canal", "moss", "lime")), by.whole(0, 3)), 0, 340)
    grass = by.pick(("leaf", "lime", "moss"))
    stage.add(cut("M-300 330C-180 150-90 100 0 96S200 160 330 330Z", grass), x, 330, 1.3)
    stage.add(
        buildings.windmill(
            by.pick(("paper", "cream", "rose", "tomato")),
            by.pick(("plum", "ink", "canal")),
            by.pick(("tomato", "sun", "paper")),
            by.whole(5, 85),
        ),
        x,
        470,
        1.22,
    )
    near = by.pick([ink for ink in ("lime", "leaf", "butter", "cream") if ink != grass])
    stage.add(nature.hill(near, by.whole(0, 3)), 0, 484)
    stage.pieces.append(box(-10, 540, 820, 80, near))
    side = -1 if x > 400 else 1
    if by.chance(50):
        stage.add(buildings.little_chapel("paper", "plum"), x + side * 300, 452, 0.9)
    for spot in (60, 180, 640, 740):
        if abs(spot - x) > 190:
            stage.add(
                nature.tree(by.whole(0, 3), by.pick(("moss", "leaf") if near != "leaf" else ("moss", "lime"))),
                spot,
                486,
                by.pick((0.8, 1)),
            )
    if by.chance(60):
        stage.add(outdoors.fence("paper"), 0, 594)
    stage.passers_by(
        [(x + side * 170 + by.whole(-20, 20), 576), (x + side * 290, 584)][: by.whole(1, 2)], 1, avoid=near
    )
    stage.add(
        by.pick((animals.dog("bark", "tomato"), animals.hen("paper"), nature.bush("moss"), nature.bluebells("tomato"))),
        x - side * 160,
        586,
        1.1,
        flip=side < 0,
    )
    return "a windmill on a hill"


def castle(stage: Stage) -> str:
    by = stage.by
    stage.sky(sun_at=(100, 700))
    x = by.pick((270, 400, 530))
    hill = by.pick(("canal", "moss", "leaf"))
    stage.add(cut("M-460 300C-300 40-180-10-60-14S240 60 460 300Z", f"dots-{hill}"), x, 250, 1.2)
    stage.add(
        buildings.castle(
            by.pick(("ink", "plum", "slate") if not stage.dark else ("plum", "rose")), "sun", by.whole(0, 1)
        ),
        x - 40,
        242,
        1.3,
    )
    for spot in range(x - 300, x + 320, 74):
        if by.chance(75):
            stage.add(
                nature.tree(by.whole(0, 3), by.pick(("moss", "leaf", "lime"))),
                spot,
                372 + by.whole(-16, 8),
                by.pick((0.55, 0.7)),
            )
    streets.row_of_houses(stage, 520, by.pick((0.76, 0.84)))
    ground = by.pick(("lime", "leaf", "cream", "slate"))
    stage.pieces.append(box(-10, 514, 820, 110, ground))
    stage.passers_by(
        [
            (spot + by.whole(-24, 24), 584 + by.whole(-6, 8))
            for spot in by.several((120, 330, 520, 690), by.whole(2, 3))
        ],
        0.86,
        avoid=ground,
    )
    if by.chance(40):
        stage.bunting(24)
    return "a castle above the rooftops"


def woodland(stage: Stage) -> str:
    by = stage.by
    stage.sky(("day", "day", "dusk", "rain", "night"))
    inks = by.several(("leaf", "moss", "lime", "canal", "amber"), 3)
    stage.add(nature.hill(inks[0], by.whole(0, 3)), 0, 250)
    for nth in range(9):
        stage.add(
            nature.tree(by.pick((0, 1, 2, 3)), inks[1]),
            10 + nth * 98 + by.whole(-18, 18),
            372 + by.whole(-10, 10),
            by.pick((0.9, 1.1)),
        )
    ground = by.pick([ink for ink in ("lime", "leaf", "moss", "butter") if ink != inks[1]])
    stage.add(nature.hill(ground, by.whole(0, 3)), 0, 370)
    stage.pieces.append(box(-10, 440, 820, 180, ground))
    x = by.whole(320, 480)
    stage.add(outdoors.path("cream" if ground != "butter" else "wood", by.whole(0, 1)), x, 366, 1)
    stage.passers_by([(x - 70, 540), (x + 60, 560), (x + 170, 548)][: by.whole(1, 3)], 1.06, avoid=ground)
    trunk = by.pick(("bark", "plum", "ink", "soil"))
    for spot, flip in ((64, False), (742, True)):
        stage.add(_great_tree(trunk, inks[2] if inks[2] != ground else "moss"), spot, 610, 1, flip=flip)
    for extra in by.several(
        (
            animals.fox(),
            nature.mushrooms("tomato"),
            nature.bluebells("canal"),
            nature.mushrooms("sun"),
            nature.bluebells("plum"),
            animals.dog("ink", "tomato"),
        ),
        3,
    ):
        stage.add(extra, by.pick((180, 230, 600, 650)), 592, by.pick((1, 1.15)), flip=by.chance(50))
    return "a walk in the woods"


@cache
def _great_tree(trunk: str, leaf: str) -> Piece:
    return together(
        cut("M-46 10C-20-60-34-240-30-470H40C34-240 30-60 64 10Z", trunk),
        line("M20-300C60-330 90-350 120-352M-6-200V-270M10-90V-150M4-380V-420", DEEPER[trunk], 9),
        cut(
            "M-130-400C-150-520-100-640-20-640H60C150-640 190-560 150-500C190-430 120-370 60-420"
            "C20-370-60-360-130-400Z",
            leaf,
        ),
        line("M-60-470l22-18M-30-540l22-18M40-480l22-18M80-550l22-18M100-440l16-12", DEEPER[leaf], 7),
    )
