"""Which sizes a photo is published in: arithmetic only."""

WIDTHS = (400, 720, 1080, 1440)
"""In pixels, narrowest first; docs/how-it-is-made/decisions/0002-photo-sizes.md has the reasons."""

TALLEST = 1620
"""An upright photo fills a screen's height long before its width; this is 1080 by 1620, two to three."""

LEAST = 200
"""A photo shorter than this either way is too small to be worth showing."""

_WORTH_A_SIZE = 1.2
"""A photo between two widths gets one of its own if it is wider than the last by this much."""


def sizes_for(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """Width and height of each size of a photo of this shape: narrowest first, at least one, never enlarged."""
    widest = min(width, WIDTHS[-1], max(1, TALLEST * width // height))
    widths = [one for one in WIDTHS if one <= widest]
    if not widths or widest >= widths[-1] * _WORTH_A_SIZE:
        widths.append(widest)
    return tuple((one, min(TALLEST, max(1, round(one * height / width)))) for one in widths)
