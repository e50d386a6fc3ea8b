"""Finds words and pictures anywhere in a folder: in every file's bytes, however they are packed or written down."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from storyguide.editing.leaks.search_terms import Term, readings, unbroken
from storyguide.editing.leaks.unpacked import Layer, unpacked
from storyguide.reading.photos.likeness import Likeness, likenesses, looks_like

_AROUND = 40

_DIGESTS = re.compile(rb"^[0-9a-f]{64}(?=  )", re.MULTILINE)


class Leak(NamedTuple):
    """One place where something was found."""

    file: str
    """Its path from the folder that was searched."""
    what: str
    """The term, or the photo's name."""
    how: str
    """Where in the file, when not in its plain text."""
    line: int
    """0 where lines mean nothing."""
    excerpt: str


class Photo(NamedTuple):
    """A picture to look for."""

    name: str
    data: bytes
    looks: tuple[Likeness, ...]


def photo_of(file: Path) -> Photo:
    """A picture to look for: its bytes, and what it looks like."""
    data = file.read_bytes()
    return Photo(file.name, data, likenesses(data))


def find_leaks(
    folder: Path, terms: Sequence[Term], photos: Sequence[Photo] = (), *, leave_out: Callable[[str], bool] | None = None
) -> Iterator[Leak]:
    """Each file below a folder in which something is found, once for each thing, in the order of their names.

    leave_out says of a path from the folder whether it is not to be looked into.
    """
    for path, file in _files(folder):
        if leave_out and leave_out(path):
            continue
        yield from leaks_in(path, file.read_bytes(), terms, photos)


def leaks_in(path: str, data: bytes, terms: Sequence[Term], photos: Sequence[Photo] = ()) -> Iterator[Leak]:
    """What is found in one file, its name included."""
    wanted, pictures = list(terms), list(photos)
    for term, excerpt, _ in _in_text(path.encode("utf-8", "surrogateescape"), wanted):
        yield Leak(path, term.written, "in its name", 0, excerpt)
    for layer in unpacked(_own_words(path, data)):
        if not wanted and not pictures:
            return
        for leak in (*_words_in(path, layer, wanted), *_pictures_in(path, layer, pictures)):
            wanted = [term for term in wanted if term.written != leak.what]
            pictures = [photo for photo in pictures if photo.name != leak.what]
            yield leak


def everything_said(folder: Path) -> str:
    """All that a folder says: names of files and folders, and their bytes, unpacked, as text."""
    parts = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*"))]
    for path, file in _files(folder):
        layers = unpacked(_own_words(path, file.read_bytes()))
        parts += [layer.data.decode("utf-8", "surrogateescape") for layer in layers]
    return "\n".join(parts)


def _own_words(path: str, data: bytes) -> bytes:
    """What a file holds, without digests in the list of all files: any few digits may stand in one by chance."""
    return _DIGESTS.sub(b"", data) if path == "files.sha256" else data


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    found = ((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*"))
    yield from sorted((path, file) for path, file in found if file.is_file())


def _words_in(path: str, layer: Layer, terms: Sequence[Term]) -> Iterator[Leak]:
    for term, excerpt, _ in _in_text(layer.within.encode(), terms):
        yield Leak(path, term.written, "in a name within it", 0, excerpt)
    for term, excerpt, line in _in_text(layer.data, terms):
        yield Leak(path, term.written, layer.within, 0 if layer.within else line, excerpt)


def _in_text(data: bytes, terms: Sequence[Term]) -> Iterator[tuple[Term, str, int]]:
    """Each term once, what stands around it, and its line where lines can be counted."""
    left = list(terms)
    lines = data.count(b"\n")
    for text in readings(data) if left and data else ():
        whole = unbroken(text)  # to look for a word there is many times quicker than to look for a shape
        for term in list(left):
            if term.longest in whole and (found := term.shape.search(text)):
                around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
                line = text.count("\n", 0, found.start()) + 1 if text.count("\n") == lines else 0
                left.remove(term)
                yield term, _shown(around), line
        if not left:
            return
    for term in left:
        if any(needle in data for needle in term.needles):
            yield term, term.written, 0


def _pictures_in(path: str, layer: Layer, photos: Sequence[Photo]) -> Iterator[Leak]:
    for photo in photos:
        if photo.data and photo.data in layer.data:
            yield Leak(path, photo.name, layer.within, 0, "the photo itself")
        elif looks_like(layer.data, photo.looks):
            yield Leak(path, photo.name, layer.within, 0, "a picture that looks like it")


def _shown(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
