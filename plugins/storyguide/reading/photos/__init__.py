"""Processing of a storyteller's photos into the sizes they are published in."""

from storyguide.reading.photos.darkroom import develop

__all__ = ["develop"]
