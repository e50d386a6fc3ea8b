"""People, and the ways they sit, stand and roll through a picture."""

from functools import cache

from storyguide.making.covers.choosing import Chooser
from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.pieces import heads
from storyguide.making.covers.pieces.looks import Look
from storyguide.making.covers.shapes import NOTHING, Piece, box, cut, dots, line, oval, place, together


@cache
def _behind(hair: str, ink: str, y: int, size: float) -> Piece:
    hanging = heads.behind(hair, ink)
    return place(hanging, 0, y, size) if hanging.parts else NOTHING


def head(look: Look) -> Piece:
    """The whole head but for what hangs behind."""
    ink = look.hair_ink
    beard = "ink" if look.hair in ("turban", "kufi") and look.hair_ink != "stone" else ink
    worn = heads.extras(look.wears, beard)
    lips = "rose" if "beard" in look.wears else "butter" if look.skin == 6 else "ink"
    mouth = heads.mouth(look.mood, lips)
    return together(heads.face(look.skin, look.mood), worn, mouth, heads.before(look.hair, ink, look.hat))


@cache
def _neck(skin: int, top: int) -> Piece:
    return together(
        cut(f"M-13 {top}h26v28C10 {top + 40}-10 {top + 40}-13 {top + 28}Z", f"skin{skin}", 0.5),
        cut(f"M-13 {top + 6}h26C12 {top + 18}-8 {top + 22}-13 {top + 12}Z", f"blush{skin}", 0.3),
    )


_BUST = "M-74 8C-76-62-62-100-20-112C-10-102 10-102 20-112C62-100 76-62 74 8Z"


@cache
def _bust(cloth: str, style: str, under: str) -> Piece:
    deeper = DEEPER[cloth]
    made = [cut(_BUST, f"dots-{cloth}" if style == "dots" else cloth)]
    if style == "stripes":
        made.append(line("M-60-86C-30-66 30-66 60-86M-69-62C-34-40 34-40 69-62M-72-36C-34-14 34-14 72-36", under, 8))
    elif style == "cardigan":
        made.append(cut("M-17-110C-8-96 8-96 17-110L10-40L22 8H-22L-10-40Z", under))
        made.append(dots(((15, -52), (18, -26)), deeper, 7))
    elif style == "collar":
        made.append(cut("M-20-114L0-90L-20-74L-36-104ZM20-114L0-90L20-74L36-104Z", under))
        made.append(dots(((0, -72), (0, -48)), deeper, 7))
    elif style == "dungarees":
        made.append(cut("M-46-106L-30-110L-24-66H24L30-110L46-106L42-52L54 8H-54L-42-52Z", under))
        made.append(dots(((-27, -60), (27, -60)), "sun" if under != "cream" else "ink", 8))
    elif style == "scarf":
        made.append(cut("M-34-122C-12-106 12-106 34-122L38-100C14-84-14-84-38-100Z", under))
        made.append(cut("M12-98L36-102L44-40L20-36Z", under))
        made.append(line("M20-84L40-87M23-64L42-67", deeper if deeper != under else "ink", 5))
    elif style == "buttons":
        made.append(line("M0-98V4", deeper, 3))
        made.append(dots(((9, -76), (9, -50), (9, -24)), under, 8))
    elif style == "yoke":
        made.append(
            cut("M-20-114C-50-104-64-90-70-66C-40-52 40-52 70-66C64-90 50-104 20-114C10-102-10-102-20-114Z", under)
        )
    made.append(line("M-50 6C-54-22-52-38-46-52M50 6C54-22 52-38 46-52", deeper, 3.5))
    return together(*made)


@cache
def _apron(ink: str) -> Piece:
    return together(
        line("M-30-72L-18-108M30-72L18-108", ink, 8),
        cut("M-32-76H32L34-50C52-40 54-20 56 8H-56C-54-20-52-40-34-50Z", ink),
        line("M-22-30H22V-10C10-2-10-2-22-10Z", DEEPER[ink], 3),
    )


