"""Tells what has come in, by what it is and not by its name, and has it read."""

from pathlib import Path

from storyguide.intake.issue import is_issue, read_issue
from storyguide.intake.letter import is_letter, read_letter
from storyguide.intake.manuscript import Manuscript, Packet, Refused
from storyguide.intake.opendocument import is_flat_opendocument, read_flat_opendocument
from storyguide.intake.packet import read_folder, read_zip
from storyguide.reading.photos.kinds import ENOUGH, kind_of

MOST_BYTES = 200_000_000
_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def read_arrival(path: Path) -> Manuscript | Packet | Refused:
    """The story in a file or a folder."""
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
    if data.startswith(_ZIP):
        return read_zip(data, name)
    if data.startswith(_OLD_OR_LOCKED):
        return Refused(
            f"“{name}” is of an old kind, such as .doc or .msg, or locked with a password",
            "open it, save it as .docx (an e-mail as .eml) without a password, and take in that",
        )
    if is_flat_opendocument(data):
        return read_flat_opendocument(data, name)
    if is_issue(data):
        return read_issue(data, name)
    if is_letter(data):
        return read_letter(data, name)
    if not data.strip():
        return Refused(f"“{name}” is empty", "ask for it to be sent again")
    return Refused(
        f"“{name}” is {kind_of(data[:ENOUGH]).words}, which is not a story the guide can take in",
        "give a .docx, an .odt, an e-mail saved as .eml, a .zip or a folder with one of these and its photos",
    )
