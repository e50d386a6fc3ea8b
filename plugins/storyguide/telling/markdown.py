"""Convert text that strangers wrote to Markdown that GitHub shows as plain words, without links, mentions or HTML."""

import re
from collections.abc import Iterator

from storyguide.telling.phrases import shown

_QUOTED = re.compile("“([^“”]+)”")
_TO_TYPE = re.compile(r"(?P<how>[^“:]*\b(?:[Ww]rite|example|round (?:it|them|the whole|the words))): (?P<what>[^\n]+)")
_SIGN = re.compile(r"[\\`*_\[\]$~|#]")
_NAMES_SOMETHING = re.compile(
    r"(?<=[@#])(?=\w)|(?<=\bGH-)(?=\d)|(?=://)|(?<=\bw)(?=ww\.)|(?<=[0-9a-f]{6})(?=[0-9a-f])", re.IGNORECASE
)
_APART = "\N{WORD JOINER}"


def in_words(text: str) -> str:
    """Convert one of our own sentences to Markdown; text in “ ” becomes code, which cannot link or mention anybody."""
    parts = []
    end = 0
    for found in _QUOTED.finditer(text):
        parts += [plain(text[end : found.start()]), as_code(found[1])]
        end = found.end()
    return "".join((*parts, plain(text[end:])))


def to_do(mend: str) -> Iterator[str]:
    """Yield a problem's advice on mending it as lines of Markdown, with what is to be typed as code, for copying."""
    first, *lines = mend.split("\n")
    found = _TO_TYPE.fullmatch(first)
    yield f"{plain(found['how'])}: {as_code(found['what'])}" if found else in_words(first)
    if lines:
        yield ""
        fence = _fence("\n".join(lines), 3)
        yield fence
        yield from (shown(line) for line in lines)
        yield fence


def plain(text: str) -> str:
    """Return text as Markdown on one line that makes no link, mention, heading or HTML."""
    apart = _NAMES_SOMETHING.sub(_APART, " ".join(shown(text).split(" ")).replace("\n", " "))
    escaped = _SIGN.sub(r"\\\g<0>", apart)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_code(text: str) -> str:
    """Return text as a Markdown code span on one line, fenced with as many backticks as its own need."""
    one_line = shown(" ".join(text.split("\n")))
    fence = _fence(one_line, 1)
    apart = " " if one_line.startswith(("`", " ")) or one_line.endswith(("`", " ")) else ""
    return f"{fence}{apart}{one_line}{apart}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
