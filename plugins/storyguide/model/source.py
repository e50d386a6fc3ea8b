"""Data class for a position in a contributor's file."""

import re
from dataclasses import dataclass

_NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def sayable(name: str) -> str:
    """Return a file name safe to print: control, bidirectional and surrogate characters become U+FFFD."""
    return name if name.isascii() and name.isprintable() else _NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", name)


@dataclass(frozen=True, order=True)
class Source:
    """A file (path from the guide's root, with forward slashes) and a line number counted from 1.

    Line 0 means the file as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}" if self.line else self.path
