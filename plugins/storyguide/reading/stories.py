"""Finds the stories in their folders and reads each: its file, and whether its photos are there."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.problems.photos import photo_missing
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.story import Story
from storyguide.reading.addresses import LONGEST_SLUG, is_slug
from storyguide.reading.store import Store
from storyguide.reading.story import read_story

FOLDER = "stories"
FILE = "story.md"

_RESERVED = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
"""The page of all stories stands at the first; the others cannot be folders on every computer."""

Read = tuple[Story | None, tuple[Problem, ...]]


def read_stories(root: Path, store: Store | None = None) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Every story under root/stories by slug, and every problem of every file.

    A story that cannot be put together is not among them; its problems are.
    Nothing that only points elsewhere is followed, so no file from outside is ever published.
    """
    stories: list[Story] = []
    problems: list[Problem] = []
    folder = root / FOLDER
    if folder.is_symlink():
        return (), (wording.leads_elsewhere(Source(FOLDER)),)
    for entry in _entries(folder):
        story, told = _read_entry(entry, store)
        problems.extend(told)
        if story:
            stories.append(story)
    if store:
        store.save()
    return tuple(stories), tuple(problems)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing when it cannot be looked into. Hidden things are left alone."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        return []


def _read_entry(entry: os.DirEntry[str], store: Store | None) -> Read:
    name = entry.name
    if entry.is_symlink():
        return None, (wording.leads_elsewhere(Source(f"{FOLDER}/{name}")),)
    if not entry.is_dir(follow_symlinks=False):
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
        loose = suffix.lower() == ".md" and not stem.isupper()
        return None, (wording.loose_story(Source(f"{FOLDER}/{name}"), slug_of(stem)),) if loose else ()
    present = {inside.name: inside for inside in _entries(entry.path)}
    file = present.get(FILE)
    if file is None:
        written = [each for each in present if each.lower().endswith(".md")]
        return None, (wording.no_story_file(Source(f"{FOLDER}/{name}"), written),) if written else ()
    story, problems = _read_file(file, name, store)
    return story, (
        *_of_folder(name),
        *problems,
        *_of_files(name, present),
        *(_of_photos(story, present) if story else ()),
    )


def _read_file(file: os.DirEntry[str], slug: str, store: Store | None) -> Read:
    path = f"{FOLDER}/{slug}/{FILE}"
    if file.is_symlink():
        return None, ()
    if not file.is_file(follow_symlinks=False):
        return None, (wording.cannot_open(Source(path)),)
    try:
        if store:
            return store.read(path, file, lambda data: read_story(data, path=path, slug=slug))
        return read_story(Path(file.path).read_bytes(), path=path, slug=slug)
    except OSError:
        return None, (wording.cannot_open(Source(path)),)


def _of_folder(name: str) -> Iterator[Problem]:
    if name in _RESERVED:
        yield wording.folder_name(Source(f"{FOLDER}/{name}/{FILE}"), name, f"{name}-story")
    elif not is_slug(name):
        yield wording.folder_name(Source(f"{FOLDER}/{name}/{FILE}"), name, slug_of(name)[:LONGEST_SLUG].strip("-"))


def _of_files(name: str, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    for each in present.values():
        if each.is_symlink():
            yield wording.leads_elsewhere(Source(f"{FOLDER}/{name}/{each.name}"))


def _of_photos(story: Story, present: Iterable[str]) -> Iterator[Problem]:
    """Told here as well as when photos are developed, since a story held back has none developed."""
    if not story.photos:
        return
    files = sorted(name for name in present if not name.endswith(".md"))
    known = {_folded(name) for name in files}
    for number, photo in enumerate(story.photos):
        if _folded(photo.file) not in known:
            yield photo_missing(story.where(f"photos[{number}].file"), photo.file, files)


def _folded(name: str) -> str:
    """Computers disagree on capitals in names, and on how an accent is written down."""
    return normalize("NFC", name).casefold()
