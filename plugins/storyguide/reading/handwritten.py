"""Find the hand-written pages under docs/, and report files there that may not be published."""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from storyguide.model.problem import Problem
from storyguide.model.problems import handwritten as wording
from storyguide.model.problems import shape, stories
from storyguide.model.source import Source, sayable
from storyguide.reading.metadata import LONGEST_FILE
from storyguide.reading.unread import OF_THE_FILE

FOLDER = "docs"
"""Folder of the hand-written pages, from the guide's root."""
_READ_BY_THEMSELVES = ("on-the-tin", "news")
_HEAVIEST = 10_000_000
"""Maximum size of a picture in bytes."""
_DOCUMENTS = frozenset((".json", ".txt", ".csv", ".pdf", ".docx", ".odt"))
_PICTURES = frozenset((".jpg", ".jpeg", ".webp", ".png", ".gif", ".avif"))
_FOR_THE_HOST = frozenset(("CNAME", "_headers"))
"""Files that some web hosts look for."""


def pages_by_hand(root: Path) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Return the publishable files under root/docs (paths from there), and a problem for every other file.

    Left out silently: files whose names begin with a dot, and the folders of tins and news, which have their own
    readers. Symbolic links are never followed.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        return frozenset(), (stories.leads_elsewhere(Source(FOLDER)),)
    sound: set[str] = set()
    problems: list[Problem] = []
    for path, entry in _files(str(folder), ""):
        fault = _fault(entry, path)
        if fault:
            problems.append(fault)
        else:
            sound.add(path)
    return frozenset(sound), tuple(problems)


def leads_out(root: Path) -> bool:
    """Return whether root/docs is a symbolic link, or holds a link to a folder.

    Other programs might follow such links and never come back.
    """
    folder = root / FOLDER
    return folder.is_symlink() or any(entry.is_symlink() and entry.is_dir() for _, entry in _files(str(folder), ""))


def _files(folder: str, before: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the path from docs/ and the entry of each file below a folder; a link to a folder counts as a file."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda one: one.name)
    except OF_THE_FILE:
        return
    for entry in entries:
        path = f"{before}{entry.name}"
        if path in _READ_BY_THEMSELVES:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{path}/")
        else:
            yield path, entry


def _fault(entry: os.DirEntry[str], path: str) -> Problem | None:
    """Return the problem that keeps a file from being published; None if it may be published."""
    where = Source(f"{FOLDER}/{sayable(path)}")
    if entry.is_symlink():
        return stories.leads_elsewhere(where)
    if sayable(path) != path:
        return stories.file_name(where, sayable(path))
    try:
        stat = entry.stat(follow_symlinks=False)
        if not S_ISREG(stat.st_mode):
            return stories.cannot_open(where)
        return _unfit(entry, stat.st_size, where)
    except OF_THE_FILE:
        return stories.cannot_open(where)


def _unfit(entry: os.DirEntry[str], size: int, where: Source) -> Problem | None:
    ending = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a name, not a path
    if ending == ".md":
        return _unreadable(entry, size, where)
    if ending in _PICTURES:
        from storyguide.reading.photos.remains import remains  # noqa: PLC0415 - most guides have none there

        bare = size <= _HEAVIEST and not remains(Path(entry.path).read_bytes())
        return None if bare else wording.picture_with_more(where, sayable(entry.name))
    if ending in _DOCUMENTS or entry.name in _FOR_THE_HOST:
        return None
    return wording.not_a_page(where, sayable(entry.name))


def _unreadable(entry: os.DirEntry[str], size: int, where: Source) -> Problem | None:
    if size > LONGEST_FILE:
        return shape.file_too_long(where, LONGEST_FILE)
    data = Path(entry.path).read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        written = data.split(b"\n")[line - 1].decode("cp1252", "replace").strip()
        return shape.not_utf8(Source(where.path, line), written)
    return None
