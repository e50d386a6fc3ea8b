"""Data class for an entry of the glossary."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the field with its meaning in plain words, dated because such words change."""

    slug: str
    word: str
    meaning: str
    as_of: date
    ended: str = ""
    """Note on what became of the thing, if it has ended or been renamed."""
    source: str = ""
    """Source of the meaning, in words."""
    address: str = ""
    """Web address of the source."""
