"""Write pictures as SVG files: presentation attributes only, nothing fetched, no scripts."""

from collections.abc import Iterable
from functools import cache

from storyguide.making.covers.composing import Cover
from storyguide.making.covers.inks import INKS, TINTS
from storyguide.making.covers.shapes import Piece, Placed, transform

_WORTH_SHARING = 60


def svg(cover: Cover) -> str:
    """Return a cover as a whole SVG file."""
    return drawn(cover.pieces, (0, 0, cover.width, cover.height), mirrored=cover.mirrored)


def drawn(
    pieces: Iterable[Piece | Placed],
    box: tuple[int, int, int, int],
    prefix: str = "",
    *,
    mirrored: bool = False,
    words: str = "",
) -> str:
    """Return pieces as an SVG document that shows this box: left, top, width, height.

    words: SVG text, ready escaped, on top of all. prefix: begins all ids; drawings that stand inline on one page need
    one each, since ids may not be used twice on it. mirrored: shown flipped from left to right.
    """
    body, shared = _joined(pieces)
    if prefix:
        body, shared = (
            text.replace("(#", f"(#{prefix}-").replace('href="#', f'href="#{prefix}-') for text in (body, shared)
        )
        shared = shared.replace('id="', f'id="{prefix}-')
    if mirrored:
        body = f'<g transform="matrix(-1 0 0 1 {box[2]} 0)">{body}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box[2]}" height="{box[3]}" '
        f'viewBox="{box[0]} {box[1]} {box[2]} {box[3]}" fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f"{_definitions(body, shared, prefix)}{body}{words}</svg>"
    )


def _joined(pieces: Iterable[Piece | Placed]) -> tuple[str, str]:
    """Return the SVG of pieces, and the definitions of those drawings that occur in it more than once."""
    pieces = tuple(pieces)
    seen: set[str] = set()
    names: dict[str, str] = {}
    for piece in pieces:
        if isinstance(piece, Placed):
            drawing = piece.piece.svg
            if drawing in seen and len(drawing) > _WORTH_SHARING:
                names.setdefault(drawing, f"p{len(names)}")
            seen.add(drawing)
    body: list[str] = []
    for piece in pieces:
        if isinstance(piece, Piece):
            body.append(piece.svg)
        elif piece.piece.svg in names:
            body.append(f'<use href="#{names[piece.piece.svg]}" transform="{transform(piece)}"/>')
        else:
            body.append(f'<g transform="{transform(piece)}">{piece.piece.svg}</g>')
    return "".join(body), "".join([f'<g id="{name}">{drawing}</g>' for drawing, name in names.items()])


def _definitions(body: str, shared: str, prefix: str) -> str:
    start = f"url(#{prefix}-" if prefix else "url(#"
    names = {part[: part.index(")")] for part in (body + shared).split(start)[1:]}
    patterns = "".join([_pattern(name, prefix) for name in sorted(names)])
    return f"<defs>{patterns}{shared}</defs>" if names or shared else ""


@cache
def _pattern(name: str, prefix: str) -> str:
    """Return a tint as an SVG pattern."""
    tint = TINTS[name]
    ident = f"{prefix}-{name}" if prefix else name
    inside = f'<path d="M0 0h{tint.width}v{tint.height}H0z" fill="{INKS[tint.ground]}"/>' if tint.ground else ""
    for left, top, width, height, ink in tint.bars:
        inside += f'<path d="M{left} {top}h{width}v{height}h-{width}z" fill="{INKS[ink]}"/>'
    if tint.dots:
        places = "".join(f"M{x} {y}h0" for x, y in tint.dots)
        inside += f'<path d="{places}" stroke="{INKS[tint.dot_ink]}" stroke-width="{tint.dot_size:g}"/>'
    return (
        f'<pattern id="{ident}" width="{tint.width}" height="{tint.height}" patternUnits="userSpaceOnUse">'
        f"{inside}</pattern>"
    )
