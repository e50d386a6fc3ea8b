"""The parts of which the table of a story's texts is made: surfaces, rows, texts and sections."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Flag, auto
from functools import cached_property
from typing import NamedTuple

from storyguide.model.story import Story


class Surface(Flag):
    """Where a text of a story can be shown."""

    PAGE = auto()
    """The story's own page and its storyteller's."""
    PAPER = auto()
    """The proof, on screen and printed."""
    POSTER = auto()
    BOOK = auto()
    """As PDF and as EPUB; booklets too."""
    FEED = auto()
    """Atom and JSON Feed."""
    DATA = auto()
    """stories.json; all but lists stands in stories.csv too."""
    SEARCH = auto()


class Row(NamedTuple):
    """A text that a section shows."""

    fact: str
    """As in story.md: "photos.alt"."""
    shown: Surface
    label: str = ""
    """Its name in the approval mark, where the storyteller says it; changing one ends every approval."""


class Text(NamedTuple):
    """A text as one story has it."""

    fact: str
    text: str
    """Plain text; HTML where the fact is "words". It may be empty."""
    about: str = ""
    """Slug or choice it is said of, and part of the mark: help with another barrier is another thing."""


class Approved(NamedTuple):
    """A text as it stands in the approval mark."""

    label: str
    text: str
    """Plain text; HTML where the label is "words"."""
    about: str = ""


Texts = Iterable[Text]


@dataclass(frozen=True)
class Section:
    """A part of what a story says."""

    key: str
    rows: tuple[Row, ...]
    texts: Callable[[Story], Texts]
    """Every text of the section that the story has, in the order in which it is shown."""
    heading: str = ""
    """Its heading on the page, on paper and in the book; empty where it has none. Open data names a plain one by it."""
    plain: bool = False
    """Whether no surface has a look of its own for it: it is then a heading and a paragraph for each text."""

    @cached_property
    def labels(self) -> dict[str, str]:
        """Label of each fact that the storyteller says."""
        return {row.fact: row.label for row in self.rows if row.label}

    def shown_on(self, surface: Surface) -> frozenset[str]:
        """Return the facts of this section that a surface shows."""
        return frozenset(row.fact for row in self.rows if surface in row.shown)
