"""Clean HTML taken apart into what a paper is made of."""

import re
from collections.abc import Callable, Iterator, Sequence

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
from storyguide.model.markup.tree import MarkupError, Node, tree

Lead = Callable[[str], str]
"""Told where a link leads as it is kept; says where it leads on paper, or "" when nowhere."""
Show = Callable[[str], Piece | None]
"""Told the file of a photo; gives it as it stands on paper, or nothing where only its description can."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARKS = {"strong", "em", "code", "del", "sup", "sub"}
_IN_A_LINE = _MARKS | {"a", "br", "img"}


class UnknownTagError(MarkupError):
    """The allow-list lets through what no paper has a place for: a mistake of ours."""


def pieces_of(
    html: str, lead: Lead, *, deeper: int = 0, within: str = "", show: Show = lambda _: None
) -> tuple[Piece, ...]:
    """The paragraphs, lists, tables and so on of clean HTML.

    deeper: how many levels its headings stand below those of a page of its own.
    within: what the ids of its headings begin with.
    show: gives the photos, each of which follows the paragraph it stands in.
    """
    return _Taken(lead, deeper, within, show).pieces(tree(html).held)


def words_of(html: str, lead: Lead) -> Words:
    """One line of clean HTML."""
    return _trimmed(_Taken(lead, 0, "", lambda _: None).words(tree(html).held))


class _Taken:
    """Takes a tree apart."""

    def __init__(self, lead: Lead, deeper: int, within: str, show: Show) -> None:
        self._lead, self._deeper, self._within, self._show = lead, deeper, within, show
        self._shown: list[Piece] = []

    def pieces(self, held: Sequence[Node | str]) -> tuple[Piece, ...]:
        return tuple(self._pieces(held))

    def _pieces(self, held: Sequence[Node | str]) -> Iterator[Piece]:
        line: list[Node | str] = []
        for one in held:
            if isinstance(one, str) or one.tag in _IN_A_LINE:
                line.append(one)
                continue
            yield from self._para(line)
            line = []
            yield from self._piece(one)
        yield from self._para(line)

    def _para(self, held: Sequence[Node | str]) -> Iterator[Piece]:
        if words := _trimmed(self.words(held)):
            yield Para(words)
        yield from self._shown
        self._shown.clear()

    def _piece(self, element: Node) -> Iterator[Piece]:
        match element.tag:
            case "p":
                yield from self._para(element.held)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                if words := _trimmed(self.words(element.held)):
                    yield Heading(int(element.tag[1]) + self._deeper, words, self._named(element))
            case "ul" | "ol":
                items = tuple(self.pieces(e.held) for e in element.held if isinstance(e, Node))
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

    def _table(self, element: Node) -> Iterator[Piece]:
        rows = [
            tuple(_trimmed(self.words(cell.held)) for cell in row.held if isinstance(cell, Node))
            for part in element.held
            if isinstance(part, Node)
            for row in part.held
            if isinstance(row, Node)
        ]
        if rows:
            yield Table(rows[0], tuple(rows[1:]))

    def words(self, held: Sequence[Node | str], *, spaced: bool = False) -> Words:
        return tuple(self._words(held, spaced))

    def _words(self, held: Sequence[Node | str], spaced: bool) -> Iterator[str | Span]:
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

    def _link(self, one: Node, spaced: bool) -> Iterator[str | Span]:
        words = self.words(one.held, spaced=spaced)
        if "aria-label" in one.attributes:  # the way back from a footnote
            return
        kept = one.attributes.get("href", "")
        to = f"#{self._within}{kept[1:]}" if kept.startswith("#") else self._lead(kept)
        if to and plain(words).strip():
            yield Span("a", words, to)
        else:
            yield from words

    def _named(self, element: Node) -> str:
        name = element.attributes.get("id", "")
        return self._within + name if name else ""


def _trimmed(words: Words) -> Words:
    """Without space or empty lines at either end; nothing when there is nothing to see."""
    if not plain(words).strip():
        return ()
    kept = list(words)
    while kept and (kept[0] == Span("br") or (isinstance(kept[0], str) and not kept[0].strip(" "))):
        del kept[0]
    while kept and (kept[-1] == Span("br") or (isinstance(kept[-1], str) and not kept[-1].strip(" "))):
        del kept[-1]
    if isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" ")
    if isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return tuple(kept)
