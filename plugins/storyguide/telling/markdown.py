"""Makes Markdown of words that strangers wrote, so that GitHub shows the words and does nothing else with them."""

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
    """A sentence of ours; what it quotes stands as code, where nothing calls, links or looks different."""
    parts = []
    end = 0
    for found in _QUOTED.finditer(text):
        parts += [plain(text[end : found.start()]), as_code(found[1])]
        end = found.end()
    return "".join((*parts, plain(text[end:])))


def to_do(mend: str) -> Iterator[str]:
    """A mend, line by line: what is to be typed stands as code, so that it can be copied as it is."""
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
    """The text as text: no link, no call to anybody, no heading, no HTML."""
    apart = _NAMES_SOMETHING.sub(_APART, " ".join(shown(text).split(" ")).replace("\n", " "))
    escaped = _SIGN.sub(r"\\\g<0>", apart)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_code(text: str) -> str:
    """The text between as many backticks as it takes."""
    one_line = shown(" ".join(text.split("\n")))
    fence = _fence(one_line, 1)
    apart = " " if one_line.startswith(("`", " ")) or one_line.endswith(("`", " ")) else ""
    return f"{fence}{apart}{one_line}{apart}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
