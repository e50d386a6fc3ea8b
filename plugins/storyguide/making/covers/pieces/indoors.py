"""Rooms: windows, shelves, lamps, tables, curtains, what hangs on the wall."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces.nature import leafy
from storyguide.making.covers.shapes import Piece, box, cut, disc, dots, line, oval, place, together


@cache
def window(frame: str, view: int) -> Piece:
    """A window 190 by 170 with a sill, hung from its top left; day, evening, rain or terraces behind the glass."""
    glass = ("sky", "sun", "pond", "rose")[view]
    seen = (
        together(oval(134, 46, 24, 24, "sun"), cut("M0 166V120C50 84 120 130 190 100V166Z", "leaf")),
        together(
            cut("M0 166V126L36 100L72 126V112L110 86L148 112V130H190V166Z", "tomato"), dots(((130, 46),), "paper", 30)
        ),
        together(
            line("M30 20l-6 20M70 46l-6 20M110 16l-6 20M150 50l-6 20M50 90l-6 20M130 90l-6 20", "paper", 3.5),
            cut("M0 166V140C60 110 120 140 190 124V166Z", "deep"),
        ),
        together(oval(50, 96, 34, 34, "tomato"), cut("M0 166V110C60 100 120 150 190 104V166Z", "canal")),
    )[view]
    return together(
        box(0, 0, 190, 166, glass),
        seen,
        line("M95 2V164M4 80H186", frame, 7),
        line("M0 0H190V166H0Z", frame, 11),
        box(-16, 164, 222, 16, frame),
    )


@cache
def pot_plant(pot: str, kind: int) -> Piece:
    """A plant in its pot, which is the origin's foot."""
    plants = (
        together(place(leafy("leaf", "ink"), 0, -34, 1.1)),
        together(
            line("M0-36V-70M-8-36L-26-74M8-36L26-74", "moss", 5),
            dots(((0, -80), (-30, -82), (30, -82)), "tomato" if pot != "tomato" else "sun", 22),
        ),
        together(
            cut("M-22-38V-80C-22-94-4-94-4-80V-70V-98C-4-114 16-114 16-98V-38Z", "leaf"),
            line("M-13-50V-78M6-50V-96", "lime", 3.5),
        ),
    )
    return together(plants[kind], cut("M-24-42H24L17 2H-17Z", pot), box(-28, -46, 56, 11, DEEPER[pot]))


@cache
def lamp(ink: str, drop: int) -> Piece:
    """A lamp hung from the ceiling."""
    return together(
        line(f"M0-10V{drop}", "ink", 4),
        dots(((0, drop + 44),), "cream", 24),
        cut(f"M-16 {drop}H16L52 {drop + 44}H-52Z", ink),
        line(f"M-36 {drop + 34}H38", DEEPER[ink], 4),
    )


@cache
def clock(ink: str) -> Piece:
    """A clock on the wall; it is always ten past ten."""
    return together(
        disc(0, 0, 36, ink),
        oval(0, 0, 27, 27, "paper"),
        line("M0 0L-11-9M0 0L14-13", "ink", 4.5),
        dots(((0, 0),), "tomato", 7),
    )


@cache
def table(cloth: str, deep: int) -> Piece:
    """A table across the picture; its near edge hangs down, its back edge is the origin's height."""
    if cloth.startswith(("gingham", "stripes")):
        return together(box(-14, 14, 830, deep, cloth, 0), box(-14, -4, 830, 26, "paper"))
    return together(
        box(-14, 14, 830, deep, f"planks-{cloth}"), box(-14, -4, 830, 26, DEEPER[cloth]), line("M-8 24H808", "ink", 3)
    )


@cache
def curtain(ink: str) -> Piece:
    """A stage's left curtain, 170 wide and 430 high, hung from its top left."""
    return together(
        cut("M-20-10H170C160 120 150 200 60 260C84 330 90 380 84 430H-20Z", ink),
        line(
            "M20 0C30 120 20 180 10 250M70 0C80 110 70 180 40 246M122 0C124 100 110 170 60 244"
            "M30 280C40 330 40 370 36 420",
            DEEPER[ink],
            6,
        ),
        line("M-10 262C20 274 44 270 64 256", "sun", 11),
    )


@cache
def picture(frame: str, kind: int) -> Piece:
    """A framed picture, 100 by 84, hung from its top left."""
    seen = (
        together(box(8, 8, 84, 68, "sky"), oval(66, 30, 12, 12, "sun"), cut("M8 76V56C34 34 60 62 92 46V76Z", "leaf")),
        together(box(8, 8, 84, 68, "butter"), place(leafy("canal", "ink"), 50, 72, 0.8)),
        together(box(8, 8, 84, 68, "rose"), cut("M50 68C10 44 26 20 50 36C74 20 90 44 50 68Z", "tomato")),
    )[kind]
    return together(line("M50-18L20 0M50-18L80 0", "ink", 3), box(0, 0, 100, 84, frame), seen)


_SPINES = ("tomato", "canal", "sun", "plum", "leaf", "paper", "rose", "ink")


