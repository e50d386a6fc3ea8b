"""Finds private ways to reach somebody - an e-mail address, a phone number, a full postcode - where none belongs."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.source import Source
from storyguide.reading.written import Group, Reading, Several, Text, Written

PUBLIC = frozenset(("join_in", "links", "sources"))
"""Facts under which a group's public address may stand."""

_HINT = re.compile(r"[@0-9](?:(?<=@)|[A-Z]{2}\b|(?<=0)[\d ()-]{9}|(?<=4)4[\d ()-]{9})")
"""Cheap to look for in every story: few stories have any."""
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]{0,62}(?:\.[\w-]{1,63}){1,9}")
_PHONE = re.compile(r"(?<![\w./-])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?|\(?0)\d(?:[ ()-]{0,2}\d){8,9}(?![\d.])")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
Kinds = tuple[tuple[re.Pattern[str], str], ...]
KINDS: Kinds = ((_EMAIL, "an e-mail address"), (_PHONE, "a phone number"), (_POSTCODE, "a full postcode"))
"""What is looked for, and what it is called."""
BUT_POSTCODES = KINDS[:2]
"""For words that may say where a public building is."""
Told = Callable[[Source, str, str], Problem]
"""The problem of one found: where, what it is called, and as written."""
_MOST_TOLD = 100
"""Of one kind in one text; the next are told once these are taken out."""


def tell_contacts_in_facts(facts: Group, reading: Reading, told: Told = wording.contact_details) -> None:
    """Tell of each in the facts, apart from those that may be public."""
    texts = [text for name, value in facts.values.items() if name not in PUBLIC for text in _texts(value)]
    if _HINT.search("\n".join([text.written for text in texts])):
        for text in texts:
            _tell(text.written, text.line, reading, told)


def tell_contacts_in_words(
    words: str, first_line: int, reading: Reading, told: Told = wording.contact_details, kinds: Kinds = KINDS
) -> None:
    """Tell of each of these kinds in a story's words."""
    if _HINT.search(words):
        _tell(words, first_line, reading, told, kinds)


def holds_contact(text: str) -> bool:
    """Whether there is any in these words."""
    return bool(_HINT.search(text)) and any(pattern.search(text) for pattern, _ in KINDS)


def _tell(text: str, line: int, reading: Reading, told: Told, kinds: Kinds = KINDS) -> None:
    if not _HINT.search(text):
        return
    for pattern, what in kinds:
        for found in islice(pattern.finditer(text), _MOST_TOLD):
            where = reading.at(line + text.count("\n", 0, found.start()))
            reading.tell(told(where, what, found[0].strip()))


def _texts(value: Written) -> Iterator[Text]:
    if type(value) is Text:
        yield value
    elif type(value) is Several:
        for item in value.items:
            yield from _texts(item)
    elif type(value) is Group:
        for part in value.values.values():
            yield from _texts(part)
