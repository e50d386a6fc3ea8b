"""Who somebody is: skin, hair, clothes, mood, drawn by lot."""

from typing import NamedTuple

from storyguide.making.covers.choosing import Chooser

CLOTHS = ("sun", "tomato", "canal", "plum", "leaf", "rose", "ink", "paper", "sky", "cream")
TROUSERS = ("ink", "slate", "deep", "plum", "bark")


# Hair or what covers it, its inks, and what may be worn with it: people one meets in one street.
_LOOKS: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = (
    ("hijab", ("plum", "canal", "sky", "tomato", "paper", "leaf", "rose"), ((), ("glasses",))),
    ("turban", ("tomato", "canal", "sun", "plum", "sky"), (("beard",), ("beard", "glasses"))),
    ("afro", ("ink",), ((), ("earrings",), ("glasses",))),
    ("perm", ("stone", "ash"), (("glasses",), ("earrings",), ("glasses", "aid"))),
    ("tufts", ("stone", "ash"), ((), ("glasses",), ("moustache",), ("aid",))),
    ("long", ("ink", "auburn", "bark", "sun"), ((), ("glasses",), ("earrings",))),
    ("bun", ("stone", "ink", "auburn"), ((), ("glasses",), ("earrings",))),
    ("bob", ("ink", "auburn", "stone", "bark"), ((), ("glasses",))),
    ("short", ("ink", "bark", "auburn"), ((), ("beard",), ("glasses",), ("moustache",))),
    ("crop", ("ink", "bark"), ((), ("beard",), ("glasses",))),
    ("locs", ("ink",), ((), ("beard",), ("earrings",))),
    ("curls", ("ink", "auburn", "bark"), ((), ("glasses",), ("beard",))),
    ("cap", ("ink", "bark"), ((), ("beard",))),
    ("flatcap", ("stone", "ash"), (("moustache",), ("glasses",), ())),
    ("bobble", ("auburn", "ink", "sun"), ((), ("glasses",))),
    ("plaits", ("ink", "auburn", "sun"), ((), ("glasses",))),
    ("tail", ("ink", "auburn", "bark"), ((), ("earrings",))),
    ("dupatta", ("rose", "sun", "leaf", "canal", "tomato"), ((), ("earrings",))),
    ("headwrap", ("ink",), (("earrings",), ("glasses", "earrings"))),
    ("bald", ("stone", "ink"), (("beard",), ("glasses",), ("glasses", "beard"))),
    ("quiff", ("ink", "stone", "auburn"), ((), ("glasses",))),
    ("kufi", ("ink", "stone"), (("beard",), ("beard", "glasses"))),
    ("sunhat", ("stone", "auburn", "ink"), ((), ("glasses",))),
)


_YOUNG = ("afro", "plaits", "bob", "curls", "short", "tail", "patka", "long", "cap", "bobble")


# Skins (1 pale to 6 dark) each look is drawn with; others have all six.
_SKINS = {
    "hijab": (1, 2, 3, 4, 5, 6),
    "turban": (3, 4, 5),
    "patka": (3, 4, 5),
    "dupatta": (3, 4, 5),
    "afro": (4, 5, 6),
    "locs": (4, 5, 6),
    "headwrap": (5, 6),
    "kufi": (3, 4, 5, 6),
}


_PALE_ONLY = ("auburn", "sun")


class Look(NamedTuple):
    """How one person looks."""

    skin: int
    hair: str
    hair_ink: str
    hat: str
    wears: tuple[str, ...]
    cloth: str
    cut: str
    under: str
    trousers: str
    mood: str


def looks(chooser: Chooser, count: int, *, young: bool = False, mood: str = "", avoid: str = "") -> list[Look]:
    """So many people, no two alike; none dressed in the ink to avoid."""
    cloths = chooser.several([cloth for cloth in CLOTHS if cloth != avoid], count)
    kinds = [look for look in _LOOKS if look[0] in _YOUNG] if young else _LOOKS
    if young:
        kinds = [*kinds, ("patka", ("ink",), ((),))]
    found: list[Look] = []
    for (hair, inks, wears), drawn in zip(chooser.several(kinds, count), cloths, strict=True):
        ink = chooser.pick([ink for ink in inks if not young or ink not in ("stone", "ash")] or inks)
        worn = chooser.pick(wears)
        same = hair in ("hijab", "turban", "dupatta") and ink == drawn
        cloth = ("ink" if avoid != "ink" else "sun") if same else drawn
        found.append(
            Look(
                skin=chooser.whole(1, 3)
                if ink in _PALE_ONLY and hair not in _SKINS
                else chooser.pick(_SKINS.get(hair, (1, 2, 3, 4, 5, 6))),
                hair=hair,
                hair_ink=ink,
                hat=chooser.pick([hat for hat in ("tomato", "canal", "sun", "plum", "leaf") if hat != cloth]),
                wears=tuple(thing for thing in worn if not young or thing in ("glasses",)),
                cloth=cloth,
                cut=chooser.pick(
                    ("plain", "dots", "stripes", "cardigan", "collar", "dungarees", "scarf", "buttons", "yoke")
                ),
                under=chooser.pick([under for under in ("paper", "cream", "rose", "sky", "tomato") if under != cloth]),
                trousers=chooser.pick([trousers for trousers in TROUSERS if trousers != cloth]),
                mood=mood or chooser.pick(("smile", "smile", "grin", "laugh", "glad")),
            )
        )
    return found
