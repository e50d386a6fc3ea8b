"""Open a zip that a stranger packed: counted and measured before anything is unpacked, with no trust in its names."""

import re
import stat
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile, ZipInfo

from storyguide.intake.charsets import decoded
from storyguide.intake.manuscript import Refused

MOST_FILES = 500
"""Most files in a zip or folder."""
MOST_BYTES = 400_000_000
"""Most bytes of all files together, unpacked."""
_MOST_TIMES = 200
"""Largest ratio of a file's size to its packed size; text packs to a tenth, and only a zip bomb to a thousandth."""
_SMALL = 5_000_000
"""Bytes. A file of this size or less may have any ratio."""
_ENCRYPTED = 0x1
_NAMED_IN_UNICODE = 0x800
_LEFT_BY_COMPUTERS = re.compile(
    r"__MACOSX|\.DS_Store|\._.*|\.AppleDouble|\.Spotlight-V100|\.Trashes|\.fseventsd|\.localized|Icon\r"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|~\$.*|~WRL\d+\.tmp|~.*\.tmp|\.~lock\..*#",
    re.IGNORECASE,
)

Unpacked = Mapping[str, "Packed"]
"""Files of a zip by their paths in it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in a zip, which is unpacked when it is read."""

    _zip: ZipFile
    _info: ZipInfo

    @property
    def size(self) -> int:
        """Size in bytes as the zip declares it."""
        return self._info.file_size

    def read(self) -> bytes:
        """Return the file's bytes, no more than its declared size; b"" when they are damaged."""
        try:
            with self._zip.open(self._info) as opened:
                return opened.read(self._info.file_size)
        except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            return b""


def unpack(data: bytes, name: str) -> Unpacked | Refused:
    """Return the files in a zip by their paths in it, or a refusal.

    Refused are zips that are damaged, encrypted, too large or too dense, and those with links or paths that lead out of
    them.
    """
    try:
        opened = ZipFile(BytesIO(data))
        infos = [info for info in opened.infolist() if not info.is_dir() and not is_litter(_name_of(info))]
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return Refused(f"“{name}” is damaged: it cannot be opened", "ask for it to be sent again")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        return Refused(f"“{name}” is locked with a password", "ask for it without one")
    if len(infos) > MOST_FILES:
        return Refused(
            f"“{name}” holds {len(infos):,} files, and up to {MOST_FILES} are taken",
            "ask for the story and its best photos only",
        )
    if sum(info.file_size for info in infos) > MOST_BYTES or any(map(_is_trap, infos)):
        return Refused(
            f"“{name}” would unfold into far more than a story and its photos",
            "do not open it; ask the sender what it is",
        )
    if any(_leads_out(info) for info in infos):
        return Refused(
            f"“{name}” holds a file that points out of it, as no ordinary zip does",
            "do not open it; ask the sender what it is",
        )
    return {_name_of(info): Packed(opened, info) for info in infos if info.filename[-1:] != "\\"}


def is_litter(name: str) -> bool:
    """Return whether a file is one that a computer or a word processor leaves behind, by its path with slashes."""
    return any(_LEFT_BY_COMPUTERS.fullmatch(part) for part in PurePosixPath(name).parts)


def _name_of(info: ZipInfo) -> str:
    """Return a file's path with forward slashes, in NFC, decoded by likelihood if the zip does not declare Unicode."""
    name = info.filename
    if not name.isascii() and not info.flag_bits & _NAMED_IN_UNICODE:
        # zipfile decodes such a name as cp437, in which the oldest programs wrote it.
        name = decoded(info.orig_filename.encode("cp437", "replace")).text
    return normalize("NFC", name.replace("\\", "/"))


def _is_trap(info: ZipInfo) -> bool:
    return info.file_size > _SMALL and info.file_size > _MOST_TIMES * max(info.compress_size, 1)


def _leads_out(info: ZipInfo) -> bool:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    return is_link or path.is_absolute() or ".." in path.parts or ":" in info.filename
