"""Read the blocks (paragraphs, headings, lists, tables) that are visible in a web page's HTML, without its styling."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storyguide.intake.grids import as_grid
from storyguide.intake.growing import Element, grown
from storyguide.intake.manuscript import (
    Block,
    Break,
    Heading,
    Inline,
    Listed,
    Mark,
    Note,
    Paragraph,
    Quoted,
    Run,
    Shown,
    shows_anything,
)

_BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "center", "address"),
    *("pre", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "table"),
    *("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "body", "html"),
    *("form", "fieldset"),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STRONG, _LEANING, _STRUCK = {"strong", "b"}, {"em", "i", "cite"}, {"s", "del", "strike"}
_NOTE = re.compile(r"#?(foot|end)note-(\d+)")
_NUMBER = re.compile(r"[1-9]\d{0,5}")
_WAY_BACK = re.compile(r"#(?:foot|end)note-ref-\d+")


def read_hypertext(html: str) -> tuple[Block, ...]:
    """Return the blocks of an HTML page, in order. Pictures keep the address in their src as key."""
    return tuple(_blocks(grown(html)))


def blocks_of(page: Element) -> tuple[Block, ...]:
    """Return the blocks of a page that is already parsed into a tree."""
    return tuple(_blocks(page))


def _blocks(holder: Element) -> Iterator[Block]:
    """Yield the blocks in an element; text outside of any block is gathered into paragraphs."""
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
    """Yield content without the inline elements that only wrap blocks, such as a coloured span round paragraphs."""
    for each in inside:
        if isinstance(each, Element):
            if not each.is_seen:
                continue
            if each.tag not in _BLOCKS and any(
                isinstance(part, Element) and part.tag in _BLOCKS for part in each.inside
            ):
                yield from _flattened(each.inside)
                continue
        yield each


def _gathered(inlines: Sequence[Inline], is_title: bool = False, level: int = 0) -> Iterator[Block]:
    if shows_anything(inlines):
        yield Heading(tuple(inlines), level, is_title) if level else Paragraph(tuple(inlines))


def _block(element: Element) -> Iterator[Block]:
    """Yield the blocks of a block-level element."""
    tag = element.tag
    if tag in _HEADINGS:
        inside = [inline for each in element.inside for inline in _inlines(each, Run(""))]
        yield from _gathered(inside, element.facts.get("class") == "title", _HEADINGS[tag])
    elif tag in ("ul", "ol"):
        yield from _list(element)
    elif tag == "blockquote":
        if quoted := tuple(_blocks(element)):
            yield Quoted(quoted)
    elif tag == "table":
        yield from _table(element)
    elif tag != "hr":
        yield from _blocks(element)


def _list(element: Element) -> Iterator[Block]:
    """Yield the list in an element, and each of its items that is a footnote as a note of its own."""
    items = []
    for each in element.inside:
        item = each if isinstance(each, Element) and each.tag == "li" else Element("li", {}, [each])
        inside = tuple(_blocks(item)) if item.is_seen else ()
        if inside and (note := _NOTE.fullmatch(item.facts.get("id", ""))):
            yield Note(_note_name(note), inside)
        elif inside:
            items.append(inside)
    start = element.facts.get("start", "")
    first = int(start) if _NUMBER.fullmatch(start) else 1
    if items:
        yield Listed(tuple(items), first if element.tag == "ol" else 0)


def _note_name(found: re.Match[str]) -> str:
    return found[2] if found[1] == "foot" else f"end-{found[2]}"


def _table(element: Element) -> Iterator[Block]:
    """Yield a table as a grid where its cells hold only words, else the blocks in its cells one after the other.

    E-mails use tables to lay out a page, and of those only the content of the cells is wanted.
    """
    if _has_strays(element):
        yield from _blocks(Element("div", {}, element.inside))
        return
    rows = [[tuple(_blocks(cell)) for cell in _parts(row, ("td", "th"))] for row in _parts(element, ("tr",))]
    yield from as_grid([row for row in rows if any(row)])


def _has_strays(element: Element) -> bool:
    """Return whether a table has content that is in none of its cells."""
    inside = {"table": ("tr", "tbody", "thead", "tfoot", "colgroup", "col"), "tr": ("td", "th")}
    known = inside.get(element.tag, ("tr",))
    for each in element.inside:
        if isinstance(each, str):
            if each.strip():
                return True
        elif each.tag not in known or (each.tag in ("tr", "tbody", "thead", "tfoot") and _has_strays(each)):
            return True
    return False


def _parts(element: Element, tags: Sequence[str]) -> Iterator[Element]:
    """Yield the parts of a table with these tags, leaving out those of tables nested in it."""
    for each in element.inside:
        if isinstance(each, Element) and each.is_seen:
            if each.tag in tags:
                yield each
            elif each.tag in ("tbody", "thead", "tfoot"):
                yield from _parts(each, tags)


def _inlines(part: "Element | str", looks: Run) -> Iterator[Inline]:
    """Yield the words and pictures of inline content, formatted as `looks` and as its elements say."""
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
    elif tag == "a" and (mark := _NOTE.fullmatch(facts.get("href", ""))):
        yield Mark(_note_name(mark))
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
