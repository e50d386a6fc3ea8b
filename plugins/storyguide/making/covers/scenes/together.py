"""Scenes of people doing one thing together: workshop, choir, hands."""

from functools import cache
from math import cos, pi, sin

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces import indoors, nature, outdoors, tableware, things
from storyguide.making.covers.pieces.looks import CLOTHS
from storyguide.making.covers.pieces.people import bust
from storyguide.making.covers.scenes import rooms
from storyguide.making.covers.scenes.stage import Stage
from storyguide.making.covers.shapes import Piece, box, cut, disc, dots, line, oval, place, together


def workshop(stage: Stage) -> str:
    by = stage.by
    ink = rooms.wall(stage, 0)
    board = by.pick([fill for fill in ("cream", "butter", "wood", "sky", "rose") if fill != ink])
    first = by.pick((36, 430))
    stage.add(things.tools(board), first, 34, 1.02)
    other = 590 if first == 36 else 36
    stage.add(
        by.pick((indoors.window("ink", by.whole(0, 3)), indoors.menu_board(0), indoors.picture("plum", 0))),
        other - 20 if first == 36 else other,
        36,
    )
    bench = indoors.table(by.pick(("wood", "plum", "slate", "canal", "bark")), 160)
    inks = by.several(("tomato", "canal", "sun", "leaf", "plum"), 3)
    mended, said = by.pick(
        (
            (things.toaster(inks[0]), "a toaster"),
            (things.wireless(inks[0]), "a wireless"),
            (things.sewing_machine(inks[0]), "a sewing machine"),
            (things.bicycle(inks[0], inks[1]), "a bicycle"),
            (tableware.kettle(inks[0]), "a kettle"),
        )
    )
    if by.chance(35):
        stage.add(bench, 0, 420)
        stage.add(mended, 390, 500, 1.9 if "kettle" in said else 1.75)
        stage.add(things.screwdriver(inks[1]), 170 + by.whole(-30, 30), 556, 1.2, turn=by.whole(-14, 6))
        stage.add(things.cog(inks[2], "ink"), 640 + by.whole(-30, 30), 552, 1.3)
        stage.add(things.cog("stone", "ink"), 716, 510, 0.8)
        return f"{said} on the repair bench"
    rooms.sitters(stage, by.pick((2, 2, 3)), apron=True)
    stage.add(bench, 0, rooms.EDGE)
    stage.add(mended, 400, 556, 1.15)
    stage.add(things.screwdriver(inks[1]), 140 + by.whole(-20, 20), 556, turn=by.whole(-14, 6))
    stage.add(things.cog(inks[2], "ink"), 650 + by.whole(-20, 20), 552)
    stage.add(by.pick((things.cog("stone", "ink"), tableware.mug("paper"))), 726, 548, 0.8)
    return f"people mending {said}"


@cache
def _arches(glass: str, wall: str) -> Piece:
    made: list[Piece] = []
    for nth in range(3):
        x = 90 + nth * 230
        made.append(cut(f"M{x} 300V120C{x + 10} 20 {x + 150} 20 {x + 160} 120V300Z", glass))
        made.append(
            line(
                f"M{x + 80} 46V300M{x} 150H{x + 160}M{x + 4} 226H{x + 156}M{x} 300V120"
                f"C{x + 10} 20 {x + 150} 20 {x + 160} 120V300",
                wall,
                9,
            )
        )
        made.append(oval(x + 80, 112, 26, 26, ("tomato", "sun", "rose")[nth]))
    return together(*made)