@cache
def book_row(kind: int) -> Piece:
    """A row of books 180 wide, upright on the origin."""
    spines: dict[str, str] = {}
    bands: dict[str, str] = {}
    x = 0
    for nth in range(7):
        wide = (20, 26, 16, 24, 30, 18, 22)[(nth * 3 + kind) % 7]
        tall = (66, 78, 58, 72, 62, 80, 70)[(nth * 5 + kind * 2) % 7]
        ink = _SPINES[(nth * 3 + kind * 5) % 8]
        if nth == 5 and kind % 2:
            spine = f"M{x} 0L{x + 18}-{tall}L{x + 18 + wide}-{tall - 6}L{x + wide} 0Z"
            x += 20
        else:
            spine = f"M{x}-{tall}h{wide}V0h-{wide}Z"
            band = "paper" if ink not in ("paper", "rose", "sun") else "tomato"
            bands[band] = bands.get(band, "") + f"M{x + 5}-{tall - 14}h{wide - 10}"
        spines[ink] = spines.get(ink, "") + spine
        x += wide + 1
    return together(
        *(cut(drawing, ink, 0.7) for ink, drawing in spines.items()),
        *(line(drawing, ink, 4, 0.3) for ink, drawing in bands.items()),
    )


@cache
def tin_row(kind: int) -> Piece:
    """Tins and packets 180 wide, upright on the origin."""
    made: dict[str, str] = {"stone": ""}
    labels: dict[str, str] = {}
    for nth in range(4):
        x = nth * 46
        ink = _SPINES[(nth * 3 + kind * 5) % 8]
        label = "cream" if ink not in ("sun", "paper") else "tomato"
        if (nth + kind) % 3:
            made["stone"] += f"M{x}-56h38V0h-38Z"
            labels[ink] = labels.get(ink, "") + f"M{x}-48h38v38h-38Z"
            labels[label] = labels.get(label, "") + f"M{x + 10}-36h18v14h-18Z"
        else:
            made[ink] = made.get(ink, "") + f"M{x}-74h36V0h-36Z"
            labels[label] = labels.get(label, "") + f"M{x + 6}-58h24v26h-24Z"
    return together(*(cut(drawing, ink, 0.7) for ink, drawing in (*made.items(), *labels.items())))


@cache
def jar(filled: str) -> Piece:
    """A jar with its lid, 56 high."""
    return together(
        cut("M-19-44H19L22 0H-22Z", "paper"),
        cut("M-19-34H19L21-1H-21Z", filled),
        box(-21, -54, 42, 13, "ink"),
        box(-11, -26, 22, 13, "butter"),
    )


@cache
def shelf(width: int, ink: str) -> Piece:
    """A shelf on two brackets; things stand at the origin's height."""
    return together(box(0, 0, width, 13, ink), line(f"M26 14v20l-14-18M{width - 26} 14v20l14-18", DEEPER[ink], 5))


@cache
def hanging_pans(rail: str) -> Piece:
    """Three pans on a rail 230 wide."""
    return together(
        line("M0 0H230", rail, 11),
        line("M42 2V40M114 2V30M186 2V44", rail, 5),
        cut("M14 38H70C70 92 14 92 14 38Z", "tomato"),
        cut("M78 30H150C150 92 78 92 78 30Z", "plum"),
        cut("M162 42H212C212 90 162 90 162 42Z", "sun"),
        line("M24 50C26 60 32 68 38 70M90 42C92 56 100 64 106 66", "paper", 3.5),
    )


@cache
def menu_board(kind: int) -> Piece:
    """A blackboard of today's things, 170 by 150, hung from its top left."""
    bill = together(
        line("M30 34H96M30 60H84M30 84H100M30 108H76", "paper", 5),
        dots(((136, 34), (136, 60), (136, 84), (136, 108)), "sun", 10),
    )
    cup = together(
        cut("M50 60H106V96C100 116 58 116 50 96Z", "rose"),
        line("M106 70C130 66 130 98 104 96M66 48C58 36 76 30 68 18M88 48C80 36 98 30 90 18M40 124H120", "paper", 5),
    )
    return together(box(-8, -8, 186, 156, "wood"), box(4, 4, 162, 132, "ink"), cup if kind else bill)


@cache
def quilt(one: str, other: str) -> Piece:
    """A patchwork hung on the wall, 250 by 170, from its top left."""
    made = [box(-8, -8, 266, 186, "paper")]
    inks = (one, other, "sun", "sky", "rose", "leaf")
    for row in range(2):
        for column in range(3):
            x, y = column * 84, row * 86
            ink = inks[(row * 4 + column * 3 + 1) % 6]
            made.append(box(x, y, 80, 82, ink))
            if (row + column) % 2:
                made.append(
                    cut(
                        f"M{x + 40} {y + 8}l32 33l-32 33l-32-33Z",
                        inks[(row + column * 2) % 6] if inks[(row + column * 2) % 6] != ink else "paper",
                    )
                )
            else:
                made.append(
                    cut(
                        f"M{x + 40} {y + 66}C{x + 4} {y + 42} {x + 20} {y + 16} {x + 40} {y + 32}"
                        f"C{x + 60} {y + 16} {x + 76} {y + 42} {x + 40} {y + 66}Z",
                        "paper" if ink != "paper" else one,
                    )
                )
    return together(*made, line("M-20-12H270", "bark", 10))
