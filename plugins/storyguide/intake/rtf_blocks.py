"""Group the words of an RTF document into paragraphs, headings, lists, tables and notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storyguide.intake.grids import as_grid
from storyguide.intake.manuscript import Block, Heading, Inline, Listed, Mark, Note, Paragraph, Run, shows_anything

_DOT = re.compile(r"[•·▪◦○●■□➢–*oü-]|\S?[\ue000-\uf8ff]")
_NUMBER = re.compile(r"\(?(\d{1,5})[.)]?")
_HEADING = re.compile(r"\b(?:heading|überschrift|titre|título|kop)\s*([1-9])\b|^(title)$", re.IGNORECASE)
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph of a list, before it is known which others belong to the same list."""

    block: Paragraph
    number: int
    """Number of the item; 0 for a bullet."""


@dataclass
class _Flow:
    """Words that run on from one another: those of the story, of a note, or of a text box."""

    line: list[Inline] = field(default_factory=list)
    done: list[Block | _Item] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    row: list[tuple[Block, ...]] = field(default_factory=list)
    rows: list[list[tuple[Block, ...]]] = field(default_factory=list)
    asides: list[Block] = field(default_factory=list)
    """Text boxes anchored to the current paragraph."""


class Blocks:
    """A builder of a document's blocks, which is told of words and formatting as they come in."""

    def __init__(self) -> None:
        self._flows = [_Flow()]
        self._notes: list[Block] = []
        self._saved: list[tuple[int, int, bool, str]] = []
        self._note_names: list[str] = []
        self._count = 0
        self._styles: dict[int, int] = {}
        self._style_at = 0
        self._level = 0
        self._style = 0
        self._in_table = False
        self.added = 0
        """Number of words, pictures and breaks added so far."""
        self.marker = ""
        """Number or bullet that stands before the current paragraph in a list; "" for none."""

    def add(self, inline: Inline) -> None:
        """Add words, a picture or a break to the current line."""
        self._flows[-1].line.append(inline)
        self.added += 1

    def style_begins(self, name: str, number: int | None) -> None:
        """Record a word of the style sheet: headings are known by the outline level there."""
        if name == "s":
            self._style_at = number or 0
        elif name == "outlinelevel" and number is not None and 0 <= number < _DEEPEST_HEADING:
            self._styles[self._style_at] = number + 1

    def style_named(self, name: str) -> None:
        """Record the name of the current style, which ends it."""
        if found := _HEADING.search(name.strip(" ;")):
            self._styles.setdefault(self._style_at, int(found[1] or 1))
        self._style_at = 0

    def read(self, name: str, number: int | None) -> bool:
        """Handle a control word about paragraphs or tables; return False when it is about neither."""
        if name == "pard":
            self._level, self._style, self._in_table = 0, 0, False
        elif name == "outlinelevel":
            self._level = (number or 0) + 1 if 0 <= (number or 0) < _DEEPEST_HEADING else 0
        elif name == "s":
            self._style = number or 0
        elif name == "intbl":
            self._in_table = True
        elif name in ("cell", "nestcell"):
            self._end_cell()
        elif name in ("row", "nestrow"):
            self._end_row()
        else:
            return False
        return True

    def end_paragraph(self) -> None:
        """End the current line as a paragraph, heading, list item or part of a cell, and end a table above it."""
        flow = self._flows[-1]
        inlines, marker = tuple(flow.line), self.marker
        flow.line, self.marker = [], ""
        if self._in_table:
            flow.cell += [Paragraph((*_marked(marker), *inlines))] if shows_anything(inlines) else []
            return
        self._end_table(flow)
        level = self._level or self._styles.get(self._style, 0)
        if not shows_anything(inlines):
            pass
        elif level:
            flow.done.append(Heading(inlines, level))
        elif marker and (number := _NUMBER.fullmatch(marker)):
            flow.done.append(_Item(Paragraph(inlines), int(number[1]) or 1))
        elif marker and _DOT.fullmatch(marker):
            flow.done.append(_Item(Paragraph(inlines), 0))
        else:
            flow.done.append(Paragraph((*_marked(marker), *inlines)))
        flow.done += flow.asides
        flow.asides = []

    def _end_cell(self) -> None:
        self._in_table = True
        self.end_paragraph()
        flow = self._flows[-1]
        flow.row.append(tuple(flow.cell))
        flow.cell = []

    def _end_row(self) -> None:
        flow = self._flows[-1]
        if flow.row:
            flow.rows.append(flow.row)
        flow.row = []

    def _end_table(self, flow: _Flow) -> None:
        if not (flow.cell or flow.row or flow.rows):
            return
        if flow.cell:
            flow.row.append(tuple(flow.cell))
        if flow.row:
            flow.rows.append(flow.row)
        flow.done += as_grid([row for row in flow.rows if any(row)])
        flow.cell, flow.row, flow.rows = [], [], []
        flow.done += flow.asides
        flow.asides = []

    def begin_note(self) -> None:
        """Begin a footnote: its mark is added here, and its words are collected apart."""
        self._count += 1
        self._note_names.append(str(self._count))
        self.add(Mark(self._note_names[-1]))
        self._begin()

    def end_note(self) -> None:
        """End the footnote that was begun last."""
        blocks = self._end()
        self._notes.append(Note(self._note_names.pop(), blocks or (Paragraph((Run("…"),)),)))

    def begin_aside(self) -> None:
        """Begin a text box, whose words are put after the paragraph that it is anchored to."""
        self._begin()

    def end_aside(self) -> None:
        """End the text box that was begun last."""
        blocks = self._end()
        self._flows[-1].asides += blocks

    def _begin(self) -> None:
        self._flows.append(_Flow())
        self._saved.append((self._level, self._style, self._in_table, self.marker))
        self._level, self._style, self._in_table, self.marker = 0, 0, False, ""

    def _end(self) -> tuple[Block, ...]:
        self._in_table = False
        self.end_paragraph()
        ended = tuple(_listed(self._flows.pop().done))
        self._level, self._style, self._in_table, self.marker = self._saved.pop()
        return ended

    def finished(self) -> tuple[Block, ...]:
        """Return the blocks of the whole document, its notes last."""
        while len(self._flows) > 1:
            self.end_aside()
        self._in_table = False
        self.end_paragraph()
        return (*_listed(self._flows[0].done), *self._notes)


def _marked(marker: str) -> tuple[Run, ...]:
    return (Run(f"{marker} "),) if marker else ()


def _listed(blocks: Sequence[Block | _Item]) -> Iterator[Block]:
    """Yield blocks with list items joined: bullets that follow one another, or numbers that go up by one."""
    items: list[_Item] = []
    for each in (*blocks, None):
        if items and not (isinstance(each, _Item) and each.number == (items[-1].number + 1 if items[-1].number else 0)):
            yield Listed(tuple((item.block,) for item in items), items[0].number)
            items = []
        if isinstance(each, _Item):
            items.append(each)
        elif each is not None:
            yield each
