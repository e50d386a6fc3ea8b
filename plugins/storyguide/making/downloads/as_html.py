"""A paper as one plain page of HTML, for pandoc to make files of that one can type into."""

from collections.abc import Iterable
from html import escape

from storyguide.making.downloads.paper import (
    Asked,
    Choice,
    Code,
    Contents,
    Divide,
    Facts,
    Heading,
    Listing,
    NewPage,
    Panel,
    Paper,
    Para,
    Piece,
    Quote,
    Room,
    Span,
    Table,
    Ticks,
    Words,
)

BOX = "☐"
_EMPTY = "<p>\xa0</p>"
_APART = "\xa0" * 3 + " "


def as_html(paper: Paper) -> str:
    """The whole page; what stands at the head and foot of printed pages stands at its end."""
    ends = (paper.belongs_to, paper.edition, paper.address, paper.licence)
    foot = "<br>".join(escape(one) for one in ends if one)
    return (
        f'<!doctype html><html lang="{escape(paper.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title></head><body>\n"
        f"{_Writer(paper.ids).pieces(paper.pieces)}\n<hr><p>{foot}</p></body></html>\n"
    )


class _Writer:
    def __init__(self, ids: tuple[str, ...]) -> None:
        self._ids = set(ids)

    def pieces(self, pieces: Iterable[Piece]) -> str:
        return "\n".join(map(self._piece, pieces))

    def words(self, words: Words) -> str:
        return "".join(escape(one, quote=False) if isinstance(one, str) else self._span(one) for one in words)

    def _span(self, span: Span) -> str:
        if span.kind == "br":
            return "<br>"
        held = self.words(span.words)
        if span.kind != "a":
            return f"<{span.kind}>{held}</{span.kind}>"
        if span.to.startswith("#") and span.to[1:] not in self._ids:
            return held
        return f'<a href="{escape(span.to)}">{held}</a>'

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Heading():
                named = f' id="{escape(piece.id)}"' if piece.id else ""
                return f"<h{piece.level}{named}>{self.words(piece.words)}</h{piece.level}>"
            case Para():
                return f"<p>{self.words(piece.words)}</p>"
            case Listing():
                kind = "ul" if piece.first is None else "ol"
                start = f' start="{piece.first}"' if piece.first not in (None, 1) else ""
                return f"<{kind}{start}>{''.join(f'<li>{self._item(item)}</li>' for item in piece.items)}</{kind}>"
            case Quote():
                credit = f"<p>— {self.words(piece.credit)}</p>" if piece.credit else ""
                return f"<blockquote>{self.pieces(piece.pieces)}{credit}</blockquote>"
            case Table():
                return self._table(piece)
            case Code():
                return f"<pre><code>{escape(piece.text, quote=False)}</code></pre>"
            case Divide():
                return "<hr>"
            case Room():
                return _boxed([_EMPTY * piece.lines])
            case Ticks():
                return "".join(f"<p>{BOX} {self.words(item)}</p>" for item in piece.items)
            case Choice():
                return f"<p>{_APART.join(f'{BOX} {escape(answer)}' for answer in piece.answers)}</p>"
            case Asked():
                return _boxed([f"<p>{escape(question)}</p>{_EMPTY * lines}" for question, lines in piece.rooms], 2)
            case Facts():
                return "".join(self._fact(name, held) for name, held in piece.rows)
            case Panel():
                label = f"{escape(piece.label)}: " if piece.label and piece.title else escape(piece.label)
                return f"<p><strong>{label}{self.words(piece.title)}</strong></p>{self.pieces(piece.pieces)}"
            case Contents():
                return f"<ul>{''.join(f'<li>{self._part(title, to)}</li>' for title, to in piece.parts)}</ul>"
            case NewPage():
                return "<hr>"

    def _item(self, item: tuple[Piece, ...]) -> str:
        return self.words(item[0].words) if len(item) == 1 and isinstance(item[0], Para) else self.pieces(item)

    def _part(self, title: str, to: str) -> str:
        return self.words((Span("a", (title,), f"#{to}"),))

    def _fact(self, name: str, held: tuple[Piece, ...]) -> str:
        if len(held) == 1 and isinstance(held[0], Para):
            return f"<p><strong>{escape(name)}:</strong> {self.words(held[0].words)}</p>"
        return f"<p><strong>{escape(name)}:</strong></p>{self.pieces(held)}"

    def _table(self, table: Table) -> str:
        whole = sum(table.widths) or 1
        columns = "".join(f'<col style="width:{100 * width / whole:.0f}%">' for width in table.widths)
        head = "".join(f'<th scope="col">{self.words(cell)}</th>' for cell in table.head)
        rows = "".join(f"<tr>{''.join(f'<td>{self.words(c) or _EMPTY}</td>' for c in row)}</tr>" for row in table.rows)
        return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _boxed(cells: list[str], across: int = 1) -> str:
    """Boxes to type in, which grow with what is typed."""
    columns = f'<col style="width:{100 // across}%">' * across
    rows = [cells[first : first + across] for first in range(0, len(cells), across)]
    written = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><colgroup>{columns}</colgroup><tbody>{written}</tbody></table>"
