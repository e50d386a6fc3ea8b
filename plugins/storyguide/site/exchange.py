"""A finished site put in the place of the last in one step: at any moment the one or the other is there, whole."""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from storyguide.site.digests import files_below


def beside(site: Path) -> Path:
    """Where a new site is made: on the same disk, or it could not take the other's place in one step."""
    return site.with_name(f".{site.name}-next")


def recover(site: Path) -> None:
    """Clear away what a build left that was killed; where it had put the last site aside, have that stand again."""
    last = _aside(site)
    if last.is_dir() and not site.exists():
        last.rename(site)
    for left in (last, beside(site)):
        if left.is_dir():
            _clear(left)  # all of it, or it would be mixed with the new


def exchange(
    new: Path, site: Path, *, digests: Mapping[str, str] | None = None, standing: Mapping[str, str] | None = None
) -> int:
    """Have new stand as the site, and the last site gone; returns how many files differ or are gone.

    Both lie on one disk. A file whose bytes are the same stays the very file it was, with its time of
    change. Hidden files and folders at the top that others put there stay too (a site may be somebody's
    branch in git); all else that the new site has not goes.

    digests, standing: of all files in new and of all in site but those hidden, where they are known beforehand.
    A file that is in both, and the same, need not lie in new.
    """
    if not site.exists():
        site.parent.mkdir(parents=True, exist_ok=True)
        first = len(digests or files_below(new))
        new.rename(site)
        return first
    known, before = digests or {}, standing or {}
    coming, there = set(known or files_below(new)), set(before or files_below(site))
    ours = {path.split("/", 1)[0] for path in before}
    hidden = [path.name for path in site.glob(".*") if not (new / path.name).exists() and path.name not in ours]
    there = {path for path in there if path.split("/", 1)[0] not in hidden}
    same = [path for path in sorted(coming & there) if _same(str(new), str(site), path, known, before)]
    for path in same:
        _keep(os.path.join(site, path), os.path.join(new, path))  # noqa: PTH118
    for name in hidden:
        _bring(site / name, new / name)
    shutil.copymode(site, new)
    _swap(new, site)
    return len(coming | there) - len(same)


def _clear(folder: Path) -> None:
    """Take a folder away; the search of a build that was killed may go on writing there for a moment."""
    for patience in (0.05, 0.2, 1.0):
        try:
            shutil.rmtree(folder)
        except OSError as fault:
            if fault.errno != errno.ENOTEMPTY:
                raise
            time.sleep(patience)
        else:
            return
    shutil.rmtree(folder)


def _swap(new: Path, site: Path) -> None:
    if _at_once(new, site):
        last = new
    else:
        last = _aside(site)
        site.rename(last)
        try:
            new.rename(site)
        except BaseException:
            last.rename(site)
            raise
    shutil.rmtree(last, ignore_errors=True)  # what is left of it the next build clears away


def _at_once(one: Path, other: Path) -> bool:
    """Have two folders change names with no moment between, where the system can; False where nothing was done."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 (needed here only)

    here, exchanging = -100, 2  # AT_FDCWD and RENAME_EXCHANGE, as Linux has them
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchanging) == 0)


def _keep(old: str, new: str) -> None:
    """Have the old file stand in the new site too: itself where the disk can, else at least its time of change."""
    if not os.path.lexists(new):
        os.makedirs(os.path.dirname(new), exist_ok=True)  # noqa: PTH103, PTH120
        _linked(old, new)
        return
    aside = f"{new}~"
    try:
        os.link(old, aside)
    except OSError:
        known = os.stat(old)  # noqa: PTH116
        os.utime(new, ns=(known.st_atime_ns, known.st_mtime_ns))
    else:
        os.replace(aside, new)  # noqa: PTH105


def _bring(old: Path, new: Path) -> None:
    """Have what others put into the last site stand in the new one."""
    if old.is_dir() and not old.is_symlink():
        shutil.copytree(old, new, symlinks=True, copy_function=_linked)
    else:
        _linked(str(old), str(new))


def _linked(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _same(new: str, site: str, path: str, known: Mapping[str, str], before: Mapping[str, str]) -> bool:
    one, other = os.path.join(new, path), os.path.join(site, path)  # noqa: PTH118
    if path in known and path in before:
        return known[path] == before[path]
    old = os.lstat(other)
    if not stat.S_ISREG(old.st_mode) or os.stat(one).st_size != old.st_size:  # noqa: PTH116
        return False
    return Path(one).read_bytes() == Path(other).read_bytes()


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-last")
