"""Draw paper-cut pictures for stories without photos, and the drawings that belong to the guide itself."""

from storyguide.making.covers.composing import PARTICULAR, SCENES, VERSION, Cover, compose
from storyguide.making.covers.signs import SIGNS, mark, sign
from storyguide.making.covers.skyline import LANDMARKS, door, hero, tin
from storyguide.making.covers.writing import svg

__all__ = [
    "LANDMARKS",
    "PARTICULAR",
    "SCENES",
    "SIGNS",
    "VERSION",
    "Cover",
    "compose",
    "door",
    "hero",
    "mark",
    "sign",
    "svg",
    "tin",
]
