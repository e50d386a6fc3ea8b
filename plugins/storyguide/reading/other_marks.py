"""Find markup of other programs in a story's text, which the guide would show as typed."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from storyguide.model.problem import Problem
from storyguide.model.problems import words as wording
from storyguide.model.source import Source
from storyguide.reading.signs import rare_signs, without_common

_PICTURE = "Take it out; for a picture write ![what it shows](boat.jpg), for a film or a page a link."
_BOX = "Write a quotation instead, with > at the beginning of its lines: > **Good to know:** …"
_LOOKS = "Take it out: how words look is the same in all stories."
_AS_SEEN = "readers see it as it stands"


class _Mark(NamedTuple):
    """A kind of markup of another program, with the means to find it fast."""

    held: tuple[str, ...]
    r"""Texts of which at least one stands in every such markup; "\n" stands for the start of a line."""
    rare: tuple[bytes, ...]
    """Byte strings of which at least one remains of every such markup in `signs.rare_signs`; looked for first."""
    shape: re.Pattern[str]
    instead: str
    """Advice on what to do or type instead."""
    does: str = _AS_SEEN
    """Effect the markup has in this guide."""


def _mark(held: str, shape: str, instead: str, does: str = _AS_SEEN, *, rare: str = "") -> _Mark:
    left = dict.fromkeys(map(without_common, (rare or held).split("|")))
    # A comment may stand before the start of a line.
    left |= {b">" + signs[1:]: None for signs in left if signs.startswith(b"\n")}
    return _Mark(tuple(held.split("|")), tuple(left), re.compile(rf"(?<!\\)(?:{shape})", re.MULTILINE), instead, does)


_MARKS = (
    _mark("{{<|{{%", r"\{\{[<%][^\n]*?[>%]\}\}", _PICTURE),
    _mark("{%", r"\{%[^\n]*?%\}", _PICTURE),
    _mark("{{", r"\{\{(?![<%])[^\n{}]*\}\}", "Type the words themselves that are to stand there."),
    _mark("{:|{.|{#|]{|){", r"\{:[^\n{}]*\}|\{[.#][A-Za-z_][^\n{}]*\}|(?<=[)\]])\{[\w-]+ ?=[^\n{}]*\}", _LOOKS),
    _mark("!!!|???", r"^[ \t]*(?:!!!|\?\?\?\+?) +\w[^\n]*", _BOX, rare="\n!!!|\n???"),
    _mark(":::", r"^[ \t]*:::[^\n]*", _BOX, rare="\n:::"),
    _mark("[!", r"(?<=> )\[!\w+\][+-]?", "Write it in bold instead: > **Good to know:** …", rare=">[!"),
    _mark("[TOC|[toc|[[_TOC", r"^\[(?:TOC|toc)\][ \t]*$|^\[\[_?TOC_?\]\]", "Take it out.", rare="\n[]\n|\n[]<|[[]]"),
    _mark("![[", r"!\[\[[^\]\n]+\]\]", _PICTURE),
    _mark("[[", r"(?<!!)\[\[(?!_?TOC_?\]\])[^\]\n]+\]\]", "Write a link: [the words](../the-other-story/)."),
    _mark(
        "~",
        r"(?<![~\w])~(?![~\s])[^~\n]{1,60}(?<!\s)~(?![~\w])|(?<=\w)~(?![~\s])[^~\n]{1,20}(?<!\s)~(?!~)",
        "Write low figures as such (H₂O), “about” for ~, and ~~two~~ of them to strike words out.",
        "it strikes out what stands in it",
    ),
    _mark("^", r"(?<=[\w)])\^(?![\s^])[^\s^]{1,20}\^", "Write high figures as such: x², m³."),
    _mark("==", r"(?<![=\w])==(?![=\s])[^=\n]+(?<!\s)==(?![=\w])", "Write **bold** instead."),
    _mark(
        " :|(:|\n:",
        r"(?<![\w:/]):[a-z][a-z0-9_+-]{1,30}:(?![\w:/])",
        "Type the sign itself, 🙂, or leave it out.",
        rare="::|:+",
    ),
    _mark(
        "+++", r"^\+\+\+[ \t]*$", "Take it out; for a line across the page write three dashes.", rare="\n+++\n|\n+++<"
    ),
    _mark(
        "@import|import ",
        r"^@import\b[^\n]*|^import [^\n]* from ['\"][^\n]*",
        "Take it out: a story’s file holds its words alone.",
        rare="\n@|'|\"",
    ),
    _mark("*[", r"^\*\[[^\]\n]+\]:[^\n]*", "Say what the letters mean where they first stand.", rare="\n*["),
    _mark("\n:", r"(?<=\S\n):[ \t]+\S[^\n]*", "Write it as a list: - **the word**: what it means"),
    _mark("$$", r"\$\$[^$\n]+\$\$|^\$\$[ \t]*$", "Write the sum in words and figures."),
    _mark(
        "\\", r"^\\(?:newpage|pagebreak|clearpage|begin|end|section|vspace|hspace)\b[^\n]*", "Take it out.", rare="\n\\"
    ),
    _mark("\n.. ", r"^\.\. [\w-]+::[^\n]*", _PICTURE, rare="\n..::"),
    _mark("\n==", r"^={2,6} [^=\n]+ ={2,6}[ \t]*$", "Begin a heading with ## and nothing behind it: ## Our garden"),
    _mark("'''", r"(?<!')'''(?!')[^'\n]+'''(?!')", "Write **bold** instead."),
    _mark(
        "[/",
        r"\[(b|i|u|s|url|img|quote|code|color|size|list|center)(?:=[^\]\n]*)?\][^\n]*?\[/\1\]",
        "Write **bold**, *italic*, > for a quotation, or [words](https://example.org/) for a link.",
    ),
    _mark("%%", r"%%[^%\n]+%%", "Take it out, or write it as words."),
)
_COMMENT = _Mark(
    ("<!--",),
    (without_common("<!--"),),
    re.compile(
        r"<!--[ \t]*(?:more|truncate|excerpt|end ?excerpt|readmore|break|toc|pagebreak|nextpage)[ \t]*-->", re.I
    ),
    "Take it out: lists show the summary.",
    "it does nothing here",
)
_RAREST = b"{~^$%\\+=@!?*'\":[.>\n"
"""Signs by which markup can be ruled out, those rarest in texts first."""


def _by_sign() -> dict[int, list[tuple[bytes, _Mark]]]:
    """Return the remains of each markup by their rarest sign, since searching for one sign is many times as fast."""
    found: dict[int, list[tuple[bytes, _Mark]]] = {}
    for mark in _MARKS:
        for rare in mark.rare:
            found.setdefault(min(rare, key=(_RAREST + rare).index), []).append((rare, mark))
    return found


_BY_SIGN = _by_sign()
_INDENTED = re.compile(r"(?:\A|\n[ \t]*\n)((?:(?: {4}|\t)[^\n]*\n?|[ \t]*\n)+)")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|<?https?://[^\s<>]+")


def other_marks(text: str, html: str, hidden: Callable[[str], str], *, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a notice for each kind of foreign markup in a text, at the line of its first occurrence.

    `text`: the Markdown. `html`: the page made from it. `hidden`: function that blanks out code and keeps its lines.
    Markup that the guide renders, such as footnotes, task lists and tables, is not reported.
    """
    rare = rare_signs(text)
    likely = {mark: None for sign, marks in _BY_SIGN.items() if sign in rare for left, mark in marks if left in rare}
    if likely:
        begun = "\n" + text
        likely = {mark: None for mark in likely if any(map(begun.__contains__, mark.held))}
    if not likely and not (_COMMENT.rare[0] in rare and _COMMENT.held[0] in text):
        return
    plain = _ADDRESS.sub("](x)", hidden(text))
    if "<pre>" in html:
        plain = _INDENTED.sub(lambda found: "\n" * found[0].count("\n"), plain)
    for mark in likely:
        if found := mark.shape.search(plain):
            line = first_line + plain.count("\n", 0, found.start())
            yield wording.other_mark(Source(path, line), found[0].strip(), mark.does, mark.instead)
    if found := _COMMENT.shape.search(text):
        line = first_line + text.count("\n", 0, found.start())
        yield wording.other_mark(Source(path, line), found[0], _COMMENT.does, _COMMENT.instead)
