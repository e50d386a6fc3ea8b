"""Heads: faces, hair, beards, hats; the middle of the face is the origin, and it is 68 high."""

from functools import cache

from storyguide.making.covers.inks import DEEPER
from storyguide.making.covers.shapes import NOTHING, Piece, cut, dots, line, oval, together

PARTED = "M-30 4C-37-42-16-49 0-47S37-42 30 4C26-14 14-24 3-35C-10-23-24-16-30 4Z"
CROWN = "M-30-5C-35-51 35-51 30-5C22-24 10-29 0-29S-22-24-30-5Z"
CURLS = ((-30, -6), (-31, -21), (-22, -34), (-8, -41), (8, -41), (22, -34), (31, -21), (30, -6))


@cache
def face(skin: int, mood: str) -> Piece:
    """A simple, friendly face, but for its mouth."""
    eyes = dots(((-11, -3), (11, -3)), "ink", 6)
    if mood in ("laugh", "sing"):
        eyes = line("M-16-3Q-11-9-7-3M7-3Q11-9 16-3", "ink", 3, 0)
    blush = f"blush{skin}"
    return together(
        dots(((-29, 2), (29, 2)), f"skin{skin}", 13),
        oval(0, 0, 29, 34, f"skin{skin}"),
        dots(((-18, 9), (18, 9)), blush, 11),
        line("M1-1L4 6H0", blush, 3, 0),
        eyes,
    )


@cache
def mouth(mood: str, ink: str) -> Piece:
    """A mouth: "smile", "glad", "grin", "laugh" or "sing"."""
    if mood == "grin":
        return cut("M-12 9Q0 12 12 9Q10 23 0 23Q-10 23-12 9Z", "paper", 0)
    if mood == "laugh":
        return together(cut("M-12 8H12Q11 25 0 25Q-11 25-12 8Z", "wine", 0), line("M-5 22Q0 18 5 22", "tomato", 4, 0))
    if mood == "sing":
        return together(oval(0, 16, 7, 9, "wine"), line("M-3 22Q0 20 3 22", "tomato", 3.4, 0))
    return line("M-10 11Q0 21 10 11" if mood == "smile" else "M-7 14Q2 19 10 11", ink, 3.4, 0)


@cache
def behind(hair: str, ink: str) -> Piece:
    """What of the hair hangs behind the shoulders."""
    if hair == "afro":
        return cut("M-24 16C-52 12-58-34-36-48C-22-66 22-66 36-48C58-34 52 12 24 16Z", ink)
    if hair == "long":
        return cut("M-38 48C-47-20-40-50 0-52S47-20 38 48Z", ink)
    if hair == "bob":
        return cut("M-37 24C-45-30-32-51 0-51S45-30 37 24C20 30-20 30-37 24Z", ink)
    if hair == "plaits":
        return together(
            line("M-30 0C-42 20-34 34-40 60M30 0C42 20 34 34 40 60", ink, 16),
            dots(((-39, 52), (39, 52)), "tomato", 12),
        )
    if hair == "locs":
        return line(
            "M-28-24C-42 0-37 24-42 44M-22-28C-32 0-29 40-32 56M28-24C42 0 37 24 42 44M22-28C32 0 29 40 32 56", ink, 11
        )
    if hair == "tail":
        return cut("M14-38C54-50 54 4 42 34C32 16 32-8 12-24Z", ink)
    if hair == "hijab":
        return cut("M-42 70C-54 0-46-56 0-56S54 0 42 70Z", ink)
    if hair == "bun":
        return oval(0, -47, 15, 14, ink)
    if hair == "dupatta":
        return cut("M-42 66C-50 4-48-52-2-54S50 4 44 66Z", ink)
    return NOTHING


