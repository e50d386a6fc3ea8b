"""Finds the stories in their folders and reads each: its file, and whether its photos are there."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from storyguide.model.faults import contained
from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.problems.photos import photo_unlisted
from storyguide.model.slug import NO_FOLDERS, slug_of
from storyguide.model.source import Source, sayable
from storyguide.model.story import Reply, Status, Story
from storyguide.reading.addresses import folder_name_for, is_slug
from storyguide.reading.missing_photos import missing_photo
from storyguide.reading.replies import REPLIES, files_of_replies, read_reply
from storyguide.reading.store import NAME, Read, Store
from storyguide.reading.story import read_story
from storyguide.reading.story_files import FILE as FILE  # noqa: PLC0414 - whoever reads stories by their folders needs both names
from storyguide.reading.story_files import is_document, is_picture, is_text, tell_no_story

FOLDER = "stories"
_NO_STORIES = ("links.txt", "published-addresses.txt")
"""Texts of the guide's own there: what outside addresses answered when somebody last asked, and the ledger."""
_REPLIES_KEPT = "replies.pickle"
"""Apart from the stories: which of them are read at all depends on what was read of those."""

_STRANGE = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufffd]|[. ]$')
"""In the name of a file: what some computer does not take, or nobody sees."""


class _Folder(NamedTuple):
    """What lies in one place under stories/: its story's file if it has one, and what is wrong with it already."""

    name: str
    file: os.DirEntry[str] | None
    present: Mapping[str, os.DirEntry[str]]
    problems: tuple[Problem, ...]
    replies: Mapping[str, os.DirEntry[str]] = {}
    """Each reply's file by its path."""

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.name}/{FILE}"


class ReadFolder(NamedTuple):
    """What reading made of one place under stories/."""

    story: Story | None
    problems: tuple[Problem, ...]


