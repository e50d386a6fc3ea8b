"""Buildings; the middle of the foot is the origin."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, disc, dots, line, oval, place, together


@cache
def sash(width: int, height: int, glass: str, frame: str = "ink") -> Piece:
    """A window in four panes, hung from its top left."""
    return together(
        box(0, 0, width, height, glass),
        line(f"M{width // 2} 0v{height}M0 {height // 2}h{width}", frame, 3.5),
        line(f"M-4 {height + 3}h{width + 8}", frame, 5),
    )


@cache
def house(wall: str, roof: str, door: str, lit: str, kind: int) -> Piece:
    """A terraced house 150 wide and 300 high to the chimney pots."""
    made = [
        box(34, -296, 28, 54, wall),
        dots(((41, -302), (55, -302)), "tomato" if wall != "tomato" else "wood", 12),
        box(-75, -212, 150, 214, f"brick-{wall}"),
        cut("M-80-208L-64-262H64L80-208Z", roof),
        line("M-70-226H70M-64-244H64", DEEPER[roof], 2.5) if kind % 2 else NOTHING,
    ]
    if kind == 2:
        made.append(cut("M-70-206L-34-262L2-206Z", wall))
        made.append(line("M-74-204L-34-266L6-204", "ink", 7))
    panes = {"paper": "M14-188h40v46h-40Z", lit: "M-56-188h40v46h-40Z"}
    bars = "M-36-186v44M34-186v44M-54-165h36M16-165h36"
    sills = "M-60-140h48M10-140h48"
    if kind == 1:
        panes["paper"] += "M-62-104H-6L-10-30H-58Z"
        panes[lit] += "M-55-94H-37V-42H-54ZM-31-94H-13L-14-42H-31Z"
        sills += "M-64-106H-4"
    else:
        panes[lit] += "M-58-106h46v56h-46Z"
        bars += "M-35-104v54M-56-78h42"
        sills += "M-62-47h54"
    made += [cut(drawing, ink) for ink, drawing in panes.items()]
    made += [line(bars, "ink", 3.5), line(sills, "ink", 5)]
    made.append(cut("M18 0V-84C26-106 50-106 58-84V0Z", door))
    made.append(cut("M23-84C30-100 46-100 53-84Z", "cream"))
    made.append(dots(((51, -42),), "sun" if door != "sun" else "ink", 8))
    made.append(box(14, -5, 48, 9, "stone"))
    return together(*made)


@cache
def shop(wall: str, awning: str) -> Piece:
    """A corner shop 190 wide, with an awning and crates at its window."""
    return together(
        box(-95, -250, 190, 252, f"brick-{wall}"),
        box(-102, -262, 204, 18, "ink"),
        place(sash(44, 50, "cream"), -74, -232),
        place(sash(44, 50, "paper"), 28, -232),
        box(-86, -156, 172, 24, DEEPER[awning]),
        line("M-50-144H50", "paper", 6),
        box(-82, -100, 104, 74, "sky"),
        line("M-76-40L-50-92M-60-40L-40-80", "paper", 5),
        cut("M-92-132H92L102-94H-102Z", f"awning-{awning}"),
        box(34, -100, 46, 102, awning),
        box(42, -90, 30, 44, "sky"),
        box(-84, -28, 110, 30, "wood"),
        dots(((-70, -32), (-52, -32), (-34, -32)), "tomato", 18),
        dots(((-14, -32), (4, -32), (18, -32)), "lime", 18),
    )


@cache
def chapel(wall: str, roof: str, door: str, kind: int) -> Piece:
    """A chapel 300 wide: a gable, a round window, a porch; some have a bell, some a tower."""
    made: list[Piece] = []
    if kind == 1:
        made += [
            box(84, -330, 76, 332, f"brick-{wall}"),
            cut("M76-326L122-420L168-326Z", roof),
            line("M122-418V-446M112-436H132", "ink", 5),
            cut("M106-250V-280C110-300 134-300 138-280V-250Z", "ink"),
        ]
    if kind == 2:
        made += [box(-22, -372, 44, 60, wall), cut("M-30-366L0-402L30-366Z", roof), oval(0, -340, 11, 13, "sun")]
    made += [
        cut("M-120 2V-220L0-332L120-220V2Z", f"brick-{wall}"),
        cut("M-140-206L0-346L140-206L128-190L0-314L-128-190Z", roof),
        disc(0, -232, 36, "paper"),
        oval(0, -232, 27, 27, "canal"),
        line("M0-259V-205M-27-232H27M-19-251L19-213M19-251L-19-213", "paper", 4),
    ]
    for x in (-90, 54):
        made.append(cut(f"M{x}-52V-136C{x + 6}-166 {x + 30}-166 {x + 36}-136V-52Z", "sun"))
        made.append(line(f"M{x + 18}-156V-54M{x}-104H{x + 36}", "ink", 4))
    made += [
        cut("M-48 2V-110L0-166L48-110V2Z", wall if wall == "paper" else "cream"),
        cut("M-58-104L0-174L58-104L50-96L0-154L-50-96Z", roof),
        cut("M-28 2V-72C-20-104 20-104 28-72V2Z", door),
        line("M0-94V0", "ink", 3),
        dots(((-8, -42), (8, -42)), "sun", 8),
        box(-60, -6, 120, 12, "stone"),
    ]
    return together(*made)


@cache
def little_chapel(wall: str, roof: str) -> Piece:
    """A chapel far off, 80 wide."""
    return together(
        cut("M-36 2V-64L0-98L36-64V2Z", wall),
        cut("M-46-58L0-108L46-58L38-50L0-90L-38-50Z", roof),
        cut("M-12 2V-30C-8-44 8-44 12-30V2Z", roof),
        oval(0, -62, 8, 8, "canal"),
    )


@cache
def windmill(wall: str, cap: str, sails: str, turn: int) -> Piece:
    """A tower mill 330 high."""
    return together(
        cut("M-58 4L-38-214H38L58 4Z", wall),
        cut("M4 4L2-214H38L58 4Z", f"dots-{wall}"),
        cut("M-46-208C-46-262 46-262 46-208Z", cap),
        box(-50, -214, 100, 14, "ink"),
        cut("M-18 4V-42C-12-60 12-60 18-42V4Z", "plum" if cap != "plum" else "canal"),
        box(-12, -110, 24, 32, "sun"),
        box(-10, -176, 20, 26, "sun"),
        line("M0-110v32M-12-94H12M0-176v26", "ink", 3),
        *(place(_sail(sails), 0, -222, turn=turn + 90 * nth) for nth in range(4)),
        oval(0, -222, 11, 11, "ink"),
    )


@cache
def _sail(ink: str) -> Piece:
    return together(
        box(4, -138, 30, 112, ink),
        line("M4-110H34M4-82H34M4-54H34", "ink", 3),
        line("M0 0V-144", "ink", 7),
    )


@cache
def castle(ink: str, lit: str, kind: int) -> Piece:
    """A castle far up, 220 wide: a keep, a broken wall, a tower."""
    made = [
        cut("M-70 4V-80h-8v-24h18v12h16v-12h18v12h16v-12h18v24h-8V4Z", ink),
        cut("M-8 4V-46L14-52L30-38L46-48L60-40V4Z", ink),
        cut("M48 4V-62h-7v-22h15v11h14v-11h15v22h-7V4Z", ink),
        cut("M-100 4V-38L-88-44L-66-34V4Z", ink),
        cut("M-48-34V-50C-44-60-36-60-32-50V-34ZM60-26V-40C63-48 70-48 72-40V-26Z", lit),
    ]
    if kind:
        made += [line("M-34-104V-150", ink, 5), cut("M-33-150L8-140L-33-126Z", "tomato")]
    return together(*made)


@cache
def chimneys(ink: str, band: str) -> Piece:
    """Works far off: two stacks and a saw-tooth roof, 240 wide."""
    return together(
        cut("M-120 4V-50L-80-84V-50L-40-84V-50L0-84V-50L40-84V4Z", ink),
        cut("M48 4L56-190H86L94 4ZM-104-40L-98-150H-76L-72-40Z", ink),
        line("M56-168H86M-97-132H-76", band, 9),
        dots(((-92, -26), (-56, -26), (-20, -26), (16, -26)), "sun", 14),
    )


@cache
def kiln(wall: str) -> Piece:
    """A glass cone, 120 wide and 210 high."""
    return together(
        cut("M-60 4C-56-80-40-150-26-206H26C40-150 56-80 60 4Z", f"brick-{wall}"),
        box(-32, -214, 64, 12, "ink"),
        cut("M-22 4V-36C-16-56 16-56 22-36V4Z", "ink"),
        line("M-44-64H44M-38-112H38", DEEPER[wall], 4),
    )


@cache
def school(wall: str, roof: str) -> Piece:
    """A Victorian school 520 wide: two gables, a hall between them, a bell."""
    made = [
        box(-240, -190, 480, 192, f"brick-{wall}"),
        cut("M-256-184L-220-240H220L256-184Z", roof),
        box(-20, -284, 40, 48, "cream"),
        cut("M-30-280L0-316L30-280Z", roof),
        oval(0, -258, 9, 11, "sun"),
    ]
    for x in (-170, 170):
        made.append(cut(f"M{x - 70} 2V-196L{x}-272L{x + 70}-196V2Z", f"brick-{wall}"))
        made.append(line(f"M{x - 80}-188L{x}-278L{x + 80}-188", "paper", 10))
        made.append(oval(x, -214, 17, 17, "sun"))
        made.append(place(sash(36, 84, "sky", "paper"), x - 44, -150))
        made.append(place(sash(36, 84, "sky", "paper"), x + 8, -150))
    made += [
        place(sash(44, 60, "cream", "paper"), -84, -150),
        place(sash(44, 60, "cream", "paper"), 40, -150),
        cut("M-34 2V-96C-26-122 26-122 34-96V2Z", "canal" if wall != "canal" else "plum"),
        line("M0-112V0", "ink", 3),
        box(-46, -134, 92, 16, "paper"),
        line("M-30-126H30", "ink", 5),
    ]
    return together(*made)


@cache
def clock_tower(wall: str, roof: str) -> Piece:
    """A market's clock tower, 90 wide and 380 high."""
    return together(
        box(-38, -290, 76, 292, f"brick-{wall}"),
        cut("M-50-284L0-382L50-284Z", roof),
        box(-46, -294, 92, 14, "ink"),
        disc(0, -240, 30, "paper"),
        line("M0-240V-260M0-240L13-232", "ink", 5),
        cut("M-16-150V-186C-12-200 12-200 16-186V-150Z", "ink"),
    )
