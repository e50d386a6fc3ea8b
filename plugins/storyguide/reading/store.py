"""Cache the result of reading each story's and reply's file while the file and our reading code stay the same."""

import os
import pickle
import sys
from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import storyguide
from storyguide.model.problem import Problem
from storyguide.model.problems.faults import OUR_FAULT
from storyguide.model.story import Reply, Story
from storyguide.reading.unread import OF_THE_FILE
from storyguide.side_by_side import side_by_side

NAME = "stories.pickle"
"""Name of the cache file for stories."""

_ROOMS = ("model", "reading")
_LIBRARIES = ("PyYAML", "comrak", "nh3", "phonenumberslite")
_SETTLED = 2_000_000_000
"""Age in nanoseconds from which a file's time of change can be trusted to change with the file."""

Read = tuple[Story | Reply | None, tuple[Problem, ...]]
"""Result of reading a file: a story or a reply (None if unreadable), and the file's problems."""


class _Cached(NamedTuple):
    """A file's cached result, with what shows that the file has not changed."""

    size: int
    changed: int
    """Time of change in nanoseconds; 0 if it could not be trusted yet."""
    digest: bytes
    pickled: bytes
    """Pickled result; empty if only the fact of reading may be recorded (see `Store.forget`)."""


class Since(NamedTuple):
    """The difference between the cached results of earlier runs and those of this run."""

    before: str
    """Digest of all files cached before."""
    now: str
    """Digest of all files read now."""
    changed: tuple[tuple[Read, Read], ...] | None
    """Results before and now of each changed file; None if files were added or removed, or an old result is missing."""


class Store:
    """A cache of reading results in one pickle file, which may be deleted at any time.

    A damaged or outdated file counts as absent. Without a folder nothing is cached.
    """

    def __init__(self, folder: Path | None, name: str = NAME, version: bytes = b"") -> None:
        self._folder, self._name = folder, name
        self._file = folder / name if folder else None
        self._version = version or (_version() if folder else b"")
        self._cached = self._load()
        self.since: Since | None = None
        """Difference to the cached state; set by `read`."""

    @property
    def is_empty(self) -> bool:
        """Whether the cache holds nothing."""
        return not self._cached

    def beside(self, name: str) -> "Store":
        """Return another cache in the same folder, for files of another kind."""
        return Store(self._folder, name, self._version)

    def read(
        self,
        files: Mapping[str, os.DirEntry[str]],
        read: Callable[[str, bytes], Read],
        meanwhile: Callable[[], object] | None = None,
    ) -> dict[str, Read]:
        """Return the result of `read(path, bytes)` for each file, from the cache where the file's bytes are the same.

        `files`: directory entries by path. Files that cannot be opened are left out. New files are read in several
        processes. `meanwhile`: function called once, at the same time as the reading. Rewrites the cache file if
        needed, with the results of this call only.
        """
        now, found = self._unchanged(files)
        new = [(path, file.path) for path, file in files.items() if path not in found]
        forgotten = 0
        for path, entry in side_by_side(lambda some: [_read_one(*one, read) for one in some], new, meanwhile=meanwhile):
            if entry:
                found[path] = pickle.loads(entry.pickled)  # noqa: S301 - made by us, a moment ago
                before = self._cached.get(path)
                stays = before is not None and not before.pickled and before.digest == entry.digest
                failed = any(problem.code == OUR_FAULT for problem in found[path][1])  # never believed the next time
                now[path] = entry._replace(pickled=b"") if stays or failed else entry
                forgotten += stays
        if len(new) > forgotten or now.keys() != self._cached.keys():
            self._save(now)
        self.since = Since(_digest_of(self._cached), _digest_of(now), self._changed(now, found))
        return found

    def forget(self, slugs: Collection[str]) -> None:
        """Delete the cached results of all files in these stories' folders, until the files themselves change.

        Such files are read on each run. The cache file is not rewritten if it holds none of them.
        """
        emptied = {
            path: each._replace(pickled=b"")
            for path, each in self._cached.items()
            if each.pickled and path.split("/")[1] in slugs
        }
        if emptied:
            self._save(self._cached | emptied)

    def _changed(self, now: Mapping[str, _Cached], found: Mapping[str, Read]) -> tuple[tuple[Read, Read], ...] | None:
        """Return the results before and now of each changed file; None if files were added or removed."""
        if now.keys() != self._cached.keys():
            return None
        changed = [path for path, cached in now.items() if cached.digest != self._cached[path].digest]
        before = [was for path in changed if (was := _unpickled(self._cached[path].pickled))]
        same = len(before) == len(changed)
        return tuple(zip(before, (found[path] for path in changed), strict=True)) if same else None

    def _unchanged(self, files: Mapping[str, os.DirEntry[str]]) -> tuple[dict[str, _Cached], dict[str, Read]]:
        """Return the cached entries and results of the files that have not changed, by path."""
        now: dict[str, _Cached] = {}
        found: dict[str, Read] = {}
        for path, file in files.items():
            cached = self._cached.get(path)
            try:
                if cached and (same := _same(cached, file)) and (made := _unpickled(cached.pickled)):
                    now[path], found[path] = same, made
            except OSError:
                continue
        return now, found

    def _save(self, now: Mapping[str, _Cached]) -> None:
        """Write the cache file in one step; an OSError is ignored, since it only slows the next build down."""
        if not self._file:
            return
        temporary = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, prefix=self._name, delete=False) as out:
                temporary = Path(out.name)
                settled = _settled(now, os.fstat(out.fileno()).st_mtime_ns)
                pickle.dump((self._version, settled), out, pickle.HIGHEST_PROTOCOL)
            temporary.replace(self._file)
        except OSError:
            if temporary:
                temporary.unlink(missing_ok=True)

    def _load(self) -> dict[str, _Cached]:
        """Return the entries of the cache file; none if it is missing, damaged or of another version of our code."""
        try:
            # Our own file in our own folder; if anything is wrong with it, it is made again.
            version, cached = pickle.loads(self._file.read_bytes()) if self._file else (b"", {})  # noqa: S301
            return {path: _Cached(*each) for path, each in cached.items()} if version == self._version else {}
        except Exception:
            return {}


