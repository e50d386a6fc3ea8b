"""Where in a contributor's file something was written."""

import re
from dataclasses import dataclass

_NO_LETTER = re.compile("[\ud800-\udfff]")


def sayable(name: str) -> str:
    """A name of the disk as it can be written down: what is no letter anywhere shows as a sign for that."""
    return name if name.isascii() else _NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", name)


@dataclass(frozen=True, order=True)
class Source:
    """A file, named from the guide's root with forward slashes, and a line counted from 1.

    Line 0 means the file as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}" if self.line else self.path
