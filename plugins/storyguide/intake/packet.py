"""Reads what comes together: a zip or a folder with a story or a document in it, and the photos beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Protocol

from storyguide.intake.manuscript import Manuscript, Packet, Picture, Refused
from storyguide.intake.opendocument import is_opendocument, read_opendocument
from storyguide.intake.unpacking import MOST_BYTES, MOST_FILES, Unpacked, is_litter, unpack
from storyguide.intake.word import is_word, read_word
from storyguide.reading.photos.kinds import ENOUGH, kind_of

STORY = "story.md"
_DOCUMENTS = (".docx", ".odt")
_DEEPEST = 3
"""Folders in one another: a story's photos may well lie in one of their own."""


class File(Protocol):
    """A file, wherever it lies."""

    @property
    def size(self) -> int: ...
    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file in a folder."""

    path: Path

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    def read(self) -> bytes:
        """Its bytes; none when they cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""


def read_zip(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """The story in a zip: a Word document and an OpenDocument text are zips as well."""
    files = unpack(data, name)
    if isinstance(files, Refused):
        return files
    return read_document(files, name) or _together(files, name)


def read_document(files: Unpacked, name: str) -> Manuscript | Refused | None:
    """The manuscript, if this zip is a document."""
    if is_word(files):
        return read_word(files, name)
    return read_opendocument(files, name) if is_opendocument(files) else None


def read_folder(folder: Path) -> Manuscript | Packet | Refused:
    """The story in a folder. Nothing that only points elsewhere is followed."""
    files: dict[str, OnDisk] = {}
    weight = 0
    try:
        for file in _files(folder, _DEEPEST):
            files[file.relative_to(folder).as_posix()] = OnDisk(file)
            weight += file.stat().st_size
            if len(files) > MOST_FILES or weight > MOST_BYTES:
                return Refused(
                    f"“{folder.name}” holds more than a story and its photos",
                    f"put what belongs to the one story into a folder of its own: up to {MOST_FILES} files, "
                    f"{MOST_BYTES // 1_000_000} megabytes",
                )
    except OSError:
        return Refused(f"“{folder.name}” cannot be looked into", "see whether you may open it yourself")
    return _together(files, folder.name)


def _files(folder: Path, depth: int) -> Iterator[Path]:
    for each in sorted(folder.iterdir()):
        if each.name.startswith(".") or is_litter(each.name) or each.is_symlink():
            continue
        if each.is_file():
            yield each
        elif each.is_dir() and depth:
            yield from _files(each, depth - 1)


def _together(files: Mapping[str, File], name: str) -> Manuscript | Packet | Refused:
    stories = [file for file in files if PurePosixPath(file).name.lower() == STORY]
    documents = [file for file in files if file.lower().endswith(_DOCUMENTS)]
    candidates = stories or documents
    if len(candidates) > 1:
        listed = ", ".join(f"“{file}”" for file in candidates[:5])
        return Refused(
            f"“{name}” holds {len(candidates)} stories: {listed}", "take in one at a time, each with its own photos"
        )
    if not candidates:
        return Refused(
            f"“{name}” holds no story: neither a {STORY} nor a Word or OpenDocument document",
            "put the words beside the photos, as .docx or .odt",
        )
    chosen = candidates[0]
    beside = PurePosixPath(chosen).parent
    pictures, remarks = _pictures({file: each for file, each in files.items() if file != chosen}, beside)
    if stories:
        return Packet(story=files[chosen].read(), pictures=pictures, remarks=tuple(remarks))
    unpacked = unpack(files[chosen].read(), chosen)
    if isinstance(unpacked, Refused):
        return unpacked
    read = read_document(unpacked, chosen)
    if read is None:
        return Refused(
            f"“{chosen}” is neither a Word nor an OpenDocument document", "open it, and save it as .docx or .odt"
        )
    if isinstance(read, Refused):
        return read
    return replace(read, pictures={**read.pictures, **pictures}, remarks=(*read.remarks, *remarks))


def _pictures(files: Mapping[str, File], beside: PurePosixPath) -> tuple[dict[str, Picture], list[str]]:
    """The photos among these files, by their names as the story beside them would write them; and what is no photo."""
    pictures: dict[str, Picture] = {}
    others = []
    for file, each in sorted(files.items()):
        path = PurePosixPath(file)
        data = each.read()
        key = path.relative_to(beside).as_posix() if path.is_relative_to(beside) else file
        if kind_of(data[:ENOUGH]).opener:
            pictures[key] = Picture(path.name, data)
        else:
            others.append(f"“{path.name}” ({kind_of(data[:ENOUGH]).words})")
    if not others:
        return pictures, []
    more = f" and {len(others) - 10} more" if len(others) > 10 else ""
    return pictures, [f"Left out, being no photos: {', '.join(others[:10])}{more}."]
