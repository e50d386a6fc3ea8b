"""Model what a drawing in a Word document holds that matters to a story: pictures as they are seen, and words."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storyguide.intake.views import View

_LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture as a drawing shows it."""

    relationship: str
    """Id of the relationship by which the document part refers to the picture's file; "" when it refers to none."""
    view: View
    alt: str


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or shape with words in it."""

    content: Element | str
    """The XML element that holds its paragraphs, or the words themselves where they are drawn as letters (WordArt)."""


Drawn = SeenPicture | Box


def number(written: str) -> float:
    """Return a number written in an attribute; 0 when it is none, or its size is beyond reason."""
    try:
        value = float(written or 0)
    except ValueError:
        return 0
    return value if abs(value) < _LARGEST else 0
