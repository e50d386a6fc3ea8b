"""Paper-cut pictures for stories without photos."""

from storyguide.making.covers.composing import SCENES, Cover, compose
from storyguide.making.covers.writing import svg

__all__ = ["SCENES", "Cover", "compose", "svg"]
