"""Something to mend, told so that a volunteer can mend it."""

from dataclasses import dataclass

from storyguide.model.source import Source


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
