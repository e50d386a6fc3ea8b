"""Reads an OpenDocument text, as LibreOffice writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from storyguide.intake.grids import as_grid
from storyguide.intake.looks import Look, Looks
from storyguide.intake.manuscript import (
    Block,
    Break,
    Heading,
    Inline,
    Listed,
    Manuscript,
    Mark,
    Note,
    Paragraph,
    Picture,
    Quoted,
    Refused,
    Run,
    Shown,
)
from storyguide.intake.unpacking import Unpacked
from storyguide.intake.xml import fact, name_of, read_xml

_KIND = b"application/vnd.oasis.opendocument.text"
_UNSEEN = {
    "tracked-changes",
    "annotation",
    "annotation-end",
    "sequence-decls",
    "hidden-text",
    "hidden-paragraph",
    "forms",
}
_WRAPS = {"section", "text", "index-body", "list-header", "text-box"}
_ROWS = {"table-header-rows", "table-rows", "table-row-group"}
_PICTURE = re.compile(r"(?:\./)?(Pictures/[^/]+)")
_MOST_SPACES = 100
_DEEPEST = 60


def is_opendocument(files: Unpacked) -> bool:
    """Whether a zip is an OpenDocument text."""
    return "content.xml" in files and "mimetype" in files and files["mimetype"].read().startswith(_KIND)


def read_opendocument(files: Unpacked, name: str) -> Manuscript | Refused:
    """The manuscript in an OpenDocument text of this name."""
    listed = files.get("META-INF/manifest.xml")
    if listed and b"encryption-data" in listed.read():
        return Refused(f"“{name}” is locked with a password", "ask for it without one")
    content = read_xml(files["content.xml"].read())
    if content is None:
        return _damaged(name)
    styles = read_xml(files["styles.xml"].read()) if "styles.xml" in files else None
    roots = [content] if styles is None else [content, styles]
    reader = _Reader(files, Looks(roots))
    body = next((each for each in content.iter() if name_of(each) == "text" and len(each)), None)
    try:
        blocks = tuple(reader.blocks(body, 0)) if body is not None else ()
    except RecursionError:
        return _damaged(name)
    notes = tuple(Note(number, inside) for number, inside in reader.notes.items())
    return Manuscript(blocks=(*blocks, *notes), pictures=reader.pictures, remarks=tuple(reader.remarks))


def _looking(run: Run, look: Look) -> Run:
    return replace(run, strong=bool(look.strong), leaning=bool(look.leaning), struck=bool(look.struck))


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, and of no table within it."""
    for each in table:
        if name_of(each) == "table-row":
            yield each
        elif name_of(each) in _ROWS:
            yield from _rows(each)


def _damaged(name: str) -> Refused:
    return Refused(
        f"“{name}” cannot be read as an OpenDocument text: it is damaged",
        "open it in LibreOffice, save it as a new .odt, and take in that",
    )


@dataclass
class _Reader:
    files: Unpacked
    looks: Looks
    pictures: dict[str, Picture] = field(default_factory=dict)
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def blocks(self, holder: Element, depth: int, listed: str = "") -> Iterator[Block]:
        """The blocks in an element; listed is the style of the list it stands in."""
        if depth > _DEEPEST:
            return
        for each in holder:
            name = name_of(each)
            if name in ("p", "h"):
                yield from self._line(each, name == "h")
            elif name == "list":
                style = fact(each, "style-name") or listed
                items = tuple(
                    inside
                    for item in each
                    if name_of(item) == "list-item" and (inside := tuple(self.blocks(item, depth + 1, style)))
                )
                if items:
                    yield Listed(items, 1 if self.looks.of(style).numbered else 0)
            elif name == "table":
                yield from as_grid(
                    [
                        [tuple(self.blocks(cell, depth + 1)) for cell in row if name_of(cell) == "table-cell"]
                        for row in _rows(each)
                    ]
                )
            elif name in _WRAPS and fact(each, "display") != "none":
                yield from self.blocks(each, depth + 1, listed)
            elif name in ("section", "tracked-changes", "annotation"):
                self._tell(name)
            elif name == "frame":
                yield from self._gathered(tuple(self._frame(each)))

    def _line(self, line: Element, is_heading: bool) -> Iterator[Block]:
        style = fact(line, "style-name")
        look = self.looks.of(style)
        if look.hidden:
            self._tell("hidden-text")
            return
        # A heading stands out already.
        inlines = tuple(self._inlines(line, Run("") if is_heading else _looking(Run(""), look)))
        names = set(self.looks.family(style))
        if is_heading or "Title" in names:
            if any(isinstance(each, Run) and each.words.strip() for each in inlines):
                level = fact(line, "outline-level")
                yield Heading(inlines, int(level) if level.isdecimal() and len(level) < 3 else 1, "Title" in names)
        elif names & {"Quotations", "Quote"}:
            quoted = tuple(self._gathered(inlines))
            yield from (Quoted(quoted),) if quoted else ()
        else:
            yield from self._gathered(inlines)

    def _gathered(self, inlines: tuple[Inline, ...]) -> Iterator[Block]:
        if any(isinstance(each, Shown) or (isinstance(each, Run) and each.words.strip()) for each in inlines):
            yield Paragraph(inlines)

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
                self._tell("hidden-text")
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
            yield from self._note(each)
        elif name == "frame":
            yield from self._frame(each)
        elif name in _UNSEEN:
            self._tell(name)
        elif name != "ruby-text":
            yield from self._inlines(each, looks)

    def _note(self, note: Element) -> Iterator[Inline]:
        number = str(len(self.notes) + 1)
        self.notes[number] = ()
        body = next((each for each in note if name_of(each) == "note-body"), None)
        self.notes[number] = tuple(self.blocks(body, 1)) if body is not None else ()
        yield Mark(number)

    def _frame(self, frame: Element) -> Iterator[Inline]:
        """A picture with what is said of it, or the words in a box."""
        said = {name_of(each): (each.text or "").strip() for each in frame if name_of(each) in ("title", "desc")}
        for each in frame:
            if name_of(each) == "image":
                found = _PICTURE.fullmatch(fact(each, "href"))
                if found and found[1] in self.files:
                    yield Shown(self._picture(found[1]), said.get("desc") or said.get("title") or "")
                    return
            elif name_of(each) == "text-box":
                for line in each:
                    if name_of(line) in ("p", "h"):
                        yield Break()
                        yield from self._inlines(line, Run(""))

    def _picture(self, name: str) -> str:
        if name not in self.pictures:
            number = len(self.pictures) + 1
            self.pictures[name] = Picture(f"picture {number} in the document", self.files[name].read())
        return name

    def _tell(self, name: str) -> None:
        remark = {
            "tracked-changes": "Words that were struck out while changes were being tracked were left out.",
            "annotation": "Comments in the margin were left out.",
        }.get(name, "Words that were hidden in the document were left out.")
        if name not in ("annotation-end", "sequence-decls", "forms") and remark not in self.remarks:
            self.remarks.append(remark)
