"""Model the guide as a book: its sections and stories in order, before it is bound as PDF or EPUB."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from storyguide.making.book.choosing import LeftOut
from storyguide.making.downloads.paper import Facts, Picture, Piece

Content = str | bytes | Path
"""Content of a file of the book, or the path of a finished file."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the book with a heading of its own and no stories."""

    id: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class StoryInBook:
    """A story as its binding needs it. Headings within its words begin at level 2."""

    slug: str
    title: str
    summary: str
    language: str
    """Language of the story; "" for the edition's own."""
    told: bool
    """Whether a storyteller tells it; otherwise it is a fact-file."""
    by: str
    """Line that says who told the story and when."""
    where: str
    """Places of the story in words."""
    colour: str
    picture: Picture
    drawn: bool
    """Whether the picture is a drawing and no photo."""
    glance: Facts
    """Table of the story's main facts."""
    note: str
    """Content note: what to know before reading."""
    stop: tuple[Piece, ...]
    """Words of the trail about this story, in a booklet of a trail."""
    words: tuple[Piece, ...]
    further: tuple[Piece, ...]
    """Sections below the story's words."""
    whose: tuple[Piece, ...]
    """Section on whose words and photos these are."""
    address: str
    """Permanent web address; while the guide has none, the path within the site."""
    code: str
    """File of the QR code with the address; "" while the guide has none."""

    @property
    def id(self) -> str:
        """Id of the story within the book, which links lead to."""
        return id_of(self.slug)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Stories under one heading: those of an area, or of a trail."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    colour: str
    map: Picture | None
    stories: tuple[StoryInBook, ...]


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A place or a theme with its stories, in the order of the book."""

    name: str
    stories: tuple[StoryInBook, ...]


@dataclass(frozen=True, kw_only=True)
class Book:
    """A whole book in its order: opening, parts, appendix, closing, index, and what is left out."""

    name: str
    """Name of the edition."""
    id: str
    """Identifier for reading programs: the same whenever and wherever the book is bound, and in every edition of it."""
    town: str
    strapline: str
    subtitle: str
    """Subtitle, which says what a booklet holds; "" for the whole edition."""
    summary: str
    language: str
    licence: str
    editors: tuple[str, ...]
    contact: str
    address: str
    """Web address of the guide, with a closing slash; "" while it has none."""
    newest: date | None
    """Day on which the newest of its stories was told."""
    told: int
    """Number of told stories."""
    hero: str
    flags: str
    door: str
    """File of the drawing on the back cover (`hero` and `flags` are those on the front)."""
    opening: tuple[Section, ...]
    parts: tuple[Part, ...]
    appendix: tuple[Section, ...]
    closing: tuple[Section, ...]
    places: tuple[IndexEntry, ...]
    themes: tuple[IndexEntry, ...]
    missing: Section | None
    """Section on who is left out, and why."""
    left_out: tuple[LeftOut, ...]
    files: Mapping[str, Content] = field(repr=False)
    ids: frozenset[str] = field(repr=False)
    """Ids that a link within the book may lead to."""

    @property
    def stories(self) -> tuple[StoryInBook, ...]:
        """All stories of the book, in its order."""
        return tuple(story for part in self.parts for story in part.stories)

    @property
    def title(self) -> str:
        """Title under which the book is filed."""
        return f"{self.name}: {self.subtitle}" if self.subtitle else self.name


def id_of(slug: str) -> str:
    """Return the id of a story within the book."""
    return f"story-{slug}"
