"""Whether anything has changed since the site was last published, told without reading a single file."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def fingerprint(root: Path, *, also: Iterable[Path] = (), settings: Iterable[object] = ()) -> str:
    """What a site made now is made from: every source's name, size and time of change, our own code, the settings.

    also: further files or folders that count. A file changed and put back gives another
    fingerprint; the site is then built again, to the same bytes.
    """
    digest = blake2b(repr((sys.version, *settings)).encode(), digest_size=16)
    for place in (root / "stories", root / "docs", root / "mkdocs.yml", PACKAGE, *also):
        _tell(str(place), digest.update)
    return digest.hexdigest()


def same_as_recorded(record: Path, made_from: str, site: Path) -> dict[str, object] | None:
    """The figures of the last publication, if it was made from the same and the site stands as it was left."""
    try:
        kept = json.loads(record.read_text(encoding="utf-8"))
        figures = kept["figures"]
        same = kept["made_from"] == made_from and _stands(site, kept["files"], kept["finished"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return figures if same and isinstance(figures, dict) else None


def write_record(record: Path, made_from: str, files: int, figures: dict[str, object]) -> None:
    """Remember what the site was made from, how many files it has, and that it is finished now."""
    record.parent.mkdir(parents=True, exist_ok=True)
    aside = record.with_suffix(".part")
    kept = {"made_from": made_from, "files": files, "finished": time.time_ns(), "figures": figures}
    aside.write_text(json.dumps(kept), encoding="utf-8")
    aside.replace(record)


def census(site: Path) -> tuple[int, int]:
    """How many files a site has, and how many of them are pages."""
    names = [name for _, _, files in os.walk(site) for name in files]
    return len(names), sum(name.endswith(".html") for name in names)


def _stands(site: Path, files: int, finished: int) -> bool:
    """Whether there are as many files, and none has been changed since."""
    changed = [os.stat(os.path.join(folder, name)).st_mtime_ns for folder, _, names in os.walk(site) for name in names]  # noqa: PTH116, PTH118
    return len(changed) == files and max(changed, default=0) <= finished


def _tell(place: str, told: Callable[[bytes], None]) -> None:
    """Tell of each file at or below a place, in a settled order; of nothing where there is nothing.

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
    lines, folders = [place], []
    for name, entry in entries:
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.path)
        else:
            stat = entry.stat(follow_symlinks=False)
            lines.append(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}")
    told("\n".join(lines).encode("utf-8", "surrogateescape"))
    for folder in folders:
        if not folder.endswith("__pycache__"):
            _tell(folder, told)
