"""Mends a story's file where that is safe: each change is tried, and kept only if all is told as well as before."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from storyguide.model.problem import Change, Problem
from storyguide.model.story import Story
from storyguide.reading.metadata import LONGEST_FILE, Metadata, read_metadata
from storyguide.reading.story import read_story
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.reading.written import Group, Reading, Several, Text, Written

_CLOSE = 8
"""Lines between two changes that belong together."""
_MARK = b"\xef\xbb\xbf"


class Fixed(NamedTuple):
    """A story's file as it is to be, and what was done to it, each in a sentence."""

    data: bytes
    done: tuple[str, ...]


def fixed(data: bytes, changes: Iterable[Change], present: Collection[str] = ()) -> Fixed:
    """The file with its lines ended as usual, its photos named as their files are, and these changes made.

    Not a letter of its words is touched, and no fact is lost that could be read before.
    A change that would not keep this, or would bring a problem of its own, is not made.
    present are the names of the files beside it.
    """
    tidy, done = _tidied(data)
    now = _look(tidy)
    if now is None:
        return Fixed(data, ())
    tried = (*_photo_names(now.story, present), *changes)
    lines = tidy.decode().split("\n")
    left: list[Change] = []
    for change in dict.fromkeys(tried):
        made = _made(lines, now, (change,))
        if made is None:
            left.append(change)
            continue
        lines, now = made
        done.append(_said(change))
    # Lines that lie together may only be right together, or one after another, as the dashes of a list are.
    for batch in _runs(left):
        if made := _made(lines, now, batch):
            lines, now = made
            done += map(_said, batch)
    return Fixed("\n".join(lines).encode(), tuple(done))


def _made(lines: list[str], now: "_Look", batch: tuple[Change, ...]) -> "tuple[list[str], _Look] | None":
    """The lines with all of these changes made, and what reading makes of them; None where they may not be."""
    better: list[str] | None = lines
    for change in batch:
        better = _changed(better, change) if better is not None else None
    if better is None:
        return None
    then = _look("\n".join(better).encode())
    return (better, then) if then and _as_good(now, then, batch) else None


def _runs(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    """These changes, those of lines that lie close together as one."""
    runs: list[list[Change]] = []
    for change in sorted(changes):
        if runs and change.line - runs[-1][-1].line <= _CLOSE:
            runs[-1].append(change)
        else:
            runs.append([change])
    return [tuple(run) for run in runs]


def _said(change: Change) -> str:
    return f"line {change.line}: “{_shown(change.written)}” is now “{_shown(change.better)}”"


class _Look(NamedTuple):
    """What reading makes of a file."""

    metadata: Metadata
    story: Story | None
    problems: tuple[Problem, ...]


def _tidied(data: bytes) -> tuple[bytes, list[str]]:
    done = []
    if data.startswith(_MARK):
        data = data.removeprefix(_MARK)
        done.append("an invisible mark before the first line is gone")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        done.append("each line now ends in the way all computers read")
    return data, done


def _look(data: bytes) -> _Look | None:
    """None where there is nothing to compare: no facts, or letters that were saved in another way."""
    if len(data) > LONGEST_FILE:
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    metadata = read_metadata(data, Reading(""), STORY_FIELDS)
    return _Look(metadata, *read_story(data, path="", slug="a-story")) if metadata else None


def _changed(lines: list[str], change: Change) -> list[str] | None:
    """The lines with it made; None when what it is about does not stand there, or stands there twice."""
    at = change.line - 1
    if not (0 <= at < len(lines)):
        return None
    whole = f"(?<!\\w){re.escape(change.written)}(?!\\w)" if change.written != lines[at] else re.escape(change.written)
    better, count = re.subn(whole, lambda _: change.better, lines[at])
    return [*lines[:at], better, *lines[at + 1 :]] if count == 1 and better != lines[at] else None


def _as_good(before: _Look, after: _Look, batch: tuple[Change, ...]) -> bool:
    lost = _values(before.metadata.facts) - _values(after.metadata.facts)
    if before.metadata.body != after.metadata.body or lost - Counter(change.written for change in batch):
        return False
    return _told(after) <= _told(before)


def _told(look: _Look) -> Counter[tuple[str, int]]:
    return Counter((problem.code, problem.where.line) for problem in look.problems)


def _values(written: Written) -> Counter[str]:
    """Every text among the facts, and how many times it is there."""
    return Counter(_texts(written))


def _texts(written: Written) -> Iterator[str]:
    if isinstance(written, Text):
        yield written.written
    elif isinstance(written, (Group, Several)):
        for part in written.values.values() if isinstance(written, Group) else written.items:
            yield from _texts(part)


def _photo_names(story: Story | None, present: Collection[str]) -> Iterator[Change]:
    """Each photo listed in other capitals than its file has, as long as the words do not show it by that name."""
    if story is None:
        return
    for number, photo in enumerate(story.photos):
        if photo.file in present or photo.file in story.words.photos:
            continue
        twins = [name for name in present if _folded(name) == _folded(photo.file)]
        if len(twins) == 1:
            yield Change(story.where(f"photos[{number}].file").line, photo.file, twins[0])


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _shown(text: str) -> str:
    """With the space before it to be seen, since that may be all that changes."""
    return text.replace("\t", "→")
