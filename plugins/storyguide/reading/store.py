"""Keeps what reading made of each story's file, and gives it back while the file and our own code stay the same."""

import os
import pickle
import sys
from collections.abc import Callable
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import storyguide
from storyguide.model.problem import Problem
from storyguide.model.story import Story

NAME = "stories.pickle"

_ROOMS = ("model", "reading")
_LIBRARIES = ("PyYAML", "comrak", "nh3")
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time can be trusted to change when the file does."""

Read = tuple[Story | None, tuple[Problem, ...]]


class _Kept(NamedTuple):
    size: int
    changed: int
    """The file's time of change, in nanoseconds; 0 when that could not be trusted yet."""
    digest: bytes
    pickled: bytes


class Store:
    """What was read before, in one file of a folder that may be deleted at any time.

    Anything doubtful about that file makes it as good as absent.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._version = _version()
        self._kept = self._load()
        self._now: dict[str, _Kept] = {}
        self._fresh = False

    def read(self, path: str, file: os.DirEntry[str], read: Callable[[bytes], Read]) -> Read:
        """What read makes of the file's bytes, or made of the same bytes before."""
        stat = file.stat(follow_symlinks=False)
        kept = self._kept.get(path)
        if kept and kept.changed == stat.st_mtime_ns and kept.size == stat.st_size:
            made = _unpickled(kept.pickled)
            if made:
                self._now[path] = kept
                return made
        data = Path(file.path).read_bytes()
        digest = blake2b(data, digest_size=16).digest()
        made = _unpickled(kept.pickled) if kept and kept.digest == digest else None
        if made and kept:
            pickled = kept.pickled
        else:
            made = read(data)
            pickled = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        self._now[path] = _Kept(len(data), stat.st_mtime_ns, digest, pickled)
        self._fresh = True
        return made

    def save(self) -> None:
        """Keep what was read since the store was opened, and nothing else; a full disk changes nothing."""
        if not self._fresh and self._now.keys() == self._kept.keys():
            return
        temporary = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, prefix=NAME, delete=False) as out:
                temporary = Path(out.name)
                pickle.dump(
                    (self._version, self._settled(os.fstat(out.fileno()).st_mtime_ns)), out, pickle.HIGHEST_PROTOCOL
                )
            temporary.replace(self._file)
        except OSError:
            if temporary:
                temporary.unlink(missing_ok=True)

    def _settled(self, now: int) -> dict[str, tuple[int, int, bytes, bytes]]:
        """A file changed a moment ago may change again within the same tick: its bytes are looked at next time."""
        return {
            path: (kept.size, kept.changed if kept.changed < now - _SETTLED else 0, kept.digest, kept.pickled)
            for path, kept in self._now.items()
        }

    def _load(self) -> dict[str, _Kept]:
        try:
            version, kept = pickle.loads(self._file.read_bytes())  # noqa: S301 - our own file, in our own folder
            return {path: _Kept(*each) for path, each in kept.items()} if version == self._version else {}
        except Exception:  # whatever is wrong with it, it is made again
            return {}


def _unpickled(data: bytes) -> Read | None:
    try:
        made: Read = pickle.loads(data)  # noqa: S301 - as above
        return made
    except Exception:
        return None


def _version() -> bytes:
    """Changes with our own code that reads, and with the libraries it reads with."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    package = Path(storyguide.__file__).parent
    for room in _ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.read_bytes())
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode())
    return digest.digest()
