"""What came in, whatever it came in: words in their order, and pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    words: str
    strong: bool = False
    leaning: bool = False
    struck: bool = False
    link: str = ""
    """Where they lead, as it was written; whether they may lead there is for whoever writes them down to say."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture among the words."""

    picture: str
    """Its name among the manuscript's pictures."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a footnote belongs."""

    name: str


Inline = Run | Shown | Break | Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title where the writer marked it as that."""

    inlines: tuple[Inline, ...]
    level: int = 1
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, with dots or numbers."""

    items: "tuple[tuple[Block, ...], ...]"
    first: int = 0
    """The number it begins with; 0 for dots."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation set apart."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, the first row its heads."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    name: str
    blocks: "tuple[Block, ...]"


Block = Paragraph | Heading | Listed | Quoted | Grid | Note


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it came: its bytes untouched, and so not yet fit to be kept."""

    name: str
    """As a person would recognise it: "IMG_2034.HEIC"."""
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo as it is kept, and what was said of it where it came from."""

    file: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that came with the story and do not belong to it: told to whoever takes it in, and kept nowhere."""

    what: str
    words: str


def private_cut(what: str, words: str) -> Cut:
    """Return words left out since they hold a private way to reach somebody; what says what they were."""
    return Cut(f"{what}, which holds a private address or number", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A story as it came in."""

    blocks: tuple[Block, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """In the order in which they came."""
    title: str = ""
    """Where something other than the words says it, such as an e-mail's subject."""
    facts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """What a form asked for by the name of a fact."""
    remarks: tuple[str, ...] = ()
    """What was done to it, and what to look at."""
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A story that is a story file already, with its photos."""

    story: bytes
    pictures: Mapping[str, Picture]
    """By the names the story knows them by."""
    remarks: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What came cannot be taken in: why, and what to do instead."""

    why: str
    instead: str


def words_of(inlines: Sequence[Inline]) -> str:
    """The words alone, on one line."""
    return " ".join("".join(each.words if isinstance(each, Run) else " " for each in inlines).split())


def shows_anything(inlines: Sequence[Inline]) -> bool:
    """Return whether there are words or pictures in a line."""
    return any(isinstance(each, Shown) or (isinstance(each, Run) and bool(each.words.strip())) for each in inlines)


def inlines_of(blocks: Sequence[Block]) -> Iterator[tuple[Inline, ...]]:
    """Every line of words in these blocks, in order."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.inlines
        elif isinstance(block, Listed):
            for item in block.items:
                yield from inlines_of(item)
        elif isinstance(block, Grid):
            for row in block.rows:
                yield from row
        else:
            yield from inlines_of(block.blocks)


def count_words(blocks: Sequence[Block]) -> int:
    """How many words there are."""
    return sum(len(words_of(each).split()) for each in inlines_of(blocks))
