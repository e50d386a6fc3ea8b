"""The guide as a book: what it holds and in what order, before it is bound as PDF or EPUB."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from storyguide.making.book.choosing import LeftOut
from storyguide.making.downloads.paper import Facts, Picture, Piece

Content = str | bytes | Path
"""What a file of the book holds, or the finished file that holds it."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part with a heading of its own and no stories."""

    id: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class StoryInBook:
    """One story, taken apart as its binding needs it. Headings within its words begin at level 2."""

    slug: str
    title: str
    summary: str
    language: str
    """Empty for the edition's own."""
    told: bool
    """Whether somebody tells it; else it is a fact-file."""
    by: str
    where: str
    colour: str
    picture: Picture
    drawn: bool
    """Whether the picture is no photo."""
    glance: Facts
    note: str
    """What to know before reading."""
    stop: tuple[Piece, ...]
    """What the trail says of it, in a booklet of a trail."""
    words: tuple[Piece, ...]
    further: tuple[Piece, ...]
    whose: tuple[Piece, ...]
    address: str
    """Its permanent address; where the guide has none yet, the path it will have there."""
    code: str
    """File of the square code that leads there; "" while nothing can."""

    @property
    def id(self) -> str:
        return id_of(self.slug)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Stories under one heading: of an area, or of a trail."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    colour: str
    map: Picture | None
    stories: tuple[StoryInBook, ...]


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A place or a theme, and the stories that belong to it, by their number in the guide's order."""

    name: str
    stories: tuple[StoryInBook, ...]


@dataclass(frozen=True, kw_only=True)
class Book:
    """Everything in its order: opening, parts, appendix, closing, index, what is left out."""

    name: str
    """The edition's."""
    id: str
    """What reading programs know it by: the same whenever, wherever and in whatever edition it is bound."""
    town: str
    strapline: str
    subtitle: str
    """What a booklet holds; "" for the whole edition."""
    summary: str
    language: str
    licence: str
    editors: tuple[str, ...]
    contact: str
    address: str
    """The guide's own, with a closing slash; "" while it has none."""
    newest: date | None
    """The day on which the newest of its stories was told."""
    told: int
    hero: str
    flags: str
    door: str
    """Files of the drawings on its front, and on its back."""
    opening: tuple[Section, ...]
    parts: tuple[Part, ...]
    appendix: tuple[Section, ...]
    closing: tuple[Section, ...]
    places: tuple[IndexEntry, ...]
    themes: tuple[IndexEntry, ...]
    missing: Section | None
    """Who is left out, and why."""
    left_out: tuple[LeftOut, ...]
    files: Mapping[str, Content] = field(repr=False)
    ids: frozenset[str] = field(repr=False)
    """Where a link within it may lead."""

    @property
    def stories(self) -> tuple[StoryInBook, ...]:
        return tuple(story for part in self.parts for story in part.stories)

    @property
    def title(self) -> str:
        """As it is filed under."""
        return f"{self.name}: {self.subtitle}" if self.subtitle else self.name


def id_of(slug: str) -> str:
    """Where in the book a story stands."""
    return f"story-{slug}"
