"""Where in a contributor's file something was written."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Source:
    """A file, named from the guide's root with forward slashes, and a line counted from 1.

    Line 0 means the file as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}" if self.line else self.path
