"""Data class for a time in a storyteller's words, kept as written and sortable."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Happened:
    """A time as written: "about 1974", "spring 2012", "2014 to 2016", "2006 onwards"."""

    written: str
    first_year: int
    last_year: int | None
    """Last year; None if it still goes on."""
    order: tuple[int, int]
    """Sort key: the year, and a number from 0 to 12 within it."""
