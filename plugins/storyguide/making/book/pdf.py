"""Write the book as a typst document in either paper size; A4 is the A5 book with all lengths made larger."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storyguide.making.book.book import Book, IndexEntry, Part, Section, StoryInBook
from storyguide.making.book.said import (
    BEFORE_YOU_READ,
    CODE,
    DOOR,
    HERO,
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
from storyguide.making.downloads.as_typst import LOOKS, Writer, string, tongue
from storyguide.making.render import counted

_BOOK = (Path(__file__).parent / "book.typ").read_text(encoding="utf-8")
_LENGTH = re.compile(r"(?<![a-z] )\b(\d+(?:\.\d+)?)(mm|pt)\b")
"""Lengths in typst source, but not the figure in a typeface's name."""
_GUTTER = "5mm"
_BLEED = 3
"""Millimetres of bleed beyond each edge, as printers ask for."""
_LARGEST, _ACROSS = 1.0, 7.5
"""Largest size of the town's name on the cover, and the letters in a word up to which it is used."""
_TALL = 0.95
"""Ratio of height to width above which a picture is made narrower."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of paper, in millimetres."""

    name: str
    across: int
    high: int


SIZES = {size.name.lower(): size for size in (Size("A5", 148, 210), Size("A4", 210, 297))}
"""Paper sizes of the book, by their names in lower case."""


def as_typst(book: Book, size: Size, *, bleed: bool = False) -> str:
    """Return the whole book as typst source."""
    return f"{looks(size, bleed=bleed)}{''.join(_Typed(book, bleed=bleed).all())}"


def cover_only(book: Book, size: Size) -> str:
    """Return the front cover alone as typst source, to be painted as a picture."""
    return f"{looks(size, bleed=False)}{_Typed(book, bleed=False).cover()}"


def looks(size: Size, *, bleed: bool = False, size_of_looks: int = 148, further: str = "") -> str:
    """Return the styles as typst source, all lengths scaled to this paper size.

    size_of_looks: width in millimetres of the paper for which the lengths were written.
    """
    off = f"{_BLEED}mm" if bleed else "0mm"
    own = f"#let paper-size = ({size.across}mm, {size.high}mm)\n#let off-page = {off}\n"
    scale = size.across / size_of_looks
    return own + _LENGTH.sub(lambda found: f"{float(found[1]) * scale:.3f}{found[2]}", f"{LOOKS}\n{_BOOK}\n{further}\n")


