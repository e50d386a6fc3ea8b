"""Read the paragraphs, lists, tables and notes of an OpenDocument text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from storyguide.intake.grids import as_grid
from storyguide.intake.lists import Item, gathered, headed
from storyguide.intake.looks import Look, Looks
from storyguide.intake.manuscript import (
    Block,
    Break,
    Heading,
    Inline,
    Mark,
    Note,
    Paragraph,
    Quoted,
    Run,
    Shown,
    shows_anything,
    words_of,
)
from storyguide.intake.odf_frames import DRAWINGS, Frames
from storyguide.intake.odf_numbering import Count, Numbering
from storyguide.intake.remarks import COMMENTS, DRAWN, HIDDEN, STRUCK, Remarks
from storyguide.intake.xml import child, fact, name_of

_TOLD = {"annotation": COMMENTS, "tracked-changes": STRUCK, "math": DRAWN}
_NO_WORDS = {
    *("annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms"),
    *("table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source"),
    *("user-index-source", "alphabetical-index-source", "bibliography-source", "section-source", "number"),
    *("event-listeners", "alphabetical-index-auto-mark-file", "enhanced-geometry", "title", "desc", "glue-point"),
    *("binary-data", "image", "object", "object-ole", "note-citation"),
}
_ROWS = {"table-header-rows", "table-rows", "table-row-group"}
_QUOTED = {"Quotations", "Quote"}
_MOST_SPACES = 100
_MOST_REPEATED = 20
_DEEPEST = 60


@dataclass
class Body:
    """A reader of one document's text; the footnotes it meets are collected in `notes`."""

    looks: Looks
    numbering: Numbering
    frames: Frames
    remarks: Remarks
    notes: dict[str, Note] = field(default_factory=dict)
    _boxes: list[Element] = field(default_factory=list)

    def read(self, holder: Element, depth: int = 0) -> tuple[Block, ...]:
        """Return the blocks in an element, its lists grouped.

        Raises RecursionError for elements nested more than _DEEPEST deep.
        """
        return tuple(gathered(self._blocks(holder, depth)))

    def _blocks(self, holder: Element, depth: int) -> Iterator[Block | Item]:
        if depth > _DEEPEST:
            raise RecursionError
        for each in holder:
            name = name_of(each)
            if name in ("p", "h"):
                yield from self._line(each, name == "h", depth)
            elif name == "list":
                yield from self._list(each, self.numbering.begin(each), fact(each, "style-name"), 0, depth)
            elif name == "table":
                yield from as_grid([*self._rows(each, depth)])
            elif name in DRAWINGS:
                yield from self._paragraph([*self._drawn(each)], "")
                yield from self._boxed(depth)
            elif name in _TOLD:
                self.remarks.add(_TOLD[name])
            elif fact(each, "display") == "none" or fact(each, "is-hidden") == "true":
                self.remarks.add(HIDDEN)
            elif name not in _NO_WORDS:
                yield from self._blocks(each, depth + 1)

    def _list(self, element: Element, count: Count, style: str, level: int, depth: int) -> Iterator[Block | Item]:
        if depth > _DEEPEST:
            raise RecursionError
        for item in element:
            if name_of(item) not in ("list-item", "list-header"):
                continue
            label: str | None = ""
            is_bullet = False
            if name_of(item) == "list-item" and any(name_of(each) not in ("list", "number") for each in item):
                label, is_bullet = self.numbering.next_label(count, item, style, level)
            loose: list[Element] = []
            for each in [*item, None]:
                if each is not None and name_of(each) != "list":
                    loose.append(each)
                    continue
                yield from self._item(loose, level, label, is_bullet, depth)
                if loose:
                    loose, label = [], None
                if each is not None:
                    inner = fact(each, "style-name") or style
                    yield from self._list(each, count, inner, level + 1, depth + 1)

    def _item(
        self, loose: list[Element], level: int, label: str | None, is_bullet: bool, depth: int
    ) -> Iterator[Block | Item]:
        """Yield the content of a list item before a nested list, or that after it (label None), which is unmarked."""
        holder = Element("list-item")
        holder.extend(loose)
        blocks = self.read(holder, depth + 1)
        if not blocks:
            return
        if isinstance(blocks[0], Heading):
            yield from (*headed(blocks[0], label or "", self.remarks), *blocks[1:])
        elif label is None:
            yield Item(level + 1, "", False, blocks)
        else:
            yield Item(level, label, is_bullet, blocks)

    def _rows(self, table: Element, depth: int) -> Iterator[list[tuple[Block, ...]]]:
        """Yield the rows of a table without those of nested tables; a cell covered by another is empty."""
        for each in table:
            if name_of(each) in _ROWS:
                yield from self._rows(each, depth)
            elif name_of(each) == "table-row":
                if fact(each, "visibility") == "collapse":
                    self.remarks.add(HIDDEN)
                    continue
                row = [cell for one in each for cell in self._cell(one, depth)]
                if any(row):
                    yield row

    def _cell(self, cell: Element, depth: int) -> list[tuple[Block, ...]]:
        if name_of(cell) not in ("table-cell", "covered-table-cell"):
            return []
        repeated = fact(cell, "number-columns-repeated")
        times = min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() else 1
        return [self.read(cell, depth + 1)] * times

    def _line(self, line: Element, is_heading: bool, depth: int) -> Iterator[Block]:
        """Yield the paragraph or heading of a text:p or text:h element, and the words of its shapes."""
        style = fact(line, "style-name")
        look = self.looks.of(style)
        hides = any(name_of(each) == "hidden-paragraph" and fact(each, "is-hidden") == "true" for each in line)
        if look.hidden or hides:
            self.remarks.add(HIDDEN)
            return
        # Bold and italics are dropped: a heading stands out already.
        inlines = [*self._inlines(line, Run("") if is_heading else _looking(Run(""), look))]
        is_title = "Title" in self.looks.family(style)
        if (is_heading or is_title) and words_of(inlines):
            written = fact(line, "outline-level")
            level = int(written) if written.isdecimal() and 0 < len(written) < 3 else 1
            said = child(line, "number")
            label = self.numbering.heading(line, level) if is_heading else ""
            label = label or ("" if said is None else (said.text or "").strip())
            yield from headed(Heading(tuple(inlines), level, is_title), label, self.remarks)
        else:
            yield from self._paragraph(inlines, style)
        yield from self._boxed(depth)

    def _paragraph(self, inlines: list[Inline], style: str) -> Iterator[Block]:
        if shows_anything(inlines):
            paragraph = Paragraph(tuple(inlines))
            yield Quoted((paragraph,)) if _QUOTED & {*self.looks.family(style)} else paragraph

    def _boxed(self, depth: int) -> Iterator[Block]:
        """Yield the words of the shapes that stood in a paragraph, after the paragraph."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.read(box, depth + 1)

    def _inlines(self, holder: Element, looks: Run) -> Iterator[Inline]:
        if holder.text:
            yield replace(looks, words=holder.text)
        for each in holder:
            yield from self._inline(each, looks)
            if each.tail:
                yield replace(looks, words=each.tail)

    def _inline(self, each: Element, looks: Run) -> Iterator[Inline]:
        name = name_of(each)
        if name == "span":
            around = Look(strong=looks.strong, leaning=looks.leaning, struck=looks.struck, hidden=False)
            look = self.looks.of(fact(each, "style-name"), around)
            if look.hidden:
                self.remarks.add(HIDDEN)
            else:
                yield from self._inlines(each, _looking(looks, look))
        elif name == "a":
            yield from self._inlines(each, replace(looks, link=fact(each, "href")))
        elif name == "s":
            count = fact(each, "c")
            yield replace(looks, words=" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1))
        elif name == "tab":
            yield replace(looks, words=" ")
        elif name == "line-break":
            yield Break()
        elif name == "note":
            yield self._note(each)
        elif name in DRAWINGS:
            yield from self._drawn(each)
        elif name in _TOLD:
            self.remarks.add(_TOLD[name])
        elif name == "hidden-text" and fact(each, "is-hidden") != "false":
            self.remarks.add(HIDDEN)
        elif name == "ruby":
            yield from self._ruby(each, looks)
        elif name not in _NO_WORDS:
            yield from self._inlines(each, looks)

    def _ruby(self, ruby: Element, looks: Run) -> Iterator[Inline]:
        """Yield words with their reading (ruby) after them in brackets."""
        base, reading = child(ruby, "ruby-base"), child(ruby, "ruby-text")
        yield from self._inlines(base, looks) if base is not None else ()
        if reading is not None and "".join(reading.itertext()).strip():
            yield replace(looks, words=f" ({''.join(reading.itertext()).strip()})")

    def _note(self, note: Element) -> Mark:
        number = str(len(self.notes) + 1)
        self.notes[number] = Note(number, ())
        body = child(note, "note-body")
        outside, self._boxes = self._boxes, []
        self.notes[number] = Note(number, () if body is None else self.read(body, 1))
        self._boxes = outside
        return Mark(number)

    def _drawn(self, element: Element) -> Iterator[Shown]:
        for each in self.frames.drawn(element):
            if isinstance(each, Shown):
                yield each
            else:
                self._boxes.append(each.content)


def _looking(run: Run, look: Look) -> Run:
    return replace(run, strong=bool(look.strong), leaning=bool(look.leaning), struck=bool(look.struck))
