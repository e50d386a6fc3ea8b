"""The command that binds the guide, or a part of it, as a book: PDF to read and to print, EPUB."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from storyguide import CACHE
from storyguide.front.door import say
from storyguide.front.given import assembled, folder_of, none_such, put, slug_among
from storyguide.front.terminal import tell
from storyguide.transaction import Transaction

if TYPE_CHECKING:
    from storyguide.making.book.binding import Bindery
    from storyguide.making.book.book import Book
    from storyguide.making.book.choosing import Choice
    from storyguide.model.guide import Guide
    from storyguide.site.assembly import Assembly

DONE, REFUSED = 0, 1
"""What the command returns; the latter too when a fault of ours kept a story out."""
FOLDER = "book"
BIND_AGAIN = "python3 build.py book"


def book(project: Path, asked: Namespace) -> int:
    """Bind the whole edition, or the stories of a place, a theme or a trail."""
    root = asked.root
    out = folder_of(asked, FOLDER)
    assembly = assembled(root, "No book was made.") if out else None
    choice = _choice(assembly.guide, asked) if assembly and assembly.guide else None
    if out is None or assembly is None or choice is None:
        return REFUSED
    from storyguide.front.chosen_engine import chosen_engine
    from storyguide.making.downloads.printing import NoFaceError
    from storyguide.site.faults import MachineError, in_words

    try:
        return _bound(asked, out, assembly, choice, chosen_engine().settings(root).address)
    except MachineError as fault:
        say(str(fault))
    except NoFaceError as fault:
        say(f"No book was made, since no typeface of the guide has these letters of the edition’s own: {fault.letters}")
    except OSError as fault:
        say(in_words(fault, out, option="--to"))
    return REFUSED


def _choice(guide: "Guide", asked: Namespace) -> "Choice | None":
    """What was asked for; None, once it is said, where the guide has no such place, theme or trail."""
    from storyguide.making.book.choosing import Choice

    trails = {trail.slug for trail in guide.trails}
    meant: dict[str, str] = {}
    known = (("place", {*guide.places, *guide.areas}), ("theme", {*guide.themes}), ("trail", trails))
    for kind, slugs in known:
        written = getattr(asked, kind)
        meant[kind] = slug_among(written, slugs) if written else ""
        if written and not meant[kind]:
            say(f"{none_such(kind, written, slugs)} No book was made.")
            return None
    return Choice(**meant)


class _Bound(NamedTuple):
    """A book, not yet written anywhere."""

    guide: "Guide"
    read: "Book"
    """All of it, as it is read on a screen."""
    unprintable: Mapping[str, str]
    """The letters that no typeface has, by the slug of the story they keep from paper."""
    files: Mapping[str, tuple[bytes, int]]
    """Each kind of file with its number of pages; none when no story may stand in it."""


def _bind(asked: Namespace, guide: "Guide", choice: "Choice", address: str, faces: Path | None) -> _Bound:
    from storyguide.making.book.binding import Bindery
    from storyguide.making.book.choosing import chosen
    from storyguide.making.book.contents import contents

    bindery = Bindery(faces)
    unprintable = bindery.unprintable(chosen(guide, choice))
    on_paper = contents(guide, choice, address=address, unprintable=unprintable)
    read = contents(guide, choice, address=address) if unprintable else on_paper
    return _Bound(guide, read, unprintable, dict(_files(bindery, on_paper, read, asked, faces)) if read.stories else {})


def _bound(asked: Namespace, out: Path, assembly: "Assembly", choice: "Choice", address: str) -> int:
    from storyguide.front.around_faults import made_around_faults
    from storyguide.front.parts import ensure_parts
    from storyguide.making.downloads.printing import NoFaceError
    from storyguide.model.slug import slug_of
    from storyguide.site.book import ENDS, keep_book

    faces = ensure_parts(say=say)
    assembly, (guide, read, unprintable, made) = made_around_faults(
        assembly, lambda guide: _bind(asked, guide, choice, address, faces), let_through=(NoFaceError,)
    )
    if not read.stories:
        say(f"{_why_empty(read, choice)} No book was made.")
        return REFUSED
    name = slug_of(f"{guide.edition.name} {read.subtitle}") or "book"
    written = []
    with Transaction() as changes:
        for kind, (content, pages) in made.items():
            end = ENDS[kind].replace(".pdf", "-bleed.pdf") if asked.bleed else ENDS[kind]
            what = f"{pages} pages" if pages else "for reading programs"
            written.append(put(out / f"{name}{end}", content, what, changes))
    tell(f"A book of {_number(len(read.stories))}: “{read.title}”", *written)
    whole = not choice and not asked.size and not asked.bleed
    if whole:
        unprinted = tuple(sorted(unprintable))
        keep_book(asked.root, asked.root / CACHE, guide, made, address=address, newest=read.newest, unprinted=unprinted)
    tell(*_told(read, unprintable, address, whole=whole))
    return REFUSED if assembly.faults else DONE


def _files(
    bindery: "Bindery", on_paper: "Book", read: "Book", asked: Namespace, faces: Path | None
) -> Iterator[tuple[str, tuple[bytes, int]]]:
    """Each kind of file that was asked for, with its number of pages."""
    from storyguide.making.book.pdf import SIZES
    from storyguide.site.parts import ATKINSON, ATKINSON_EXT, BRICOLAGE

    for kind in (asked.size,) if asked.size else ("a5",) if asked.bleed else SIZES:
        if on_paper.stories:
            printed = bindery.pdf(on_paper, SIZES[kind], bleed=asked.bleed)
            yield kind, (printed.content, printed.pages)
    if not asked.size and not asked.bleed:
        names = {"heads.woff2": BRICOLAGE, "words.woff2": ATKINSON, "words-ext.woff2": ATKINSON_EXT}
        held = {name: faces / file for name, file in names.items()} if faces else {}
        yield "epub", (bindery.epub(read, held), 0)


def _why_empty(read: "Book", choice: "Choice") -> str:
    if read.left_out:
        return f"None of the stories may stand in a book: {read.left_out[0].title}. {read.left_out[0].why}"
    return "The guide has no story that is all of that." if choice else "The guide has no stories yet."


def _told(read: "Book", unprintable: Mapping[str, str], address: str, *, whole: bool) -> Iterator[str]:
    for one in read.left_out:
        yield f"Left out: “{one.title}” (stories/{one.slug}). {one.why}"
    for slug, letters in sorted(unprintable.items()):
        yield f"Not in the PDF: stories/{slug}, since no typeface of the guide has these letters: {_few(letters)}"
    if not address:
        yield (
            "The guide has no web address yet, so the pages bear no square codes. Once it has one, bind the book again."
        )
    if whole:
        yield "The next build of the site offers it on the page book/, for as long as no word of it is changed."


def _few(letters: str) -> str:
    every = letters.split()
    return " ".join(every[:12]) + (" …" if len(every) > 12 else "")


def _number(count: int) -> str:
    return f"{count:,} {'story' if count == 1 else 'stories'}"