def read_stories(
    root: Path, store: Store | None = None, *, meanwhile: Callable[[], object] | None = None
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Every story under root/stories by slug, and every problem of every file.

    A story that cannot be put together is not among them; its problems are.
    Nothing that only points elsewhere is followed, so no file from outside is ever published.
    meanwhile is something else to be done, beside the reading where there are two processes.
    """
    read = read_folders(root, store, meanwhile=meanwhile).values()
    return tuple(each.story for each in read if each.story), tuple(told for each in read for told in each.problems)


def read_folders(
    root: Path, store: Store | None = None, *, meanwhile: Callable[[], object] | None = None
) -> dict[str, ReadFolder]:
    """What reading made of each place under root/stories, by name, in the order of names; as with read_stories."""
    folder = root / FOLDER
    if folder.is_symlink():
        return {"": ReadFolder(None, (wording.leads_elsewhere(Source(FOLDER)),))}
    folders = [_look(entry) for entry in _entries(folder)]
    store = store or Store(None)
    read = store.read({each.path: each.file for each in folders if each.file}, _read, meanwhile)
    read |= _read_replies(folders, read, store.beside(_REPLIES_KEPT))
    return {each.name: _contained(each, read) for each in folders}


def read_folder(root: Path, name: str) -> ReadFolder | None:
    """What reading makes of the one place of this name; None when nothing is there."""
    folder = root / FOLDER
    if folder.is_symlink() or name.startswith("."):
        return None
    try:
        with os.scandir(folder) as found:
            entry = next((entry for entry in found if entry.name == name), None)
    except OSError:
        return None
    if entry is None:
        return None
    each = _look(entry)
    read = Store(None).read({each.path: each.file} if each.file else {}, _read)
    return _contained(each, read | _read_replies([each], read, Store(None)))


def _read_replies(folders: Iterable[_Folder], read: Mapping[str, Read], store: Store) -> dict[str, Read]:
    """The replies to these stories, by path; of one that was taken down none is so much as opened."""
    files = {
        path: file
        for each in folders
        if each.replies and _stands(read.get(each.path))
        for path, file in each.replies.items()
    }
    return store.read(files, _read) if files or not store.is_empty else {}


def forget_stories(store: Store, slugs: Collection[str]) -> None:
    """Empty what the cache keeps of these stories and of the replies to them."""
    if slugs:
        for name in (NAME, _REPLIES_KEPT):
            store.beside(name).forget(slugs)


def _stands(read: Read | None) -> bool:
    return read is not None and isinstance(read[0], Story) and read[0].status is not Status.WITHDRAWN


def _contained(each: _Folder, read: Mapping[str, Read]) -> ReadFolder:
    return contained(lambda: _together(each, read), Source(each.path), lambda fault: ReadFolder(None, (fault,)))


def _together(each: _Folder, read: Mapping[str, Read]) -> ReadFolder:
    if not each.file:
        return ReadFolder(None, each.problems)
    story, told = read.get(each.path) or (None, (wording.cannot_open(Source(each.path)),))
    if not isinstance(story, Story):
        return ReadFolder(None, (*each.problems, *told))
    told = (*told, *_of_photos(story, each.present))
    if each.replies and _stands((story, ())):
        replies = {path: read.get(path) or (None, (wording.cannot_open(Source(path)),)) for path in each.replies}
        found = [reply for reply, _ in replies.values() if isinstance(reply, Reply)]
        story = replace(story, replies=tuple(sorted(found, key=lambda reply: (reply.on, reply.name))))
        told = (*told, *(problem for _, of_reply in replies.values() for problem in of_reply))
    return ReadFolder(story, (*each.problems, *told))


def is_reserved(name: str) -> bool:
    """Whether a folder cannot be called this, though it looks like a name."""
    return name in NO_FOLDERS


def _read(path: str, data: bytes) -> Read:
    def read() -> Read:
        if path.count("/") > 2:
            return read_reply(data, path=path)
        return read_story(data, path=path, slug=path.split("/")[1])

    return contained(read, Source(path), lambda fault: (None, (fault,)))


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing when there is none. Hidden things are left alone."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _look(entry: os.DirEntry[str]) -> _Folder:
    name = sayable(entry.name)
    if entry.is_symlink():
        return _Folder(name, None, {}, (wording.leads_elsewhere(Source(f"{FOLDER}/{name}")),))
    if not entry.is_dir(follow_symlinks=False):
        stem = name.partition(".")[0]
        loose = (is_text(name) or is_document(name)) and not stem.isupper() and name not in _NO_STORIES
        where = Source(f"{FOLDER}/{name}")
        told: tuple[Problem, ...] = ()
        if loose:
            told = (wording.loose_story(where, slug_of(stem) or "its-name", is_document=is_document(name)),)
        elif not entry.is_file(follow_symlinks=False):
            told = (wording.cannot_open(where),)
        return _Folder(name, None, {}, told)
    try:
        present = {sayable(inside.name): inside for inside in _entries(entry.path)}
    except PermissionError:
        return _Folder(name, None, {}, (wording.cannot_open(Source(f"{FOLDER}/{name}/{FILE}")),))
    file = present.get(FILE)
    if file is None:
        told = (*tell_no_story(name, f"{FOLDER}/{name}", present), *_of_files(name, present))
        return _Folder(name, None, present, told)
    problems = (*_of_folder(name), *_of_files(name, present))
    if file.is_symlink():
        return _Folder(name, None, present, problems)
    if not file.is_file(follow_symlinks=False):
        return _Folder(name, None, present, (*problems, wording.cannot_open(Source(f"{FOLDER}/{name}/{FILE}"))))
    if REPLIES not in present:
        return _Folder(name, file, present, problems)
    replies, of_replies = files_of_replies(present[REPLIES], f"{FOLDER}/{name}/{REPLIES}")
    return _Folder(name, file, present, (*problems, *of_replies), replies)


def _of_folder(name: str) -> Iterator[Problem]:
    if is_reserved(name) or not is_slug(name):
        yield wording.folder_name(Source(f"{FOLDER}/{name}/{FILE}"), name, folder_name_for(name))


def _of_files(name: str, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for file, each in present.items():
        where = Source(f"{FOLDER}/{name}/{file}")
        if each.is_symlink():
            yield wording.leads_elsewhere(where)
        if _STRANGE.search(file) or file.partition(".")[0].lower() in NO_FOLDERS - {"index"}:
            yield wording.file_name(where, file)
        if (other := seen.setdefault(_folded(file), file)) != file:
            yield wording.names_alike(where, file, other)


def _of_photos(story: Story, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    """Told here as well as when photos are developed, since a story held back has none developed."""
    pictures = [name for name in present if is_picture(name)]
    if not (story.photos or pictures) or story.status is Status.WITHDRAWN:
        return
    known = {_folded(name) for name in present if not name.endswith(".md")}
    listed = [photo.file for photo in story.photos]
    named = {*map(_folded, listed), *map(_folded, story.words.photos)}
    if story.storyteller and story.storyteller.photo:
        named.add(_folded(story.storyteller.photo))
    for number, file in enumerate(listed):
        if _folded(file) not in known:
            folder = Path(present[FILE].path).parent
            missing = missing_photo(story.where(f"photos[{number}].file"), file, folder, listed)
            named |= {_folded(name) for name in pictures if f"“{name}”" in missing.mend}
            yield missing
    for name in pictures:
        if _folded(name) not in named and present[name].is_file(follow_symlinks=False):
            yield photo_unlisted(Source(f"{FOLDER}/{story.slug}/{name}"), name)


def _folded(name: str) -> str:
    """Computers disagree on capitals in names, and on how an accent is written down."""
    return normalize("NFC", name).casefold()
