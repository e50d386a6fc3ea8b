"""What the machine, not the guide, has against publishing, in one plain sentence or two."""

import errno
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from storyguide import CACHE

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM)
_MOUNTED = (errno.EBUSY, errno.EXDEV)


class MachineError(Exception):
    """The machine does not let a site be published; the words are for whoever asked. What stood before stands whole."""


def in_words(fault: OSError, site: Path, *, option: str = "--site") -> str:
    """Return a sentence on what went wrong with publishing into a folder, and on what to do about it.

    option: by which another folder is named; "" where none can be, and site is then the edition itself.
    """
    if isinstance(fault, shutil.Error):
        fault = _first_of(fault)
    place = _place(fault)
    if fault.errno in _FULL:
        said = f"The disk is full: {_room(site, known=bool(option))}. Make room there, then type the same again."
    elif fault.errno == errno.EROFS:
        elsewhere = f"Name a folder elsewhere with {option}." if option else "Copy the guide to another."
        said = f"{place or _quoted(site)} is on a disk that can only be read. {elsewhere}"
    elif fault.errno in _NOT_ALLOWED:
        elsewhere = f"Name another folder with {option}." if option else "Whoever looks after it can change that."
        said = f"This machine does not let you write or read {place or _quoted(site)}. {elsewhere}"
    elif fault.errno in _MOUNTED and str(site) in (fault.filename, fault.filename2):
        said = (
            f"Something else is mounted at {_quoted(site)}, so a new site cannot take its place in one step. "
            f"Name a folder inside it: {option} {site / 'guide'}"
        )
    else:
        why = fault.strerror or str(fault) or type(fault).__name__
        then = "Type the same again." if option in ("--site", "") else f"Name another folder with {option}."
        said = f"The machine could not go on: {why}{f' ({place})' if place else ''}. {then}"
    if f"{os.sep}{CACHE}{os.sep}" in place:
        said += f" All in {CACHE} may be deleted: it is made again."
    return f"{said} The site that stands is whole." if site.is_dir() and option == "--site" else said


def _room(site: Path, *, known: bool) -> str:
    """Return, as part of a sentence, how much room is free and how much a new site needs, as far as they are known."""
    import tempfile  # noqa: PLC0415 (seldom)

    told, needed = "nothing more can be written", sum(_sizes(site)) if known else 0
    with suppress(OSError):
        free = min(shutil.disk_usage(place).free for place in (site.parent, tempfile.gettempdir()))
        told = f"{_bytes(free)} are free"
    return f"{told}, and the new site needs about {_bytes(needed)} beside the one that stands" if needed else told


def _sizes(folder: Path) -> Iterable[int]:
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                yield os.lstat(os.path.join(where, name)).st_size  # noqa: PTH118
            except OSError:
                continue


def _bytes(number: int) -> str:
    if number < 1_000_000:
        return f"{-(-number // 1000):,} kB"
    return f"{number / 1_000_000:,.1f} MB"


def _place(fault: OSError) -> str:
    return _quoted(Path(os.fsdecode(fault.filename))) if isinstance(fault.filename, str | bytes) else ""


def _quoted(path: Path) -> str:
    return f"“{path}”"


def _first_of(faults: shutil.Error) -> OSError:
    """The first of several faults, of which their words alone are handed on."""
    told = str(faults)
    found = re.search(r"\[Errno (\d+)\]", told)
    return OSError(int(found[1]), os.strerror(int(found[1]))) if found else OSError(told)
