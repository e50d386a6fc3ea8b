"""Scenes out of doors: allotment, canal, park, windmill, castle, pond, woodland, football."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces import buildings, nature, outdoors, things, waterside
from storyguide.making.covers.pieces.people import bust, rolling, standing
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


def _back(stage: Stage, height: int, *, with_landmark: int = 75) -> str:
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


@cache
def _furrows(soil: str) -> Piece:
    return together(
        cut("M-10 0C140-26 300-34 420-26S700-20 810 0V260H-10Z", soil),
        line(
            "M-10 58C200 24 600 24 810 58M-10 118C200 84 600 84 810 118M-10 188C200 150 600 150 810 188",
            DEEPER[soil],
            6,
        ),
    )


def allotment(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    near = _back(stage, 240)
    huts = (
        (buildings.shed(by.pick(("sky", "tomato", "cream", "canal", "rose")), by.pick(("ink", "plum"))), 1.1),
        (buildings.greenhouse(), 1.1),
        (nature.tree(by.whole(0, 4), by.pick([ink for ink in ("leaf", "lime", "moss", "tomato") if ink != near])), 1.1),
        (nature.bean_poles(), 1.0),
        (things.crate(0), 0.7),
    )
    for x, (hut, size) in zip(by.several((100, 270, 530, 700), by.whole(2, 3)), by.several(huts, 3), strict=False):
        stage.add(hut, x + by.whole(-20, 20), 396, size)
    if by.chance(35):
        stage.add(outdoors.fence("paper"), 0, 396)
    stage.add(_furrows(by.pick(("soil", "soil", "bark"))), 0, 396)
    kinds = by.several((0, 1, 2, 3, 4, 5), 3)
    gone = by.whole(0, 7)
    for nth in range(9):
        if nth != gone:
            stage.add(nature.crop(kinds[0]), 30 + nth * 94 + by.whole(-8, 8), 434 + abs(nth - 4) * 2, 0.78)
    spots = by.several((150, 400, 640), by.pick((1, 1, 2)))
    avoid = "ink" if stage.dark else ""
    for x, look in zip(spots, stage.looks(len(spots), avoid=avoid), strict=True):
        person = (
            rolling(look)
            if by.chance(14)
            else standing(look, left=by.pick(("down", "wave", "hip")), right="hold" if by.chance(30) else "out")
        )
        stage.add(person, x, 508, 1.06, flip=x > 400)
    for nth in range(7):
        stage.add(nature.crop(kinds[1]), 66 + nth * 116 + by.whole(-12, 12), 516 + abs(nth - 3) * 3, 1.02)
    tools = [
        outdoors.spade(by.pick(("sky", "stone"))),
        outdoors.wheelbarrow(by.pick(("tomato", "canal", "sun")), "lime"),
        outdoors.watering_can(by.pick(("canal", "sun", "tomato"))),
        outdoors.fork(),
        nature.sunflower(190),
        nature.hen("paper"),
    ]
    free = [x for x in (100, 300, 520, 700) if all(abs(x - spot) > 70 for spot in spots)]
    for x, tool in zip(by.several(free, 2), by.several(tools, 2), strict=True):
        stage.add(tool, x, 568, 1.12, flip=by.chance(50))
    for nth in range(6):
        stage.add(nature.crop(kinds[2]), 24 + nth * 152 + by.whole(-14, 14), 606, 1.36)
    return "an allotment"


def canal(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    _back(stage, 200)
    water = by.pick(("sky", "pond", "canal") if not stage.dark else ("canal", "slate", "deep"))
    if stage.pieces and water == "sky" and stage.weather == "rain":
        water = "canal"
    for x in by.several((60, 220, 380, 520, 740), by.whole(2, 3)):
        stage.add(nature.tree(by.whole(0, 3), by.pick(("moss", "leaf", "lime"))), x, 342, by.pick((0.8, 0.95, 1.05)))
    stage.pieces.append(box(-10, 326, 820, 24, by.pick(("lime", "moss", "leaf"))))
    kind = by.whole(0, 3)
    if kind != 3:
        stage.add(
            waterside.bridge(by.pick(("tomato", "wood", "rose", "coral")), by.pick(("plum", "ink", "slate")), water),
            612 + by.whole(-20, 30),
            338,
            by.pick((0.96, 1.06)),
        )
    stage.pieces.append(box(-10, 346, 820, 270, water))
    stage.add(waterside.ripples("paper" if water != "sky" else "pond", by.whole(0, 1)), 0, 356)
    bank = by.pick(("lime", "leaf", "moss", "cream", "wood"))
    boat_x = by.whole(300, 350)
    if kind == 3 and by.chance(60):
        stage.add(waterside.lock_gates("ink"), 400 + by.whole(-40, 40), 450, 1.5)
    else:
        (look,) = stage.looks(1)
        stage.add(bust(look, arms=by.pick(("", "wave"))), boat_x - 226, 410, 0.72)
        stage.add(
            waterside.narrowboat(
                by.pick(("ink", "plum", "deep") if water != "deep" else ("plum", "tomato")),
                by.pick(("canal", "tomato", "leaf", "plum", "sun")),
                by.pick(("sun", "tomato", "rose")),
                by.whole(0, 1),
            ),
            boat_x,
            460,
            1.16,
        )
    stage.add(nature.hill(bank, by.whole(0, 3)), 0, 548, 1)
    stage.pieces.append(box(-10, 590, 820, 30, bank))
    stage.add(
        nature.reeds(by.pick(("moss", "leaf") if bank not in ("leaf", "moss") else ("lime", "deep"))),
        by.pick((50, 760)),
        592,
        1.1,
    )
    near = by.whole(0, 3)
    if near == 0:
        (look,) = stage.looks(1, avoid=bank)
        stage.add(standing(look, right="wave"), 640, 606, 1.0, flip=True)
        stage.add(nature.dog(by.pick(("bark", "ink", "wood")), "tomato"), 540, 602, 1)
    elif near == 1:
        stage.add(nature.duck("stone", "moss"), 560, 512, 1.1)
        stage.add(nature.duck("wood", "bark"), 660, 526, 0.9)
        stage.add(nature.duck("sun", "sun"), 730, 528, 0.5)
        stage.add(nature.bluebells("tomato"), 300, 598, 1.2)
    elif near == 2:
        stage.passers_by([(600, 604), (720, 596)], 0.98, avoid=bank)
    else:
        (look,) = stage.looks(1, avoid=bank)
        stage.add(standing(look, left="hold", right="out"), 596, 600, 1.0)
        stage.add(things.bicycle(by.pick(("tomato", "plum")), "sun"), 620, 598, 1.16)
    return "a canal boat" if len(stage.pieces) and kind != 3 else "the canal"


def park(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    grass = by.pick(("lime", "leaf", "moss"))
    far = [ink for ink in ("leaf", "canal", "moss", "lime") if ink != grass]
    stage.add(nature.hill(by.pick(far), by.whole(0, 3)), 0, 290)
    kind = by.whole(0, 3)
    centre = by.pick((270, 400, 530))
    for x in (40, 170, 300, 500, 640, 765):
        if (kind != 0 or abs(x - centre) > 200) and by.chance(62):
            stage.add(
                nature.tree(
                    by.whole(0, 4),
                    by.pick([ink for ink in ("moss", "leaf", "lime", "amber", "tomato") if ink != grass]),
                ),
                x + by.whole(-20, 20),
                408 + by.whole(-14, 10),
                by.pick((1.05, 1.2, 1.4)),
            )
    stage.add(nature.hill(grass, by.whole(0, 3)), 0, 400)
    stage.pieces.append(box(-10, 460, 820, 160, grass))
    if kind == 0:
        stage.add(outdoors.path("cream", 2), centre, 420)
        stage.add(buildings.bandstand(by.pick(("tomato", "canal", "plum", "sun")), "paper"), centre, 440, 1.3)
    elif kind == 1:
        stage.add(outdoors.path("cream", by.whole(0, 1)), centre, 380, 1)
        stage.add(
            outdoors.bench(by.pick(("tomato", "canal", "plum", "bark"))),
            centre - 160 if centre > 300 else centre + 200,
            500,
            1.15,
        )
    elif kind == 2 and stage.weather == "day":
        stage.add(outdoors.kite(by.pick(("tomato", "plum", "canal")), "sun"), 560, 150, 1.4)
        stage.child(322, 560, 1.36, left="down", right="out", avoid=grass)
    else:
        for x in range(60, 800, 130):
            stage.add(
                nature.bluebells(by.pick(("tomato", "sun", "plum", "paper"))),
                x + by.whole(-20, 20),
                480 + by.whole(-10, 20),
            )
    stage.passers_by(
        [
            (x + by.whole(-20, 20), 562 + by.whole(-16, 22))
            for x in by.several(
                (120, 430, 640) if kind != 2 else (120, 660), by.whole(1, 2) if kind == 2 else by.whole(2, 3)
            )
        ],
        1.06 if kind < 2 else 1.22,
        avoid=grass,
    )
    for extra in by.several(
        (
            nature.dog(by.pick(("bark", "ink", "paper")), "tomato"),
            outdoors.ball(1),
            nature.bush("moss" if grass != "moss" else "lime"),
            nature.butterfly("sun"),
        ),
        2,
    ):
        stage.add(extra, by.pick((52, 260, 548, 746)), 592, 1.05)
    return (
        "a bandstand in the park",
        "a bench in the park",
        "kites in the park" if stage.weather == "day" else "the park",
        "flowers in the park",
    )[kind]


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
        by.pick((nature.dog("bark", "tomato"), nature.hen("paper"), nature.bush("moss"), nature.bluebells("tomato"))),
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


def pond(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    near = _back(stage, 210, with_landmark=45)
    for x in (40, 150, 260, 380, 500, 620, 740):
        if by.chance(70):
            stage.add(
                nature.tree(by.whole(0, 4), by.pick([ink for ink in ("moss", "leaf", "lime", "amber") if ink != near])),
                x + by.whole(-20, 20),
                356 + by.whole(-8, 8),
                by.pick((0.8, 1, 1.15)),
            )
    bank = by.pick([ink for ink in ("lime", "leaf", "moss") if ink != near])
    stage.add(nature.hill(bank, by.whole(0, 3)), 0, 356)
    water = by.pick(("sky", "pond", "canal"))
    stage.add(cut("M-20 0C80-30 200 0 330-14S640-34 820-4V260H-20Z", water), 0, 408)
    stage.add(waterside.ripples("paper", by.whole(0, 1)), 0, 416)
    left = by.chance(50)
    stage.add(waterside.jetty(), 190 if left else 610, 470, 1, flip=not left)
    spots = [(130, 466), (300, 466)] if left else [(670, 466), (500, 466)]
    count = by.whole(1, 2)
    for (x, y), look in zip(spots, stage.looks(count), strict=False):
        stage.add(
            standing(look, left="hold", right="hold") if by.chance(60) else rolling(look), x, y - 6, 0.98, flip=not left
        )
        if by.chance(45):
            stage.add(outdoors.binoculars(), x + 20, y - 116)
    stage.add(nature.heron() if by.chance(60) else nature.reeds("moss"), 640 if left else 150, 500, 1.05, flip=left)
    for x in by.several((90, 240, 400, 560, 700), 3):
        stage.add(nature.lily(by.pick(("rose", "paper", ""))), x, 560 + by.whole(-20, 26), by.pick((1, 1.3)))
    stage.add(nature.duck(by.pick(("stone", "paper")), "moss"), 420 + by.whole(-40, 40), 548, 1.15, flip=by.chance(50))
    stage.add(nature.duck("wood", "bark"), 540 if left else 300, 530, 0.9)
    stage.add(nature.reeds("moss" if water != "canal" else "lime"), 30, 606, 1.3)
    stage.add(nature.reeds("leaf" if water != "canal" else "lime"), 776, 604, 1.15, flip=True)
    return "a pond in a nature reserve"


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
            nature.fox(),
            nature.mushrooms("tomato"),
            nature.bluebells("canal"),
            nature.mushrooms("sun"),
            nature.bluebells("plum"),
            nature.dog("ink", "tomato"),
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
            "M-130-400C-150-520-100-640-20-640H60C150-640 190-560 150-500C190-430 120-370 60-420C20-370-60-360-130-400Z",
            leaf,
        ),
        line("M-60-470l22-18M-30-540l22-18M40-480l22-18M80-550l22-18M100-440l16-12", DEEPER[leaf], 7),
    )


def football(stage: Stage) -> str:
    by = stage.by
    stage.sky(("day", "day", "dusk", "night", "rain"))
    if by.chance(55):
        streets.row_of_houses(stage, 300, 0.72)
    else:
        _back(stage, 190)
        for x in by.several((70, 200, 330, 470, 600, 730), 4):
            stage.add(nature.tree(by.whole(0, 3), by.pick(("moss", "leaf", "canal"))), x, 310, 0.95)
    grass = by.pick(("leaf", "lime", "moss"))
    stage.pieces.append(box(-10, 296, 820, 330, grass))
    for y in (340, 440, 540):
        stage.pieces.append(box(-10, y, 820, 46, DEEPER[grass]))
    stage.pieces.append(line("M-10 306H810M120 520C200 440 600 440 680 520", "paper", 6))
    x = by.pick((270, 400, 530))
    stage.add(outdoors.goal(), x, 420, 1.15)
    strips = by.several(("tomato", "sun", "canal", "plum", "paper", "sky"), 2)
    keeper, *players = stage.looks(by.pick((3, 4, 4)), avoid=grass)
    stage.add(
        standing(keeper._replace(cloth="ink" if not stage.dark else "rose"), left="high", right="high"),
        x + by.whole(-60, 60),
        424,
        0.78,
    )
    places = by.several((120, 300, 500, 680), len(players))
    for nth, (px, look) in enumerate(zip(sorted(places), players, strict=True)):
        dressed = look._replace(
            cloth=strips[nth % 2],
            cut="stripes" if nth % 2 else "plain",
            under="ink" if strips[nth % 2] == "paper" else "paper",
            trousers="ink",
        )
        stage.add(
            standing(dressed, left=by.pick(("out", "high")), right=by.pick(("out", "high", "down")), stride=12),
            px + by.whole(-20, 20),
            566 + by.whole(-26, 22),
            1.1,
        )
    stage.add(outdoors.ball(0), 400 + by.whole(-40, 40), 560 + by.whole(-20, 20), 1.15)
    return "a kickabout"