@cache
def before(hair: str, ink: str, hat: str) -> Piece:
    """Hair, scarf or hat over the brow."""
    deeper = DEEPER[ink]
    made = {
        "short": lambda: cut("M-31-2C-38-52 32-56 31-2C26-16 20-25 8-28C-4-19-22-20-31-2Z", ink),
        "crop": lambda: cut("M-30-4C-35-50 35-50 30-4C27-16 22-24 14-26L-16-25C-23-22-27-16-30-4Z", ink),
        "quiff": lambda: cut(
            "M-30-4C-34-30-30-40-20-44C-6-60 34-56 32-34C32-24 30-14 30-4C26-18 22-24 10-25L-16-24C-24-20-27-14-30-4Z",
            ink,
        ),
        "afro": lambda: cut("M-30-4C-34-48 34-48 30-4C24-20 14-26 0-26S-24-20-30-4Z", ink),
        "perm": lambda: dots(CURLS, ink, 23),
        "curls": lambda: dots((*CURLS, (-16, -28), (0, -31), (16, -28)), ink, 20),
        "long": lambda: cut(PARTED, ink),
        "bob": lambda: cut("M-32 8C-37-50 37-50 32 8C30-8 28-14 22-18C8-13-10-13-22-18C-28-14-30-8-32 8Z", ink),
        "plaits": lambda: together(cut(PARTED, ink), line("M1-46L3-36", deeper, 2.5)),
        "locs": lambda: together(cut(CROWN, ink), line("M-16-30L-14-42M0-32V-45M16-30L14-42", deeper, 2.5)),
        "tail": lambda: together(cut(CROWN, ink), oval(22, -36, 7, 7, "tomato")),
        "bun": lambda: together(cut(CROWN, ink), line("M-10-42Q0-36 10-42", deeper, 3)),
        "tufts": lambda: cut("M-27 8C-42-4-39-26-26-28C-30-14-26-8-27 8ZM27 8C42-4 39-26 26-28C30-14 26-8 27 8Z", ink),
        "bald": lambda: line("M-12-27Q-4-31 4-30", "paper", 3, 0),
        "hijab": lambda: together(
            cut("M-33 6C-40-54 40-54 33 6L26 8C28-38-28-38-26 8Z", ink),
            cut("M-34 2C-30 42 30 42 34 2C46 40 52 66 46 88C20 70-20 70-46 88C-52 66-46 40-34 2Z", ink),
            line("M-27 30C-10 50 14 50 30 28M-36 62C-14 46 12 52 24 46", deeper, 3),
        ),
        "dupatta": lambda: together(
            cut(PARTED, "ink"),
            cut("M-44 60C-50-2-46-56-2-56S52-2 46 60C36 20 38-30 0-42C-36-32-36 20-44 60Z", ink),
        ),
        "turban": lambda: together(
            cut("M-33-8C-47-52-10-66 4-57C38-62 44-30 33-8C20-27-6-31-33-8Z", ink),
            line("M-33-20C-12-40 10-46 28-48M-28-36C-8-50 6-52 16-55M33-14C20-30 8-34-4-37", deeper, 3),
        ),
        "cap": lambda: together(
            cut("M-30 2L-31-18H31L30 2L26-14H-26Z", ink),
            cut("M-33-14C-36-56 34-56 33-14C12-22-10-22-33-14Z", hat),
            cut("M-20-17C-4-28 20-26 34-15C46-15 54-9 55-4C36-13 0-13-20-17Z", DEEPER[hat]),
        ),
        "flatcap": lambda: together(
            cut("M-30 4L-32-18H31L30 4L26-14H-26Z", ink),
            cut("M-36-12C-42-46 10-56 32-38C42-32 48-22 48-14C24-24-10-24-36-12Z", hat),
            line("M-34-17C-10-28 22-28 44-20", DEEPER[hat], 3),
        ),
        "bobble": lambda: together(
            cut("M-30 4L-31-12H31L30 4L26-8H-26Z", ink),
            cut("M-32-16C-32-60 32-60 32-16Z", hat),
            cut("M-35-25C-12-31 12-31 35-25L34-10C12-16-12-16-34-10Z", DEEPER[hat]),
            oval(0, -53, 11, 10, "paper"),
        ),
        "sunhat": lambda: together(
            cut("M-30 6L-31-14H31L30 6L26-8H-26Z", ink),
            cut("M-27-20C-29-56 29-56 27-20Z", hat),
            cut("M-56-14C-40-30 40-30 56-14C40-6-40-6-56-14Z", hat),
            line("M-27-23C-10-19 10-19 27-23", DEEPER[hat], 6),
        ),
        "headwrap": lambda: together(
            cut("M-32-8C-44-44-22-60 0-58S44-44 32-8C16-26-16-26-32-8Z", hat),
            disc_knot(hat),
            line("M-30-16C-8-32 12-34 32-18M-24-32C-8-44 10-46 26-34", DEEPER[hat], 3),
        ),
        "patka": lambda: together(
            cut("M-32-6C-36-52 36-52 32-6C18-26-18-26-32-6Z", hat),
            oval(0, -50, 10, 9, hat),
            line("M-10-47Q0-42 10-47", DEEPER[hat], 2.5),
        ),
        "kufi": lambda: together(
            cut("M-30 2L-31-18H31L30 2L26-14H-26Z", ink),
            cut("M-30-18L-28-44C-14-50 14-50 28-44L30-18C12-24-12-24-30-18Z", hat),
            line("M-26-28C-10-33 10-33 26-28", DEEPER[hat], 3),
        ),
    }
    return made[hair]()


def disc_knot(ink: str) -> Piece:
    """The knot on top of a head wrap."""
    return cut("M-4-54C-26-82-2-80 4-62C12-82 34-76 12-54Z", ink)


@cache
def extras(names: tuple[str, ...], ink: str) -> Piece:
    """Beard, moustache, glasses, hearing aid, earrings."""
    made: list[Piece] = []
    if "beard" in names:
        made.append(cut("M-29-4C-30 52 30 52 29-4C25 10 17 5 0 6S-25 10-29-4Z", ink))
    if "moustache" in names:
        made.append(cut("M0 6C8 2 18 6 20 13C12 15 4 13 0 10C-4 13-12 15-20 13C-18 6-8 2 0 6Z", ink, 0.4))
    if "glasses" in names:
        made.append(line("M-20-3C-20-14-3-14-3-3S-20 8-20-3ZM3-3C3-14 20-14 20-3S3 8 3-3ZM-3-5Q0-7 3-5", "ink", 2.6, 0))
    if "aid" in names:
        made.append(line("M30-6C36-4 35 6 31 8", "tomato", 4, 0))
    if "earrings" in names:
        made.append(dots(((-31, 13), (31, 13)), "sun", 7))
    return together(*made)
