"""Reads what was heard at a session out of the block that records it."""

import re

from storyguide.model.markup.elements import after_line, element_at, elements, first_element
from storyguide.model.markup.tags import change_tags
from storyguide.model.problems import records as wording
from storyguide.model.tin import Heard, Message
from storyguide.reading.written import Reading

_FACT = re.compile(r"(when|where):\s*(.*)", re.IGNORECASE)
_FACTS = ("when:", "where:")
_SINCE = re.compile(r"(?:^|\n)\s*Since(?: then)?:\s*", re.IGNORECASE)
_SAID = re.compile(r"\s*\((\d{1,5})(?: (?:people|person|of us|said (?:so|it|this)))?\)\s*$", re.IGNORECASE)


def read_heard(first: str, rest: str) -> Heard:
    """The block of a first paragraph, without its label, and of what follows; both are clean HTML.

    The session stands on the first line, when and where on lines of their own, each message after a dash.
    """
    while (apart := element_at(rest, "p")) and apart.inner.lower().startswith(_FACTS):
        first, rest = f"{first}\n{apart.inner}", rest[after_line(rest, apart) :]
    facts: dict[str, str] = {}
    name = "session"
    for line in first.replace("<br>", "").split("\n"):
        found = _FACT.match(line)
        name, words = (found[1].casefold(), found[2]) if found else (name, line)
        facts[name] = f"{facts.get(name, '')} {words.strip()}".strip()
    listed = first_element(rest, "ul")
    return Heard(
        session=facts["session"],
        when=facts.get("when", ""),
        where=facts.get("where", ""),
        messages=tuple(_message(item.inner.strip()) for item in elements(listed.inner, "li")) if listed else (),
        more=rest[: listed.start] + rest[after_line(rest, listed) :] if listed else rest,
    )


def tell_of_heard(block: Heard, reading: Reading) -> None:
    """Tell what is wrong with the block: nothing was heard."""
    if not block.messages:
        reading.tell(wording.nothing_heard(reading.at(block.line)))


def _message(item: str) -> Message:
    words, *since = _SINCE.split(change_tags(item, lambda _: "", "p", "br"), maxsplit=1)
    said = _SAID.search(words)
    return Message(
        words=" ".join(_SAID.sub("", words).split()),
        said=int(said[1]) if said else 0,
        since=" ".join("".join(since).split()),
    )
