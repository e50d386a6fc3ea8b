"""A word of the field and what it means."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word, its meaning in ours, and the day on which that was so: the field's words date fast."""

    slug: str
    word: str
    meaning: str
    as_of: date
    ended: str = ""
    """What became of the thing, where it has ended or been renamed."""
    source: str = ""
    """Who says so, in words."""
    address: str = ""
    """Where they say it."""
