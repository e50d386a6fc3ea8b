"""Convert a story's Markdown into clean HTML, and report links, pictures and markup that are not allowed."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import islice

import comrak

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
"""Empty text, returned when the Markdown exceeds a limit."""

_OMITTED = "<!-- raw HTML omitted -->"
"""Text the parser writes in place of raw HTML."""
_SHORT = 100
"""Word count below which words are counted in the HTML exactly; above it a few marks of Markdown do not matter."""
_MOST_TOLD = 100
"""Maximum number of link and picture problems reported at once."""
_LOWEST_HEADING = 4
_LONGEST_ID = 60

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>\n?", re.DOTALL)
_LINK = re.compile(r'<a(?: href="([^"]*)")?([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img(?: src="([^"]*)")? alt="([^"]*)">')
_ID = re.compile(r' id="([^"]*)"')
_MARKUP = re.compile(r"<[^>]*>")
_LOCATED = re.compile(r'<(a|img) data-sourcepos="(\d+):[^"]*" (?:href|src)="([^"]*)"')
_SHOWN_COMMENT = re.compile(r"&lt;!--.*?--&gt;", re.DOTALL)
_CODE = re.compile(
    r"^ {0,3}(```+(?=[^`\n]*$)|~~~+).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.MULTILINE,
)
"""Code blocks, code spans and comments. An unclosed comment runs to the end, so that it is searched only once."""
_TAG = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^<>]*>")
_UNCLOSED = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^<>\n]*")
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
    """Convert Markdown (as GitHub reads it) into clean HTML; return it with the problems found.

    `path` and `first_line`: the file and the line on which the text begins. `title`: a first heading equal to it is
    left out, as the page shows the title already. `local`: called with each address first, for texts that may link to
    more than stories; returns the address to use instead, or "". A text beyond the limits gives `NOTHING`.
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
        count = len(_MARKUP.sub(" ", page.html).split())
    if not count and not page.photos and not problems:
        problems = [wording.no_words(Source(path, first_line))]
    lines = dict(_lines_of(page, text, first_line))
    words = Words(html=page.html, count=count, photos=tuple(page.photos), stories=tuple(page.stories), lines=lines)
    return words, problems


def read_prose(text: str) -> str:
    """Return clean HTML of an editors' text, with headings from h2; whatever is not allowed is dropped silently."""
    return read_words(text, path="", first_line=1)[0].html


def as_typed(text: str) -> str:
    """Return HTML of Markdown from elsewhere, with every tag in it escaped and shown as text.

    The result is not clean: links and pictures keep their addresses.
    """
    return comrak.render_markdown(text, _EXTENSIONS, None, _ESCAPING)


def with_lines(text: str) -> str:
    """Return HTML of Markdown with source positions in `data-sourcepos` attributes; the result is not clean."""
    return comrak.render_markdown(text, _EXTENSIONS, None, _PLACED)


