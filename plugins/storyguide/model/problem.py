"""Data class for a problem in the guide's files, worded so that a volunteer can mend it."""

from dataclasses import dataclass
from typing import NamedTuple

from storyguide.model.source import Source


class Change(NamedTuple):
    """A replacement of text on one line of a file."""

    line: int
    written: str
    better: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A fault in the guide's files; returned or yielded as a value, never raised."""

    code: str
    """Identifier in words joined by hyphens; also a heading in docs/help/problems.md and a folder under
    tests/problems/."""
    where: Source
    message: str
    """Statement of what is wrong, quoting what was written: one sentence, no jargon."""
    mend: str
    """Instruction on what to type instead or what to do: one sentence."""
    blocks: bool = True
    """Whether the story is held back until this is mended; False if the guide can publish without the mend."""
    changes: tuple[Change, ...] = ()
    """Replacements that mend the fault automatically; only where nothing else can have been meant."""
