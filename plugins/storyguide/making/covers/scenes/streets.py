"""Scenes in the street: terrace, street party, chapel, school, market."""

from storyguide.making.covers.pieces import animals, buildings, indoors, nature, outdoors, stands, tableware, things
from storyguide.making.covers.pieces.people import bust, standing
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import box, line

WALLS = ("tomato", "rose", "cream", "butter", "paper", "wood", "stone", "coral", "sky")
ROOFS = ("ink", "plum", "slate", "deep")
DOORS = ("canal", "sun", "plum", "tomato", "leaf")


def row_of_houses(stage: Stage, foot: int, size: float = 1.0, *, with_shop: bool = False) -> None:
    """A terrace from edge to edge: three or four builders' houses in turn, no two neighbours alike."""
    by = stage.by
    step = 150 * size
    count = int(800 / step) + 2
    designs = [
        buildings.house(
            wall,
            by.pick(ROOFS),
            by.pick([ink for ink in DOORS if ink != wall]),
            "sun" if stage.dark or by.chance(40) else by.pick(("sky", "cream", "mist")),
            by.whole(0, 2),
        )
        for wall in by.several(WALLS, by.whole(3, 4))
    ]
    shop_at = by.whole(1, count - 3) if with_shop else -1
    x = -by.whole(10, 120) * size
    for nth in range(count):
        if nth == shop_at:
            shop = buildings.shop(by.pick(WALLS[:4]), by.pick(("canal", "tomato", "plum", "leaf")))
            stage.add(shop, round(x + 95 * size), foot, size)
            x += 190 * size
            continue
        stage.add(designs[nth % len(designs)], round(x + step / 2), foot + by.whole(-4, 4), size)
        x += step


def terrace(stage: Stage) -> str:
    by = stage.by
    stage.sky(sun_at=(120, 690))
    if by.chance(40):
        stage.add(nature.hill(by.pick(("canal", "leaf", "moss")), by.whole(0, 3)), 0, 150)
    foot = by.whole(392, 416)
    row_of_houses(stage, foot, by.pick((1.1, 1.16, 1.22)), with_shop=by.chance(35))
    if by.chance(45):
        stage.bunting(by.whole(60, 100))
    road = by.pick(("slate", "leaf", "plum", "deep", "ink", "wood"))
    stage.pieces.append(box(-10, foot, 820, 30, "stone"))
    stage.pieces.append(box(-10, foot + 28, 820, 220, road))
    stage.pieces.append(line(f"M-10 {foot + 29}H810", "ash", 4))
    if by.chance(45):
        stage.add(outdoors.lamp_post("ink"), by.pick((60, 740)), foot + 26)
    playing = by.chance(55)
    if playing:
        stage.add(outdoors.hopscotch(), 400 + by.whole(-50, 50), 590, 1.35)
        stage.child(190 + by.whole(-30, 30), 560, 1.24, avoid=road)
        if by.chance(50):
            (look,) = stage.looks(1, young=True, avoid=road)
            stage.add(outdoors.skipping_rope("sun"), 600, 574, 1.24)
            stage.add(standing(look, child=True, left="out", right="out"), 600, 574, 1.24)
        else:
            stage.passers_by([(610 + by.whole(-30, 30), 576)], 1.16, avoid=road)
    else:
        spots = [(150 + by.whole(-40, 40), 560), (390 + by.whole(-40, 40), 580), (640 + by.whole(-40, 40), 566)]
        stage.passers_by(spots[: by.whole(2, 3)] if by.chance(70) else spots[1:], 1.14, avoid=road)
    if by.chance(60):
        extra = by.pick(
            (animals.cat("ink"), animals.dog("bark", "tomato"), things.bicycle("tomato", "sun"), animals.cat("amber"))
        )
        stage.add(extra, by.pick((60, 740)) if extra[0] else 0, 584, 1.0, flip=by.chance(50))
    return "children playing in a terraced street" if playing else "neighbours in a terraced street"


