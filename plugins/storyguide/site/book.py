"""The whole edition's book as it is kept between builds, and whether it still says what the guide says."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path

from storyguide.making.book.bound import NOT_BOUND, VERSION, Binding, Bound
from storyguide.making.book.choosing import why_not
from storyguide.making.kept import is_sound, keep
from storyguide.making.output import OutputFile
from storyguide.model.guide import Guide
from storyguide.model.slug import slug_of
from storyguide.site.ledger import LEDGER

FOLDER, RECORD = "book", "bound.json"
ENDS = {"a5": "-a5.pdf", "a4": "-a4.pdf", "epub": ".epub"}
"""How the file of each kind ends."""


def fingerprint_of(root: Path, guide: Guide) -> str:
    """What a book of this guide is made from.

    The files of the stories that may stand in it, by size and time of change, their photos by what they show,
    the edition's own files and those of its tins. The day is no part of it, but for what it takes out of the guide.
    """
    inside = [story for story in guide.stories if not why_not(story)]
    out = [(story.slug, story.title) for story in guide.stories if why_not(story)]
    photos = [one.path for story in inside for photo in story.photos for one in photo.renditions[-1:]]
    digest = blake2b(repr((VERSION, [story.slug for story in inside], out, photos)).encode(), digest_size=16)
    places = [str(root / story.source.path) for story in inside]
    for place in (*places, *_of_edition(root)):
        stat = os.stat(place)  # noqa: PTH116 - a Path of each takes longer than asking the disk
        digest.update(f"{place.removeprefix(str(root))}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def keep_book(
    root: Path,
    cache: Path,
    guide: Guide,
    made: Mapping[str, tuple[bytes, int]],
    *,
    address: str,
    newest: date | None,
    unprinted: tuple[str, ...],
) -> None:
    """Keep the finished files, each with its number of pages, for the site to offer."""
    folder = cache / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for kind, (content, _) in made.items():
        keep(folder / f"book{ENDS[kind]}", content)
    record = {
        "made_from": fingerprint_of(root, guide),
        "address": address,
        "pages": {kind: pages for kind, (_, pages) in made.items()},
        "stories": sum(not why_not(story) for story in guide.stories),
        "newest": newest.isoformat() if newest else "",
        "unprinted": unprinted,
    }
    keep(folder / RECORD, json.dumps(record).encode())


def find_book(root: Path, cache: Path, guide: Guide, *, address: str | None, drop: bool = False) -> Bound:
    """The kept book, if it is of the guide as it now stands; else none.

    address: the site's own; None where that is one of the moment only. drop: whether a book that is not of this
    guide is to be deleted: it may hold what was taken down.
    """
    folder = cache / FOLDER
    if not folder.is_dir():
        return NOT_BOUND
    bound = _bound(root, folder, guide, address)
    if not bound and drop:
        shutil.rmtree(folder)
    return bound


def _bound(root: Path, folder: Path, guide: Guide, address: str | None) -> Bound:
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        fits = record["made_from"] == fingerprint_of(root, guide) and address in {None, record["address"]}
        files = {kind: folder / f"book{ENDS[kind]}" for kind in record["pages"]}
        if not fits or not all(map(is_sound, files.values())):
            return NOT_BOUND
        name = slug_of(guide.edition.name) or "book"
        bindings = tuple(
            Binding(
                kind=kind,
                path=f"book/{name}{ENDS[kind]}",
                size=file.stat().st_size,
                pages=int(record["pages"][kind]),
            )
            for kind, file in files.items()
        )
        return Bound(
            bindings=bindings,
            files=tuple(
                OutputFile(path=one.path, content=file) for one, file in zip(bindings, files.values(), strict=True)
            ),
            stories=int(record["stories"]),
            newest=date.fromisoformat(record["newest"]) if record["newest"] else None,
            unprinted=tuple(map(str, record["unprinted"])),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return NOT_BOUND


_OF_NO_BOOK = (
    "NOTICE.md",
    "barriers.yml",
    "events.yml",
    "glossary.yml",
    "links.txt",
    "promises.yml",
    Path(LEDGER).name,
)
"""Lists of the edition from which nothing stands in the book."""


def _of_edition(root: Path) -> Iterator[str]:
    """The edition's own lists, and its tins."""
    with os.scandir(root / "stories") as found:
        yield from sorted(one.path for one in found if one.is_file() and one.name not in _OF_NO_BOOK)
    for folder in (root / "stories" / "frameworks", root / "docs" / "on-the-tin"):
        for place, folders, names in os.walk(folder):
            folders.sort()
            yield from (f"{place}/{name}" for name in sorted(names))
