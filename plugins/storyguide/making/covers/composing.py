"""Composes a picture for a story: which scene, and everything in it, follow from its key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from storyguide.making.covers.choosing import Chooser
from storyguide.making.covers.scenes import hills, open_air, rooms, streets, together, water
from storyguide.making.covers.scenes.stage import HIGH, WIDE, Stage
from storyguide.making.covers.shapes import Piece, Placed

_SCENES: Mapping[str, Callable[[Stage], str]] = MappingProxyType(
    {
        "allotment": open_air.allotment,
        "canal": water.canal,
        "castle": hills.castle,
        "chapel": streets.chapel,
        "choir": together.choir,
        "craft": rooms.craft,
        "foodbank": rooms.foodbank,
        "football": open_air.football,
        "hall": rooms.hall,
        "hands": together.hands,
        "kitchen": rooms.kitchen,
        "library": rooms.library,
        "market": streets.market,
        "park": open_air.park,
        "pond": water.pond,
        "school": streets.school,
        "street-party": streets.street_party,
        "tea": rooms.tea,
        "terrace": streets.terrace,
        "windmill": hills.windmill,
        "woodland": hills.woodland,
        "workshop": together.workshop,
    }
)

VERSION = "1"
"""Raised whenever pictures change, so that cards kept from earlier builds are made anew."""

SCENES: frozenset[str] = frozenset(_SCENES)
"""The names a theme or a place may ask for."""

PARTICULAR = frozenset(("castle", "choir", "football", "windmill"))
"""Scenes that would claim something of a story that does not speak of it."""

_ONE_WAY = ("choir",)
"""Notes of music cannot be read backwards."""

ANYWHERE = ("hands", "terrace", "tea", "street-party", "hall")
"""Scenes that suit any story, for one whose themes and place name none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A paper-cut picture, four wide to three high."""

    key: str
    scene: str
    description: str
    """A sentence that says what is seen, for those who do not see it."""
    pieces: tuple[Piece | Placed, ...]
    """From the back to the front."""
    mirrored: bool = False
    """Seen the other way round."""
    width: int = WIDE
    height: int = HIGH


def compose(key: str, scenes: Sequence[str]) -> Cover:
    """A picture for this key, in one of these scenes: always the same one.

    Names that are no scene are passed over, so that a picture is there whatever
    an edition's list says.
    """
    known = [scene for scene in scenes if scene in _SCENES] or ANYWHERE
    scene = Chooser(f"{key} scene").pick(known)
    stage = Stage(f"{key} {scene}")
    subject = _SCENES[scene](stage)
    return Cover(
        key=key,
        scene=scene,
        description=stage.description(subject),
        pieces=tuple(stage.pieces),
        mirrored=scene not in _ONE_WAY and stage.by.chance(50),
    )
