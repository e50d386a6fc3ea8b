"""What a drawing in a Word document holds that matters to a story: pictures as they are seen, and words."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storyguide.intake.views import View

_LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture as a drawing shows it."""

    relationship: str
    """The id by which the part points to it; "" where it points nowhere."""
    view: View
    alt: str


@dataclass(frozen=True, slots=True)
class Box:
    """Words in a shape."""

    content: Element | str
    """What holds their paragraphs, or the words themselves where they are drawn as letters (WordArt)."""


Drawn = SeenPicture | Box


def number(written: str) -> float:
    """Return a number written in an attribute; 0 when it is none, or beyond reason."""
    try:
        value = float(written or 0)
    except ValueError:
        return 0
    return value if abs(value) < _LARGEST else 0
