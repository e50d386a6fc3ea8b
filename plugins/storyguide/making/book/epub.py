"""The book as EPUB 3: a page for each story, the same bytes each time."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from storyguide.making.book.as_xhtml import Writer, xml_tongue
from storyguide.making.book.book import Book, Content, IndexEntry, Part, Section, StoryInBook
from storyguide.making.book.pages import (
    Container,
    Contents,
    Entry,
    Indexed,
    IndexHalf,
    IndexLine,
    IndexPage,
    Package,
    Packed,
    Page,
    StoryChapter,
    TitlePage,
)
from storyguide.making.book.said import (
    BEFORE_YOU_READ,
    COVER,
    DOOR,
    INDEX,
    READ_ON,
    SHELF,
    SHELF_SAYS,
    TELL,
    WILL_STAND,
    imprint,
    ways_to_tell,
)
from storyguide.making.downloads import paper
from storyguide.making.render import counted, render

_CSS = (Path(__file__).parent / "book.css").read_text(encoding="utf-8")
_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".woff2": "font/woff2",
}
_ACCESSIBLE = (
    "Each picture has a description, or is marked as decoration. There is a table of contents and an index, headings "
    "are in order, and each story says in which language it is. Nothing moves, and nothing hangs on colour."
)
_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time that every file in it bears."""


@dataclass(frozen=True, slots=True)
class _Page:
    file: str
    title: str
    body: Markup
    kind: str = ""
    epub: str = ""
    language: str = ""
    """Of its title, if it is another than the book's."""
    below: tuple["_Page", ...] = ()

    @property
    def every(self) -> "Iterator[_Page]":
        yield self
        for page in self.below:
            yield from page.every


def as_epub(book: Book, cover: bytes, faces: dict[str, Path]) -> bytes:
    """The whole file. cover: its picture, a PNG. faces: files of the typefaces, by their names in the book."""
    pages = list(_Chapters(book).all())
    every = [page for page in pages for page in page.every]
    nav = _page(_Page("nav.xhtml", "Contents", _nav(pages), "contents"), book)
    front = [_Page("cover.xhtml", book.title, _cover(book), "cover", "cover"), _title(book)]
    files: dict[str, Content] = {f"{page.file}": _page(page, book) for page in (*front, *every)}
    files |= {"nav.xhtml": nav, "book.css": _css(faces), "pictures/cover.png": cover}
    shown = {
        name for text in files.values() if isinstance(text, str) for name in book.files if f"pictures/{name}" in text
    }
    files |= {f"pictures/{name}": book.files[name] for name in sorted(shown)}
    files |= {f"faces/{name}": file for name, file in sorted(faces.items())}
    ids = {path: f"f{number}" for number, path in enumerate(files)}
    properties = {"nav.xhtml": "nav", "pictures/cover.png": "cover-image"}
    package = render(
        Package(
            book=book,
            identifier=book.id,
            modified=f"{book.newest.isoformat() if book.newest else '1970-01-01'}T00:00:00Z",
            languages=sorted({story.language for story in book.stories} - {"", book.language}),
            rights=f"{book.licence} for what the editors wrote; each story names its own terms.",
            accessible=_ACCESSIBLE,
            files=[
                Packed(ids[path], path, _TYPES[PurePosixPath(path).suffix], properties.get(path, "")) for path in files
            ],
            spine=[ids[page.file] for page in front] + [ids["nav.xhtml"]] + [ids[page.file] for page in every],
        )
    )
    return _zipped({"META-INF/container.xml": str(render(Container())), "EPUB/package.opf": str(package)}, files)


def _css(faces: dict[str, Path]) -> str:
    return "\n".join(
        line
        for line in _CSS.splitlines()
        if not line.startswith("@font-face") or any(f"url(faces/{name})" in line for name in faces)
    )


