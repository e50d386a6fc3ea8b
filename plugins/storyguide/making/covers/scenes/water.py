"""Scenes by the water: the canal, a pond."""

from storyguide.making.covers.pieces import animals, nature, outdoors, things, waterside
from storyguide.making.covers.pieces.people import bust, rolling, standing
from storyguide.making.covers.scenes.hills import far_hills
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import box, cut


def canal(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    far_hills(stage, 200)
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
        stage.add(animals.dog(by.pick(("bark", "ink", "wood")), "tomato"), 540, 602, 1)
    elif near == 1:
        stage.add(animals.duck("stone", "moss"), 560, 512, 1.1)
        stage.add(animals.duck("wood", "bark"), 660, 526, 0.9)
        stage.add(animals.duck("sun", "sun"), 730, 528, 0.5)
        stage.add(nature.bluebells("tomato"), 300, 598, 1.2)
    elif near == 2:
        stage.passers_by([(600, 604), (720, 596)], 0.98, avoid=bank)
    else:
        (look,) = stage.looks(1, avoid=bank)
        stage.add(standing(look, left="hold", right="out"), 596, 600, 1.0)
        stage.add(things.bicycle(by.pick(("tomato", "plum")), "sun"), 620, 598, 1.16)
    return "a canal boat" if len(stage.pieces) and kind != 3 else "the canal"


def pond(stage: Stage) -> str:
    by = stage.by
    stage.sky()
    near = far_hills(stage, 210, with_landmark=45)
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
    stage.add(animals.heron() if by.chance(60) else nature.reeds("moss"), 640 if left else 150, 500, 1.05, flip=left)
    for x in by.several((90, 240, 400, 560, 700), 3):
        stage.add(nature.lily(by.pick(("rose", "paper", ""))), x, 560 + by.whole(-20, 26), by.pick((1, 1.3)))
    stage.add(animals.duck(by.pick(("stone", "paper")), "moss"), 420 + by.whole(-40, 40), 548, 1.15, flip=by.chance(50))
    stage.add(animals.duck("wood", "bark"), 540 if left else 300, 530, 0.9)
    stage.add(nature.reeds("moss" if water != "canal" else "lime"), 30, 606, 1.3)
    stage.add(nature.reeds("leaf" if water != "canal" else "lime"), 776, 604, 1.15, flip=True)
    return "a pond in a nature reserve"
