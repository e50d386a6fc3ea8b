"""Data classes for facts (named values at the top of a file) as a contributor wrote them, each with its line."""

from dataclasses import dataclass, field
from typing import NamedTuple

from storyguide.model.problem import Problem
from storyguide.model.source import Source


class Text(NamedTuple):
    """A scalar as written, never converted: "no" and "1953" stay text."""

    written: str
    line: int


class Several(NamedTuple):
    """A list without its empty items."""

    items: "tuple[Written, ...]"
    line: int


class Group(NamedTuple):
    """A mapping of names to values; names with empty values appear in `lines` only."""

    values: "dict[str, Written]"
    lines: dict[str, int]
    """Line of each name."""
    line: int


class Unread(NamedTuple):
    """A value whose lines could not be parsed; the problem has been reported."""

    line: int


Written = Text | Several | Group | Unread
"""Any value as written."""


@dataclass(slots=True)
class Reading:
    """A file being read: collects its problems, and the line and original text of each key."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each key: "themes", "themes[1]", "photos[0].alt"."""
    written: dict[str, str] = field(default_factory=dict)
    """Names as written, by key, where the model keeps only the slug."""

    def at(self, line: int) -> Source:
        """Return a position on this line of the file."""
        return Source(self.path, line)

    def tell(self, problem: Problem) -> None:
        """Add a problem to those of the file."""
        self.problems.append(problem)
