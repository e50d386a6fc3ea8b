"""Pictures with alt text, credit and permission, and the sizes they are published in."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """One published size of a photo: a finished file in the cache."""

    path: str
    """Where it stands in the site: "photos/<hash>-<width>.webp"."""
    type: str
    """"image/webp" or "image/jpeg"."""
    width: int
    height: int
    file: Path
    """The finished file."""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A picture of a story, as its metadata describes it."""

    file: str
    """Its name in the story's folder."""
    alt: str = ""
    """Empty only when decorative."""
    decorative: bool = False
    caption: str = ""
    credit: str = ""
    licence: str = ""
    people: str = "none"
    """none, adults or children."""
    permission: str = ""
    """In words: how the people pictured agreed."""
    renditions: tuple[Rendition, ...] = ()
    """Widest last within a type; empty for a photo that could not be developed, which is then left out."""

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of the widest rendition, in pixels."""
        widest = self.renditions[-1]
        return widest.width, widest.height
