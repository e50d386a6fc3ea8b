"""Refuse a file that holds far more than a story, in one sentence, before anybody has to wait for it."""

from collections.abc import Sequence

from storyguide.intake.manuscript import Block, Manuscript, Packet, Refused, Run, inlines_of
from storyguide.intake.unpacking import MOST_FILES
from storyguide.reading.limits import LONGEST_WORDS

MOST_WORDS = 5 * LONGEST_WORDS
"""Most words taken in, in characters: five times the longest story, so that there is something to choose from."""
MOST_PIECES = 20_000
"""Most stretches of words that look alike: a paragraph has one, and another for each change of its formatting."""
MOST_MARKS = {"document": 500_000, "page": 200_000, "rtf": 300_000}
"""Most formatting marks in the XML of an office document, in a web page, and in RTF."""
MOST_PARTS = MOST_FILES
"""Most parts of an e-mail, including the parts of the e-mails in it."""
_INSTEAD = "copy what belongs to the one story into a new document, and take in that"


def beyond_ceilings(read: Manuscript | Packet | Refused, name: str) -> Manuscript | Packet | Refused:
    """Return what was read from the file of this name, or a refusal when it holds more than can be taken in."""
    if isinstance(read, Refused):
        return read
    if isinstance(read, Packet):
        return too_many(len(read.story), MOST_WORDS, "bytes of words", name) or read
    return too_many_blocks(read.blocks, name) or read


def too_many_blocks(blocks: Sequence[Block], name: str) -> Refused | None:
    """Return a refusal when blocks hold more words, or more pieces of them, than a story has; else None."""
    lines = list(inlines_of(blocks))
    pieces = sum(max(len(line), 1) for line in lines)
    words = sum(len(each.words) for line in lines for each in line if isinstance(each, Run))
    return too_many(words, MOST_WORDS, "characters of words", name) or too_many(
        pieces, MOST_PIECES, "paragraphs and changes of looks", name
    )


def too_many(count: int, most: int, things: str, name: str) -> Refused | None:
    """Return a refusal of the file of this name when `count` of some things is more than `most`; else None.

    things: their plural, to stand in the sentence.
    """
    if count <= most:
        return None
    return Refused(f"“{name}” holds far more than a story: {count:,} {things}, and up to {most:,} are taken", _INSTEAD)
