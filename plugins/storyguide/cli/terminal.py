"""The terminal a command was typed in: what is written to it, and whether somebody sits there.

Only the standard library may be imported here, and at the top only what every command needs at once.
"""

# ruff: noqa: PLC0415 (needed only for an edition elsewhere)

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_edition: Path | None = None


@contextmanager
def use_edition(root: Path | None) -> Iterator[None]:
    """Name this edition in every command that `say` and `tell` tell people to type; None for the project's own."""
    global _edition  # noqa: PLW0603 (a process has one terminal, and works on one edition at a time)
    before, _edition = _edition, root
    try:
        yield
    finally:
        _edition = before


def say(words: str) -> None:
    """Write to standard error how it is going, apart from what the command itself has to give."""
    write(sys.stderr, _for_edition(words) + "\n")


def tell(*lines: str) -> None:
    """Write to standard output what was asked for, in words, each in lines of its own."""
    print_data(*map(_for_edition, lines))


def print_data(*lines: str) -> None:
    """Write to standard output just these words, for programs, each in lines of its own."""
    write(sys.stdout, "".join(line.rstrip("\n") + "\n" for line in lines))


def write(stream: TextIO, text: str) -> None:
    """Write to the terminal, or to whatever reads in its place, for as long as it does: “| head” soon has enough."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def somebody_is_there() -> bool:
    """Return whether a person can answer, look at what was built, and press Ctrl+C."""
    return not os.environ.get("CI") and sys.stdin.isatty() and sys.stdout.isatty()


def in_colour() -> bool:
    """Return whether colours are seen, and wanted."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def near(path: Path) -> str:
    """Return a path as one would type it here: from the working directory where it lies below that."""
    try:
        return str(path.relative_to(Path.cwd())) or "."
    except ValueError:
        return str(path)


def progress() -> Callable[[str, int, int], None]:
    """Return what tells how far something has come: on one line at a terminal, else only when it begins."""
    at_a_terminal = sys.stderr.isatty()

    def show(what: str, done: int, of: int) -> None:
        if at_a_terminal:
            write(sys.stderr, f"\r{what}: {done} of {of}" + ("\n" if done >= of else ""))
        elif done <= 1:
            write(sys.stderr, f"{what}: {of} to do.\n")

    return show


def _for_edition(words: str) -> str:
    if _edition is None or "build.py" not in words:
        return words
    from storyguide.cli.edition_hints import with_root

    return with_root(words, near(_edition))
