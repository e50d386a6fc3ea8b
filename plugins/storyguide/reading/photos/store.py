"""Cache finished photos between builds, with an index by which unchanged photos need not be read again."""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import astuple, replace
from hashlib import blake2b, file_digest
from io import BufferedReader, BytesIO
from pathlib import Path

from storyguide.reading.photos.outcome import STOPPED, Finished, Pressed, Reason, Refusal

Outcome = tuple[Finished, ...] | Refusal
"""Result of processing a photo: its finished files, or a refusal."""
Glance = tuple[int, int]
"""Size of a file in bytes, and its time of change in nanoseconds."""

_ENDINGS = {"image/webp": "webp", "image/jpeg": "jpg"}
_INDEX = "index.json"
_OURS = re.compile(r"[0-9a-f]{16}-\d+\.(?:webp|jpg)(?:\.\d+)?|index\.json\.\d+")
_SAVE_EVERY = 50
"""Number of outcomes after which the index is saved, so that an interrupted build loses little."""


def key_of(photo: BufferedReader | BytesIO, recipe: str) -> str:
    """Return the cache key of a photo: 16 hexadecimal digits from its bytes and the recipe (all settings)."""
    return file_digest(photo, lambda: blake2b(recipe.encode(), digest_size=8)).hexdigest()


def put(folder: Path, key: str, pressed: Iterable[Pressed]) -> tuple[Finished, ...]:
    """Write the pressed sizes as files named KEY-WIDTH, each in one step; return them with their check data."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_put_one(folder / f"{key}-{one.width}.{_ENDINGS[one.type]}", one) for one in pressed)


class Store:
    """A folder of finished photos, with an index of the outcome of each photo.

    Anything doubtful (an unreadable index, another recipe, a changed finished file) counts as missing and is made
    again.
    """

    def __init__(self, folder: Path, recipe: str) -> None:
        self.folder = folder
        self._recipe = recipe
        self._earlier: tuple[dict[str, tuple[Glance, str]], dict[str, Outcome]] = ({}, {})
        self._seen: dict[str, tuple[Glance, str]] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._read()

    def key_seen(self, photo: str, glance: Glance) -> str:
        """Return the cache key of a photo last seen with the same size and time of change; "" if there is none."""
        known = self._earlier[0].get(photo)
        if known is None or known[0] != glance:
            return ""
        self._seen[photo] = known
        return known[1]

    def see(self, photo: str, glance: Glance, key: str) -> None:
        """Record the cache key of a photo seen with this size and time of change."""
        self._seen[photo] = (glance, key)

    def outcome(self, key: str) -> Outcome | None:
        """Return the cached outcome of this key, if its files are undamaged; else None."""
        found = self._earlier[1].get(key)
        if isinstance(found, tuple):
            sound = tuple(filter(None, map(self._sound, found)))
            found = sound if len(sound) == len(found) else None
        if found is not None:
            self._outcomes[key] = found
        return found

    def keep(self, key: str, outcome: Outcome) -> None:
        """Record the outcome of this key, unless it was `STOPPED`; saves the index now and then."""
        if outcome == STOPPED:
            return
        self._outcomes[key] = outcome
        if len(self._outcomes) % _SAVE_EVERY == 0:
            self.save()

    def save(self) -> None:
        """Write the index with all that is known, from earlier builds and from this one."""
        self._write(self._earlier[0] | self._seen, self._earlier[1] | self._outcomes)

    def forget(self, story: str) -> None:
        """Delete everything cached of a story's photos, unless another story shows the same photo."""
        seen, outcomes = self._earlier
        self._seen = {photo: each for photo, each in seen.items() if not photo.startswith(f"{story}/")}
        others = {key for _, key in self._seen.values()}
        self._outcomes = {key: outcome for key, outcome in outcomes.items() if key in others}
        self.settle()

    def settle(self, spare: Iterable[str] = ()) -> None:
        """Write the index with what was used since the store was opened, and delete all other finished files.

        `spare`: further photos ("SLUG/FILE") whose files stay.
        """
        seen, outcomes = self._earlier
        for photo, (glance, key) in ((photo, seen[photo]) for photo in spare if photo in seen):
            self._seen.setdefault(photo, (glance, key))
            if key in outcomes:
                self._outcomes.setdefault(key, outcomes[key])
        if (self._seen, self._outcomes) != self._earlier:
            self._write(self._seen, self._outcomes)
        kept = {one.name for found in self._outcomes.values() if isinstance(found, tuple) for one in found}
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file.name not in kept and _OURS.fullmatch(file.name):
                file.unlink(missing_ok=True)

    def _sound(self, one: Finished) -> Finished | None:
        file = self.folder / one.name
        try:
            size, mtime = glance_at(file)
            if size == one.size and (mtime == one.mtime or _digest(file.read_bytes()) == one.digest):
                return one if mtime == one.mtime else replace(one, mtime=mtime)
        except OSError:
            pass  # lost: make it again
        return None

    def _read(self) -> None:
        try:
            found = json.loads((self.folder / _INDEX).read_bytes())
            if found["recipe"] == self._recipe:
                seen = {photo: ((int(size), int(mtime)), str(key)) for photo, size, mtime, key in found["seen"]}
                self._earlier = seen, {key: _outcome(written) for key, written in found["outcomes"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            pass  # no index, or a damaged one

    def _write(self, seen: dict[str, tuple[Glance, str]], outcomes: dict[str, Outcome]) -> None:
        index = {
            "recipe": self._recipe,
            "seen": [(photo, *glance, key) for photo, (glance, key) in sorted(seen.items())],
            "outcomes": {key: _written(found) for key, found in sorted(outcomes.items())},
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_aside(self.folder / _INDEX, json.dumps(index, separators=(",", ":")).encode())


def glance_at(file: Path) -> Glance:
    """Return a file's size in bytes and time of change in nanoseconds, by which changes are noticed without reading."""
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns


def _put_one(file: Path, one: Pressed) -> Finished:
    _write_aside(file, one.content)
    size, mtime = glance_at(file)
    return Finished(
        name=file.name,
        type=one.type,
        width=one.width,
        height=one.height,
        size=size,
        mtime=mtime,
        digest=_digest(one.content),
    )


def _write_aside(file: Path, content: bytes) -> None:
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(file)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=8).hexdigest()


def _written(found: Outcome) -> list[object]:
    return [found.reason.value, found.detail] if isinstance(found, Refusal) else [astuple(one) for one in found]


def _outcome(written: object) -> Outcome:
    match written:
        case [str(reason), str(detail)]:
            return Refusal(Reason(reason), detail)
        case [list(), *_] as rows:
            return tuple(map(_finished, rows))
    raise ValueError(written)


def _finished(row: object) -> Finished:
    match row:
        case [str(name), str(kind), int(width), int(height), int(size), int(mtime), str(digest)]:
            return Finished(name=name, type=kind, width=width, height=height, size=size, mtime=mtime, digest=digest)
    raise ValueError(row)
