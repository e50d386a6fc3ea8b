"""Bind the book: as PDF in a paper size, and as EPUB."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from storyguide.making.book.book import Book, Content
from storyguide.making.book.epub import as_epub
from storyguide.making.book.pdf import SIZES, Size, as_typst, cover_only
from storyguide.making.downloads.printing import Press, Printed
from storyguide.model.story import Story

_SURE = 0x24F
"""Last code point that every typeface has for certain: the Latin alphabets in use end there."""
_COVER_DOTS = 200
_MANY = 100
"""Number of stories above which a book is printed in a process of its own."""


class Bindery:
    """A binder of books with the typefaces in this folder, and typst's own."""

    def __init__(self, faces: Path | None) -> None:
        self._press = Press([faces] if faces else [])
        self._faces = faces

    def unprintable(self, stories: Iterable[Story]) -> Mapping[str, str]:
        """Return the letters of each story that no typeface has and that would print as empty boxes, by slug."""
        odd = {
            story.slug: {sign for sign in _text_of(story) if ord(sign) > _SURE and not sign.isspace()}
            for story in stories
        }
        lacking = set(self._press.lacks("".join(sorted(set().union(*odd.values())))))
        return {slug: " ".join(sorted(signs & lacking)) for slug, signs in odd.items() if signs & lacking}

    def pdf(self, book: Book, size: Size, *, bleed: bool = False) -> Printed:
        """Return the book as PDF. Raises NoFaceError if the edition itself has letters that cannot be printed."""
        typed = as_typst(book, size, bleed=bleed)
        with laid_out(book.files) as folder:
            if len(book.stories) <= _MANY:
                return self._press.pressed(typed, folder)
            # What typst caches for one paper size is of no use for the next, and goes with its process.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
                return apart.submit(_pressed, self._faces, typed, folder).result()

    def epub(self, book: Book, faces: Mapping[str, Path]) -> bytes:
        """Return the book as EPUB, with these typefaces by their names in the book."""
        with laid_out({name: book.files[name] for name in (book.hero, book.flags)}) as folder:
            cover = self._press.painted(cover_only(book, SIZES["a5"]), folder, _COVER_DOTS)
        return as_epub(book, cover, dict(faces))


def _pressed(faces: Path | None, typed: str, folder: Path) -> Printed:
    return Press([faces] if faces else []).pressed(typed, folder)


def _text_of(story: Story) -> str:
    """Return all text of a story that the book prints in the story's own letters."""
    teller = story.storyteller.name if story.storyteller else ""
    photos = "".join(f"{photo.caption}{photo.credit}" for photo in story.photos)
    whole = (story.title, story.summary, teller, story.organisation, story.words.html, story.content_note, photos)
    return "".join((*whole, story.join_in, story.access, story.translator, *story.collaborators, _further(story)))


def _further(story: Story) -> str:
    """Return the fields shown below a story's words as strings, whole, so that parts added later are included."""
    named = (story.difference, story.evidence, story.assets, story.tins, story.links, story.sources, story.recognition)
    group = (story.happened, story.barriers, story.offers, story.needs)
    barriers = (name for key, name in story.written.items() if key.startswith("barriers"))
    return "".join(map(str, (*named, *group, *barriers)))


@contextmanager
def laid_out(files: Mapping[str, Content]) -> Iterator[Path]:
    """Yield a temporary folder that holds these files and nothing else; it is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="storyguide-book-") as folder:
        for name, content in files.items():
            file = Path(folder, name)
            if isinstance(content, Path):
                shutil.copyfile(content, file)
            else:
                file.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield Path(folder)
