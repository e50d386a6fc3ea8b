"""Limits on the size and nesting of a story's text and of the HTML made from it."""

import re
from collections.abc import Iterator

from storyguide.model.problem import Problem
from storyguide.model.problems import words as wording
from storyguide.model.source import Source
from storyguide.reading.signs import rare_signs

LONGEST_WORDS = 100_000
"""Maximum size of a story's text in bytes: about 17,000 words, a short book."""
LONGEST_LINE = 20_000
"""Maximum length of a line in characters."""
DEEPEST = 12
"""Maximum nesting of quotations and lists."""
LONGEST_PAGE = 6 * LONGEST_WORDS
"""Maximum size of a story's HTML in characters, six times that of the text."""
_WIDEST_TABLE = 30
_LONGEST_RUN = 200

_MARKERS = re.compile(rf"^(?:[ \t]*(?:>|(?:[-+*]|\d{{1,9}}[.)])[ \t])){{{DEEPEST + 1}}}", re.MULTILINE)
_RUN = re.compile(rf"[\[<*]{{{_LONGEST_RUN + 1}}}|(?:[\[<*!][^\[<*\n]?){{{_LONGEST_RUN + 1}}}")
_WIDE = re.compile(rf"^(?:[^|\n]*\|){{{_WIDEST_TABLE + 2}}}", re.MULTILINE)
_CONTAINER = re.compile(r"<(/?)(?:blockquote|ul|ol)\b")


def beyond_limits(text: str, *, path: str, first_line: int) -> Iterator[Problem]:
    """Yield the problem of the first limit a text exceeds, at the line concerned; nothing if it exceeds none.

    Cheap checks come first, since every story is checked.
    """
    if len(text) * 4 > LONGEST_WORDS and (size := len(text.encode(errors="replace"))) > LONGEST_WORDS:
        yield wording.words_too_long(Source(path, first_line), size, LONGEST_WORDS)
        return
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n")):
            if len(line) > LONGEST_LINE:
                yield wording.line_too_long(Source(path, first_line + number), len(line), LONGEST_LINE)
                return
    rare = rare_signs(text)
    if rare.count(b"|") > _WIDEST_TABLE and (found := _WIDE.search(text)):
        yield wording.table_too_wide(_place(text, found.start(), path, first_line))
    elif rare.count(b"[") + rare.count(b"<") + rare.count(b"*") > _LONGEST_RUN and (found := _RUN.search(text)):
        yield wording.too_tangled(_place(text, found.start(), path, first_line))


def beyond_page(text: str, html: str, *, path: str, first_line: int) -> Iterator[Problem]:
    """Yield the problem of the first limit that the HTML made from a text exceeds; nothing if it exceeds none."""
    if _is_deep(html):
        found = _MARKERS.search(text)
        yield wording.too_deep(_place(text, found.start() if found else 0, path, first_line))
    elif len(html) > LONGEST_PAGE:
        yield wording.too_much_page(Source(path, first_line))


def _place(text: str, at: int, path: str, first_line: int) -> Source:
    return Source(path, first_line + text.count("\n", 0, at))


def _is_deep(html: str) -> bool:
    """Return whether quotations and lists are nested deeper than `DEEPEST`."""
    if html.count("</blockquote>") + html.count("</ul>") + html.count("</ol>") <= DEEPEST:
        return False
    depth = 0
    for tag in _CONTAINER.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > DEEPEST:
            return True
    return False
