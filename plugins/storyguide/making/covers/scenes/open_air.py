"""Scenes on the green: allotment, park, football."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces import animals, nature, outdoors, stands, tableware
from storyguide.making.covers.pieces.people import rolling, standing
from storyguide.making.covers.scenes import streets
from storyguide.making.covers.scenes.hills import far_hills
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import Piece, box, cut, line, together


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
    near = far_hills(stage, 240)
    huts = (
        (stands.shed(by.pick(("sky", "tomato", "cream", "canal", "rose")), by.pick(("ink", "plum"))), 1.1),
        (stands.greenhouse(), 1.1),
        (nature.tree(by.whole(0, 4), by.pick([ink for ink in ("leaf", "lime", "moss", "tomato") if ink != near])), 1.1),
        (nature.bean_poles(), 1.0),
        (tableware.crate(0), 0.7),
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
        animals.hen("paper"),
    ]
    free = [x for x in (100, 300, 520, 700) if all(abs(x - spot) > 70 for spot in spots)]
    for x, tool in zip(by.several(free, 2), by.several(tools, 2), strict=True):
        stage.add(tool, x, 568, 1.12, flip=by.chance(50))
    for nth in range(6):
        stage.add(nature.crop(kinds[2]), 24 + nth * 152 + by.whole(-14, 14), 606, 1.36)
    return "an allotment"


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
        stage.add(stands.bandstand(by.pick(("tomato", "canal", "plum", "sun")), "paper"), centre, 440, 1.3)
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
            animals.dog(by.pick(("bark", "ink", "paper")), "tomato"),
            outdoors.ball(1),
            nature.bush("moss" if grass != "moss" else "lime"),
            animals.butterfly("sun"),
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


def football(stage: Stage) -> str:
    by = stage.by
    stage.sky(("day", "day", "dusk", "night", "rain"))
    if by.chance(55):
        streets.row_of_houses(stage, 300, 0.72)
    else:
        far_hills(stage, 190)
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
