"""The terminal a command was typed in: what is given to it, and whether somebody sits there."""

import os
import sys

from storyguide.front.door import write


def tell(*lines: str) -> None:
    """Give what was asked for, each in lines of its own."""
    write(sys.stdout, "".join(line.rstrip("\n") + "\n" for line in lines))


def somebody_is_there() -> bool:
    """Whether a person can answer, look at what was built, and press Ctrl+C."""
    return not os.environ.get("CI") and sys.stdin.isatty() and sys.stdout.isatty()


def in_colour() -> bool:
    """Whether colours are seen, and wanted."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
