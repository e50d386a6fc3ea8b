"""Writes pictures as SVG files: presentation attributes only, nothing fetched, nothing run."""

from collections.abc import Iterable
from functools import lru_cache

from storyguide.making.covers.composing import Cover
from storyguide.making.covers.inks import INKS, TINTS
from storyguide.making.covers.shapes import Piece


def svg(cover: Cover) -> str:
    """The cover as a whole SVG file."""
    return drawn(cover.pieces, (0, 0, cover.width, cover.height))


def drawn(pieces: Iterable[Piece], box: tuple[int, int, int, int], prefix: str = "") -> str:
    """The pieces as an SVG document showing this box: left, top, width, height.

    Drawings that stand inline on one page each take a prefix, since ids may not
    be used twice on it.
    """
    body = "".join([piece.svg for piece in pieces])
    if prefix:
        body = body.replace("url(#", f"url(#{prefix}-")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box[2]}" height="{box[3]}" '
        f'viewBox="{box[0]} {box[1]} {box[2]} {box[3]}" stroke-linecap="round" stroke-linejoin="round">'
        f"{_definitions(body, prefix)}{body}</svg>"
    )


def _definitions(body: str, prefix: str) -> str:
    start = f"url(#{prefix}-" if prefix else "url(#"
    names = {part[: part.index(")")] for part in body.split(start)[1:]}
    return f"<defs>{''.join([_pattern(name, prefix) for name in sorted(names)])}</defs>" if names else ""


@lru_cache(maxsize=None)
def _pattern(name: str, prefix: str) -> str:
    tint = TINTS[name]
    ident = f"{prefix}-{name}" if prefix else name
    inside = f'<path d="M0 0h{tint.width}v{tint.height}H0z" fill="{INKS[tint.ground]}"/>' if tint.ground else ""
    for left, top, width, height, ink in tint.bars:
        inside += f'<path d="M{left} {top}h{width}v{height}h-{width}z" fill="{INKS[ink]}"/>'
    if tint.dots:
        places = "".join(f"M{x} {y}h.1" for x, y in tint.dots)
        inside += f'<path d="{places}" stroke="{INKS[tint.dot_ink]}" stroke-width="{tint.dot_size:g}"/>'
    return (
        f'<pattern id="{ident}" width="{tint.width}" height="{tint.height}" patternUnits="userSpaceOnUse">'
        f"{inside}</pattern>"
    )
