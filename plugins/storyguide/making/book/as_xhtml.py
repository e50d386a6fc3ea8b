"""Write the pieces of a book as XHTML, for its EPUB."""

from collections.abc import Iterable, Mapping
from html import escape

from markupsafe import Markup

from storyguide.making.downloads import paper
from storyguide.making.render import tongue

_BOX = "☐"


class Writer:
    """A writer of the pieces of one chapter.

    ids: the chapter's file for each id that a link within the book may lead to. here: this chapter's file.
    """

    def __init__(self, ids: Mapping[str, str], here: str) -> None:
        self._ids, self._here = ids, here

    def pieces(self, pieces: Iterable[paper.Piece]) -> Markup:
        """Return pieces as XHTML elements."""
        return Markup("\n".join(map(self._piece, pieces)))  # noqa: S704 - each text in it is escaped below

    def words(self, words: paper.Words) -> Markup:
        """Return a line of words as XHTML."""
        return Markup("".join(escape(one, quote=False) if isinstance(one, str) else self._span(one) for one in words))  # noqa: S704 - as above

    def _span(self, span: paper.Span) -> str:
        if span.kind == "br":
            return "<br/>"
        held = self.words(span.words)
        if span.kind != "a":
            return f"<{span.kind}>{held}</{span.kind}>"
        to = span.to
        if to.startswith("#"):
            if to[1:] not in self._ids:
                return held
            file = self._ids[to[1:]]
            to = f"{'' if file == self._here else file}#{to[1:]}"
        return f'<a href="{escape(to)}">{held}</a>'

    def _piece(self, piece: paper.Piece) -> str:
        match piece:
            case paper.Heading():
                named = f' id="{escape(piece.id)}"' if piece.id else ""
                return f"<h{piece.level}{named}>{self.words(piece.words)}</h{piece.level}>"
            case paper.Para():
                kind = ' class="lead"' if piece.lead else ' class="small"' if piece.small else ""
                return f"<p{kind}>{self.words(piece.words)}</p>"
            case paper.Listing():
                kind = "ul" if piece.first is None else "ol"
                start = f' start="{piece.first}"' if piece.first not in {None, 1} else ""
                return f"<{kind}{start}>{''.join(f'<li>{self._held(item)}</li>' for item in piece.items)}</{kind}>"
            case paper.Quote():
                credit = f'<p class="credit">— {self.words(piece.credit)}</p>' if piece.credit else ""
                return f"<blockquote>{self.pieces(piece.pieces)}{credit}</blockquote>"
            case paper.Table():
                head = "".join(f'<th scope="col">{self.words(cell)}</th>' for cell in piece.head)
                rows = "".join(f"<tr>{''.join(f'<td>{self.words(c)}</td>' for c in row)}</tr>" for row in piece.rows)
                return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            case paper.Code():
                return f"<pre><code>{escape(piece.text, quote=False)}</code></pre>"
            case paper.Divide():
                return "<hr/>"
            case paper.Room() | paper.NewPage():
                return ""  # nobody writes in these pages
            case paper.Ticks():
                return (
                    f'<ul class="ticks">{"".join(f"<li>{_BOX} {self.words(item)}</li>" for item in piece.items)}</ul>'
                )
            case paper.Choice():
                return f"<p>{'   '.join(f'{_BOX} {escape(answer)}' for answer in piece.answers)}</p>"
            case paper.Asked():
                return f"<p>{' '.join(escape(question, quote=False) for question, _ in piece.rooms)}</p>"
            case paper.Facts():
                rows = "".join(f"<dt>{escape(name)}</dt><dd>{self._held(held)}</dd>" for name, held in piece.rows)
                return f'<dl class="facts">{rows}</dl>'
            case paper.Panel():
                label = f'<span class="label">{escape(piece.label)}</span> ' if piece.label else ""
                return (
                    f'<div class="panel {piece.look}"><p class="name">{label}<b>{self.words(piece.title)}</b></p>'
                    f"{self.pieces(piece.pieces)}</div>"
                )
            case paper.Contents():
                return "<ul>" + "".join(f"<li>{escape(title)}</li>" for title, _ in piece.parts) + "</ul>"
            case paper.Picture():
                return self.picture(piece)
            case paper.Tongue():
                return f"<div{xml_tongue(piece.language)}>{self.pieces(piece.pieces)}</div>"

    def picture(self, one: paper.Picture, kind: str = "") -> str:
        """Return a photo or drawing as a figure, with its caption."""
        caption = f"<figcaption>{self.words(one.caption)}</figcaption>" if one.caption else ""
        image = f'<img src="pictures/{escape(one.file)}" alt="{escape(one.alt)}"/>'
        named = f' class="{kind}"' if kind else ""
        return f"<figure{named}>{image}{caption}</figure>"

    def _held(self, pieces: tuple[paper.Piece, ...]) -> str:
        plain = len(pieces) == 1 and isinstance(pieces[0], paper.Para)
        return self.words(pieces[0].words) if plain and isinstance(pieces[0], paper.Para) else self.pieces(pieces)


def xml_tongue(language: str) -> Markup:
    """Return the attributes of an element in this language, for XML and HTML alike; nothing for ""."""
    return Markup(' xml:lang="{}"{}').format(language, tongue(language)) if language else Markup("")