def choir(stage: Stage) -> str:
    by = stage.by
    ground = by.pick(("canal", "plum", "deep", "ink", "tomato", "rose", "leaf"))
    stage.cover(ground)
    kind = by.whole(0, 3)
    light = "sun" if ground != "sun" else "cream"
    if kind == 0:
        lean = by.whole(-2, 2) * 30
        stage.add(cut(f"M{360 + lean}-10H{460 + lean}L820 470V610H-20V470Z", f"dots-{light}"))
    elif kind == 1:
        stage.add(_arches("pond" if ground != "ink" else "deep", "paper"))
    elif kind == 2:
        stage.add(nature.sun(light, "tomato", 76), 400, 300, 3.2)
    else:
        stage.pieces.append(box(-10, -10, 820, 620, f"paper-{by.pick(('rose', 'sky', 'butter'))}", 0))
        drape = by.pick(("tomato", "plum", "canal"))
        stage.add(indoors.curtain(drape))
        stage.add(indoors.curtain(drape), 800, 0, flip=True)
        stage.bunting(60)
    chalk = "paper" if kind != 3 and ground != "rose" else "ink"
    for nth, x in enumerate(by.several((70, 190, 310, 480, 600, 730), by.whole(4, 6))):
        if kind == 1:
            break
        stage.add(
            outdoors.note(
                (chalk, "sun" if ground != "rose" else "plum", "rose" if ground not in ("rose", "tomato") else "ink")[
                    nth % 3
                ]
                if kind not in (2, 3)
                else ("ink", "plum", "tomato")[nth % 3],
                nth % 2,
            ),
            x,
            by.whole(96, 170) if kind != 3 else by.whole(190, 220),
            by.pick((0.9, 1.1)),
        )
    back = by.pick((3, 4, 4))
    front = by.pick((2, 3, 3))
    avoid = ground if ground in CLOTHS else ""
    singers = stage.looks(back + front, mood="sing", avoid=avoid)
    for nth, look in enumerate(singers[:back]):
        x = round(400 + (nth - (back - 1) / 2) * 640 / back) + by.whole(-10, 10)
        stage.add(bust(look), x, 500 + by.whole(-14, 10), 1.2)
    stage.pieces.append(
        box(
            -10,
            488,
            820,
            130,
            by.pick(
                [
                    fill
                    for fill in ("planks-bark", "planks-plum", "planks-slate", "planks-wood")
                    if not fill.endswith(ground)
                ]
            ),
        )
    )
    for nth, look in enumerate(singers[back:]):
        x = round(400 + (nth - (front - 1) / 2) * 660 / front) + by.whole(-10, 10)
        stage.add(bust(look), x, 628, 1.36)
        if by.chance(50):
            stage.add(things.papers(2), x, 618, 1.0)
    return "a choir singing"


@cache
def hand(skin: int, cloth: str, open_: bool) -> Piece:
    """An arm reaching up: its fingertips are the origin, its sleeve runs off below."""
    bare = f"skin{skin}"
    reach = "M-20 46L-26 12M-4 42L-6 2M13 44L16 8" if open_ else "M-18 46L-16 18M-3 44L0 12M13 46L14 20"
    return together(
        cut("M-30 128L-38 420H62L40 128Z", cloth),
        cut("M-24 70H28L32 150H-28Z", bare),
        oval(0, 66, 33, 36, bare),
        line(reach, bare, 17, 0.3),
        line("M26 72L44 40", bare, 18, 0.3),
        line("M-10 46V62M5 46V62", f"blush{skin}", 3, 0.3),
        cut("M-42 122H46L50 152H-44Z", DEEPER[cloth]),
    )


def _ring(piece: Piece, count: int, radius: int, size: float) -> Piece:
    return together(
        *(
            place(
                piece,
                round(radius * cos(2 * pi * nth / count)),
                round(radius * 0.8 * sin(2 * pi * nth / count)) + 14,
                size,
                turn=round(40 * sin(nth * 2.4)),
            )
            for nth in range(count)
        )
    )


