"""What was taken down, kept aside until the guide is published without it."""

import shutil
from pathlib import Path

WITHDRAWN = "withdrawn"
"""In the cache, which is never published; one folder for each story."""
_STORY = "story"
_NOTES = "notes"


def put_aside(cache: Path, folder: Path, notes: str) -> None:
    """Move a story's folder, with all that is in it, out of the guide; notes are kept with it."""
    aside = cache / WITHDRAWN / folder.name
    shutil.rmtree(aside, ignore_errors=True)  # what is there has been published as taken down, or put back
    aside.mkdir(parents=True)
    (aside / _NOTES).write_text(notes, encoding="utf-8")
    shutil.move(folder, aside / _STORY)


def note(cache: Path, slug: str, notes: str) -> None:
    """Keep other notes with it."""
    (cache / WITHDRAWN / slug / _NOTES).write_text(notes, encoding="utf-8")


def is_aside(cache: Path, slug: str) -> bool:
    """Whether the story can still be put back."""
    return folder_of(cache, slug).is_dir()


def folder_of(cache: Path, slug: str) -> Path:
    """Return where the story's own files are kept aside, whether any are or not."""
    return cache / WITHDRAWN / slug / _STORY


def notes_of(cache: Path, slug: str) -> str:
    """What was noted when it was put aside."""
    return (cache / WITHDRAWN / slug / _NOTES).read_text(encoding="utf-8")


def put_back(cache: Path, folder: Path) -> str:
    """Have the story's folder where it was, as it was, in place of whatever stands there; gives the notes."""
    aside = cache / WITHDRAWN / folder.name
    notes = notes_of(cache, folder.name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.move(aside / _STORY, folder)
    shutil.rmtree(aside)
    _remove_if_empty(cache / WITHDRAWN)
    return notes


def let_go(cache: Path) -> None:
    """Keep nothing aside any longer: the guide has been published without it."""
    shutil.rmtree(cache / WITHDRAWN, ignore_errors=True)


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