def _digest_of(cached: Mapping[str, _Cached]) -> str:
    digest = blake2b(digest_size=16)
    for path, each in sorted(cached.items()):
        digest.update(path.encode() + each.digest)
    return digest.hexdigest()


def _read_one(path: str, file: str, read: Callable[[str, bytes], Read]) -> tuple[str, _Cached | None]:
    """Return the path and the entry to cache of one file; None instead of the entry if the file cannot be opened."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - a Path for each of ten thousand files costs more than reading it
            data, changed = opened.read(), os.fstat(opened.fileno()).st_mtime_ns
    except OF_THE_FILE:
        return path, None
    digest = blake2b(data, digest_size=16).digest()
    return path, _Cached(len(data), changed, digest, pickle.dumps(read(path, data), pickle.HIGHEST_PROTOCOL))


def _same(cached: _Cached, file: os.DirEntry[str]) -> _Cached | None:
    """Return the cached entry with the file's present time of change; None if the file's bytes have changed."""
    stat = file.stat(follow_symlinks=False)
    if cached.changed == stat.st_mtime_ns and cached.size == stat.st_size:
        return cached
    same = blake2b(Path(file.path).read_bytes(), digest_size=16).digest() == cached.digest
    return cached._replace(changed=stat.st_mtime_ns) if same else None


def _settled(cached: Mapping[str, _Cached], now: int) -> dict[str, tuple[int, int, bytes, bytes]]:
    """Return the entries ready to be written, with recent times of change set to 0.

    A file changed a moment ago may change again within the same clock tick, so its bytes are compared next time.
    """
    return {
        path: (each.size, each.changed if each.changed < now - _SETTLED else 0, each.digest, each.pickled)
        for path, each in cached.items()
    }


def _unpickled(data: bytes) -> Read | None:
    try:
        made: Read = pickle.loads(data)  # noqa: S301 - as above
        return made
    except Exception:
        return None


def _version() -> bytes:
    """Return a digest that changes with our own reading code, the libraries it uses and Python."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    package = Path(storyguide.__file__).parent
    for room in _ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.read_bytes())
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode())
    return digest.digest()
