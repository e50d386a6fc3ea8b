"""When something happened, kept as it was written and sorted rightly."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Happened:
    """A time in a storyteller's words: "about 1974", "spring 2012", "2014 to 2016", "2006 onwards"."""

    written: str
    first_year: int
    last_year: int | None
    """None when it goes on."""
    order: tuple[int, int]
    """Year and a number from 0 to 12 within it, to sort by."""
