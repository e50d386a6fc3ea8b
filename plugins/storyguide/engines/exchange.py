"""A finished site put in the place of the last: only what differs is touched, and what is gone goes."""

import os
import shutil
from pathlib import Path


def exchange(new: Path, site: Path) -> int:
    """Bring site to what stands in new, and remove new; returns how many files were written or removed.

    Both lie on one disk. New files come first and pages last before anything is
    removed, so that a reader in between meets no page without its pictures.
    A file whose bytes are the same is left alone, with its time of change.
    """
    if not site.exists():
        site.parent.mkdir(parents=True, exist_ok=True)
        new.replace(site)
        return sum(len(files) for _, _, files in os.walk(site))
    coming, standing = _files(new), _files(site)
    touched = 0
    for path in sorted(coming, key=lambda path: (path.endswith(".html"), path)):
        old = site / path
        if path in standing and _same(new / path, old):
            continue
        if old.is_dir():
            shutil.rmtree(old)
        _make_room(old.parent, site)
        (new / path).replace(old)
        touched += 1
    for path in standing - coming:
        if (site / path).is_symlink() or (site / path).is_file():  # else what it was, or lay in, has changed its kind
            (site / path).unlink()
        touched += 1
    shutil.rmtree(new)
    for folder, _, _ in os.walk(site, topdown=False):
        if not any(os.scandir(folder)):
            Path(folder).rmdir()
    return touched


def _make_room(folder: Path, site: Path) -> None:
    """Have this folder within the site, where a file may stand that was once at its address."""
    for above in (*reversed(folder.parents), folder):
        if above.is_relative_to(site) and above.is_file():
            above.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _files(folder: Path) -> set[str]:
    start = len(str(folder)) + 1
    return {os.path.join(where, name)[start:] for where, _, names in os.walk(folder) for name in names}  # noqa: PTH118


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()
