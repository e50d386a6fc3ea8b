"""Which sizes a photo is published in: arithmetic only."""

WIDTHS = (400, 720, 1080, 1440)
"""In pixels, narrowest first; docs/how-it-is-made/decisions/0002-photo-sizes.md has the reasons."""

TALLEST = 2400
"""A screenful of a long picture is as much as anyone sees at once."""

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
