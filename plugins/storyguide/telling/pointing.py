"""Show the line that a problem is on, with a row of ^ under the words in question."""

import re
from unicodedata import combining, east_asian_width

from storyguide.model.problem import Problem
from storyguide.telling.phrases import shown

WIDTH = 88
"""Widest line shown, in columns: what a terminal of the usual width has left beside an indent."""

_QUOTED = re.compile("“(.+?)”")
_AT_LETTER = re.compile(r"at letter (\d+) ")
_TAB = "→"


def pointed_at(problem: Problem, line: str) -> list[str]:
    """Return the line as written and a row of ^ under the words that the message quotes; [] when they are not found.

    A line longer than WIDTH is cut around those words, with … where it is cut.
    """
    place = _place(problem.message, line)
    if place is None:
        return []
    start, end = place
    first = 0
    if end > WIDTH:
        first = max(0, start - WIDTH // 3)
    cut = line[first : first + WIDTH]
    before, after = "…" if first else "", "…" if len(line) > first + WIDTH else ""
    start, end = start - first, min(end - first, len(cut))
    visible = before + shown(cut.replace("\t", _TAB)) + after
    under = " " * (len(before) + _columns(cut[:start])) + "^" * max(1, _columns(cut[start:end]))
    return [visible.rstrip(), under]


def _place(message: str, line: str) -> tuple[int, int] | None:
    """Return the start and end in the line of what the message is about; None when the line does not show it."""
    places = [place for found in _QUOTED.finditer(message) if (place := _words(found[1], line))]
    if places:
        # A fact's name is pointed at only where none of its quoted value is found.
        return next((place for place in places if line[place[1] : place[1] + 1] != ":"), places[0])
    if at := _AT_LETTER.search(message):
        column = int(at[1]) - 1
        return (column, column + 1) if column < len(line) else None
    return None


def _words(quoted: str, line: str) -> tuple[int, int] | None:
    """Return start and end of the quoted words in a line, or None.

    Words that the message cuts with … run to the line's end.
    """
    if not quoted.endswith("…"):
        start = line.find(quoted)
        if start < 0:
            start = line.casefold().find(quoted.casefold()) if len(line.casefold()) == len(line) else -1
        return (start, start + len(quoted)) if start >= 0 else None
    start = line.find(quoted[:-1])
    return (start, len(line.rstrip())) if start >= 0 else None


def _columns(text: str) -> int:
    """Return the width of text in terminal columns; wide East Asian characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
