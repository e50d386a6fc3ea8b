"""Read the paragraphs, tables and notes of a Word document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storyguide.intake.grids import as_grid
from storyguide.intake.lists import Item, gathered, headed
from storyguide.intake.looks import NO_LOOK, Look
from storyguide.intake.manuscript import Block, Heading, Inline, Note, Paragraph, Quoted, Run, shows_anything, words_of
from storyguide.intake.remarks import ADDED, DRAWN, EMBEDDED, HIDDEN, STRUCK, UNREADABLE, Remarks
from storyguide.intake.views import Album
from storyguide.intake.word_numbering import Numbered, Numbering
from storyguide.intake.word_package import Package
from storyguide.intake.word_runs import Runs
from storyguide.intake.word_styles import Styles, value_of
from storyguide.intake.xml import child, fact, name_of

_INLINE = {"r", "hyperlink", "fldSimple", "oMath", "dir", "bdo"}
_STRUCK = {"del", "moveFrom"}
_NO_WORDS = {"sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "trPr", "tcPr"}
_MOST_SPANNED = 63
_DEEPEST = 60


@dataclass
class Body:
    """A reader of one text of a document; the notes that it refers to are collected in `notes`."""

    package: Package
    styles: Styles
    numbering: Numbering
    album: Album
    remarks: Remarks
    part: str
    """Name of the part being read; relationship ids are valid within their own part only."""
    notes: dict[str, Note] = field(default_factory=dict)
    _written_notes: dict[str, tuple[str, Mapping[str, Element]]] = field(default_factory=dict)
    _carried: list[Inline] = field(default_factory=list)
    """Words of a paragraph that runs on into the next: a drop cap, or one whose end was struck out."""

    def read(self, holder: Element, depth: int = 0) -> tuple[Block, ...]:
        """Return the blocks in an element, its lists grouped.

        Raises RecursionError for elements nested more than _DEEPEST deep.
        """
        runs = Runs(self.package, self.styles, self.album, self.remarks, self.part, self._note, holder)
        return self._contents(holder, runs, depth)

    def _contents(self, holder: Element, runs: Runs, depth: int) -> tuple[Block, ...]:
        blocks = [*self._blocks(holder, runs, depth), *self._finished([], runs, depth)]
        return tuple(gathered(blocks))

    def _blocks(self, holder: Element, runs: Runs, depth: int) -> Iterator[Block | Item]:
        if depth > _DEEPEST:
            raise RecursionError
        for each in holder:
            name = name_of(each)
            if name == "p":
                yield from self._paragraph(each, runs, depth)
            elif name == "tbl":
                yield from as_grid([*self._rows(each, runs, depth)])
            elif name in _INLINE:
                yield from self._finished([*runs.inlines((each,), NO_LOOK)], runs, depth)
            elif name in _STRUCK:
                self.remarks.add(STRUCK)
            elif name == "oMathPara":
                self.remarks.add(DRAWN)
            elif name == "altChunk":
                self.remarks.add(EMBEDDED)
            elif name == "AlternateContent":
                chosen = next((one for one in each if len(one)), None)
                yield from self._blocks(chosen, runs, depth + 1) if chosen is not None else ()
            elif name not in _NO_WORDS:
                if name in ("ins", "moveTo") and len(each):
                    self.remarks.add(ADDED)
                yield from self._blocks(each, runs, depth + 1)

    def _paragraph(self, paragraph: Element, runs: Runs, depth: int) -> Iterator[Block | Item]:
        """Yield the paragraph, heading or list item of a w:p element; a drop cap is carried into the next."""
        properties = child(paragraph, "pPr")
        style = value_of(properties, "pStyle")
        level = 1 if self.styles.is_title(style) else self.styles.heading(style)
        look = self.styles.look(style, NO_LOOK)
        stands_out = bool(level) or self.styles.is_quoted(style)
        # Bold and italics are dropped: a heading stands out already, and so does a quotation.
        inlines = [*runs.inlines(paragraph, Look(hidden=look.hidden) if stands_out else look)]
        frame = child(properties, "framePr")
        is_drop_cap = frame is not None and fact(frame, "dropCap") in ("drop", "margin")
        if is_drop_cap or child(properties, "rPr", "del") is not None:
            self._carried += inlines
            return
        numbered = self.numbering.of(properties, style)
        yield from self._finished(inlines, runs, depth, style=style, level=level, numbered=numbered)

    def _finished(
        self,
        inlines: list[Inline],
        runs: Runs,
        depth: int,
        *,
        style: str = "",
        level: int = 0,
        numbered: Numbered | None = None,
    ) -> Iterator[Block | Item]:
        """Yield a paragraph with the words carried into it, and after it the words of its shapes."""
        inlines = [*self._carried, *inlines]
        self._carried = []
        blocks: tuple[Block, ...] = ()
        if shows_anything(inlines):
            blocks = (Paragraph(tuple(inlines)),)
            if level and words_of(inlines):
                blocks = (Heading(tuple(inlines), level, self.styles.is_title(style)),)
            elif self.styles.is_quoted(style):
                blocks = (Quoted(blocks),)
        boxes, runs.boxes = runs.boxes, []
        after = tuple(block for box in boxes for block in self._boxed(box, depth))
        if blocks and numbered and not level:
            yield Item(numbered.level, numbered.label, numbered.is_bullet, (*blocks, *after))
        else:
            if blocks and isinstance(blocks[0], Heading) and numbered:
                blocks = headed(blocks[0], numbered.label, self.remarks)
            yield from (*blocks, *after)

    def _boxed(self, box: Element | str, depth: int) -> tuple[Block, ...]:
        return (Paragraph((Run(box),)),) if isinstance(box, str) else self.read(box, depth + 1)

    def _rows(self, table: Element, runs: Runs, depth: int) -> Iterator[list[tuple[Block, ...]]]:
        """Yield the rows of a table without those of nested tables; a cell spanned by another is empty."""
        for each in table:
            if name_of(each) in _STRUCK:
                self.remarks.add(STRUCK)
            elif name_of(each) != "tr":
                yield from self._rows(each, runs, depth) if name_of(each) not in _NO_WORDS else ()
            elif child(each, "trPr", "del") is not None:
                self.remarks.add(STRUCK)
            elif (hidden := child(each, "trPr", "hidden")) is not None and fact(hidden, "val") not in ("0", "false"):
                self.remarks.add(HIDDEN)
            else:
                before: list[tuple[Block, ...]] = [()] * _count(child(each, "trPr"), "gridBefore", 0)
                row = [*before, *self._cells(each, runs, depth)]
                if any(row):
                    yield row

    def _cells(self, row: Element, runs: Runs, depth: int) -> Iterator[tuple[Block, ...]]:
        for each in row:
            if name_of(each) == "tc":
                yield self._contents(each, runs, depth + 1)
                yield from [()] * (_count(child(each, "tcPr"), "gridSpan", 1) - 1)
            elif name_of(each) not in _NO_WORDS | _STRUCK:
                yield from self._cells(each, runs, depth)

    def _note(self, kind: str, number: str) -> str:
        """Return the name of a note, read when it is first referred to; "" when it is missing."""
        part, written = self._written_notes.get(kind) or self._read_notes(kind)
        name = number if kind == "footnote" else f"end-{number}"
        if number not in written:
            self.remarks.add(UNREADABLE)
            return ""
        if name not in self.notes:
            self.notes[name] = Note(name, ())  # a note that refers to itself is read once
            reader = Body(self.package, self.styles, self.numbering, self.album, self.remarks, part, self.notes)
            self.notes[name] = Note(name, reader.read(written[number]))
        return name

    def _read_notes(self, kind: str) -> tuple[str, Mapping[str, Element]]:
        part = self.package.part_of_kind(f"{kind}s")
        root = self.package.xml(part)
        written = {fact(each, "id"): each for each in (() if root is None else root) if name_of(each) == kind}
        self._written_notes[kind] = part, written
        return part, written


def _count(properties: Element | None, name: str, least: int) -> int:
    written = value_of(properties, name)
    return max(least, min(int(written), _MOST_SPANNED)) if written.isdecimal() else least
