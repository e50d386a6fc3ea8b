"""Finds facts that slipped down among a story's words, where they would be shown and not obeyed."""

import re
from collections.abc import Callable, Collection, Iterator

from storyguide.reading.signs import rare_signs

CONSENT = ("given", "until", "for", "withdrawn")
"""The parts of consent, which may have been cut off from it."""

_LINE = re.compile(r"[ \t]*(?:- )?(?P<key>[A-Za-z_-]+)[ \t]*[:：][ \t]*(?P<value>[^\n]*?)[ \t\r]*")
_DAY = r"[\"']?\d{4}-\d{1,2}(?:-\d{1,2})?[\"']?"
_SAYS_SO = {
    "status": re.compile(r"[\"'\[]*(?:idea|draft|review|ready|withdrawn)[\"'\]]*", re.IGNORECASE),
    "consent": re.compile(rf"|\{{.*|{_DAY}|[\"']?withdrawn[\"']?", re.IGNORECASE),
    **dict.fromkeys(("given", "until"), re.compile(_DAY)),
    **dict.fromkeys(("withdrawn", "approved_on", "publish_on"), re.compile(rf"|yes|true|{_DAY}", re.IGNORECASE)),
    "approved_words": re.compile(r"\S+"),
}
"""What stands behind the facts that keep a story back, so that no sentence is taken for one."""
_COMMENT = re.compile(r"(?:\A|[ \t]+)#.*")


def facts_in_words(text: str, known: Collection[str], hidden: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Yield the line, counted from 1, and the name of each fact that stands among these words.

    On their first line that is any of the known ones; below, those alone that say whether a story may be shown.
    hidden takes code out of a text and leaves its lines.
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
