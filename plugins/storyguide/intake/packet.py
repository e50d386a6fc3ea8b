"""Read a zip or a folder that holds a story or a document, with the photos beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Protocol

from storyguide.intake.advice import unreadable, unreadable_zip
from storyguide.intake.documents import read_written, read_zipped_document, with_pictures
from storyguide.intake.manuscript import Manuscript, Packet, Picture, Refused
from storyguide.intake.unpacking import MOST_BYTES, MOST_FILES, Unpacked, is_litter, unpack
from storyguide.reading.photos.kinds import ENOUGH, kind_of

STORY = "story.md"
"""File name of a story file."""
_FACTS_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?\s*---")
_ZIP = b"PK\x03\x04"
_DOCUMENTS = (".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".fodt", ".rtf")
_WRITTEN = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
_LIKELIEST = (_DOCUMENTS, (".doc", ".dot"), _WRITTEN)
_OLD = (".pages", ".wpd", ".wps", ".pdf", ".eml", ".msg", ".zip", ".rar", ".7z")
"""Endings of files that people send in place of a story that can be read; the refusal says what such a file is."""
_DEEPEST = 3
"""Deepest nesting of folders read: a story's photos may well lie in a folder of their own."""


class File(Protocol):
    """A file, on disk or in a zip."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    def read(self) -> bytes:
        """Return the file's bytes; b"" when they cannot be read."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file in a folder on disk."""

    path: Path

    @property
    def size(self) -> int:
        """Size in bytes."""
        return self.path.stat().st_size

    def read(self) -> bytes:
        """Return the file's bytes; b"" when they cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""


def read_zip(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """Return the story in a zip, which may be a Word document, an OpenDocument text or a packet of files."""
    files = unpack(data, name)
    if isinstance(files, Refused):
        return files
    return read_zipped_document(files, name) or _closed(files, name) or _together(files, name)


def read_carried(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """Return the story in a file that came with others: a zip, a document, a web page or plain text."""
    if data.startswith(_ZIP):
        return read_zip(data, name)
    return read_written(data, name) or unreadable(data, name)


def read_folder(folder: Path) -> Manuscript | Packet | Refused:
    """Return the story in a folder. Symbolic links are not followed."""
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


def _closed(files: Unpacked, name: str) -> Refused | None:
    return unreadable_zip(files, files["mimetype"].read() if "mimetype" in files else b"", name)


def _together(files: Mapping[str, File], name: str) -> Manuscript | Packet | Refused:
    """Return the one story among files, with the photos beside it, or a refusal."""
    candidates = _candidates(files)
    if len(candidates) > 1:
        listed = ", ".join(f"“{file}”" for file in candidates[:5])
        return Refused(
            f"“{name}” holds {len(candidates)} stories: {listed}", "take in one at a time, each with its own photos"
        )
    if not candidates:
        return _without_story(files, name)
    chosen = candidates[0]
    folder = PurePosixPath(chosen).parent
    pictures, remarks = _pictures({file: each for file, each in files.items() if file != chosen}, folder)
    data = files[chosen].read()
    if PurePosixPath(chosen).name.lower() == STORY and (not data.strip() or _FACTS_FIRST.match(data)):
        return Packet(story=data, pictures=pictures, remarks=tuple(remarks))
    read = _read_document(data, chosen)
    if isinstance(read, Refused):
        return read
    if isinstance(read, Packet):
        return replace(read, pictures=pictures, remarks=(*read.remarks, *remarks))
    read = with_pictures(read, pictures)
    return replace(read, remarks=(*read.remarks, *remarks))


def _candidates(files: Mapping[str, File]) -> list[str]:
    """Return the files that may be the story, of the likeliest kind present: story files, documents, or plain text."""
    if stories := [file for file in files if PurePosixPath(file).name.lower() == STORY]:
        return stories
    by_ending = ([file for file in files if file.lower().endswith(endings)] for endings in _LIKELIEST)
    return next(filter(None, by_ending), [])


def _read_document(data: bytes, name: str) -> Manuscript | Packet | Refused:
    """Return the story in a document of a packet, read by its content, whatever its name says."""
    if not data.startswith(_ZIP):
        return read_written(data, name) or unreadable(data, name)
    unpacked = unpack(data, name)
    if isinstance(unpacked, Refused):
        return unpacked
    return read_zipped_document(unpacked, name) or _closed(unpacked, name) or unreadable(data, name)


def _without_story(files: Mapping[str, File], name: str) -> Refused:
    """Return the refusal of files among which no story can be read."""
    for file, each in files.items():
        if file.lower().endswith(_OLD):
            about = unreadable(each.read(), file)
            if file.lower().endswith(".eml"):
                about = Refused(f"“{file}” is an e-mail", "take it out, and take it in by itself")
            return Refused(f"“{name}” holds no story that can be read: {about.why}", about.instead)
    if not files:
        return Refused(f"“{name}” is empty", "ask for it to be sent again")
    return Refused(
        f"“{name}” holds no story: neither a {STORY} nor a document or text",
        "put the words beside the photos, as .docx, .odt or .txt",
    )


def _pictures(files: Mapping[str, File], folder: PurePosixPath) -> tuple[dict[str, Picture], list[str]]:
    """Return the photos by their paths as the story beside them would write them, and a remark on the other files."""
    pictures: dict[str, Picture] = {}
    others = []
    for file, each in sorted(files.items()):
        path = PurePosixPath(file)
        data = each.read()
        key = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file
        if kind_of(data[:ENOUGH]).opener:
            pictures[key] = Picture(path.name, data)
        else:
            others.append(f"“{path.name}” ({kind_of(data[:ENOUGH]).words})")
    if not others:
        return pictures, []
    more = f" and {len(others) - 10} more" if len(others) > 10 else ""
    return pictures, [f"Left out, being no photos: {', '.join(others[:10])}{more}."]
