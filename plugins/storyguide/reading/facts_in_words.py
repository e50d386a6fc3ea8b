"""Find facts that were written among a story's text by mistake, where they would be shown instead of obeyed."""

import re
from collections.abc import Callable, Collection, Iterator

from storyguide.reading.signs import rare_signs

CONSENT = ("given", "until", "for", "withdrawn")
"""Names of the parts of consent, which may have been separated from it."""

_LINE = re.compile(r"[ \t]*(?:- )?(?P<key>[A-Za-z_-]+)[ \t]*[:：][ \t]*(?P<value>[^\n]*?)[ \t\r]*")
_DAY = r"[\"']?\d{4}-\d{1,2}(?:-\d{1,2})?[\"']?"
_SAYS_SO = {
    "status": re.compile(r"[\"'\[]*(?:idea|draft|review|ready|withdrawn)[\"'\]]*", re.IGNORECASE),
    "consent": re.compile(rf"|\{{.*|{_DAY}|[\"']?withdrawn[\"']?", re.IGNORECASE),
    **dict.fromkeys(("given", "until"), re.compile(_DAY)),
    **dict.fromkeys(("withdrawn", "approved_on", "publish_on"), re.compile(rf"|yes|true|{_DAY}", re.IGNORECASE)),
    "approved_words": re.compile(r"\S+"),
}
"""Values of facts that hold a story back, so that no ordinary sentence is taken for one."""
_COMMENT = re.compile(r"(?:\A|[ \t]+)#.*")


def facts_in_words(text: str, known: Collection[str], hidden: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Yield (line counted from 1, name) of each fact in the text.

    On the first line of text any name in `known` counts; below it, only facts that decide whether a story may be shown.
    `hidden`: function that blanks out code in a text and keeps its lines.
    """
    if (b"\n:" in rare_signs(text) or "：" in text) and any(_facts(text, known)):
        yield from _facts(hidden(text), known)


def _facts(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    first = True
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line) if ":" in line or "：" in line else None
        if found:
            name = found["key"].casefold().replace("-", "_")
            says = _SAYS_SO.get(name)
            if (first and found["key"] in {*known, *CONSENT}) or (
                says and says.fullmatch(_COMMENT.sub("", found["value"]))
            ):
                yield number, found["key"]
        first = False
