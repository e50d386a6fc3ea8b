"""Compose a story's picture: which scene it is, and everything in it, follow from the story's key."""

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
"""Version of the drawings. It is raised whenever pictures change, so that cached cards are made again."""

SCENES: frozenset[str] = frozenset(_SCENES)
"""Names of scenes that a theme or a place may ask for."""

PARTICULAR = frozenset(("castle", "choir", "football", "windmill"))
"""Scenes that would claim something of a story which does not speak of it."""

_ONE_WAY = ("choir",)
"""Scenes that are never mirrored: notes of music cannot be read backwards."""

ANYWHERE = ("hands", "terrace", "tea", "street-party", "hall")
"""Scenes that suit any story, for one whose themes and place name none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A paper-cut picture, four wide to three high."""

    key: str
    scene: str
    description: str
    """Sentence that says what is seen, for those who do not see it."""
    pieces: tuple[Piece | Placed, ...]
    """Pieces from the back to the front."""
    mirrored: bool = False
    """Whether it is shown mirrored from left to right."""
    width: int = WIDE
    height: int = HIGH


def compose(key: str, scenes: Sequence[str]) -> Cover:
    """Return the picture for a key in one of these scenes, always the same one.

    Names that are no scene are skipped, so that there is a picture whatever an edition's list says.
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
