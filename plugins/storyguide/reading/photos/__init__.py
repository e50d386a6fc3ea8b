"""From a storyteller's photos to the sizes they are published in."""

from storyguide.reading.photos.darkroom import develop

__all__ = ["develop"]
