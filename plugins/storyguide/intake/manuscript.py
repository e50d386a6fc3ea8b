"""Model a story as it came in, whatever the format: blocks of words in order, pictures, remarks and cuts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with one formatting."""

    words: str
    strong: bool = False
    leaning: bool = False
    """Whether the words are italic."""
    struck: bool = False
    """Whether the words are struck through."""
    link: str = ""
    """Address that the words link to, as written; whoever writes the words out decides whether it is allowed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture shown among the words."""

    picture: str
    """Key of the picture in the manuscript's pictures."""
    alt: str = ""
    """Description that came with the picture; "" for none."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to the footnote of this name."""

    name: str


Inline = Run | Shown | Break | Mark
"""A part of a line of words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of words and pictures."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `is_title` where the writer marked it as the title."""

    inlines: tuple[Inline, ...]
    level: int = 1
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with bullets or numbers; each item is a sequence of blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    first: int = 0
    """Number of the first item; 0 for a list with bullets."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A block quotation."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows of cells; the first row is its header."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, which marks refer to by its name."""

    name: str
    blocks: "tuple[Block, ...]"


Block = Paragraph | Heading | Listed | Quoted | Grid | Note
"""A part of a story that stands on lines of its own."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it came, its bytes unchanged: it may still hold metadata, so it must not be published."""

    name: str
    """Name by which a person would recognise it: "IMG_2034.HEIC"."""
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo processed for the draft's folder, with the description that came with it."""

    file: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that came with the story and do not belong to it; they are shown to the editor and kept nowhere.

    what: says what the words are, to stand in a sentence.
    """

    what: str
    """Name of what was cut, to stand in a sentence: "a signature"."""
    words: str


def private_cut(what: str, words: str) -> Cut:
    """Return words that are left out because they hold a private address or number; `what` says what they were."""
    return Cut(f"{what}, which holds a private address or number", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A story read from a document, e-mail, form or text."""

    blocks: tuple[Block, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Pictures by key, in the order in which they came."""
    title: str = ""
    """Title, where something other than the words gives it, such as an e-mail's subject."""
    facts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """Answers of a form, by the name of the fact."""
    remarks: tuple[str, ...] = ()
    """Sentences to the editor: what was changed, and what to look at."""
    cuts: tuple[Cut, ...] = ()
    """Words that came with the story and were left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A story that already is a story file (facts and Markdown), with its photos."""

    story: bytes
    """Content of the story file as sent."""
    pictures: Mapping[str, Picture]
    """Pictures by the names under which the story refers to them."""
    remarks: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal to take in what came: the reason, and what to do instead."""

    why: str
    """Clause that says what is wrong, mostly with the file's name as its subject."""
    instead: str
    """Clause that says what to do, in the imperative."""


def words_of(inlines: Sequence[Inline]) -> str:
    """Return the words of a line as plain text, with single spaces."""
    return " ".join("".join(each.words if isinstance(each, Run) else " " for each in inlines).split())


def shows_anything(inlines: Sequence[Inline]) -> bool:
    """Return whether a line has words or pictures in it."""
    return any(isinstance(each, Shown) or (isinstance(each, Run) and bool(each.words.strip())) for each in inlines)


def inlines_of(blocks: Sequence[Block]) -> Iterator[tuple[Inline, ...]]:
    """Yield every line of words in blocks and the blocks within them, in order."""
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
    """Return the number of words in blocks."""
    return sum(len(words_of(each).split()) for each in inlines_of(blocks))
