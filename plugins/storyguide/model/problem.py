"""Something to mend, told so that a volunteer can mend it."""

from dataclasses import dataclass
from typing import NamedTuple

from storyguide.model.source import Source


class Change(NamedTuple):
    """Words on one line of a file, and what they are to become."""

    line: int
    written: str
    better: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault in the guide's files. A value, never raised."""

    code: str
    """Words joined by hyphens; also the heading in docs/help/problems.md and the test's folder."""
    where: Source
    message: str
    """What is wrong, quoting what was written. One sentence, no jargon."""
    mend: str
    """What to type instead, or what to do. One sentence."""
    blocks: bool = True
    """Whether the story is held back until this is mended; False for what the guide can publish around."""
    changes: tuple[Change, ...] = ()
    """What mends it without anybody being asked; only where nothing else can have been meant."""
