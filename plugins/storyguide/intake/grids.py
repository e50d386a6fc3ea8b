"""Decide whether the cells of a table stay a table, or are read as the blocks in them."""

from collections.abc import Iterator, Sequence

from storyguide.intake.manuscript import Block, Break, Grid, Inline, Paragraph, Run, Shown

WIDEST = 12
"""Most columns of a table; a wider one is read as lines, since nobody could read it on a phone."""


def as_grid(rows: Sequence[Sequence[tuple[Block, ...]]]) -> Iterator[Block]:
    """Yield a table of these rows where all cells are plain paragraphs, else the blocks in the cells in order.

    A table has more than one row, two to WIDEST columns, and no pictures.
    """
    if len(rows) > 1 and 1 < max(map(len, rows)) <= WIDEST and all(_is_plain(cell) for row in rows for cell in row):
        yield Grid(tuple(tuple(_in_one_line(cell) for cell in row) for row in rows))
    else:
        for row in rows:
            for cell in row:
                yield from cell


def _is_plain(cell: Sequence[Block]) -> bool:
    return all(isinstance(each, Paragraph) and not any(isinstance(i, Shown) for i in each.inlines) for each in cell)


def _in_one_line(cell: Sequence[Block]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for paragraph in cell:
        if isinstance(paragraph, Paragraph):
            joined += [Run(" "), *(Run(" ") if isinstance(each, Break) else each for each in paragraph.inlines)]
    return tuple(joined)
