"""Find the title of a story among its words."""

from dataclasses import replace

from storyguide.intake.manuscript import Block, Heading, Manuscript, Paragraph, Run, Shown, private_cut, words_of
from storyguide.reading.contacts import holds_contact

LONGEST_TITLE = 80
"""Longest title, in characters."""


def titled(manuscript: Manuscript, file: str) -> tuple[str, Manuscript]:
    """Return the story's title, and the manuscript without it and with a remark that says where it was found.

    In this order: what is marked as the title; a heading that everything begins with; the title it was sent under, such
    as an e-mail's subject; a short first line; the file's own name.
    """
    blocks = manuscript.blocks
    first = blocks[0] if blocks else None
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.is_title and _fits(block):
            return _without(manuscript, at, "The title is the line that was marked as the title.")
    if isinstance(first, Heading) and _fits(first):
        return _without(manuscript, 0, "The title is the heading it begins with.")
    if manuscript.title and holds_contact(manuscript.title):
        left_out = private_cut("what it was sent under", manuscript.title)
        manuscript = replace(manuscript, title="", cuts=(*manuscript.cuts, left_out))
    if manuscript.title:
        words = _cut_short(manuscript.title)
        return words, _saying(manuscript, "The title is what it was sent under.")
    if (
        isinstance(first, Paragraph)
        and len(blocks) > 1
        and _fits(first)
        and not words_of(first.inlines).endswith((".", ",", ":"))
    ):
        return _without(manuscript, 0, "The title is its first line.")
    return _cut_short(file), _saying(manuscript, "It has no title that could be found, so it is called after its file.")


def likely_headings(blocks: tuple[Block, ...]) -> list[str]:
    """Return lines that are all bold, which their writer may well have meant as headings."""
    return [
        words_of(block.inlines)
        for block in blocks
        if isinstance(block, Paragraph)
        and _fits(block)
        and all(isinstance(each, Run) and (each.strong or not each.words.strip()) for each in block.inlines)
        and not words_of(block.inlines).endswith((".", ",", ":"))
    ]


def _fits(block: Heading | Paragraph) -> bool:
    """Return whether a line can be a title: short enough, not empty, and without a private address or number."""
    words = words_of(block.inlines)
    return 0 < len(words) <= LONGEST_TITLE and not holds_contact(words)


def _without(manuscript: Manuscript, at: int, remark: str) -> tuple[str, Manuscript]:
    """Return the words of the block at this index as the title, and the manuscript without them; its pictures stay."""
    block = manuscript.blocks[at]
    inlines = block.inlines if isinstance(block, Heading | Paragraph) else ()
    shown = tuple(each for each in inlines if isinstance(each, Shown))
    pictures = (Paragraph(shown),) if shown else ()
    blocks = (*manuscript.blocks[:at], *pictures, *manuscript.blocks[at + 1 :])
    return words_of(inlines), _saying(replace(manuscript, blocks=blocks), remark)


def _saying(manuscript: Manuscript, remark: str) -> Manuscript:
    return replace(manuscript, remarks=(*manuscript.remarks, remark))


def _cut_short(words: str) -> str:
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
