"""Open a YAML file of the edition, such as its trails, glossary, events or registers."""

from pathlib import Path

from storyguide.model.problems.stories import cannot_open
from storyguide.model.source import Source
from storyguide.reading.metadata import read_facts
from storyguide.reading.unread import OF_THE_FILE
from storyguide.reading.written import Group, Reading


def open_list(root: Path, reading: Reading) -> Group | None:
    """Return the facts of the file `reading.path` below `root`; None if it is missing or unreadable.

    An unreadable file is reported. A symbolic link is not followed; it is reported with all others under stories/.
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