def street_party(stage: Stage) -> str:
    by = stage.by
    stage.sky(("day", "day", "dusk", "night"))
    row_of_houses(stage, 440, by.pick((1.16, 1.24)))
    stage.bunting(by.whole(40, 66))
    stage.bunting(by.whole(126, 160))
    stage.pieces.append(box(-10, 432, 820, 200, by.pick(("slate", "leaf", "plum"))))
    count = by.pick((4, 5, 5))
    for nth, look in enumerate(stage.looks(count)):
        x = round(400 + (nth - (count - 1) / 2) * 780 / count) + by.whole(-8, 8)
        stage.add(
            bust(look, arms=by.pick(("", "", "rest", "up" if nth == count // 2 else "wave"))),
            x,
            500,
            0.98,
            flip=x > 400,
        )
    cloth = by.pick(("gingham-tomato", "gingham-canal", "gingham-sun", "stripes-rose", "gingham-leaf"))
    stage.add(indoors.table(cloth, 120), 0, 496)
    for x, thing in zip(
        (84, 240, 400, 556, 714),
        by.several(
            (
                tableware.cake("rose", True),
                tableware.teapot("canal", "sun"),
                tableware.bowl("plum", "sun"),
                tableware.plate(1),
                tableware.plate(0),
                tableware.cake("tomato", False),
                tableware.bread(),
                tableware.milk(),
                tableware.vase("plum", "sun"),
                tableware.bowl("canal", "lime"),
            ),
            5,
        ),
        strict=True,
    ):
        stage.add(thing, x + by.whole(-14, 14), 556 + by.whole(-6, 10), 0.86)
    return "a street party"


def chapel(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    stage.add(nature.hill(by.pick(("leaf", "canal", "moss", "lime")), by.whole(0, 3)), 0, 290)
    wall = by.pick(("tomato", "cream", "rose", "paper", "wood", "coral", "stone"))
    x = by.pick((250, 400, 400, 540)) + by.whole(-20, 20)
    kind = by.whole(0, 2)
    for spot in (60, 200, 620, 750):
        if abs(spot - x) > 230 and by.chance(80):
            stage.add(
                nature.tree(by.whole(0, 4), by.pick(("leaf", "moss", "lime"))),
                spot + by.whole(-20, 20),
                424,
                by.pick((1, 1.2, 1.35)),
            )
    ground = by.pick(("lime", "leaf", "butter", "moss"))
    stage.add(
        buildings.chapel(wall, by.pick(ROOFS), by.pick([ink for ink in DOORS if ink != wall]), kind),
        x,
        440,
        (1.12, 0.96, 1.06)[kind],
        flip=by.chance(50),
    )
    stage.add(nature.hill(ground, by.whole(0, 3)), 0, 446)
    stage.pieces.append(box(-10, 500, 820, 120, ground))
    stage.add(
        outdoors.path(
            by.pick(("cream", "stone", "butter") if ground != "butter" else ("stone", "wood")), by.whole(0, 2)
        ),
        x,
        432,
        1,
    )
    if by.chance(50):
        stage.add(stands.noticeboard(by.pick(("canal", "plum", "bark"))), 90 if x > 380 else 710, 520, 1.1)
    spots = [(x - 210, 540), (x + 200, 560), (x - 40, 580), (x + 90, 556)]
    stage.passers_by([spot for spot in by.several(spots, by.whole(2, 3)) if 50 < spot[0] < 750], 0.98, avoid=ground)
    if by.chance(40):
        stage.bunting(24)
    return "a chapel with its doors open"


def school(stage: Stage) -> str:
    by = stage.by
    stage.sky(("day", "day", "day", "dusk", "rain"))
    stage.add(nature.hill(by.pick(("leaf", "canal", "moss")), by.whole(0, 3)), 0, 260)
    for spot in (50, 750):
        stage.add(nature.tree(by.whole(0, 3), by.pick(("moss", "leaf", "lime"))), spot, 400, 1.3)
    stage.add(
        buildings.school(by.pick(("tomato", "wood", "coral", "rose")), by.pick(ROOFS)),
        400 + by.whole(-30, 30),
        404,
        1.22,
    )
    ground = by.pick(("slate", "leaf", "stone", "cream", "lime"))
    stage.pieces.append(box(-10, 398, 820, 220, ground))
    if by.chance(50):
        stage.bunting(22)
    if by.chance(60) and ground not in ("stone", "cream"):
        stage.add(outdoors.hopscotch(), 400 + by.whole(-60, 60), 588, 1.3)
    spots = by.several((90, 232, 560, 706), by.whole(3, 4))
    for x in sorted(spots):
        stage.child(x + by.whole(-16, 16), 560 + by.whole(-30, 20), 1.2, avoid=ground)
    if by.chance(45):
        stage.passers_by([(400 + by.whole(-30, 30), 560)], 1.06, avoid=ground)
    else:
        stage.add(outdoors.ball(by.whole(0, 1)), 330 + by.whole(0, 140), 580, 1.2)
    return "a school at playtime"


def market(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    row_of_houses(stage, 410, 0.98, with_shop=by.chance(30))
    if by.chance(65):
        stage.add(
            buildings.clock_tower(by.pick(("cream", "rose", "paper")), by.pick(("plum", "ink", "canal"))),
            by.pick((400, 390, 420)),
            420,
            1.06,
        )
    ground = by.pick(("cream", "stone", "butter", "mist", "rose"))
    stage.pieces.append(box(-10, 404, 820, 220, ground))
    awnings = by.several(("tomato", "canal", "plum", "leaf", "sun"), 2)
    goods = by.several((0, 1, 2), 2)
    for nth, x in enumerate((180, 620)):
        (look,) = stage.looks(1, avoid="paper")
        stage.add(bust(look, apron=by.pick(("", "paper", "canal"))), x + by.whole(-30, 30), 446, 0.86)
        stage.add(
            stands.stall(awnings[nth], by.pick(("sky", "rose", "canal", "tomato", "plum")), goods[nth]), x, 532, 1.34
        )
    stage.passers_by(
        [
            (spot + by.whole(-16, 16), 586)
            for spot in by.several((318, 400, 482), 1) + by.several((36, 764), by.whole(0, 1))
        ],
        1.06,
        avoid=ground,
    )
    if by.chance(45):
        stage.bunting(24)
    return "a street market"
