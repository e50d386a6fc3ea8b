"""Correct a story's file automatically; a change is kept only if nothing gets lost and no new problem appears."""

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
"""Maximum number of lines between two changes that are tried together."""
_MARK = b"\xef\xbb\xbf"
"""UTF-8 byte order mark."""


class Fixed(NamedTuple):
    """A corrected story file, with a sentence for each change made."""

    data: bytes
    done: tuple[str, ...]


def fixed(data: bytes, changes: Iterable[Change], present: Collection[str] = ()) -> Fixed:
    """Return the file with normal line ends, photo names matching their files, and these changes made where safe.

    The story's text stays the same to the letter, and no fact that could be read before is lost. A change that would
    break this or cause a new problem is left out. `present`: names of the files in the story's folder. Writes nothing.
    """
    tidy, done = _tidied(data)
    now = _result_of(tidy)
    if now is None:
        return Fixed(data, ())
    tried = (*_photo_names(now.story, present), *changes)
    lines = tidy.decode().split("\n")
    left: list[Change] = []
    for change in dict.fromkeys(tried):
        made = _with_changes(lines, now, (change,))
        if made is None:
            left.append(change)
            continue
        lines, now = made
        done.append(_in_words(change))
    # Neighbouring lines may only be right together, or one after another, such as the dashes of a list.
    for batch in _runs(left):
        if made := _with_changes(lines, now, batch):
            lines, now = made
            done += map(_in_words, batch)
    return Fixed("\n".join(lines).encode(), tuple(done))


def _with_changes(lines: list[str], now: "_Result", batch: tuple[Change, ...]) -> "tuple[list[str], _Result] | None":
    """Return the lines with all these changes made, and their reading; None if the changes are not acceptable."""
    better: list[str] | None = lines
    for change in batch:
        better = _changed(better, change) if better is not None else None
    if better is None:
        return None
    then = _result_of("\n".join(better).encode())
    return (better, then) if then and _as_good(now, then, batch) else None


def _runs(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    """Return the changes grouped into runs of neighbouring lines."""
    runs: list[list[Change]] = []
    for change in sorted(changes):
        if runs and change.line - runs[-1][-1].line <= _CLOSE:
            runs[-1].append(change)
        else:
            runs.append([change])
    return [tuple(run) for run in runs]


def _in_words(change: Change) -> str:
    return f"line {change.line}: “{_shown(change.written)}” is now “{_shown(change.better)}”"


class _Result(NamedTuple):
    """The result of reading a story's file, for comparison."""

    metadata: Metadata
    story: Story | None
    problems: tuple[Problem, ...]


def _tidied(data: bytes) -> tuple[bytes, list[str]]:
    r"""Return the file without byte order mark and with "\n" as line ends, and a sentence for each of these changes."""
    done = []
    if data.startswith(_MARK):
        data = data.removeprefix(_MARK)
        done.append("an invisible mark before the first line is gone")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        done.append("each line now ends in the way all computers read")
    return data, done


def _result_of(data: bytes) -> _Result | None:
    """Return the result of reading the file; None if it has no facts or is not UTF-8, so nothing can be compared."""
    if len(data) > LONGEST_FILE:
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    metadata = read_metadata(data, Reading(""), STORY_FIELDS)
    return _Result(metadata, *read_story(data, path="", slug="a-story")) if metadata else None


def _changed(lines: list[str], change: Change) -> list[str] | None:
    """Return the lines with this change made; None if its text occurs not exactly once on its line."""
    at = change.line - 1
    if not (0 <= at < len(lines)):
        return None
    whole = f"(?<!\\w){re.escape(change.written)}(?!\\w)" if change.written != lines[at] else re.escape(change.written)
    better, count = re.subn(whole, lambda _: change.better, lines[at])
    return [*lines[:at], better, *lines[at + 1 :]] if count == 1 and better != lines[at] else None


def _as_good(before: _Result, after: _Result, batch: tuple[Change, ...]) -> bool:
    """Return whether a changed file keeps all facts and its text, and has no new problems."""
    lost = _values(before.metadata.facts) - _values(after.metadata.facts)
    if before.metadata.body != after.metadata.body or lost - Counter(change.written for change in batch):
        return False
    return _problem_counts(after) <= _problem_counts(before)


def _problem_counts(result: _Result) -> Counter[tuple[str, int]]:
    """Return a count of the problems by code and line."""
    return Counter((problem.code, problem.where.line) for problem in result.problems)


def _values(written: Written) -> Counter[str]:
    """Return a count of every text among the facts."""
    return Counter(_texts(written))


def _texts(written: Written) -> Iterator[str]:
    if isinstance(written, Text):
        yield written.written
    elif isinstance(written, (Group, Several)):
        for part in written.values.values() if isinstance(written, Group) else written.items:
            yield from _texts(part)


def _photo_names(story: Story | None, present: Collection[str]) -> Iterator[Change]:
    """Yield a change for each photo listed with other capitals than its file; not if the text uses the listed name."""
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
    """Return the text with tabs made visible, since these may be all that changes."""
    return text.replace("\t", "→")
