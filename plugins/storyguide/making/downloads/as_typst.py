"""Write a printable document as typst source; every text is a quoted string, so that none of it is read as code."""

from collections.abc import Iterable
from pathlib import Path

from storyguide.making.downloads import paper
from storyguide.making.languages import right_to_left

LOOKS = (Path(__file__).parent / "looks.typ").read_text(encoding="utf-8")
"""Styles of all printed documents, as typst source."""

_ACROSS = 85
"""Characters in a line, estimated."""
_TOGETHER = 26
"""Largest panel, in lines, that is kept on one page."""
_WIDEST, _TALLEST = 128, 96
"""Largest size of a picture in millimetres."""
_LONGEST_ADDRESS = 4000
"""Longest link in characters; typst accepts up to about twice as many."""
_MARKS = {"strong": "strong", "em": "emph", "del": "strike", "sup": "super", "sub": "sub"}


def as_typst(whole: paper.Paper) -> str:
    """Return the whole document as typst source."""
    named = {
        "title": whole.title,
        "belongs-to": whole.belongs_to,
        "edition": whole.edition,
        "address": whole.address,
        "licence": whole.licence,
    }
    values = ", ".join(f"{name}: {string(value)}" for name, value in named.items())
    language = tongue(whole.language)
    return f"{LOOKS}\n#show: paper.with({values}, tongue: {language})\n{Writer(whole.ids).pieces(whole.pieces)}"


def tongue(language: str) -> str:
    """Return a language tag as a typst dictionary: language, region and direction."""
    name, _, region = language.partition("-")
    lang = name.lower() if 2 <= len(name) <= 3 else "en"
    where = string(region) if len(region) == 2 else "none"
    return f"(lang: {string(lang)}, region: {where}, dir: {'rtl' if right_to_left(language) else 'ltr'})"


def string(text: str) -> str:
    """Return text as a typst string literal."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{text}"'


def _height(piece: paper.Piece) -> int:
    """Estimate the lines of text that a piece takes; more than a page for pieces that cannot be estimated."""
    match piece:
        case paper.Para():
            return 1 + len(paper.plain(piece.words)) // _ACROSS
        case paper.Room():
            return 2 * piece.lines
        case paper.Ticks():
            return sum(2 + len(paper.plain(item)) // _ACROSS for item in piece.items)
        case paper.Table():
            return 2 * sum(1 + max(len(paper.plain(cell)) for cell in row) // 15 for row in piece.rows if row)
        case paper.Listing():
            return sum(_height(held) for item in piece.items for held in item)
        case paper.Facts():
            return sum(_height(held) for _, pieces in piece.rows for held in pieces)
        case paper.Choice() | paper.Asked():
            return 8
        case paper.Tongue():
            return sum(map(_height, piece.pieces))
        case _:
            return _TOGETHER + 1


class Writer:
    """A writer of pieces and words as typst source.

    ids: ids that a link within the document may lead to. deeper: number of levels by which headings are lower than in
    the pieces.
    """

    def __init__(self, ids: Iterable[str], *, deeper: int = 0) -> None:
        self._ids, self._deeper = frozenset(ids), deeper

    def pieces(self, pieces: Iterable[paper.Piece]) -> str:
        """Return pieces as typst source."""
        return "\n\n".join(map(self._piece, pieces))

    def words(self, words: paper.Words) -> str:
        """Return words as typst source.

        Each run ends in a semicolon, so that nothing after it can be read as part of it.
        """
        return "".join(f"#{string(one)};" if isinstance(one, str) else self._span(one) for one in words)

    def _span(self, span: paper.Span) -> str:
        if span.kind == "br":
            return "#linebreak();"
        if span.kind == "code":
            return f"#raw({string(paper.plain(span.words))});"
        held = self.words(span.words)
        if span.kind == "a":
            if len(span.to) > _LONGEST_ADDRESS:
                return held
            if not span.to.startswith("#"):
                return f"#link({string(span.to)})[{held}];"
            return f"#link(label({string(span.to[1:])}))[{held}];" if span.to[1:] in self._ids else held
        return f"#{_MARKS[span.kind]}[{held}];"

    def _content(self, words: paper.Words) -> str:
        return f"[{self.words(words)}]"

    def _held(self, pieces: Iterable[paper.Piece]) -> str:
        return f"[{self.pieces(pieces)}]"

    def _piece(self, piece: paper.Piece) -> str:
        match piece:
            case paper.Heading():
                label = f"#label({string(piece.id)});" if piece.id else ""
                return f"#heading(level: {piece.level + self._deeper}){self._content(piece.words)}{label}"
            case paper.Para():
                look = "lead" if piece.lead else "small" if piece.small else ""
                return f"#{look}{self._content(piece.words)};" if look else self.words(piece.words)
            case paper.Listing():
                items = ", ".join(map(self._held, piece.items))
                return f"#list({items})" if piece.first is None else f"#enum(start: {piece.first}, {items})"
            case paper.Quote():
                credit = f"credit: {self._content(piece.credit)}, " if piece.credit else ""
                return f"#quoted({credit}{self._held(piece.pieces)})"
            case paper.Table():
                return self._table(piece)
            case paper.Code():
                return f"#code({string(piece.text)})"
            case paper.Divide():
                return "#divide"
            case paper.Room():
                return f"#lines({piece.lines})"
            case paper.Ticks():
                return f"#ticks({', '.join(map(self._content, piece.items))})"
            case paper.Choice():
                return f"#choice({', '.join(map(string, piece.answers))})"
            case paper.Asked():
                return f"#asked({', '.join(f'({string(question)}, {lines})' for question, lines in piece.rooms)})"
            case paper.Facts():
                return f"#facts({', '.join(f'({string(name)}, {self._held(held)})' for name, held in piece.rows)})"
            case paper.Panel():
                named = f"{string(piece.look)}, {string(piece.label)}, {self._content(piece.title)}"
                together = str(sum(map(_height, piece.pieces)) <= _TOGETHER).lower()
                return f"#panel({named}, {together}, {self._held(piece.pieces)})"
            case paper.Contents():
                return f"#contents({', '.join(f'({string(title)}, {string(to)})' for title, to in piece.parts)})"
            case paper.NewPage():
                return "#pagebreak()"
            case paper.Picture():
                across, high = piece.shape
                wide = min(_WIDEST, _TALLEST * across / max(high, 1))
                named = f"{string(piece.file)}, {string(piece.alt)}, {wide:.1f}mm, {self._content(piece.caption)}"
                return f"#picture({named})"
            case paper.Tongue():
                return f"#in-language({tongue(piece.language)}, [{self.pieces(piece.pieces)}])"

    def _table(self, table: paper.Table) -> str:
        widths = "".join(f"{width}fr, " for width in table.widths)
        head = "".join(f"{self._content(cell)}, " for cell in table.head)
        cells = "".join(f"{self._content(cell) if cell else 'room'}, " for row in table.rows for cell in row)
        return f"#tabled(({widths}), ({head}), ({cells}))"
