"""What a download is made of before it is a PDF, a file for a word processor, or plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Union

Words = tuple[Union[str, "Span"], ...]
"""A line or a paragraph: runs of text, and marked spans of them."""

_NARROWEST, _WIDEST, _WIDEST_BESIDE_ROOM = 5, 34, 24
"""Letters: how wide a column may count at the most, and at the least."""
_ROOM = 60
"""Letters that a table would have room for if every column were there to be written in."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words that are marked, or lead somewhere."""

    kind: Literal["strong", "em", "code", "del", "sup", "sub", "a", "br"]
    words: Words = ()
    to: str = ""
    """For a link: a web address, or "#" and the id of a heading of the same paper."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    words: Words
    id: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    words: Words
    lead: bool = False
    """Whether it says what the whole is about."""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[tuple["Piece", ...], ...]
    first: int | None = None
    """The number it begins with; None for a list without numbers."""


@dataclass(frozen=True, slots=True)
class Quote:
    pieces: tuple["Piece", ...]
    credit: Words = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Every empty cell is room to write in."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]

    @property
    def to_fill_in(self) -> bool:
        """Whether it has room to write in."""
        return any(not cell for row in self.rows for cell in row)

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each column is against the others."""
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
    text: str


@dataclass(frozen=True, slots=True)
class Divide:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, one beneath the other."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Boxes of which one is to be ticked, side by side."""

    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Short questions side by side, each with lines to write on."""

    rooms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names, each with what there is to say."""

    rows: tuple[tuple[str, tuple["Piece", ...]], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands apart from the words around it."""

    look: Literal["write", "imagine", "try", "check", "plan", "take", "statement", "heard"]
    label: str
    """What is to be done: "Write"; may be empty."""
    title: Words
    pieces: tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the paper holds: each part's name and the id of its heading."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or a drawing, with what stands beneath it."""

    file: str
    """Its name among the files the paper is printed with."""
    alt: str
    """Empty when it only decorates."""
    shape: tuple[int, int]
    """Width and height, in whatever it is measured in."""
    caption: Words = ()


@dataclass(frozen=True, slots=True)
class Tongue:
    """What is in another language than the paper."""

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


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole document."""

    title: str
    """As it is filed under; plain text."""
    belongs_to: str
    """Stands at the head of each page."""
    edition: str
    language: str
    licence: str
    address: str = ""
    """Of its page on the web, if that is known."""
    sides: int = 0
    """The number of sides it is meant for; 0 when that has not been said."""
    pieces: tuple[Piece, ...] = ()
    ids: tuple[str, ...] = ()
    """Where a link within it may lead."""


def plain(words: Iterable[str | Span]) -> str:
    """The words without their marks."""
    return "".join(" " if one == Span("br") else one if isinstance(one, str) else plain(one.words) for one in words)


def ids_of(pieces: Iterable[Piece]) -> Iterator[str]:
    """The ids of the headings, wherever they stand."""
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
