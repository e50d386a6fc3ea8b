"""A story's words to clean HTML: what it says, what it shows and where it leads."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import islice

import comrak

from storyguide.model.markup.elements import HEADINGS, Element, after_line, change_elements, change_links, element_at
from storyguide.model.markup.others import typed_tag
from storyguide.model.markup.tags import Tag, change_tags, line_of, tags, without_tags
from storyguide.model.problem import Problem
from storyguide.model.problems import words as wording
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.story import Words
from storyguide.reading.allowed import PREFIX, clean, leads_out, photo_at, story_at
from storyguide.reading.limits import beyond_limits, beyond_page
from storyguide.reading.other_marks import other_marks
from storyguide.reading.signs import word_count

NOTHING = Words(html="", count=0)

_OMITTED = "<!-- raw HTML omitted -->"
"""What the parser writes where HTML was; whoever writes it in a story has written HTML."""
_SHORT = 100
"""Words up to which they are told from the marks of Markdown that stand alone; of more, a few do not matter."""
_MOST_TOLD = 100
"""Links and pictures that may not stand there; the next are told once these are mended."""
_LOWEST_HEADING = 4
_LONGEST_ID = 60

_SHOWN_COMMENT = re.compile(r"&lt;!--.*?--&gt;", re.DOTALL)
_CODE = re.compile(
    r"^ {0,3}(```+(?=[^`\n]*$)|~~~+).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.MULTILINE,
)
"""A comment never closed runs to the end, so that none after it is looked for again and again."""
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = options.autolink = options.tasklist = options.footnotes = True
    return options


def _locating(*, unsafe: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.sourcepos, options.unsafe_ = True, unsafe
    return options


def _escaping() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.escape = True
    return options


_EXTENSIONS = _extensions()
_LOCATING, _PLACED = _locating(unsafe=True), _locating(unsafe=False)
_ESCAPING = _escaping()


def read_words(
    text: str, *, path: str, first_line: int, title: str = "", local: Callable[[str], str] | None = None
) -> tuple[Words, list[Problem]]:
    """Read Markdown as GitHub reads it, keep what may stand in a story, and say what may not.

    first_line is the line of the file on which the text begins. A first heading that only
    says the title again is left out: the page has the title already. local is asked of each
    address first, for words that may lead to more than stories: it gives what is kept instead, or "".
    """
    problems = list(beyond_limits(text, path=path, first_line=first_line))
    if problems:
        return NOTHING, problems
    raw = comrak.render_markdown(text, _EXTENSIONS)
    problems = list(beyond_page(text, raw, path=path, first_line=first_line))
    if problems:
        return NOTHING, problems

    page = _Page(clean(raw), title, local)
    if page.doubtful:
        misled = _misled(text, page.ids, local, path=path, first_line=first_line)
        problems = list(islice(misled, _MOST_TOLD))
    if _OMITTED in raw and _loses_words(text, raw):
        before, written = _first_html(text)
        problems.append(wording.html_in_words(Source(path, first_line + before), written))
    problems += other_marks(text, raw, without_code, path=path, first_line=first_line)
    count = word_count(text)
    if count < _SHORT:
        count = len(without_tags(page.html, " ").split())
    if not count and not page.photos and not problems:
        problems = [wording.no_words(Source(path, first_line))]
    lines = dict(_lines_of(page, text, first_line))
    words = Words(html=page.html, count=count, photos=tuple(page.photos), stories=tuple(page.stories), lines=lines)
    return words, problems


def read_prose(text: str) -> str:
    """Clean HTML of a text the editors wrote, its headings from h2; what may not stand in a story is left out."""
    return read_words(text, path="", first_line=1)[0].html


def as_typed(text: str) -> str:
    """HTML of Markdown from elsewhere, in which every tag that was typed is shown as the text it is.

    It is not yet clean: links and pictures in it lead where they were written to lead.
    """
    return comrak.render_markdown(text, _EXTENSIONS, None, _ESCAPING)


def with_lines(text: str) -> str:
    """Return HTML of Markdown whose tags say in `data-sourcepos` where they come from; it is not yet clean."""
    return comrak.render_markdown(text, _EXTENSIONS, None, _PLACED)


class _Page:
    """Clean HTML made ready for the page: headings in order, ids of its own, links and pictures settled."""

    def __init__(self, html: str, title: str, local: Callable[[str], str] | None) -> None:
        self._local = local
        self.photos: dict[str, None] = {}
        self.stories: dict[str, None] = {}
        self.doubtful = False
        self.ids = {tag.raw("id") for tag in tags(html) if tag.has("id")} if ' id="' in html else set()
        self._numbers: dict[str, int] = {}
        """Of each heading that stands there several times, the number its last id has."""
        self._levels: list[int] = []
        if title and (first := element_at(html, "h1")) and line_of(first.inner) == " ".join(title.split()):
            html = html[after_line(html, first) :]
        if "<h" in html:
            html = change_elements(html, self._heading, *HEADINGS)
        if "<img" in html:
            html = change_tags(html, self._image, "img")
        self.html = change_links(html, self._link)

    def _heading(self, found: Element) -> str:
        """A heading one step below the one it belongs to, however many steps the writer took."""
        level = max(int(found.tag.name[1]), 2)
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        shown = min(len(self._levels) + 1, _LOWEST_HEADING)
        return f'<h{shown} id="{self._fresh_id(line_of(found.inner))}">{found.inner}</h{shown}>'

    def _fresh_id(self, text: str) -> str:
        name = PREFIX + (slug_of(text)[:_LONGEST_ID].strip("-") or "part")
        fresh, number = name, self._numbers.get(name, 1)
        while fresh in self.ids:
            number += 1
            fresh = f"{name}-{number}"
        self._numbers[name] = number
        self.ids.add(fresh)
        return fresh

    def _image(self, found: Tag) -> str:
        name, alt = photo_at(found.value("src")), found.raw("alt")
        if not name:
            self.doubtful = True
            return alt.replace("&quot;", '"')
        self.photos[name] = None
        return f'<img src="{_quoted(name)}" alt="{alt}">'

    def _link(self, found: Tag) -> str:
        """Return the tag that leads where this one does; "" where it may not."""
        address = found.raw("href")
        if address.startswith("#"):
            name = _heading_id(address)
            if unescape(name) in self.ids or found.all().keys() != {"href"}:
                return found.with_value("href", f"#{name}").written
        elif not address.startswith("../") and leads_out(unescape(address)):
            rel = ' rel="noopener noreferrer"' if address[:4].lower() == "http" else ""
            return f'<a href="{address}"{rel}>'
        elif self._local and (kept := self._local(unescape(address))):
            return f'<a href="{escape(kept)}">'
        elif slug := story_at(address):
            self.stories[slug] = None
            return f'<a href="story:{slug}">'
        self.doubtful = True
        return ""


def _misled(
    text: str, ids: set[str], local: Callable[[str], str] | None, *, path: str, first_line: int
) -> Iterator[Problem]:
    """Each link and picture that may not stand in a story; the words are read once more, for their lines alone."""
    headings = sorted("#" + name.removeprefix(PREFIX) for name in ids)
    for tag in tags(comrak.render_markdown(text, _EXTENSIONS, None, _LOCATING), "a", "img"):
        place = tag.raw("data-sourcepos")
        if not place:
            continue
        where = Source(path, first_line + int(place.partition(":")[0]) - 1)
        address = tag.value("src" if tag.name == "img" else "href")
        if tag.name == "img":
            if not photo_at(address):
                yield wording.photo_from_elsewhere(where, address)
        elif not address:
            yield wording.link_to_nowhere(where)
        elif address.startswith("#"):
            if _heading_id(address) not in ids:
                yield wording.no_such_heading(where, address, headings)
        elif not (leads_out(address) or (local and local(address)) or story_at(address)):
            yield wording.link_not_allowed(where, address)


def _loses_words(text: str, raw: str) -> bool:
    """Whether more is left out of the words than comments: the same words with every tag shown tell."""
    return _without_comments(as_typed(text)) != _without_comments(raw.replace(_OMITTED, ""))


def _without_comments(html: str) -> str:
    """The letters of HTML without the comments that are shown in it; sought no further than where the last one ends."""
    last, end, rest = html.rpartition("--&gt;")
    return "".join((_SHOWN_COMMENT.sub("", last + end) + rest).split())


def _first_html(text: str) -> tuple[int, str]:
    """The first HTML that is neither in code nor a comment, else whatever looks like it, and how many lines before."""
    plain = without_code(text)
    for words in (plain, text):
        if found := typed_tag(words):
            return words.count("\n", 0, found[0]), found[1]
    return 0, "<"


def without_code(text: str) -> str:
    """The words with code, comments and bare addresses taken out, and every line in its place."""
    for hidden in (_CODE, _AUTOLINK):
        text = hidden.sub(_left_out, text)
    return text


def _left_out(found: re.Match[str]) -> str:
    """Lines without their words; a comment never closed stays, since it hides all words after it."""
    hidden = found[0]
    return hidden if hidden.startswith("<!--") and not hidden.endswith("-->") else "\n" * hidden.count("\n")


def _quoted(name: str) -> str:
    """A file's name as the allow-list writes it between quotation marks."""
    return escape(name, quote=False).replace("\xa0", "&nbsp;")


def _heading_id(address: str) -> str:
    """The id that "#our-garden" leads to."""
    return PREFIX + address[1:].removeprefix(PREFIX)


def _lines_of(page: _Page, text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield each photo and story the page leads to, with the line of the file on which the words first name it."""
    sought = [(name, f"]({name}", name) for name in page.photos]
    sought += [(f"story:{slug}", f"](../{slug}", slug) for slug in page.stories]
    line, reached = first_line, 0
    for key, *needles in sought:
        places = (text.find(needle) for needle in needles)
        place = next((place for place in places if place >= 0), 0)
        if place < reached:
            line, reached = first_line, 0
        line += text.count("\n", reached, place)
        reached = place
        yield key, line
