"""Find a story's photo in the story's folder, and nowhere else."""

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from unicodedata import normalize

from storyguide.reading.photos.outcome import Reason, Refusal
from storyguide.reading.photos.recipe import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Found:
    """A photo's file, with its size in bytes and time of change in nanoseconds, by which changes are noticed."""

    path: Path
    glance: tuple[int, int]


def find(folder: Path, file: str) -> Found | Refusal:
    """Return the file of this name in the folder, or the reason why there is none to read.

    Names that differ only in capitals or in the Unicode form of accents count as equal: computers disagree on both, and
    the published photo gets another name anyway. Symbolic links are refused.
    """
    if not file or Path(file).name != file:
        return Refusal(Reason.MISSING)
    path = folder / file
    try:
        stat = path.lstat()
    except (OSError, ValueError):
        beside = folder.iterdir() if folder.is_dir() else ()
        twins = [one for one in beside if _folded(one.name) == _folded(file)]
        if len(twins) != 1:
            return Refusal(Reason.MISSING)
        path = twins[0]
        stat = path.lstat()
    if S_ISLNK(stat.st_mode):  # it could lead out of the guide
        return Refusal(Reason.NOT_A_PHOTO, "a pointer to another file")
    if not S_ISREG(stat.st_mode):
        return Refusal(Reason.NOT_A_PHOTO, "a folder" if S_ISDIR(stat.st_mode) else "no ordinary file")
    if stat.st_size > MOST_BYTES:
        return Refusal(Reason.FILE_TOO_LARGE, str(round(stat.st_size / 1_000_000)))
    return Found(path, (stat.st_size, stat.st_mtime_ns))


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()