class _Typed:
    def __init__(self, book: Book, *, bleed: bool) -> None:
        self._book, self._bleed = book, bleed
        self._writer = Writer(book.ids, deeper=1)
        self._plain = Writer(book.ids)

    def all(self) -> Iterator[str]:
        book = self._book
        yield f"{self.cover()}#inside({_strings(imprint(book))})\n"
        yield f"#title-page({self._named()}, {string(book.summary)})\n"
        yield from map(self._section, book.opening)
        yield self._contents()
        for part in book.parts:
            yield from self._part(part)
        if book.appendix:
            yield self._shelf()
            yield from map(self._tin, book.appendix)
        yield from map(self._section, book.closing)
        yield self._index()
        if book.missing:
            yield self._section(book.missing)
        yield f"#back({string(book.door)}, {string(DOOR)}, {string(TELL)}, {_strings(ways_to_tell(book))})\n"

    def cover(self) -> str:
        """Return the settings of the whole document, and the front cover."""
        book = self._book
        author = ", ".join(book.editors) or book.name
        bleed = "off-page" if self._bleed else "0mm"
        about = f"title: {string(book.title)}, author: {string(author)}, about: {string(book.summary)}, bleed: {bleed}"
        drawn = f"{string(book.flags)}, {string(book.hero)}, {string(HERO.format(book.town))}"
        return f"#show: book.with({about}, tongue: {tongue(book.language)})\n#cover({self._named()}, {drawn})\n"

    def _named(self) -> str:
        """Return the names on the cover, and how large the town's name may be."""
        book = self._book
        large = _LARGEST * min(1, _ACROSS / max(map(len, book.town.split())))
        return f"{string(book.strapline)}, {string(book.town)}, {string(book.subtitle)}, {large:.2f}"

    def _section(self, section: Section) -> str:
        named = f"{string(section.id)}, {string(section.title)}, {string(section.title)}"
        return f"#section({named}, [{self._plain.pieces(section.pieces)}])\n"

    def _shelf(self) -> str:
        lines = "; ".join(f"toc-line({string(one.id)}, {string(one.title)})" for one in self._book.appendix)
        said = f"#lead[#{string(SHELF_SAYS)};]"
        return f'#section("on-the-tin", {string(SHELF)}, {string(SHELF)}, [{said}\n#context {{ {lines} }}])\n'

    def _tin(self, section: Section) -> str:
        named = f"{string(section.id)}, {string(section.title)}, {string(f'{SHELF}: {section.title}')}"
        return f"#tin({named}, [{self._writer.pieces(section.pieces)}])\n"

    def _contents(self) -> str:
        lines = [f"toc-line({string(one.id)}, {string(one.title)})" for one in self._book.opening]
        for part in self._book.parts:
            lines.append(f"toc-part({string(part.id)}, {string(part.title)})")
            lines += [f"toc-line({string(story.id)}, {self._titled(story)})" for story in part.stories]
        if self._book.appendix:
            lines.append(f'toc-part("on-the-tin", {string(SHELF)})')
            lines += [f"toc-line({string(one.id)}, {string(one.title)})" for one in self._book.appendix]
        last = [(one.id, one.title) for one in self._book.closing]
        last += [("index", INDEX)] if self._book.places or self._book.themes else []
        last += [(one.id, one.title) for one in (self._book.missing,) if one]
        lines += [f"toc-part({string(name)}, {string(title)})" for name, title in last]
        return f'#section("contents", "Contents", "Contents", context {{ {"; ".join(lines)} }})\n'

    def _part(self, part: Part) -> Iterator[str]:
        drawn = f"{string(part.map.file)}, {string(part.map.alt)}" if part.map else 'none, ""'
        count = counted(len(part.stories), "story", "stories")
        yield (
            f"#part({string(part.id)}, {string(part.title)}, {string(part.colour)}, {drawn}, {string(count)}, "
            f"[{self._writer.pieces(part.pieces)}])\n"
        )
        yield f"#stories({string(part.title)}, [{''.join(map(self._story, part.stories))}])\n"

    def _story(self, story: StoryInBook) -> str:
        held: dict[str, str] = {
            "id": string(story.id),
            "title": string(story.title),
            "colour": string(story.colour),
            "where": string(story.where),
            "told": str(story.told).lower(),
            "by": string(story.by),
            "summary": string(story.summary),
            "picture": string(story.picture.file),
            "alt": string(story.picture.alt),
            "drawn": str(story.drawn).lower(),
            "tall": str(story.picture.shape[1] > _TALL * story.picture.shape[0]).lower(),
            "caption": self._content(story.picture.caption),
            "note": string(story.note),
            "note-name": string(BEFORE_YOU_READ),
            "glance": self._held([story.glance]),
            "code": string(story.code),
            "code-alt": string(CODE.format(story.title)),
            "address": string(story.address),
            "address-says": string(READ_ON if story.code else WILL_STAND),
            "words": self._in(story.language, self._writer.pieces(story.words)),
            "further": self._held(story.further),
            "whose": self._held(story.whose),
        }
        if story.stop:
            held["stop"] = self._held(story.stop)
        named = ", ".join(f"{name}: {value}" for name, value in held.items())
        return f"#story({named}, tongue: {tongue(story.language or self._book.language)})\n"

    def _index(self) -> str:
        book = self._book
        if not (book.places or book.themes):
            return ""
        halves = "".join(
            f"#heading(level: 2, {string(name)})\n"
            f"#columns(2, gutter: {_GUTTER}, context {{ {'; '.join(map(self._entry, entries))} }})\n"
            for name, entries in (("Places", book.places), ("Themes", book.themes))
            if entries
        )
        return f'#section("index", {string(INDEX)}, {string(INDEX)}, [{halves}])\n'

    def _entry(self, entry: IndexEntry) -> str:
        stories = "".join(f", ({string(story.id)}, {self._titled(story)})" for story in entry.stories)
        return f"index-entry({string(entry.name)}{stories})"

    def _titled(self, story: StoryInBook) -> str:
        if not story.language:
            return string(story.title)
        return self._in(story.language, f"#{string(story.title)};")

    def _in(self, language: str, held: str) -> str:
        return f"[#in-language({tongue(language)}, [{held}])]" if language else f"[{held}]"

    def _content(self, words: paper.Words) -> str:
        return f"[{self._writer.words(words)}]"

    def _held(self, pieces: Iterable[paper.Piece]) -> str:
        return f"[{self._writer.pieces(pieces)}]"


def _strings(lines: Iterable[str]) -> str:
    return f"({''.join(f'{string(line)}, ' for line in lines)})"
