"""Read what stands within a paragraph of a Word document: words, fields, links, signs and pictures."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storyguide.intake.drawn import SeenPicture
from storyguide.intake.looks import Look, over
from storyguide.intake.manuscript import Break, Inline, Mark, Run, Shown
from storyguide.intake.remarks import ADDED, COMMENTS, DRAWN, ELSEWHERE, HIDDEN, MISSING, SIGN, STRUCK, Remarks
from storyguide.intake.symbols import UNKNOWN, letter_for
from storyguide.intake.views import Album
from storyguide.intake.word_drawings import drawn_in
from storyguide.intake.word_fields import Field, link_of
from storyguide.intake.word_package import Package
from storyguide.intake.word_styles import Styles, look_of, value_of
from storyguide.intake.word_vml import VML
from storyguide.intake.xml import child, fact, name_of, relation

_FORMULAS = {"oMath", "oMathPara"}
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_NEW_LINES = {"br", "cr"}
_UNREAD = {"pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData", "delText", "delInstrText"}
_DRAWINGS = VML | {"drawing"}
_CHECKED = ("1", "true", "on", "")


@dataclass
class Runs:
    """A reader of the runs of one text: a document's body, a note, or the words in a shape.

    Fields may begin in one paragraph and end in another, so their state outlives a paragraph.
    """

    package: Package
    styles: Styles
    album: Album
    remarks: Remarks
    part: str
    note: Callable[[str, str], str]
    """A function that reads the note of this kind and id and returns its name; "" where there is none."""
    holder: Element
    boxes: list[Element | str] = field(default_factory=list)
    """Content of shapes that is still to be read, by the reader of the paragraphs."""
    _fields: list[Field] = field(default_factory=list)

    def __post_init__(self) -> None:
        kinds = [fact(each, "fldCharType") for each in self.holder.iter() if name_of(each) == "fldChar"]
        self._are_fields_whole = kinds.count("begin") == kinds.count("end")

    def inlines(self, elements: Iterable[Element], look: Look, link: str = "") -> Iterator[Inline]:
        """Yield what elements show; their words have this look and, where given, link to this address."""
        for each in elements:
            name = name_of(each)
            if name == "r":
                yield from self._run(each, look, link)
            elif name in ("del", "moveFrom"):
                self.remarks.add(STRUCK)
            elif name in _FORMULAS:
                self.remarks.add(DRAWN)
            elif name == "hyperlink":
                yield from self.inlines(each, look, self._address(each) or link)
            elif name == "fldSimple":
                yield from self.inlines(each, look, link_of(fact(each, "instr")) or link)
            elif name == "AlternateContent":
                yield from self._alternatives(each, look, link)
            elif name in _DRAWINGS:
                yield from self._drawn(each)
            elif name not in _UNREAD:
                if name in ("ins", "moveTo") and len(each):
                    self.remarks.add(ADDED)
                yield from self.inlines(each, look, link)

    def _address(self, hyperlink: Element) -> str:
        relationship = self.package.relationships(self.part).get(relation(hyperlink, "id"))
        address = relationship.target if relationship and relationship.is_outside else ""
        place = fact(hyperlink, "anchor") or fact(hyperlink, "docLocation")
        return f"{address}#{place}" if address and place and "#" not in address else address

    def _run(self, run: Element, look: Look, link: str) -> Iterator[Inline]:
        properties = child(run, "rPr")
        if properties is not None:
            look = over(self.styles.look(value_of(properties, "rStyle"), look), look_of(properties))
        for each in run:
            yield from self._piece(each, look, link)

    def _piece(self, each: Element, look: Look, link: str) -> Iterator[Inline]:
        """Yield what a part of a run shows; control characters of a field count in hidden runs as well."""
        name = name_of(each)
        if name == "fldChar":
            yield from self._field(each, look, link)
        elif name == "instrText":
            if self._fields:
                self._fields[-1].code += each.text or ""
        elif look.hidden:
            if name not in ("rPr", "lastRenderedPageBreak"):
                self.remarks.add(HIDDEN)
        elif name == "t":
            yield from self._words(each.text or "", look, link)
        elif name in _SIGNS:
            yield from self._words(_SIGNS[name], look, link)
        elif name in _NEW_LINES:
            yield Break()
        elif name == "sym":
            sign = letter_for(fact(each, "font"), fact(each, "char"))
            if sign == UNKNOWN:
                self.remarks.add(SIGN)
            yield from self._words(sign, look, link)
        elif name in ("footnoteReference", "endnoteReference"):
            if mark := self.note(name.removesuffix("Reference"), fact(each, "id")):
                yield Mark(mark)
        elif name == "ruby":
            yield from self._ruby(each, look, link)
        elif name == "commentReference":
            self.remarks.add(COMMENTS)
        elif name == "AlternateContent":
            yield from self._alternatives(each, look, link)
        elif name in _DRAWINGS:
            yield from self._drawn(each)
        elif name in _FORMULAS:
            self.remarks.add(DRAWN)
        elif name not in _UNREAD:
            for inside in each:
                yield from self._piece(inside, look, link)

    def _words(self, words: str, look: Look, link: str) -> Iterator[Inline]:
        """Yield words, unless they are the result of a field inside the code of another field."""
        if self._are_fields_whole and any(not each.shows for each in self._fields[:-1]):
            return
        if self._fields and words.strip():
            self._fields[-1].has_words = True
        leads = next((found for each in reversed(self._fields) if each.shows and (found := each.link)), "")
        if words:
            yield Run(words, bool(look.strong), bool(look.leaning), bool(look.struck), leads or link)

    def _field(self, control: Element, look: Look, link: str) -> Iterator[Inline]:
        """Begin, separate or end a field; yield its own words where it has no result."""
        kind = fact(control, "fldCharType")
        if kind == "begin":
            self._fields.append(Field(form=_form(control)))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.has_words and not look.hidden:
                yield from self._words(ended.stands_for, look, link)

    def _ruby(self, ruby: Element, look: Look, link: str) -> Iterator[Inline]:
        """Yield words with their reading (ruby) after them in brackets."""
        yield from self.inlines(child(ruby, "rubyBase") or (), look, link)
        reading = [*self.inlines(child(ruby, "rt") or (), look, link)]
        if reading:
            yield from (Run(" (", link=link), *reading, Run(")", link=link))

    def _alternatives(self, alternatives: Element, look: Look, link: str) -> Iterator[Inline]:
        """Yield the first of several alternatives, best first, that shows anything."""
        for each in alternatives:
            boxes = len(self.boxes)
            inlines = [inline for inside in each for inline in self._piece(inside, look, link)]
            yield from inlines
            if inlines or len(self.boxes) > boxes or any(name_of(inside) == "chart" for inside in each.iter()):
                return

    def _drawn(self, drawing: Element) -> Iterator[Inline]:
        for each in drawn_in(drawing, self.remarks):
            if not isinstance(each, SeenPicture):
                self.boxes.append(each.content)
                continue
            found = self.package.relationships(self.part).get(each.relationship)
            if found is None:
                self.remarks.add(MISSING)
            elif found.is_outside:
                self.remarks.add(ELSEWHERE)
            elif not (data := self.package.read(found.target)):
                self.remarks.add(MISSING)
            elif key := self.album.key_for(found.target, data, each.view):
                yield Shown(key, each.alt)


def _form(control: Element) -> str:
    """Return what a check box or drop-down list of a form shows, in the kind of form made before 2007."""
    box, choices = child(control, "ffData", "checkBox"), child(control, "ffData", "ddList")
    if box is not None:
        ticked = next((found for name in ("checked", "default") if (found := child(box, name)) is not None), None)
        return "☑" if ticked is not None and fact(ticked, "val") in _CHECKED else "☐"
    if choices is None:
        return ""
    entries = [fact(each, "val") for each in choices if name_of(each) == "listEntry"]
    chosen = value_of(choices, "result") or value_of(choices, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
