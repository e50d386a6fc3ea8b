"""Mends the stories of an edition where that is safe, and says what it did."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from storyguide.model.problem import Change
from storyguide.reading.fixes import fixed
from storyguide.reading.stories import FILE, FOLDER
from storyguide.site.assembly import assemble
from storyguide.transaction import write_whole

_ROUNDS = 4
"""What one change lets be read may show another; after so many whatever is left is a person's to mend."""


def fix(root: Path, asked: Callable[[str], bool], *, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each story's file that was changed, named from root, with what was done to it, line by line.

    asked says of a file's name whether it is to be looked at.
    """
    for turn in range(_ROUNDS):
        changes = _changes(root, today)
        touched = False
        for path in _files(root) if turn == 0 else sorted(changes):
            if not asked(path):
                continue
            if done := _fixed(root / path, changes.get(path, ())):
                touched = True
                yield path, done
        if not touched:
            return


def _changes(root: Path, today: date) -> dict[str, tuple[Change, ...]]:
    """What may be changed, by file; of stories only, since only those can be tried."""
    found = {}
    for path, group in groupby(assemble(root, today=today).problems, lambda problem: problem.where.path):
        changes = tuple(change for problem in group for change in problem.changes)
        if changes and path.startswith(f"{FOLDER}/") and path.endswith(f"/{FILE}"):
            found[path] = changes
    return found


def _files(root: Path) -> list[str]:
    """Every story's own file; none that only points elsewhere."""
    files = (folder / FILE for folder in sorted((root / FOLDER).iterdir()) if not folder.is_symlink())
    return [file.relative_to(root).as_posix() for file in files if file.is_file() and not file.is_symlink()]


def _fixed(file: Path, changes: tuple[Change, ...]) -> tuple[str, ...]:
    data = file.read_bytes()
    present = [name for name in os.listdir(file.parent) if not name.endswith(".md")]  # noqa: PTH208 - names are all
    better = fixed(data, changes, present)
    if better.data == data:
        return ()
    write_whole(file, better.data)
    return better.done
