"""Read paragraphs and lists out of plain text, as e-mail programs send it."""

import re
from collections.abc import Iterator, Sequence

from storyguide.intake.manuscript import Block, Break, Inline, Listed, Paragraph, Run

_GAP = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_ITEM = re.compile(r"[ \t]*[-*•·–][ \t]+(?=\S)")
_FULL_LINE = 58
"""Fewest characters in a line that a program broke, not its writer."""
_UNBROKEN_LINE = 100
"""Characters. A longer line was broken by nobody, so the program that sent it breaks none."""


def read_plain(text: str, *, is_flowed: bool = False) -> tuple[Block, ...]:
    """Return the paragraphs of a text, and a list where every line of a paragraph begins with a bullet.

    is_flowed: lines that a program had broken are already joined, so each line ends where its writer ended it.
    """
    return tuple(_blocks(text, is_flowed))


def _blocks(text: str, is_flowed: bool) -> Iterator[Block]:
    for part in _GAP.split(text.strip("\n")):
        lines = [line for line in part.split("\n") if line.strip()]
        if len(lines) > 1 and all(_ITEM.match(line) for line in lines):
            yield Listed(tuple((Paragraph((Run(_ITEM.sub("", line, count=1)),)),) for line in lines))
        elif is_flowed or any(len(line) > _UNBROKEN_LINE and " " in line.strip() for line in lines):
            yield from _unbroken(lines)
        elif lines:
            yield Paragraph(tuple(_joined(lines)))


def _unbroken(lines: Sequence[str]) -> Iterator[Block]:
    """Yield each long line as a paragraph; short ones that follow one another, such as a verse, make one."""
    short: list[str] = []
    for line in lines:
        if len(line) < _FULL_LINE:
            short.append(line)
            continue
        if short:
            yield Paragraph(tuple(_joined(short)))
            short = []
        yield Paragraph((Run(line),))
    if short:
        yield Paragraph(tuple(_joined(short)))


def _joined(lines: Sequence[str]) -> Iterator[Inline]:
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        yield Run(line)
        if following is not None:
            yield Run(" ") if len(line) >= _FULL_LINE else Break()
