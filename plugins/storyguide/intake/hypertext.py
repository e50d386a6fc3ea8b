"""Reads the blocks out of a web page's HTML: what can be seen of it, and none of how it looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from storyguide.intake.manuscript import (
    Block,
    Break,
    Grid,
    Heading,
    Inline,
    Listed,
    Mark,
    Note,
    Paragraph,
    Quoted,
    Run,
    Shown,
)

_DEEPEST = 60
"""Elements inside one another; no letter has as many, and what lies deeper is read as if it lay here."""
WIDEST_GRID = 12
"""A wider table is read as lines: on a phone nobody could."""

_VOID = {"br", "img", "hr", "input", "meta", "link", "col", "wbr", "base", "area", "source", "embed", "param", "track"}
_NOT_SHOWN = {"head", "script", "style", "title", "template", "noscript", "object", "iframe", "svg", "select", "textarea"}
_BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "center", "address", "pre", "figure", "figcaption"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "hr", "body", "html"),
    *("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "form", "fieldset"),
}
_CLOSES = {"p": {"p"}, "li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}
"""What an element's beginning ends, where its own end was left out."""
_FENCES = {"ul", "ol", "table", "blockquote", "div", "td", "th"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRONG, _LEANING, _STRUCK = {"strong", "b"}, {"em", "i", "cite"}, {"s", "del", "strike"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|mso-hide\s*:\s*all", re.IGNORECASE)
_NOTE = re.compile(r"(?:foot|end)note-(\d+)")
_NOTE_MARK = re.compile(r"#(?:foot|end)note-(\d+)")
_WAY_BACK = re.compile(r"#(?:foot|end)note-ref-\d+")


@dataclass(slots=True)
class Element:
    """A part of the page, with what is in it."""

    tag: str
    facts: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def is_seen(self) -> bool:
        hidden = "hidden" in self.facts or _INVISIBLE.search(self.facts.get("style", ""))
        return self.tag not in _NOT_SHOWN and not hidden


class _Grower(HTMLParser):
    """Grows a tree out of HTML however it is written: nothing in it can be wrong, only odd."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in _CLOSES.get(tag, set()):
                del self._open[at:]
            elif self._open[at].tag in _FENCES:
                break
        grown = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(grown)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(grown)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def read_hypertext(html: str) -> tuple[Block, ...]:
    """The blocks of a page, in order. Pictures go by the address they were shown from."""
    return tuple(_blocks(grown(html)))


def grown(html: str) -> Element:
    """A page as a tree."""
    grower = _Grower()
    grower.feed(html)
    grower.close()
    return grower.root


def blocks_of(page: Element) -> tuple[Block, ...]:
    """The blocks of a page that has grown already."""
    return tuple(_blocks(page))


def _blocks(holder: Element) -> Iterator[Block]:
    """What an element holds, its loose words gathered into paragraphs."""
    loose: list[Inline] = []
    for each in _flattened(holder.inside):
        if isinstance(each, Element) and each.tag in _BLOCKS:
            yield from _gathered(loose)
            loose = []
            yield from _block(each)
        else:
            loose += _inlines(each, Run(""))
    yield from _gathered(loose)


def _flattened(inside: "Sequence[Element | str]") -> "Iterator[Element | str]":
    """Without the elements that only wrap blocks, such as a coloured span round three paragraphs."""
    for each in inside:
        if isinstance(each, Element):
            if not each.is_seen:
                continue
            if each.tag not in _BLOCKS and any(isinstance(part, Element) and part.tag in _BLOCKS for part in each.inside):
                yield from _flattened(each.inside)
                continue
        yield each


def _gathered(inlines: Sequence[Inline], is_title: bool = False, level: int = 0) -> Iterator[Block]:
    if any(isinstance(each, Shown) or (isinstance(each, Run) and each.words.strip()) for each in inlines):
        yield Heading(tuple(inlines), level, is_title) if level else Paragraph(tuple(inlines))


def _block(element: Element) -> Iterator[Block]:
    tag = element.tag
    if tag in _HEADINGS:
        inside = [inline for each in element.inside for inline in _inlines(each, Run(""))]
        yield from _gathered(inside, element.facts.get("class") == "title", _HEADINGS[tag])
    elif tag in ("ul", "ol"):
        yield from _list(element)
    elif tag == "blockquote":
        if inside := tuple(_blocks(element)):
            yield Quoted(inside)
    elif tag == "table":
        yield from _table(element)
    elif tag != "hr":
        yield from _blocks(element)


def _list(element: Element) -> Iterator[Block]:
    items = []
    for each in element.inside:
        if not isinstance(each, Element) or not each.is_seen:
            continue
        inside = tuple(_blocks(each if each.tag == "li" else Element("li", {}, [each])))
        if inside and (note := _NOTE.fullmatch(each.facts.get("id", ""))):
            yield Note(note[1], inside)
        elif inside:
            items.append(inside)
    first = element.facts.get("start", "1")
    if items:
        yield Listed(tuple(items), 0 if element.tag == "ul" else int(first) if re.fullmatch(r"[1-9]\d{0,5}", first) else 1)


def _table(element: Element) -> Iterator[Block]:
    """A table as one, if its cells hold only words; else what is in its cells, one after the other.

    Letters use tables to lay out a page, and of those only what stands in them is wanted.
    """
    rows = [[tuple(_blocks(cell)) for cell in _parts(row, ("td", "th"))] for row in _parts(element, ("tr",))]
    yield from as_grid([row for row in rows if any(row)])


def as_grid(rows: Sequence[Sequence[tuple[Block, ...]]]) -> Iterator[Block]:
    """These cells as a table where that can be, else as what stands in them."""
    if len(rows) > 1 and 1 < max(map(len, rows)) <= WIDEST_GRID and all(_is_plain(cell) for row in rows for cell in row):
        yield Grid(tuple(tuple(_in_one_line(cell) for cell in row) for row in rows))
    else:
        for row in rows:
            for cell in row:
                yield from cell


def _is_plain(cell: Sequence[Block]) -> bool:
    return all(isinstance(each, Paragraph) and not any(isinstance(i, Shown) for i in each.inlines) for each in cell)


def _in_one_line(cell: Sequence[Block]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for paragraph in cell:
        if isinstance(paragraph, Paragraph):
            joined += [Run(" "), *(Run(" ") if isinstance(each, Break) else each for each in paragraph.inlines)]
    return tuple(joined)


def _parts(element: Element, tags: Sequence[str]) -> Iterator[Element]:
    """The parts of a table with these tags, none of them of a table within it."""
    for each in element.inside:
        if isinstance(each, Element) and each.is_seen:
            if each.tag in tags:
                yield each
            elif each.tag in ("tbody", "thead", "tfoot"):
                yield from _parts(each, tags)


def _inlines(part: "Element | str", looks: Run) -> Iterator[Inline]:
    if isinstance(part, str):
        yield replace(looks, words=part)
        return
    tag, facts = part.tag, part.facts
    if not part.is_seen:
        return
    if tag == "br":
        yield Break()
    elif tag == "img":
        yield Shown(facts.get("src", ""), facts.get("alt", ""))
    elif tag == "input" and facts.get("type") == "checkbox":
        yield replace(looks, words="☑ " if "checked" in facts else "☐ ")
    elif tag == "a" and (mark := _NOTE_MARK.fullmatch(facts.get("href", ""))):
        yield Mark(mark[1])
    elif not (tag == "a" and _WAY_BACK.fullmatch(facts.get("href", ""))):
        within = replace(
            looks,
            strong=looks.strong or tag in _STRONG,
            leaning=looks.leaning or tag in _LEANING,
            struck=looks.struck or tag in _STRUCK,
            link=facts.get("href", "") if tag == "a" else looks.link,
        )
        for each in part.inside:
            if tag in _BLOCKS:
                yield replace(looks, words=" ")
            yield from _inlines(each, within)
