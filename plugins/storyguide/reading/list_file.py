"""Opens a file of the edition's own: of its trails, its words, its events, its registers."""

from pathlib import Path

from storyguide.model.problems.stories import cannot_open
from storyguide.model.source import Source
from storyguide.reading.metadata import read_facts
from storyguide.reading.unread import OF_THE_FILE
from storyguide.reading.written import Group, Reading


def open_list(root: Path, reading: Reading) -> Group | None:
    """The facts of the file that is being read, from the guide's root; None where there is none, or it cannot be read.

    Nothing that only points elsewhere is followed. That it does is told with all else that lies under stories/.
    """
    file = root / reading.path
    if file.is_symlink():
        return None
    if file.is_file():
        try:
            return read_facts(file.read_bytes(), reading)
        except OF_THE_FILE:
            reading.tell(cannot_open(Source(reading.path)))
    elif file.is_dir():
        reading.tell(cannot_open(Source(reading.path)))
    return None