class _Page:
    """A story's clean HTML prepared for its page: heading levels, unique ids, checked links and pictures."""

    def __init__(self, html: str, title: str, local: Callable[[str], str] | None) -> None:
        self._local = local
        self.photos: dict[str, None] = {}
        self.stories: dict[str, None] = {}
        self.doubtful = False
        self.ids = set(_ID.findall(html)) if ' id="' in html else set()
        self._numbers: dict[str, int] = {}
        """Highest number appended so far to each repeated heading id."""
        self._levels: list[int] = []
        if (
            title
            and (first := _HEADING.match(html))
            and first[1] == "1"
            and _text_of(first[2]) == " ".join(title.split())
        ):
            html = html[first.end() :]
        html = _HEADING.sub(self._heading, html)
        html = _IMAGE.sub(self._image, html)
        self.html = _LINK.sub(self._link, html)

    def _heading(self, found: re.Match[str]) -> str:
        """Return a heading exactly one level below its parent heading, whatever level the author chose."""
        level = max(int(found[1]), 2)
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        shown = min(len(self._levels) + 1, _LOWEST_HEADING)
        return f'<h{shown} id="{self._fresh_id(_text_of(found[2]))}">{found[2]}</h{shown}>\n'

    def _fresh_id(self, text: str) -> str:
        name = PREFIX + (slug_of(text)[:_LONGEST_ID].strip("-") or "part")
        fresh, number = name, self._numbers.get(name, 1)
        while fresh in self.ids:
            number += 1
            fresh = f"{name}-{number}"
        self._numbers[name] = number
        self.ids.add(fresh)
        return fresh

    def _image(self, found: re.Match[str]) -> str:
        name = photo_at(unescape(found[1] or ""))
        if not name:
            self.doubtful = True
            return found[2].replace("&quot;", '"')
        self.photos[name] = None
        return f'<img src="{_quoted(name)}" alt="{found[2]}">'

    def _link(self, found: re.Match[str]) -> str:
        address, rest, words = found[1] or "", found[2], found[3]
        if address.startswith("#"):
            name = _heading_id(address)
            if rest or unescape(name) in self.ids:
                return f'<a href="#{name}"{rest}>{words}</a>'
        elif not address.startswith("../") and leads_out(unescape(address)):
            rel = ' rel="noopener noreferrer"' if address[:4].lower() == "http" else ""
            return f'<a href="{address}"{rel}>{words}</a>'
        elif self._local and (kept := self._local(unescape(address))):
            return f'<a href="{escape(kept)}">{words}</a>'
        elif slug := story_at(address):
            self.stories[slug] = None
            return f'<a href="story:{slug}">{words}</a>'
        self.doubtful = True
        return words


def _misled(
    text: str, ids: set[str], local: Callable[[str], str] | None, *, path: str, first_line: int
) -> Iterator[Problem]:
    """Yield a problem for each link and picture that is not allowed; parses the Markdown again to find line numbers."""
    headings = sorted("#" + name.removeprefix(PREFIX) for name in ids)
    for tag, line, written in _LOCATED.findall(comrak.render_markdown(text, _EXTENSIONS, None, _LOCATING)):
        where, address = Source(path, first_line + int(line) - 1), unescape(written)
        if tag == "img":
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
    """Return whether the parser dropped more than comments, by comparing with the same text with all tags shown."""
    return _without_comments(as_typed(text)) != _without_comments(raw.replace(_OMITTED, ""))


def _without_comments(html: str) -> str:
    """Return the HTML without visible comments and spaces; searched only as far as the last comment's end."""
    last, end, rest = html.rpartition("--&gt;")
    return "".join((_SHOWN_COMMENT.sub("", last + end) + rest).split())


def _first_html(text: str) -> tuple[int, str]:
    """Return the number of lines before the first HTML outside code and comments, and that HTML.

    Falls back to anything that looks like HTML.
    """
    plain = without_code(text)
    for words in (plain, text):
        if found := _TAG.search(words) or _UNCLOSED.search(words):
            return words.count("\n", 0, found.start()), found[0]
    return 0, "<"


def without_code(text: str) -> str:
    """Return the text without code, comments and autolinks; line numbers stay the same."""
    for hidden in (_CODE, _AUTOLINK):
        text = hidden.sub(_left_out, text)
    return text


def _left_out(found: re.Match[str]) -> str:
    """Return the line breaks of the match; an unclosed comment stays, since it hides all text after it."""
    hidden = found[0]
    return hidden if hidden.startswith("<!--") and not hidden.endswith("-->") else "\n" * hidden.count("\n")


def _quoted(name: str) -> str:
    """Return a file name escaped as the allow-list writes it in an attribute."""
    return escape(name, quote=False).replace("\xa0", "&nbsp;")


def _heading_id(address: str) -> str:
    """Return the id that a fragment such as "#our-garden" leads to."""
    return PREFIX + address[1:].removeprefix(PREFIX)


def _text_of(html: str) -> str:
    return " ".join(unescape(_MARKUP.sub("", html)).split())


def _lines_of(page: _Page, text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield each photo and story in the text with the line of the file on which it is first named."""
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