def _zipped(first: dict[str, str], files: dict[str, Content]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as held:
        _put(held, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        for path, text in first.items():
            _put(held, path, text.encode(), zipfile.ZIP_DEFLATED)
        for path, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            data = data if isinstance(data, bytes) else data.read_bytes()
            packed = path.endswith((".jpg", ".png", ".woff2"))
            _put(held, f"EPUB/{path}", data, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _put(held: zipfile.ZipFile, path: str, data: bytes, how: int) -> None:
    about = zipfile.ZipInfo(path, _ALWAYS)
    about.create_system = 3
    about.external_attr = 0o644 << 16
    about.compress_type = how
    held.writestr(about, data)


def _page(page: _Page, book: Book) -> str:
    kind = page.kind or "plain"
    return str(render(Page(language=book.language, title=page.title, kind=kind, epub=page.epub, body=page.body)))


def _cover(book: Book) -> Markup:
    said = COVER.format(book.title, book.town)
    return Markup('<figure><img src="pictures/cover.png" alt="{}"/></figure>').format(said)


def _title(book: Book) -> _Page:
    body = render(TitlePage(book=book, lines=list(imprint(book))))
    return _Page("title.xhtml", book.title, body, "title", "titlepage")


def _nav(pages: Sequence[_Page]) -> Markup:
    def entries(some: Sequence[_Page]) -> list[Entry]:
        return [Entry(page.file, page.title, xml_tongue(page.language), entries(page.below)) for page in some]

    first = next((page.file for page in pages if page.below), pages[0].file if pages else "title.xhtml")
    return render(Contents(entries=entries(pages), first=first))


class _Chapters:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._ids = dict(self._places())

    def all(self) -> Iterator[_Page]:
        book = self._book
        yield from map(self._section, book.opening)
        yield from map(self._part, book.parts)
        if book.appendix:
            below = tuple(map(self._section, book.appendix))
            body = Markup("<h1>{}</h1><p>{}</p>").format(SHELF, SHELF_SAYS)
            yield _Page("on-the-tin.xhtml", SHELF, body, epub="appendix", below=below)
        yield from map(self._section, book.closing)
        if book.places or book.themes:
            yield self._index()
        if book.missing:
            yield self._section(book.missing)
        yield self._back()

    def _places(self) -> Iterator[tuple[str, str]]:
        book = self._book
        for story in book.stories:
            held = (story.id, *paper.ids_of((*story.stop, *story.words, *story.further)))
            yield from ((name, f"{story.id}.xhtml") for name in held)
        for section in (*book.opening, *book.appendix, *book.closing, *((book.missing,) if book.missing else ())):
            yield from ((name, f"{section.id}.xhtml") for name in (section.id, *paper.ids_of(section.pieces)))

    def _section(self, section: Section) -> _Page:
        file = f"{section.id}.xhtml"
        words = Writer(self._ids, file).pieces(section.pieces)
        body = Markup('<h1 id="{}">{}</h1>\n{}').format(section.id, section.title, words)
        return _Page(file, section.title, body)

    def _part(self, part: Part) -> _Page:
        file = f"{part.id}.xhtml"
        writer = Writer(self._ids, file)
        count = counted(len(part.stories), "story", "stories")
        drawn = Markup(writer.picture(part.map)) if part.map else ""  # noqa: S704 - escaped by the writer
        body = Markup("<h1>{}</h1>\n{}<p><b>{}</b></p>{}").format(part.title, writer.pieces(part.pieces), count, drawn)
        return _Page(file, part.title, body, "part", "part", below=tuple(map(self._story, part.stories)))

    def _story(self, story: StoryInBook) -> _Page:
        file = f"{story.id}.xhtml"
        writer = Writer(self._ids, file)
        body = render(
            StoryChapter(
                story=story,
                writer=writer,
                picture=Markup(writer.picture(story.picture)),  # noqa: S704 - escaped by the writer
                in_its_own=xml_tongue(story.language),
                before=BEFORE_YOU_READ,
                says=READ_ON if story.code else WILL_STAND,
            )
        )
        return _Page(file, story.title, body, "story", "chapter", language=story.language)

    def _index(self) -> _Page:
        def listed(entries: Sequence[IndexEntry]) -> list[IndexLine]:
            return [
                IndexLine(one.name, [Indexed(f"{s.id}.xhtml", s.title, xml_tongue(s.language)) for s in one.stories])
                for one in entries
            ]

        halves = [
            IndexHalf(name, listed(held))
            for name, held in (("Places", self._book.places), ("Themes", self._book.themes))
            if held
        ]
        return _Page("index.xhtml", INDEX, render(IndexPage(title=INDEX, halves=halves)))

    def _back(self) -> _Page:
        lines = Markup("").join(Markup("<p>{}</p>").format(line) for line in ways_to_tell(self._book))
        drawn = Markup('<figure><img src="pictures/{}" alt="{}"/></figure>').format(self._book.door, DOOR)
        return _Page("tell-yours.xhtml", TELL, Markup("<h1>{}</h1>{}{}").format(TELL, lines, drawn))
