"""Find the story folders under stories/ and read each: its file, its replies, and whether its photos exist."""

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
"""Folder of the stories, from the guide's root."""
LINKS = "links.txt"
"""Name of the guide's own text file there, which records the answers of outside web addresses."""
_REPLIES_CACHE = "replies.pickle"
"""Name of the cache file for replies. Separate from the stories', as whether a reply is read depends on its story."""

_STRANGE = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufffd]|[. ]$')
"""Characters in a file name that some computers do not allow or nobody can see."""


class _Folder(NamedTuple):
    """An entry under stories/, with its files and the problems found without opening them."""

    name: str
    file: os.DirEntry[str] | None
    present: Mapping[str, os.DirEntry[str]]
    problems: tuple[Problem, ...]
    replies: Mapping[str, os.DirEntry[str]] = {}
    """Files of replies by path."""

    @property
    def path(self) -> str:
        """Path of the story's file from the guide's root."""
        return f"{FOLDER}/{self.name}/{FILE}"


class ReadFolder(NamedTuple):
    """The result of reading an entry under stories/."""

    story: Story | None
    problems: tuple[Problem, ...]


def read_stories(
    root: Path, store: Store | None = None, *, meanwhile: Callable[[], object] | None = None
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return every story under root/stories, in order of slug, and every problem of every file.

    A story whose facts cannot be read is left out; its problems are not. Symbolic links are never followed, so no file
    from outside is ever published. `store`: cache of earlier results. `meanwhile`: function called once during the
    reading, at the same time where there are two processes.
    """
    read = read_folders(root, store, meanwhile=meanwhile).values()
    return tuple(each.story for each in read if each.story), tuple(one for each in read for one in each.problems)


def read_folders(
    root: Path, store: Store | None = None, *, meanwhile: Callable[[], object] | None = None
) -> dict[str, ReadFolder]:
    """Return the result of reading each entry under root/stories by name, in order of name; see `read_stories`."""
    folder = root / FOLDER
    if folder.is_symlink():
        return {"": ReadFolder(None, (wording.leads_elsewhere(Source(FOLDER)),))}
    folders = [_scan(entry) for entry in _entries(folder)]
    store = store or Store(None)
    read = store.read({each.path: each.file for each in folders if each.file}, _read, meanwhile)
    read |= _read_replies(folders, read, store.beside(_REPLIES_CACHE))
    return {each.name: _contained(each, read) for each in folders}


def read_folder(root: Path, name: str) -> ReadFolder | None:
    """Return the result of reading the one entry of this name, without cache; None if there is no such entry."""
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
    each = _scan(entry)
    read = Store(None).read({each.path: each.file} if each.file else {}, _read)
    return _contained(each, read | _read_replies([each], read, Store(None)))


def _read_replies(folders: Iterable[_Folder], read: Mapping[str, Read], store: Store) -> dict[str, Read]:
    """Return the results for the replies to these stories by path; replies to a withdrawn story are never opened."""
    files = {
        path: file
        for each in folders
        if each.replies and _takes_replies(read.get(each.path))
        for path, file in each.replies.items()
    }
    return store.read(files, _read) if files or not store.is_empty else {}


def forget_stories(store: Store, slugs: Collection[str]) -> None:
    """Delete the cached results of these stories and of the replies to them."""
    if slugs:
        for name in (NAME, _REPLIES_CACHE):
            store.beside(name).forget(slugs)


def _takes_replies(read: Read | None) -> bool:
    """Return whether replies to the story read are read too: not if it is unreadable or withdrawn."""
    return read is not None and isinstance(read[0], Story) and read[0].status is not Status.WITHDRAWN


def _contained(each: _Folder, read: Mapping[str, Read]) -> ReadFolder:
    """Return the result for an entry; if our own code fails, only the problem that says so."""
    return contained(lambda: _combined(each, read), Source(each.path), lambda fault: ReadFolder(None, (fault,)))


def _combined(each: _Folder, read: Mapping[str, Read]) -> ReadFolder:
    """Return the result for an entry, put together from its story and the replies to it."""
    if not each.file:
        return ReadFolder(None, each.problems)
    story, problems = read.get(each.path) or (None, (wording.cannot_open(Source(each.path)),))
    if not isinstance(story, Story):
        return ReadFolder(None, (*each.problems, *problems))
    problems = (*problems, *_photo_problems(story, each.present))
    if each.replies and _takes_replies((story, ())):
        replies = {path: read.get(path) or (None, (wording.cannot_open(Source(path)),)) for path in each.replies}
        found = [reply for reply, _ in replies.values() if isinstance(reply, Reply)]
        story = replace(story, replies=tuple(sorted(found, key=lambda reply: (reply.on, reply.name))))
        problems = (*problems, *(problem for _, of_reply in replies.values() for problem in of_reply))
    return ReadFolder(story, (*each.problems, *problems))


def is_reserved(name: str) -> bool:
    """Return whether no folder may have this name although it is a valid slug."""
    return name in NO_FOLDERS


def _read(path: str, data: bytes) -> Read:
    """Return the story or reply in a file; if our own code fails, only the problem that says so."""

    def read() -> Read:
        if path.count("/") > 2:
            return read_reply(data, path=path)
        return read_story(data, path=path, slug=path.split("/")[1])

    return contained(read, Source(path), lambda fault: (None, (fault,)))


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """Return the entries of a folder in order of name, without hidden ones; empty if there is no such folder."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _scan(entry: os.DirEntry[str]) -> _Folder:
    """Return what an entry under stories/ holds, without opening its files."""
    name = sayable(entry.name)
    if entry.is_symlink():
        return _Folder(name, None, {}, (wording.leads_elsewhere(Source(f"{FOLDER}/{name}")),))
    if not entry.is_dir(follow_symlinks=False):
        stem = name.partition(".")[0]
        loose = (is_text(name) or is_document(name)) and not stem.isupper() and name != LINKS
        where = Source(f"{FOLDER}/{name}")
        problems: tuple[Problem, ...] = ()
        if loose:
            problems = (wording.loose_story(where, slug_of(stem) or "its-name", is_document=is_document(name)),)
        elif not entry.is_file(follow_symlinks=False):
            problems = (wording.cannot_open(where),)
        return _Folder(name, None, {}, problems)
    try:
        present = {sayable(inside.name): inside for inside in _entries(entry.path)}
    except PermissionError:
        return _Folder(name, None, {}, (wording.cannot_open(Source(f"{FOLDER}/{name}/{FILE}")),))
    file = present.get(FILE)
    if file is None:
        problems = (*tell_no_story(name, f"{FOLDER}/{name}", present), *_file_problems(name, present))
        return _Folder(name, None, present, problems)
    problems = (*_name_problems(name), *_file_problems(name, present))
    if file.is_symlink():
        return _Folder(name, None, present, problems)
    if not file.is_file(follow_symlinks=False):
        return _Folder(name, None, present, (*problems, wording.cannot_open(Source(f"{FOLDER}/{name}/{FILE}"))))
    if REPLIES not in present:
        return _Folder(name, file, present, problems)
    replies, of_replies = files_of_replies(present[REPLIES], f"{FOLDER}/{name}/{REPLIES}")
    return _Folder(name, file, present, (*problems, *of_replies), replies)


def _name_problems(name: str) -> Iterator[Problem]:
    """Yield the problem of a folder name that is no valid slug."""
    if is_reserved(name) or not is_slug(name):
        yield wording.folder_name(Source(f"{FOLDER}/{name}/{FILE}"), name, folder_name_for(name))


def _file_problems(name: str, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    """Yield a problem for each link, and for each file name that some computers cannot store or tell apart."""
    seen: dict[str, str] = {}
    for file, each in present.items():
        where = Source(f"{FOLDER}/{name}/{file}")
        if each.is_symlink():
            yield wording.leads_elsewhere(where)
        if _STRANGE.search(file) or file.partition(".")[0].lower() in NO_FOLDERS - {"index"}:
            yield wording.file_name(where, file)
        if (other := seen.setdefault(_folded(file), file)) != file:
            yield wording.names_alike(where, file, other)


def _photo_problems(story: Story, present: Mapping[str, os.DirEntry[str]]) -> Iterator[Problem]:
    """Yield a problem for each listed photo without a file, and for each picture that no entry lists.

    The processing of photos reports the former too, but it skips stories that are held back.
    """
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
    """Return a file name for comparison; computers differ in capitals and in the Unicode form of accents."""
    return normalize("NFC", name).casefold()
