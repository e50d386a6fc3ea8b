"""The list of a site's files with the SHA-256 of each, as the program sha256sum reads and checks it."""

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from storyguide.side_by_side import side_by_side

LIST = "files.sha256"
"""At the site's root; it lists all but itself. To check a copy of the site, type there: sha256sum -c files.sha256"""

_READ = 1 << 16
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def digests_of(folder: Path, *, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The digest of every file below a folder, by its path from there, in the order of paths.

    known: those that need not be worked out again.
    """
    paths = files_below(folder)
    found = dict(known or {})
    new = [path for path in paths if path not in found]
    found |= zip(new, side_by_side(_digests, [f"{folder}/{path}" for path in new]), strict=True)
    return {path: found[path] for path in paths}


def files_below(folder: Path) -> list[str]:
    """The path of every file below a folder, from there, sorted; an OSError rather than some of them."""

    def told(fault: OSError) -> None:
        raise fault

    start = len(str(folder)) + 1
    walk = os.walk(folder, onerror=told)
    return sorted(f"{where}/{name}"[start:].replace(os.sep, "/") for where, _, names in walk for name in names)


def write_list(folder: Path, *, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Write the list into the folder it is of; gives all digests, that of the list too; known as above."""
    digests = digests_of(folder, known=known)
    lines = list_of(digests)
    (folder / LIST).write_bytes(lines)
    return {**digests, LIST: sha256(lines).hexdigest()}


def list_of(digests: Mapping[str, str]) -> bytes:
    """The list itself, of these digests by their paths."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()) if path != LIST)
    return "".join(lines).encode("utf-8", "surrogateescape")


def read_list(folder: Path) -> dict[str, str]:
    """All digests of a folder, as its list gives them; none where there is no list."""
    try:
        lines = (folder / LIST).read_bytes()
    except OSError:
        return {}
    listed = (line.partition("  ") for line in lines.decode("utf-8", "surrogateescape").split("\n")[:-1])
    return {**{path: digest for digest, _, path in listed}, LIST: sha256(lines).hexdigest()}


def _digests(files: Sequence[str]) -> list[str]:
    return [_digest(file) for file in files]


def _digest(file: str) -> str:
    """By the system's own calls: Python's files take a third longer, and there are thousands."""
    handle = os.open(file, _FLAGS)
    try:
        part = os.read(handle, _READ)
        digest = sha256(part)
        while len(part) == _READ:
            part = os.read(handle, _READ)
            digest.update(part)
    finally:
        os.close(handle)
    return digest.hexdigest()
