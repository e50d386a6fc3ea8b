"""What part of an edition was asked about, by the paths somebody typed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path


class NoSuchPathError(Exception):
    """A path leads nowhere in the edition; its words are for whoever typed it."""


def scope(root: Path, paths: Sequence[str]) -> Callable[[str], bool]:
    """Says of a file's name, as seen from root, whether it was asked about; without paths every file was.

    Any file of a story's folder stands for the whole story, since that is where its photos are told of.
    """
    if not paths:
        return lambda _: True
    wanted = tuple(_from_root(root, path) for path in paths)
    return lambda name: any(not one or name == one or name.startswith(one + "/") for one in wanted)


def _from_root(root: Path, typed: str) -> str:
    for start in (Path.cwd(), root, root / "stories"):
        # Not resolved: a pointer to somewhere else is to be told of under its own name.
        path = Path(os.path.normpath(start / typed))
        if os.path.lexists(path) and path.is_relative_to(root):
            parts = path.relative_to(root).parts
            in_a_story = parts[:1] == ("stories",) and len(parts) > 2 and parts[1] != "frameworks"
            return "/".join(parts[:2] if in_a_story else parts)
    from storyguide.model.slug import slug_of  # noqa: PLC0415 (needed only for a slip)

    slug = slug_of(Path(typed).name)
    meant = f" Did you mean “stories/{slug}”?" if slug and (root / "stories" / slug).is_dir() else ""
    raise NoSuchPathError(f"There is no “{typed}” in this edition.{meant}")
