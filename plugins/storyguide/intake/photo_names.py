"""Match the photos that a story names to those that came with it, though computers may have changed their names."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from storyguide.intake.manuscript import Picture

_SAME_ENDING = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "tif": "tiff", "heif": "heic"}


def matched(names: Iterable[str], pictures: Mapping[str, Picture]) -> dict[str, str]:
    """Return, for each name that a story uses, the key of the one picture it means; names that match none are left out.

    The nearest match counts: the path as written, then without regard to case, spaces and the way accents are stored,
    then the file's name alone in any folder, then that without its ending. Where two pictures match equally well,
    neither is taken.
    """
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if name in pictures:
            found[name] = name
            continue
        for likened in (_path, _file, _file_without_ending):
            if one := _only_one(name, pictures, likened):
                found[name] = one
                break
    return found


def _only_one(name: str, pictures: Mapping[str, Picture], likened: Callable[[str], str]) -> str:
    wanted = likened(name)
    alike = [key for key in pictures if likened(key) == wanted] if wanted else []
    return alike[0] if len(alike) == 1 else ""


def _path(name: str) -> str:
    path = PurePosixPath(re.sub(r"[\s_]+", "_", normalize("NFC", unquote(name)).casefold().replace("\\", "/").strip()))
    ending = path.suffix.removeprefix(".")
    return path.with_suffix("." + _SAME_ENDING.get(ending, ending)).as_posix() if ending else path.as_posix()


def _file(name: str) -> str:
    return PurePosixPath(_path(name)).name


def _file_without_ending(name: str) -> str:
    return PurePosixPath(_path(name)).stem
