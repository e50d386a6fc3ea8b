"""Group numbered paragraphs into lists: real lists where Markdown can say the number, else with the number as words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from storyguide.intake.manuscript import Block, Heading, Inline, Listed, Paragraph, Quoted, Run
from storyguide.intake.remarks import HEADINGS, Remarks

_PLAIN_NUMBER = re.compile(r"(\d{1,9})[.)]?")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ONLY_NUMERAL = re.compile(r"[ivxlcdm]+|([a-z])\1+", re.IGNORECASE)
"""Roman numerals, and the letters of items after z: aa, bb."""
_HIGHEST = 999_999_999
"""Largest number of a list item; CommonMark reads at most nine digits."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a list with the blocks that belong to it, and its label as the document shows it ("" for none)."""

    level: int
    """Depth of the list, 0 for the outermost."""
    label: str
    is_bullet: bool
    blocks: tuple[Block, ...]

    @property
    def number(self) -> int:
        """Number that a Markdown list can give the item; 0 when it can give none."""
        found = None if self.is_bullet else _PLAIN_NUMBER.fullmatch(self.label)
        return min(int(found[1]), _HIGHEST) if found and not found[1].startswith("0") else 0


def gathered(blocks: Iterable[Block | Item]) -> Iterator[Block]:
    """Yield blocks with items that follow one another joined into lists, and quotations joined into one."""
    items: list[Item] = []
    quoted: list[Block] = []
    for each in blocks:
        if items and not isinstance(each, Item):
            yield from _lists(items)
            items = []
        if quoted and not isinstance(each, Quoted):
            yield Quoted(tuple(quoted))
            quoted = []
        if isinstance(each, Item):
            items.append(each)
        elif isinstance(each, Quoted):
            quoted += each.blocks
        else:
            yield each
    yield from _lists(items)
    if quoted:
        yield Quoted(tuple(quoted))


def labelled(blocks: Sequence[Block], label: str) -> tuple[Block, ...]:
    """Return the blocks with a label typed before their first words."""
    first = blocks[0] if blocks else None
    if not label or not isinstance(first, Paragraph | Heading):
        return (Paragraph((Run(label),)), *blocks) if label else tuple(blocks)
    inlines: tuple[Inline, ...] = (Run(f"{label} "), *first.inlines)
    return (replace(first, inlines=inlines), *blocks[1:])


def headed(heading: Heading, label: str, remarks: Remarks) -> tuple[Block, ...]:
    """Return a heading with the words of its label, such as "Step 1:".

    A label that is only a number is left out, and a remark is added.
    """
    if any(not _ONLY_NUMERAL.fullmatch(word) for word in _WORDS.findall(label)):
        return labelled((heading,), label)
    if label:
        remarks.add(HEADINGS)
    return (heading,)


def _lists(items: Sequence[Item]) -> Iterator[Block]:
    """Yield lists of items, nested by their levels; items that Markdown cannot number become labelled paragraphs."""
    open_list: list[tuple[Block, ...]] = []
    first = 0
    at = 0
    while at < len(items):
        item = items[at]
        end = next((later for later in range(at + 1, len(items)) if items[later].level <= item.level), len(items))
        inside = tuple(_lists(items[at + 1 : end]))
        number = item.number
        is_listed = item.is_bullet or number > 0
        goes_on = bool(open_list) and is_listed and (number == first + len(open_list) if number else first == 0)
        if open_list and not goes_on:
            yield Listed(tuple(open_list), first)
            open_list = []
        if is_listed:
            first = first if goes_on else number
            open_list.append((*item.blocks, *inside))
        else:
            yield from (*labelled(item.blocks, item.label), *inside)
        at = end
    if open_list:
        yield Listed(tuple(open_list), first)
