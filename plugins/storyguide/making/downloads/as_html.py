"""Write a printable document as one plain HTML page, from which pandoc makes files to type into."""

from collections.abc import Iterable
from html import escape

from storyguide.making.downloads import paper

BOX = "☐"
"""Sign of a box to tick."""
_EMPTY = "<p>\xa0</p>"
_APART = "\xa0" * 3 + " "


def as_html(whole: paper.Paper) -> str:
    """Return the whole HTML page. The header and footer of printed pages stand at its end."""
    ends = (whole.belongs_to, whole.edition, whole.address, whole.licence)
    foot = "<br>".join(escape(one) for one in ends if one)
    return (
        f'<!doctype html><html lang="{escape(whole.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(whole.title)}</title></head><body>\n"
        f"{_Writer(whole.ids).pieces(whole.pieces)}\n<hr><p>{foot}</p></body></html>\n"
    )


class _Writer:
    def __init__(self, ids: tuple[str, ...]) -> None:
        self._ids = set(ids)

    def pieces(self, pieces: Iterable[paper.Piece]) -> str:
        return "\n".join(map(self._piece, pieces))

    def words(self, words: paper.Words) -> str:
        return "".join(escape(one, quote=False) if isinstance(one, str) else self._span(one) for one in words)

    def _span(self, span: paper.Span) -> str:
        if span.kind == "br":
            return "<br>"
        held = self.words(span.words)
        if span.kind != "a":
            return f"<{span.kind}>{held}</{span.kind}>"
        if span.to.startswith("#") and span.to[1:] not in self._ids:
            return held
        return f'<a href="{escape(span.to)}">{held}</a>'

    def _piece(self, piece: paper.Piece) -> str:
        match piece:
            case paper.Heading():
                named = f' id="{escape(piece.id)}"' if piece.id else ""
                return f"<h{piece.level}{named}>{self.words(piece.words)}</h{piece.level}>"
            case paper.Para():
                return f"<p>{self.words(piece.words)}</p>"
            case paper.Listing():
                kind = "ul" if piece.first is None else "ol"
                start = f' start="{piece.first}"' if piece.first not in (None, 1) else ""
                return f"<{kind}{start}>{''.join(f'<li>{self._item(item)}</li>' for item in piece.items)}</{kind}>"
            case paper.Quote():
                credit = f"<p>— {self.words(piece.credit)}</p>" if piece.credit else ""
                return f"<blockquote>{self.pieces(piece.pieces)}{credit}</blockquote>"
            case paper.Table():
                return self._table(piece)
            case paper.Code():
                return f"<pre><code>{escape(piece.text, quote=False)}</code></pre>"
            case paper.Divide():
                return "<hr>"
            case paper.Room():
                return _boxed([_EMPTY * piece.lines])
            case paper.Ticks():
                return "".join(f"<p>{BOX} {self.words(item)}</p>" for item in piece.items)
            case paper.Choice():
                return f"<p>{_APART.join(f'{BOX} {escape(answer)}' for answer in piece.answers)}</p>"
            case paper.Asked():
                return _boxed([f"<p>{escape(question)}</p>{_EMPTY * lines}" for question, lines in piece.rooms], 2)
            case paper.Facts():
                return "".join(self._fact(name, held) for name, held in piece.rows)
            case paper.Panel():
                label = f"{escape(piece.label)}: " if piece.label and piece.title else escape(piece.label)
                return f"<p><strong>{label}{self.words(piece.title)}</strong></p>{self.pieces(piece.pieces)}"
            case paper.Contents():
                return f"<ul>{''.join(f'<li>{self._part(title, to)}</li>' for title, to in piece.parts)}</ul>"
            case paper.NewPage():
                return "<hr>"
            case paper.Picture():
                return f"<p>{escape(piece.alt, quote=False)}</p><p>{self.words(piece.caption)}</p>"
            case paper.Tongue():
                return f'<div lang="{escape(piece.language)}">{self.pieces(piece.pieces)}</div>'

    def _item(self, item: tuple[paper.Piece, ...]) -> str:
        return self.words(item[0].words) if len(item) == 1 and isinstance(item[0], paper.Para) else self.pieces(item)

    def _part(self, title: str, to: str) -> str:
        return self.words((paper.Span("a", (title,), f"#{to}"),))

    def _fact(self, name: str, held: tuple[paper.Piece, ...]) -> str:
        if len(held) == 1 and isinstance(held[0], paper.Para):
            return f"<p><strong>{escape(name)}:</strong> {self.words(held[0].words)}</p>"
        return f"<p><strong>{escape(name)}:</strong></p>{self.pieces(held)}"

    def _table(self, table: paper.Table) -> str:
        whole = sum(table.widths) or 1
        columns = "".join(f'<col style="width:{100 * width / whole:.0f}%">' for width in table.widths)
        head = "".join(f'<th scope="col">{self.words(cell)}</th>' for cell in table.head)
        rows = "".join(f"<tr>{''.join(f'<td>{self.words(c) or _EMPTY}</td>' for c in row)}</tr>" for row in table.rows)
        return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _boxed(cells: list[str], across: int = 1) -> str:
    """Return a table of cells to type in, which grow with what is typed."""
    columns = f'<col style="width:{100 // across}%">' * across
    rows = [cells[first : first + across] for first in range(0, len(cells), across)]
    written = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><colgroup>{columns}</colgroup><tbody>{written}</tbody></table>"
