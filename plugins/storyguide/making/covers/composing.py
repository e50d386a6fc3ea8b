"""Composes a picture for a story: which scene, and everything in it, follow from its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyguide.making.covers.shapes import Piece

@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    key: str
    scene: str
    description: str
    pieces: tuple[Piece, ...]
    width: int = 800
    height: int = 600

SCENES = ()
def compose(key: str, scenes: Sequence[str]) -> Cover: ...