def bust(look: Look, *, apron: str = "", arms: str = "") -> Piece:
    """Somebody behind a table, to the waist; the origin is the table's edge, the head 192 above it."""
    bare = f"skin{look.skin}"
    parts = [
        _behind(look.hair, look.hair_ink, -158, 1),
        _bust(look.cloth, "plain" if apron else look.cut, look.under),
        _neck(look.skin, -132),
    ]
    if apron:
        parts.append(_apron(apron))
    parts.append(place(head(look), 0, -158))
    if arms:
        parts.append(_table_arms(look.cloth, bare, arms))
    return together(*parts)


@cache
def _table_arms(cloth: str, skin: str, arms: str) -> Piece:
    sleeve = DEEPER[cloth]
    if arms == "wave":
        return together(
            line("M64-64C88-64 96-92 98-118", cloth, 26),
            line("M99-128L101-140M93-140L97-150M105-148L108-140", skin, 10),
            oval(99, -132, 13, 14, skin),
        )
    if arms == "up":
        return together(
            line("M64-70C88-80 92-112 90-140M-64-70C-88-80-92-112-90-140", cloth, 26),
            dots(((90, -154), (-90, -154)), skin, 27),
        )
    if arms == "folded":
        return together(
            line("M-58-30C-40-8-10-8 22-16M58-30C40-10 20-6-4-10", sleeve, 22), dots(((26, -18), (-10, -10)), skin, 22)
        )
    return together(
        line("M-60-38C-58-14-48-6-36-4M60-38C58-14 48-6 36-4", sleeve, 22), dots(((-26, -4), (26, -4)), skin, 23)
    )


_COATS = {
    "coat": "M-42-70C-46-112-44-150-15-158C-8-150 8-150 15-158C44-150 46-112 42-70Z",
    "dress": "M-50-46C-40-90-46-148-15-158C-8-150 8-150 15-158C46-148 40-90 50-46C20-38-20-38-50-46Z",
    "tunic": "M-44-52C-42-96-44-150-15-158C-8-150 8-150 15-158C44-150 42-96 44-52Z",
}


@cache
def _outfit(cloth: str, style: str, under: str, trousers: str, *, shape: str, stride: int) -> Piece:
    deeper = DEEPER[cloth]
    legs = line(f"M-15-76L{-16 - stride}-8M15-76L{16 + stride}-8", trousers, 24)
    shoes = line(f"M{-14 - stride}-5h-11M{16 + stride}-5h11", "ink" if trousers != "ink" else "tomato", 13)
    made = [legs, shoes, cut(_COATS[shape], f"dots-{cloth}" if style == "dots" else cloth)]
    if style in ("stripes", "yoke"):
        made.append(line("M-38-126C-14-114 14-114 38-126M-40-106C-14-94 14-94 40-106", under, 8))
    elif style in ("cardigan", "collar", "buttons"):
        made.append(line("M0-148V-66", deeper, 3))
        made.append(dots(((8, -126), (8, -104), (8, -84)), under, 7))
    elif style in ("dungarees", "scarf"):
        made.append(cut("M-28-164C-10-150 10-150 28-164L30-146C12-134-12-134-30-146Z", under))
        made.append(cut("M8-144L26-148L32-104L14-100Z", under))
    return together(*made)


@cache
def _arm(cloth: str, skin: str, pose: str) -> Piece:
    ways = {
        "down": ("M34-142C48-122 50-104 47-88", (47, -78)),
        "wave": ("M34-142C56-146 62-170 62-190", (62, -200)),
        "out": ("M34-142C50-128 64-124 80-122", (88, -122)),
        "hip": ("M34-142C60-124 58-104 40-96", (36, -94)),
        "hold": ("M34-142C52-122 46-106 24-104", (18, -104)),
        "high": ("M34-142C40-160 40-182 34-206", (33, -216)),
    }
    way, hand = ways[pose]
    edge = line(way, cloth, 21)
    return together(
        edge,
        oval(*hand, 11, 11, skin),
        line("M30-128C36-120 38-112 38-100", DEEPER[cloth], 3) if pose == "down" else NOTHING,
    )


