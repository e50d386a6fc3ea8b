"""Write a printable document as plain text, for those who read by ear, by e-mail or on an old machine."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from storyguide.making.downloads import paper

ACROSS = 72
"""Width of the text in characters."""
_UNDER = {1: "=", 2: "="}
_BOX = "[ ] "


def as_text(whole: paper.Paper) -> str:
    """Return the whole text, in lines of at most ACROSS characters."""
    ends = [one for one in (whole.belongs_to, whole.edition, whole.address, whole.licence) if one]
    parts = [*_Writer(0).pieces(whole.pieces), "-" * ACROSS, "\n".join(ends)]
    return "\n\n".join(parts).lstrip("\n") + "\n"


class _Writer:
    """A writer of pieces that are indented by this many characters."""

    def __init__(self, indent: int) -> None:
        self._edge = " " * indent
        self._across = max(ACROSS - indent, 24)

    def pieces(self, pieces: Iterable[paper.Piece]) -> list[str]:
        """Return each piece as text, to be separated by blank lines."""
        return [written for piece in pieces if (written := "\n".join(self._piece(piece)))]

    def _piece(self, piece: paper.Piece) -> Iterator[str]:
        match piece:
            case paper.Heading():
                yield from ("", *self._heading(piece)) if piece.level < 3 else self._heading(piece)
            case paper.Para():
                yield from self._wrapped(_written(piece.words))
            case paper.Listing():
                yield from self._list(piece)
            case paper.Quote():
                yield "\n\n".join(_Writer(len(self._edge) + 4).pieces(piece.pieces))
                if piece.credit:
                    yield from _Writer(len(self._edge) + 4)._wrapped(f"— {_written(piece.credit)}")
            case paper.Table():
                yield from self._table(piece)
            case paper.Code():
                yield from (f"{self._edge}    {line}" for line in piece.text.split("\n"))
            case paper.Divide() | paper.NewPage():
                yield f"{self._edge}{'-' * self._across}"
            case paper.Room():
                yield "\n\n".join([self._edge + "_" * self._across] * piece.lines)
            case paper.Ticks():
                for item in piece.items:
                    yield from self._wrapped(_written(item), first=_BOX, then="    ")
            case paper.Choice():
                yield self._edge + "   ".join(_BOX + answer for answer in piece.answers)
            case paper.Asked():
                for question, lines in piece.rooms:
                    yield from ("", self._edge + question, *[self._edge + "_" * self._across] * lines)
            case paper.Facts():
                for name, held in piece.rows:
                    yield from self._fact(name, held)
            case paper.Panel():
                yield from self._panel(piece)
            case paper.Picture():
                said = (piece.alt and f"[{piece.alt}]", _written(piece.caption))
                yield from self._wrapped(" ".join(filter(None, said)))
            case paper.Tongue():
                yield "\n\n".join(self.pieces(piece.pieces))
            case paper.Contents():
                for title, _ in piece.parts:
                    yield from self._wrapped(title, first="- ", then="  ")

    def _heading(self, heading: paper.Heading) -> Iterator[str]:
        lines = list(self._wrapped(_written(heading.words)))
        under = _UNDER.get(heading.level, "-")
        yield from (*lines, self._edge + under * min(max(map(len, lines)) - len(self._edge), self._across))

    def _list(self, listing: paper.Listing) -> Iterator[str]:
        for number, item in enumerate(listing.items, listing.first or 1):
            sign = "- " if listing.first is None else f"{number}. "
            inside = _Writer(len(self._edge) + len(sign)).pieces(item)
            written = "\n".join(inside) if inside else " " * (len(self._edge) + len(sign))
            yield self._edge + sign + written[len(self._edge) + len(sign) :]

    def _fact(self, name: str, held: tuple[paper.Piece, ...]) -> Iterator[str]:
        if len(held) == 1 and isinstance(held[0], paper.Para):
            yield from self._wrapped(f"{name}: {_written(held[0].words)}", then="  ")
        else:
            yield from (f"{self._edge}{name}:", *self.pieces(held))

    def _panel(self, panel: paper.Panel) -> Iterator[str]:
        label = panel.label.upper()
        title = _written(panel.title)
        head = f"{label}: {title}" if label and title else label + title
        yield "\n\n".join(["\n".join(self._wrapped(head)), *self.pieces(panel.pieces)])

    def _table(self, table: paper.Table) -> Iterator[str]:
        """Yield a row's cells one below the other, with their columns' names; an empty cell is a line to write on."""
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for place, (name, cell) in enumerate(zip(map(_written, table.head), row, strict=False)):
                said = _written(cell)
                begin = f"{name}: " if name else ""
                if said:
                    yield from self._wrapped(begin + said, first="" if place == 0 else "  ", then="    ")
                else:
                    begin = begin if place == 0 else f"  {begin}"
                    lines = list(self._wrapped(begin, then="    "))
                    yield from lines[:-1]
                    last = lines[-1] if lines else self._edge
                    room = self._across + len(self._edge) - len(last) - 1
                    yield (
                        f"{last} {'_' * room}" if room >= 12 else f"{last}\n{self._edge}    {'_' * (self._across - 4)}"
                    )

    def _wrapped(self, text: str, *, first: str = "", then: str = "") -> Iterator[str]:
        for number, line in enumerate(text.split("\n")):
            wrapper = TextWrapper(
                width=len(self._edge) + self._across,
                initial_indent=self._edge + (then if number else first),
                subsequent_indent=self._edge + then,
                break_long_words=False,
                break_on_hyphens=False,
            )
            yield from wrapper.wrap(line)


def _written(words: paper.Words) -> str:
    return "".join(one if isinstance(one, str) else _span(one) for one in words)


def _span(span: paper.Span) -> str:
    if span.kind == "br":
        return "\n"
    held = _written(span.words)
    if span.kind == "a" and not span.to.startswith("#") and span.to not in (held, f"mailto:{held}"):
        return f"{held} ({span.to.removeprefix('mailto:').removeprefix('tel:')})"
    return f"[{held}]" if span.kind == "sup" and paper.plain(span.words).isdigit() else held
