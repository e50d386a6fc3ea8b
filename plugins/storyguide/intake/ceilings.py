"""Refuses in one sentence a file that holds far more than a story, before anybody has to wait for it."""

from collections.abc import Sequence

from storyguide.intake.manuscript import Block, Manuscript, Packet, Refused, Run, inlines_of
from storyguide.intake.unpacking import MOST_FILES
from storyguide.reading.limits import LONGEST_WORDS

MOST_WORDS = 5 * LONGEST_WORDS
"""In characters: five times the longest story, so that there is something to choose from."""
MOST_PIECES = 20_000
"""Stretches of words that look alike: a paragraph has one, and another for each change of its looks."""
MOST_MARKS = {"document": 500_000, "page": 200_000, "rtf": 300_000}
"""Marks that say how words look, in the XML of an office document, in a web page, and in RTF."""
MOST_PARTS = MOST_FILES
"""Parts of an e-mail, those of the e-mails in it counted."""
_INSTEAD = "copy what belongs to the one story into a new document, and take in that"


def beyond_ceilings(read: Manuscript | Packet | Refused, name: str) -> Manuscript | Packet | Refused:
    """Return what was read from a file of this name, or why it is more than can be taken in."""
    if isinstance(read, Refused):
        return read
    if isinstance(read, Packet):
        return too_many(len(read.story), MOST_WORDS, "bytes of words", name) or read
    return too_many_blocks(read.blocks, name) or read


def too_many_blocks(blocks: Sequence[Block], name: str) -> Refused | None:
    """Return why these are more words, or more pieces of them, than a story has; None where they are not."""
    lines = list(inlines_of(blocks))
    pieces = sum(max(len(line), 1) for line in lines)
    words = sum(len(each.words) for line in lines for each in line if isinstance(each, Run))
    return too_many(words, MOST_WORDS, "characters of words", name) or too_many(
        pieces, MOST_PIECES, "paragraphs and changes of looks", name
    )


def too_many(count: int, most: int, things: str, name: str) -> Refused | None:
    """Return why a file of this name that holds so many things is not read; None where there are no more than most."""
    if count <= most:
        return None
    return Refused(f"“{name}” holds far more than a story: {count:,} {things}, and up to {most:,} are taken", _INSTEAD)
