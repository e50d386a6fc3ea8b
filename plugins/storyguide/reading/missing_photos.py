"""Find the file most likely meant by a photo that a story lists but that is not in its folder."""

import os
from collections.abc import Collection
from pathlib import Path
from unicodedata import normalize

from storyguide.model.nearest import nearest_file
from storyguide.model.problem import Problem
from storyguide.model.problems.photos import photo_missing
from storyguide.model.source import Source, sayable


def missing_photo(where: Source, file: str, folder: Path, listed: Collection[str]) -> Problem:
    """Return the problem of a missing photo, naming the file most likely meant.

    `listed`: photos of the story's entries; a file that another entry names is not offered. Searched in order: similar
    names in the story's folder, the same name in a subfolder, the same name in another story's folder.
    """
    others = set(listed) - {file}
    near = nearest_file(file, [name for name in names_in(folder) if name not in others])
    inside = "" if near else _holding(folder, file)
    elsewhere = "" if near or inside else _holding(folder.parent, file)
    return photo_missing(where, file, near, inside=inside, elsewhere=elsewhere)


def names_in(folder: Path) -> list[str]:
    """Return the sorted names of everything in the folder but Markdown files; empty if there is no such folder."""
    return sorted(sayable(one.name) for one in folder.iterdir() if one.suffix != ".md") if folder.is_dir() else []


def _holding(folder: Path, file: str) -> str:
    """Return the name of the first subfolder that holds a file of this name; "" if none does."""
    wanted = {file, normalize("NFC", file), normalize("NFD", file)}
    try:
        with os.scandir(folder) as found:
            inside = sorted(one.name for one in found if one.is_dir(follow_symlinks=False) and one.name[0] != ".")
        holding = (name for name in inside for each in wanted if (folder / name / each).is_file())
        return sayable(next(holding, ""))
    except (OSError, ValueError):
        return ""
