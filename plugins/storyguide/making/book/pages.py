"""What the templates of the EPUB read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making.book.as_xhtml import Writer
from storyguide.making.book.book import Book, StoryInBook
from storyguide.making.render import Context


@dataclass(frozen=True, kw_only=True)
class Container(Context, template="book/container.xml"):
    """Where in the file the package stands."""


class Packed(NamedTuple):
    """A file of the book: its id, its path, its type, and what EPUB calls its properties."""

    id: str
    path: str
    type: str
    properties: str


@dataclass(frozen=True, kw_only=True)
class Package(Context, template="book/package.opf"):
    """What the book is, and what it is made of."""

    book: Book
    identifier: str
    modified: str
    """A moment in UTC, as EPUB writes it."""
    languages: Sequence[str]
    """Besides the book's own."""
    rights: str
    accessible: str
    files: Sequence[Packed]
    spine: Sequence[str]
    """The ids of its pages in order."""


@dataclass(frozen=True, kw_only=True)
class Page(Context, template="book/page.xhtml"):
    """One page of the book."""

    language: str
    title: str
    kind: str
    """Its look (book.css)."""
    epub: str
    """What it is, in EPUB's words, or ""."""
    body: Markup


@dataclass(frozen=True, kw_only=True)
class TitlePage(Context, template="book/title.xhtml"):
    """The title page."""

    book: Book
    lines: Sequence[str]


class Entry(NamedTuple):
    """A page in the table of contents, and those below it."""

    file: str
    title: str
    attributes: Markup
    """Of the language its title is in."""
    below: "Sequence[Entry]"


@dataclass(frozen=True, kw_only=True)
class Contents(Context, template="book/nav.xhtml"):
    """The contents, which reading programs use as well."""

    entries: Sequence[Entry]
    first: str
    """The file the stories begin in."""


@dataclass(frozen=True, kw_only=True)
class StoryChapter(Context, template="book/story.xhtml"):
    """One story."""

    story: StoryInBook
    writer: Writer
    picture: Markup
    in_its_own: Markup
    """The attributes of the language it is in."""
    before: str
    """Said before a note on its content."""
    says: str
    """What stands before its address."""


class Indexed(NamedTuple):
    """A story in the index: its file, its title, and the attributes of the language it is in."""

    file: str
    title: str
    attributes: Markup


class IndexLine(NamedTuple):
    """A place or a theme in the index, and its stories."""

    name: str
    stories: Sequence[Indexed]


class IndexHalf(NamedTuple):
    """The places, or the themes."""

    name: str
    entries: Sequence[IndexLine]


@dataclass(frozen=True, kw_only=True)
class IndexPage(Context, template="book/index.xhtml"):
    """The index of places and themes."""

    title: str
    halves: Sequence[IndexHalf]
