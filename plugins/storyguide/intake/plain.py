"""Reads paragraphs out of plain text, as e-mail programs send it."""

import re
from collections.abc import Iterator, Sequence

from storyguide.intake.manuscript import Block, Break, Inline, Listed, Paragraph, Run

_GAP = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_ITEM = re.compile(r"[ \t]*[-*•·–][ \t]+(?=\S)")
_FULL_LINE = 58
"""A line at least so long was broken by a program, not by its writer."""


def read_plain(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text, and its lists where every line is marked as part of one."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for part in _GAP.split(text.strip("\n")):
        lines = [line for line in part.split("\n") if line.strip()]
        if len(lines) > 1 and all(_ITEM.match(line) for line in lines):
            yield Listed(tuple((Paragraph((Run(_ITEM.sub("", line, count=1)),)),) for line in lines))
        elif lines:
            yield Paragraph(tuple(_joined(lines)))


def _joined(lines: Sequence[str]) -> Iterator[Inline]:
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        yield Run(line)
        if following is not None:
            yield Run(" ") if len(line) >= _FULL_LINE else Break()
