"""Data classes for a story's photos and the sizes they are published in."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """A published size of a photo: a finished image file in the cache."""

    path: str
    """Path within the site: "photos/<hash>-<width>.webp"."""
    type: str
    """MIME type: "image/webp" or "image/jpeg"."""
    width: int
    height: int
    file: Path
    """Path of the finished file in the cache."""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo as its story's metadata describes it, with its published sizes."""

    file: str
    """File name in the story's folder."""
    alt: str = ""
    """Alternative text; empty only if the photo is decorative."""
    decorative: bool = False
    caption: str = ""
    credit: str = ""
    licence: str = ""
    people: str = "none"
    """"none", "adults" or "children"."""
    permission: str = ""
    """Statement in words of how the people pictured agreed."""
    renditions: tuple[Rendition, ...] = ()
    """Published sizes, widest last within each type; empty if the photo could not be processed and is left out."""

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of the widest rendition, in pixels; raises IndexError if there are no renditions."""
        widest = self.renditions[-1]
        return widest.width, widest.height
