"""Changes to files that are made all together or not at all; standard library only, and open to every room."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self


def write_whole(file: Path, data: bytes) -> None:
    """Write a file beside its place and then put it there, so that there is always a whole one.

    It keeps the permissions of the file it replaces. Raises OSError, and then leaves nothing behind.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        if file.exists():
            shutil.copymode(file, aside)
        else:
            aside.chmod(0o666 & ~_umask())
        aside.replace(file)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


class Transaction:
    """Changes to files that are undone, the newest first, when their block is left by an exception.

    To undo them takes no room: things are renamed and removed, so that a full disk does not stop it.
    """

    def __init__(self) -> None:
        self._undo: list[Callable[[], object]] = []
        self._at_end: list[Path] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Undo everything after an exception; else remove what was kept in order to do so."""
        if fault is not None:
            for undo in reversed(self._undo):
                with suppress(OSError):
                    undo()
            return
        for place in self._at_end:
            _remove(place)

    def write(self, file: Path, data: bytes) -> None:
        """Write a file whole, in place of the one that stands there."""
        if file.exists():
            before = _beside(file, f"before-{len(self._undo)}")
            self._undo.append(lambda: before.unlink(missing_ok=True))
            shutil.copy2(file, before)
            self._at_end.append(before)
            write_whole(file, data)
            self._undo.append(lambda: before.replace(file))
        else:
            write_whole(file, data)
            self._undo.append(file.unlink)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, as far as they are missing."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        if missing:
            self._undo.append(lambda: _remove(missing[-1]))
            folder.mkdir(parents=True)

    def move(self, place: Path, to: Path) -> None:
        """Move a file or a folder to where nothing stands, onto another disk if need be."""
        try:
            place.rename(to)
        except OSError as fault:
            if fault.errno != errno.EXDEV:
                raise
            self._undo.append(lambda: _remove(to))
            shutil.copytree(place, to, symlinks=True) if place.is_dir() else shutil.copy2(place, to)
            self.remove(place)
        else:
            self._undo.append(lambda: to.rename(place))

    def remove(self, place: Path) -> None:
        """Remove a file or a folder with all that is in it."""
        gone = _beside(place, f"gone-{len(self._undo)}")
        place.rename(gone)
        self._undo.append(lambda: gone.rename(place))
        self._at_end.append(gone)


def _beside(place: Path, what: str) -> Path:
    """Return a hidden name in the same folder, with nothing at it."""
    beside = place.with_name(f".{place.name}.{what}")
    _remove(beside)  # left by a machine that was switched off
    return beside


def _remove(place: Path) -> None:
    """Remove what stands there, as far as the machine lets us; a second time where something else just held it."""
    for _ in range(2):
        try:
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
        except OSError:
            continue
        return


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