@cache
def _arms(cloth: str, skin: str, left: str, right: str) -> Piece:
    return together(place(_arm(cloth, skin, left), 0, 0, flip=True), _arm(cloth, skin, right))


def standing(look: Look, *, left: str = "down", right: str = "down", stride: int = 0, child: bool = False) -> Piece:
    """Somebody on their feet, which are the origin; 242 high, a child 180."""
    bare = f"skin{look.skin}"
    shape = (
        "dress"
        if look.hair in ("hijab", "dupatta", "plaits", "long", "headwrap")
        else "tunic"
        if look.hair == "kufi"
        else "coat"
    )
    top = -186
    size = 0.84
    body = together(
        _outfit(look.cloth, look.cut, look.under, look.trousers, shape=shape, stride=stride),
        _arms(look.cloth, bare, left, right),
        _neck(look.skin, -172),
    )
    if child:
        return together(
            _behind(look.hair, look.hair_ink, -130, 0.78),
            place(body, 0, 0, 0.68),
            place(head(look), 0, -132, 0.78),
        )
    return together(_behind(look.hair, look.hair_ink, top - 8, size), body, place(head(look), 0, top - 8, size))


def rolling(look: Look) -> Piece:
    """Somebody in a wheelchair, bound to the right; the ground is the origin."""
    bare = f"skin{look.skin}"
    return together(
        _behind(look.hair, look.hair_ink, -196, 0.84),
        line("M-46-120V-64H20", "ink", 7),
        line("M-46-122h-14", "ink", 8),
        line("M-6-78C14-82 40-84 46-70L56-26", look.trousers, 25),
        line("M56-14h17", "tomato" if look.trousers == "ink" else "ink", 14),
        line("M40-6L70-2M44-8V-34", "ink", 6),
        place(cut(_COATS["coat"], f"dots-{look.cloth}" if look.cut == "dots" else look.cloth), -4, 4),
        _neck(look.skin, -174),
        place(head(look), 0, -196, 0.84),
        _wheel(look.under),
        line("M-20-140C-34-118-22-100 8-96", DEEPER[look.cloth], 20),
        oval(16, -96, 11, 11, bare),
        oval(46, -9, 9, 9, "ink"),
    )


@cache
def _wheel(hub: str) -> Piece:
    return together(
        line("M-8-98C18-98 40-76 40-50S18-2-8-2S-56-24-56-50S-34-98-8-98Z", "ink", 8),
        line("M-8-94V-6M-52-50H36M-39-81L23-19M23-81L-39-19", "stone", 2.5),
        oval(-8, -50, 9, 9, hub),
    )


@cache
def stick() -> Piece:
    """A walking stick, for a hand that hangs down on the right."""
    return line("M47-78C47-92 62-92 62-78M47-80L54 0", "bark", 6)


def passer_by(chooser: Chooser, look: Look) -> Piece:
    """Somebody out and about, in one way or another."""
    kind = chooser.whole(0, 7)
    if kind == 0:
        return rolling(look)
    if kind == 1:
        return together(standing(look, left="wave"), stick())
    if kind == 2:
        return standing(look, right="wave", stride=5)
    if kind == 3:
        return together(standing(look, left="hip"), _bag(look.under))
    if kind == 4:
        return standing(look, left="hold", right="hold")
    if kind == 5:
        return standing(look, left="hip", right="wave")
    return standing(look, right="out", stride=6) if kind == 6 else together(standing(look, left="wave"), _bag("tomato"))


@cache
def _bag(ink: str) -> Piece:
    return together(line("M40-76C38-60 60-60 56-76", DEEPER[ink], 4), box(28, -62, 40, 44, ink))
