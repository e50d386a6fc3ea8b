"""What a contributor wrote at the top of a file, as written, each part with its line."""

from dataclasses import dataclass, field
from typing import NamedTuple

from storyguide.model.problem import Problem
from storyguide.model.source import Source


class Text(NamedTuple):
    """Words or figures, never turned into anything else: "no" and "1953" stay what they are."""

    written: str
    line: int


class Several(NamedTuple):
    """A list; what was left empty is not in it."""

    items: "tuple[Written, ...]"
    line: int


class Group(NamedTuple):
    """Names with their values; a name whose value was left empty is not in it."""

    values: "dict[str, Written]"
    lines: dict[str, int]
    """Line of each name."""
    line: int


class Unread(NamedTuple):
    """A value whose lines could not be made out; the problem has been told."""

    line: int


Written = Text | Several | Group | Unread


@dataclass(slots=True)
class Reading:
    """One file while it is read: what is told of it, and where each key stands."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each key: "themes", "themes[1]", "photos[0].alt"."""
    written: dict[str, str] = field(default_factory=dict)
    """Names as written, by key, where only their address form is kept in the model."""

    def at(self, line: int) -> Source:
        """A line of this file."""
        return Source(self.path, line)

    def tell(self, problem: Problem) -> None:
        """Keep a problem for the contributor."""
        self.problems.append(problem)
