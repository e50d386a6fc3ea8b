"""Read the record of a session from a "heard" block on a tin's page."""

import re

from storyguide.model.problems import records as wording
from storyguide.model.tin import Heard, Message
from storyguide.reading.written import Reading

_FACT = re.compile(r"(when|where):\s*(.*)", re.IGNORECASE)
_FACTS_APART = re.compile(r"<p>((?:When|Where):.*?)</p>\n?", re.DOTALL | re.IGNORECASE)
_LIST = re.compile(r"<ul>\n(.*?)</ul>\n?", re.DOTALL)
_ITEM = re.compile(r"<li>\s*(.*?)\s*</li>", re.DOTALL)
_PARAGRAPH = re.compile(r"</?p>|<br>")
_SINCE = re.compile(r"(?:^|\n)\s*Since(?: then)?:\s*", re.IGNORECASE)
_SAID = re.compile(r"\s*\((\d{1,5})(?: (?:people|person|of us|said (?:so|it|this)))?\)\s*$", re.IGNORECASE)


def read_heard(first: str, rest: str) -> Heard:
    """Return the block made from its first paragraph without the label, and from the HTML below; both are clean HTML.

    The session is named on the first line, "When:" and "Where:" have lines of their own, messages are list items.
    """
    while apart := _FACTS_APART.match(rest):
        first, rest = f"{first}\n{apart[1]}", rest[apart.end() :]
    facts: dict[str, str] = {}
    name = "session"
    for line in first.replace("<br>", "").split("\n"):
        found = _FACT.match(line)
        name, words = (found[1].casefold(), found[2]) if found else (name, line)
        facts[name] = f"{facts.get(name, '')} {words.strip()}".strip()
    listed = _LIST.search(rest)
    return Heard(
        session=facts["session"],
        when=facts.get("when", ""),
        where=facts.get("where", ""),
        messages=tuple(map(_message, _ITEM.findall(listed[1]))) if listed else (),
        more=rest[: listed.start()] + rest[listed.end() :] if listed else rest,
    )


def tell_of_heard(block: Heard, reading: Reading) -> None:
    """Report the block to `reading` if it has no messages."""
    if not block.messages:
        reading.tell(wording.nothing_heard(reading.at(block.line)))


def _message(item: str) -> Message:
    words, *since = _SINCE.split(_PARAGRAPH.sub("", item), maxsplit=1)
    said = _SAID.search(words)
    return Message(
        words=" ".join(_SAID.sub("", words).split()),
        said=int(said[1]) if said else 0,
        since=" ".join("".join(since).split()),
    )
