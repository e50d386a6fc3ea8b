"""Compute the sizes a photo is published in."""

WIDTHS = (400, 720, 1080, 1440)
"""Published widths in pixels, narrowest first; reasons in docs/how-it-is-made/decisions/0002-photo-sizes.md."""

TALLEST = 1620
"""Maximum height in pixels: an upright photo fills a screen's height long before its width (1080 by 1620, two to
three)."""

LEAST = 200
"""Minimum side in pixels; smaller photos are refused."""

_WORTH_A_SIZE = 1.2
"""Minimum ratio of a photo's width to the next smaller published width for it to get a size of its own."""


def sizes_for(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """Return (width, height) of each published size of a photo, narrowest first.

    There is at least one size, and none is larger than the photo.
    """
    widest = min(width, WIDTHS[-1], max(1, TALLEST * width // height))
    widths = [one for one in WIDTHS if one <= widest]
    if not widths or widest >= widths[-1] * _WORTH_A_SIZE:
        widths.append(widest)
    return tuple((one, min(TALLEST, max(1, round(one * height / width)))) for one in widths)
