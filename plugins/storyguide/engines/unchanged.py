"""Whether anything has changed since the site was last published, told without reading a single file."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def fingerprint(root: Path, *, also: Iterable[Path] = (), settings: Iterable[object] = ()) -> str:
    """What a site made now is made from: every source's name, size and time of change, our own code, the settings.

    also: further files or folders that count. A file changed and put back gives another
    fingerprint; the site is then built again, to the same bytes.
    """
    digest = blake2b(digest_size=16)
    digest.update(repr((sys.version, *settings)).encode())
    for place in (root / "stories", root / "docs", root / "mkdocs.yml", PACKAGE, *also):
        for line in _told(place):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def same_as_recorded(record: Path, made_from: str, site: Path) -> dict[str, object] | None:
    """The figures of the last publication, if it was made from the same and the site stands as it was left."""
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
        figures = kept["figures"]
        same = kept["made_from"] == made_from and kept["site"] == _state(site)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return figures if same and isinstance(figures, dict) else None


def write_record(record: Path, made_from: str, site: Path, figures: dict[str, object]) -> None:
    """Remember what the site was made from and how it stands."""
    record.parent.mkdir(parents=True, exist_ok=True)
    aside = record.with_suffix(".part")
    aside.write_text(json.dumps({"made_from": made_from, "site": _state(site), "figures": figures}), encoding="utf-8")
    aside.replace(record)


def _state(site: Path) -> str:
    digest = blake2b(digest_size=16)
    for line in _told(site):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _told(place: Path) -> Iterator[str]:
    """A line for each file at or below a place, in a settled order; none for what is not there."""
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except NotADirectoryError:
        found = place.stat()
        yield f"{place}\0{found.st_size}\0{found.st_mtime_ns}\n"
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _told(Path(entry.path))
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{entry.path}\0{found.st_size}\0{found.st_mtime_ns}\n"
