"""Keeps finished photos between builds, and what is known of each photo so that it need not be read again."""

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
Glance = tuple[int, int]
"""A file's size, and its time of change in nanoseconds."""

_ENDINGS = {"image/webp": "webp", "image/jpeg": "jpg"}
_INDEX = "index.json"
_OURS = re.compile(r"[0-9a-f]{16}-\d+\.(?:webp|jpg)(?:\.\d+)?|index\.json\.\d+")
_SAVE_EVERY = 50
"""Outcomes; what an interrupted build has made is then found again by the next."""


def key_of(photo: BufferedReader | BytesIO, recipe: str) -> str:
    """Sixteen letters that stand for these bytes made by this recipe."""
    return file_digest(photo, lambda: blake2b(recipe.encode(), digest_size=8)).hexdigest()


def put(folder: Path, key: str, pressed: Iterable[Pressed]) -> tuple[Finished, ...]:
    """Write pressed pictures as finished files, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_put_one(folder / f"{key}-{one.width}.{_ENDINGS[one.type]}", one) for one in pressed)


class Store:
    """The finished photos in a folder, and an index of what each photo became.

    Anything in doubt - an index that cannot be read, another recipe, a finished file
    that is not as it was written - counts as not there, and is made again.
    """

    def __init__(self, folder: Path, recipe: str) -> None:
        self.folder = folder
        self._recipe = recipe
        self._earlier: tuple[dict[str, tuple[Glance, str]], dict[str, Outcome]] = ({}, {})
        self._seen: dict[str, tuple[Glance, str]] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._read()

    def key_seen(self, photo: str, glance: Glance) -> str:
        """The key of a photo that looked just like this before, or ""."""
        known = self._earlier[0].get(photo)
        if known is None or known[0] != glance:
            return ""
        self._seen[photo] = known
        return known[1]

    def see(self, photo: str, glance: Glance, key: str) -> None:
        """Remember the key of a photo that looks like this."""
        self._seen[photo] = (glance, key)

    def outcome(self, key: str) -> Outcome | None:
        """What this key's photo became before, if its files are sound."""
        found = self._earlier[1].get(key)
        if isinstance(found, tuple):
            sound = tuple(filter(None, map(self._sound, found)))
            found = sound if len(sound) == len(found) else None
        if found is not None:
            self._outcomes[key] = found
        return found

    def keep(self, key: str, outcome: Outcome) -> None:
        """Remember what this key's photo has become, unless it may become something else the next time."""
        if outcome == STOPPED:
            return
        self._outcomes[key] = outcome
        if len(self._outcomes) % _SAVE_EVERY == 0:
            self.save()

    def save(self) -> None:
        """Write down what is known, from earlier and from now."""
        self._write(self._earlier[0] | self._seen, self._earlier[1] | self._outcomes)

    def forget(self, story: str) -> None:
        """Keep nothing of one story's photos, unless another story shows the same."""
        seen, outcomes = self._earlier
        self._seen = {photo: each for photo, each in seen.items() if not photo.startswith(f"{story}/")}
        others = {key for _, key in self._seen.values()}
        self._outcomes = {key: outcome for key, outcome in outcomes.items() if key in others}
        self.settle()

    def settle(self, spare: Iterable[str] = ()) -> None:
        """Write down what was asked for since the store was opened, and keep no other finished file.

        spare: further photos whose files stay, though nobody asked for them.
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
            pass  # lost: made again
        return None

    def _read(self) -> None:
        try:
            found = json.loads((self.folder / _INDEX).read_bytes())
            if found["recipe"] == self._recipe:
                seen = {photo: ((int(size), int(mtime)), str(key)) for photo, size, mtime, key in found["seen"]}
                self._earlier = seen, {key: _outcome(written) for key, written in found["outcomes"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            pass  # none, or not to be trusted

    def _write(self, seen: dict[str, tuple[Glance, str]], outcomes: dict[str, Outcome]) -> None:
        index = {
            "recipe": self._recipe,
            "seen": [(photo, *glance, key) for photo, (glance, key) in sorted(seen.items())],
            "outcomes": {key: _written(found) for key, found in sorted(outcomes.items())},
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_aside(self.folder / _INDEX, json.dumps(index, separators=(",", ":")).encode())


def glance_at(file: Path) -> Glance:
    """What tells, without reading it, that a file has not changed."""
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
