"""Recognise a file or folder that was sent in, by its content and not its name, and read it with the right reader."""

from pathlib import Path

from storyguide.intake.advice import is_link, unreadable
from storyguide.intake.ceilings import beyond_ceilings
from storyguide.intake.documents import read_written, with_pictures
from storyguide.intake.issue import is_issue, read_issue
from storyguide.intake.letter import is_letter, read_letter
from storyguide.intake.manuscript import Manuscript, Packet, Refused
from storyguide.intake.packet import read_folder, read_zip

MOST_BYTES = 200_000_000
"""Largest file read, in bytes."""
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"


def read_arrival(path: Path) -> Manuscript | Packet | Refused:
    """Return the story in a file or folder, or the reason why it is not taken in."""
    return beyond_ceilings(_read(path), path.name)


def _read(path: Path) -> Manuscript | Packet | Refused:
    """Return the story in a file or folder, read by the first reader that recognises it, or a refusal."""
    name = path.name
    if path.is_dir():
        return read_folder(path)
    size = path.stat().st_size
    if size > MOST_BYTES:
        return Refused(
            f"“{name}” weighs {size // 1_000_000:,} megabytes, and up to {MOST_BYTES // 1_000_000} are taken",
            "ask for the words and the best photos only",
        )
    data = path.read_bytes()
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return read_zip(data, name)
    if is_issue(data) and not is_link(data):
        return read_issue(data, name)
    if is_letter(data):
        return read_letter(data, name)
    read = read_written(data, name)
    return with_pictures(read, {}) if isinstance(read, Manuscript) else read or unreadable(data, name)
