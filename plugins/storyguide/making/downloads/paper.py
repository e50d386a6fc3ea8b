"""Model a printable document as pieces, from which PDF, word-processor files and plain text are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Union

Words = tuple[Union[str, "Span"], ...]
"""A line or a paragraph: runs of text, and marked-up spans."""

_NARROWEST, _WIDEST, _WIDEST_BESIDE_ROOM = 5, 34, 24
"""Characters that a column counts as: at the least, at the most, and at the most beside columns to write in."""
_ROOM = 60
"""Characters of a table's width if every column were there to be written in."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words that are marked up or are a link."""

    kind: Literal["strong", "em", "code", "del", "sup", "sub", "a", "br"]
    words: Words = ()
    to: str = ""
    """Address of a link: a web address, or "#" and the id of a heading in the same document."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `id` is what links lead to, "" for none."""

    level: int
    words: Words
    id: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    words: Words
    lead: bool = False
    """Whether this is the introduction, which says what the document is about."""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with bullets or numbers."""

    items: tuple[tuple["Piece", ...], ...]
    first: int | None = None
    """Number of the first item; None for a list without numbers."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation, with words on whose it is."""

    pieces: tuple["Piece", ...]
    credit: Words = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every empty cell is room to write in."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]

    @property
    def to_fill_in(self) -> bool:
        """Whether any cell is room to write in."""
        return any(not cell for row in self.rows for cell in row)

    @property
    def widths(self) -> tuple[int, ...]:
        """Relative widths of the columns."""
        return tuple(map(self._width, range(len(self.head))))

    def _width(self, column: int) -> int:
        title = plain(self.head[column])
        cells = [len(plain(row[column])) for row in self.rows if row[column]]
        if not cells:
            return min(max(len(title), _ROOM // len(self.head)), _WIDEST)
        needed = max(*cells, *map(len, title.split()), _NARROWEST)
        return min(needed, _WIDEST_BESIDE_ROOM if self.to_fill_in else _WIDEST)


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text."""

    text: str


@dataclass(frozen=True, slots=True)
class Divide:
    """A horizontal rule."""


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, one below the other."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Boxes side by side, of which one is to be ticked."""

    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Short questions side by side, each with a number of lines to write on."""

    rooms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, each with pieces that say something of it."""

    rows: tuple[tuple[str, tuple["Piece", ...]], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel set apart from the words around it."""

    look: Literal["write", "imagine", "try", "check", "plan", "take", "statement", "heard"]
    """Kind of panel, which decides how it looks."""
    label: str
    """Task, such as "Write"; may be empty."""
    title: Words
    pieces: tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: the name of each part and the id of its heading."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or drawing with its caption."""

    file: str
    """File name among the files that the document is printed with."""
    alt: str
    """Description; "" for a picture that only decorates."""
    shape: tuple[int, int]
    """Width and height, in any unit."""
    caption: Words = ()


@dataclass(frozen=True, slots=True)
class Tongue:
    """Pieces in another language than the document's."""

    language: str
    pieces: tuple["Piece", ...]


Piece = (
    Heading
    | Para
    | Listing
    | Quote
    | Table
    | Code
    | Divide
    | Room
    | Ticks
    | Choice
    | Asked
    | Facts
    | Panel
    | Contents
    | NewPage
    | Picture
    | Tongue
)
"""A part of a document that stands on lines of its own."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole printable document."""

    title: str
    """Title under which the document is filed, as plain text."""
    belongs_to: str
    """Text at the head of each page."""
    edition: str
    language: str
    licence: str
    address: str = ""
    """Web address of the page with the same content; "" when unknown."""
    sides: int = 0
    """Number of sides that the document is meant for; 0 when unstated."""
    pieces: tuple[Piece, ...] = ()
    ids: tuple[str, ...] = ()
    """Ids that a link within the document may lead to."""


def plain(words: Iterable[str | Span]) -> str:
    """Return the text of words, without markup."""
    return "".join(" " if one == Span("br") else one if isinstance(one, str) else plain(one.words) for one in words)


def ids_of(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the ids of all headings in pieces, also of nested ones."""
    for piece in pieces:
        match piece:
            case Heading(id=name) if name:
                yield name
            case Quote(pieces=held) | Panel(pieces=held) | Tongue(pieces=held):
                yield from ids_of(held)
            case Listing(items=items):
                for item in items:
                    yield from ids_of(item)
            case _:
                pass
