"""Whether anything has changed since the site was last published, told without reading a single file."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from storyguide.site.ledger import LEDGER

_LEDGER = re.compile(rb"\n%s\0[^\n]*" % re.escape(Path(LEDGER).name.encode()))
"""The ledger in stories/, which the build itself adds to."""
PACKAGE = Path(__file__).parent.parent

_STORY = re.compile(rb"\nstory\.md\0[^\n]*")
"""A story's file, as it is told of in its folder."""


class Fingerprint(NamedTuple):
    """What a site made now is made from: every source's name, size and time of change, our own code, the settings."""

    whole: str
    beside: str
    """The same without the stories' own files."""


def fingerprint(root: Path, *, also: Iterable[Path] = (), settings: Iterable[object] = ()) -> Fingerprint:
    """Look at all that a site is made from.

    also: further files or folders that count. A file changed and put back gives another
    fingerprint; the site is then built again, to the same bytes.
    """
    whole, beside = blake2b(digest_size=16), blake2b(digest_size=16)
    stories = f"{root / 'stories'}{os.sep}".encode("utf-8", "surrogateescape")
    lists = stories[: -len(os.sep)]

    def tell(told: bytes) -> None:
        folder = told.partition(b"\n")[0]
        if folder == lists:
            told = _LEDGER.sub(b"", told)
        whole.update(told)
        in_a_story = folder.startswith(stories) and os.sep.encode() not in folder[len(stories) :]
        beside.update(_STORY.sub(b"", told) if in_a_story else told)

    tell(repr((sys.version, *settings)).encode())
    for place in (root / "stories", root / "docs", root / "mkdocs.yml", PACKAGE, *also):
        _tell(str(place), tell)
    return Fingerprint(whole.hexdigest(), beside.hexdigest())


class Last(NamedTuple):
    """What is known of the last publication."""

    made_from: Fingerprint
    read: str
    """The digest of the stories' files (reading.store.Since)."""
    figures: dict[str, Any]


class Census(NamedTuple):
    """What a site consists of."""

    files: int
    pages: int
    state: str
    """Another one as soon as any file is added, removed or written to."""


def last_publication(record: Path, site: Path) -> Last | None:
    """What was recorded of the last publication, if the site stands as it was left then."""
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
        last = Last(Fingerprint(*kept["made_from"]), str(kept["read"]), dict(kept["figures"]))
        return last if kept["site"] == census(site).state else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_record(record: Path, last: Last, site: str) -> None:
    """Remember what the site was made from, and the state it was left in."""
    record.parent.mkdir(parents=True, exist_ok=True)
    aside = record.with_suffix(".part")
    aside.write_text(json.dumps({**last._asdict(), "site": site}), encoding="utf-8")
    aside.replace(record)


def census(site: Path) -> Census:
    """Count a site's files and look at the size and time of change of each; no clock is asked."""
    parts: list[bytes] = []
    _tell(str(site), parts.append, start=len(str(site)))
    told = b"\n".join(parts)
    # Every file, and no folder, has two of these behind its name.
    return Census(told.count(b"\0") // 2, told.count(b".html\0"), blake2b(told, digest_size=16).hexdigest())


def _tell(place: str, told: Callable[[bytes], None], *, start: int = 0) -> None:
    """Tell of each file at or below a place, in a settled order; of nothing where there is nothing.

    start: how much to leave off at the beginning of each folder's path.
    Text paths, since making a Path of each of ten thousand entries takes longer than asking the disk.
    """
    try:
        with os.scandir(place) as found:
            entries = sorted((entry.name, entry) for entry in found)
    except NotADirectoryError:
        stat = os.stat(place)  # noqa: PTH116
        told(f"{place}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        return
    except OSError:
        return
    lines, folders = [place[start:]], []
    for name, entry in entries:
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        else:
            stat = entry.stat(follow_symlinks=False)
            lines.append(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}")
    told("\n".join(lines).encode("utf-8", "surrogateescape"))
    for folder in folders:
        if not folder.endswith("__pycache__"):
            _tell(folder, told, start=start)