@cache
def _shared(kind: int) -> Piece:
    """What lies in the middle of the table."""
    if kind == 0:
        samosa = together(cut("M-34 14L0-38L34 14Z", "wood"), line("M-14 8L0-18L14 8", "bark", 4))
        return together(
            disc(0, 0, 176, "paper"), disc(0, 0, 140, "cream"), _ring(samosa, 7, 84, 1), place(samosa, 0, 10)
        )
    if kind == 1:
        seedling = together(
            cut("M-30 4H30L22 46H-22Z", "tomato"),
            line("M0 4V-24", "moss", 6),
            cut("M0-16C-10-44-40-36-36-28C-30-12-10-10 0-16ZM0-20C10-48 40-40 36-32C30-16 10-14 0-20Z", "leaf"),
        )
        return together(
            disc(0, 0, 180, "soil"),
            disc(0, 4, 160, "dots-wood"),
            _ring(seedling, 5, 84, 1.05),
            place(seedling, 0, 0, 1.2),
        )
    if kind == 2:
        return together(
            box(-180, -130, 360, 260, "sky"),
            line("M-170 40C-100 10-60 100 20 50S120-60 176-30M-40-128C-20-60 40-40 30 50S60 100 50 128", "paper", 15),
            line("M-176-40C-120-60-80-20-40-40", "canal", 12),
            cut("M40-110H150L140-50L60-40Z", "lime"),
            dots(((-110, 60), (100, 70), (-100, -90)), "leaf", 34),
            *(
                place(together(cut("M0 0C-30-34-20-64 0-64S30-34 0 0Z", "tomato"), oval(0, -42, 9, 9, "paper")), x, y)
                for x, y in ((-40, 40), (90, -10), (30, 110))
            ),
        )
    if kind == 3:
        made = [box(-170, -126, 340, 252, "paper")]
        inks = ("tomato", "canal", "sun", "plum", "leaf", "rose", "sky", "amber", "deep", "coral", "lime", "cream")
        for nth, ink in enumerate(inks):
            x, y = -160 + 81 * (nth % 4), -116 + 79 * (nth // 4)
            made.append(box(x, y, 76, 74, ink))
            made.append(
                disc(x + 38, y + 37, 20, inks[(nth + 5) % 12])
                if nth % 2
                else cut(f"M{x + 8} {y + 66}L{x + 68} {y + 8}V{y + 66}Z", inks[(nth + 7) % 12])
            )
        return together(*made)
    if kind == 4:
        slice_line = line("M0 0V-120M0 0L104-60M0 0L104 60M0 0V120M0 0L-104 60M0 0L-104-60", "brick", 5)
        return together(
            disc(0, 0, 166, "paper"),
            disc(0, 0, 132, "wood"),
            disc(0, 0, 116, "tomato"),
            slice_line,
            _ring(oval(0, -14, 13, 13, "cream"), 6, 78, 1),
            oval(0, 0, 20, 20, "cream"),
        )
    return together(
        disc(0, 0, 170, "paper"),
        _ring(
            together(disc(0, 0, 44, "canal"), disc(0, 0, 34, "amber"), line("M-14-8Q-2-16 6-8Q14-2 18-6", "paper", 5)),
            5,
            104,
            1,
        ),
        disc(0, 0, 50, "tomato"),
        disc(0, 0, 38, "cream"),
    )


_SHARED = (
    "a plate of samosas",
    "seedlings",
    "a map of the neighbourhood",
    "a patchwork",
    "a tart cut in slices",
    "bowls of soup",
)


def hands(stage: Stage) -> str:
    by = stage.by
    kind = by.whole(0, 5)
    cloth = by.pick(("plum", "canal", "leaf", "tomato", "sun", "ink", "rose"))
    stage.cover(by.pick((f"dots-{cloth}", f"dots-{cloth}", "gingham-tomato", "gingham-canal", "planks-wood")))
    if by.chance(45):
        stage.add(disc(0, 0, 262, by.pick(("cream", "butter", "mist", "sky"))), 400, 300, 1.1)
    stage.add(_shared(kind), 400, 300, 1.08, turn=by.whole(-12, 12))
    angles = by.several((18, 62, 118, 162, 198, 242, 298, 342), by.pick((4, 5, 5, 6)))
    sleeves = by.several(
        [ink for ink in ("sun", "tomato", "canal", "plum", "leaf", "rose", "ink", "sky", "paper") if ink != cloth],
        len(angles),
    )
    for angle, sleeve, skin in zip(angles, sleeves, by.several((1, 2, 3, 4, 5, 6), len(angles)), strict=True):
        way = (angle + by.whole(-8, 8)) * pi / 180
        reach = by.whole(104, 132)
        stage.add(
            hand(skin, sleeve, by.chance(50)),
            round(400 + reach * 1.25 * cos(way)),
            round(300 + reach * sin(way)),
            1.06,
            turn=round(way * 180 / pi) - 90,
        )
    return f"hands reaching for {_SHARED[kind]}"
