"""Convert clean HTML into printable pieces (`paper.Piece`), keeping emphasis, links and lists."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from storyguide.making.downloads.paper import (
    Code,
    Divide,
    Heading,
    Listing,
    Para,
    Piece,
    Quote,
    Span,
    Table,
    Words,
    plain,
)

Lead = Callable[[str], str]
"""A function from a link as stored to its address on paper; "" when it has none there."""
Show = Callable[[str], Piece | None]
"""A function from a photo's file name to its piece on paper; None where only its description can stand."""

_TAG = re.compile(r"(<[^>]*>)")
_NAMED = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^>]*)?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARKS = {"strong", "em", "code", "del", "sup", "sub"}
_ALONE = {"br", "hr", "img"}
_DEEPEST = 24
"""Deepest nesting of elements: paper has no use for more, and neither has typst."""
_IN_A_LINE = _MARKS | {"a", "br", "img"}


class UnknownTagError(Exception):
    """An HTML tag that the allow-list lets through and printable documents do not know: a mistake in our code."""


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    held: list["_Element | str"] = field(default_factory=list)


def pieces_of(
    html: str, lead: Lead, *, deeper: int = 0, within: str = "", show: Show = lambda _: None
) -> tuple[Piece, ...]:
    """Return the pieces of clean HTML: paragraphs, lists, tables and so on.

    deeper: number of levels by which headings are lower than on a page of their own. within: prefix of the ids of
    headings. show: returns the photos, each of which follows the paragraph that it stands in.

    Raises UnknownTagError for a tag that has no piece.
    """
    return _Taken(lead, deeper, within, show).pieces(_tree(html).held)


def words_of(html: str, lead: Lead) -> Words:
    """Return one line of clean HTML as words. Raises UnknownTagError for a tag that has no place in a line."""
    return _trimmed(_Taken(lead, 0, "", lambda _: None).words(_tree(html).held))


def _tree(html: str) -> _Element:
    """Parse clean HTML into a tree; raises UnknownTagError for anything that is not well formed."""
    root = _Element("")
    stack = [root]
    for number, part in enumerate(_TAG.split(html)):
        if number % 2 == 0:
            if part:
                stack[-1].held.append(unescape(part))
            continue
        found = _NAMED.fullmatch(part)
        if found is None:
            raise UnknownTagError(part)
        closing, tag, attributes = found.groups()
        if closing:
            if stack[-1].tag != tag:
                raise UnknownTagError(part)
            stack.pop()
            continue
        element = _Element(tag, {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)})
        if len(stack) > _DEEPEST and tag not in _ALONE:
            element.held = stack[-1].held  # nobody writes so deep; the words are kept, and their markup is dropped
        else:
            stack[-1].held.append(element)
        if tag not in _ALONE:
            stack.append(element)
    return root


class _Taken:
    """A converter of an HTML tree into printable pieces."""

    def __init__(self, lead: Lead, deeper: int, within: str, show: Show) -> None:
        self._lead, self._deeper, self._within, self._show = lead, deeper, within, show
        self._shown: list[Piece] = []

    def pieces(self, held: Sequence[_Element | str]) -> tuple[Piece, ...]:
        return tuple(self._pieces(held))

    def _pieces(self, held: Sequence[_Element | str]) -> Iterator[Piece]:
        line: list[_Element | str] = []
        for one in held:
            if isinstance(one, str) or one.tag in _IN_A_LINE:
                line.append(one)
                continue
            yield from self._para(line)
            line = []
            yield from self._piece(one)
        yield from self._para(line)

    def _para(self, held: Sequence[_Element | str]) -> Iterator[Piece]:
        if words := _trimmed(self.words(held)):
            yield Para(words)
        yield from self._shown
        self._shown.clear()

    def _piece(self, element: _Element) -> Iterator[Piece]:
        match element.tag:
            case "p":
                yield from self._para(element.held)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                if words := _trimmed(self.words(element.held)):
                    yield Heading(int(element.tag[1]) + self._deeper, words, self._named(element))
            case "ul" | "ol":
                items = tuple(self.pieces(e.held) for e in element.held if isinstance(e, _Element))
                yield Listing(items, int(element.attributes.get("start") or 1) if element.tag == "ol" else None)
            case "blockquote":
                yield Quote(self.pieces(element.held))
            case "pre":
                yield Code(plain(self.words(element.held, spaced=True)).strip("\n"))
            case "hr":
                yield Divide()
            case "table":
                yield from self._table(element)
            case "div":
                yield from self._pieces(element.held)
            case _:
                raise UnknownTagError(element.tag)

    def _table(self, element: _Element) -> Iterator[Piece]:
        rows = [
            tuple(_trimmed(self.words(cell.held)) for cell in row.held if isinstance(cell, _Element))
            for part in element.held
            if isinstance(part, _Element)
            for row in part.held
            if isinstance(row, _Element)
        ]
        if rows:
            yield Table(rows[0], tuple(rows[1:]))

    def words(self, held: Sequence[_Element | str], *, spaced: bool = False) -> Words:
        return tuple(self._words(held, spaced))

    def _words(self, held: Sequence[_Element | str], spaced: bool) -> Iterator[str | Span]:
        for one in held:
            if isinstance(one, str):
                yield one if spaced else _SPACE.sub(" ", one)
            elif one.tag == "br":
                yield Span("br")
            elif one.tag == "img":
                if shown := self._show(one.attributes.get("src", "")):
                    self._shown.append(shown)
                else:
                    yield one.attributes.get("alt", "")
            elif one.tag == "a":
                yield from self._link(one, spaced)
            elif one.tag in _MARKS:
                yield Span(one.tag, self.words(one.held, spaced=spaced))  # type: ignore[arg-type]
            else:
                raise UnknownTagError(one.tag)

    def _link(self, one: _Element, spaced: bool) -> Iterator[str | Span]:
        words = self.words(one.held, spaced=spaced)
        if "aria-label" in one.attributes:  # the way back from a footnote
            return
        address = one.attributes.get("href", "")
        to = f"#{self._within}{address[1:]}" if address.startswith("#") else self._lead(address)
        if to and plain(words).strip():
            yield Span("a", words, to)
        else:
            yield from words

    def _named(self, element: _Element) -> str:
        name = element.attributes.get("id", "")
        return self._within + name if name else ""


def _trimmed(words: Words) -> Words:
    """Return words without space or line breaks at either end; () when there is nothing to see."""
    if not plain(words).strip():
        return ()
    left = list(words)
    while left and (left[0] == Span("br") or (isinstance(left[0], str) and not left[0].strip(" "))):
        del left[0]
    while left and (left[-1] == Span("br") or (isinstance(left[-1], str) and not left[-1].strip(" "))):
        del left[-1]
    if isinstance(left[0], str):
        left[0] = left[0].lstrip(" ")
    if isinstance(left[-1], str):
        left[-1] = left[-1].rstrip(" ")
    return tuple(left)
