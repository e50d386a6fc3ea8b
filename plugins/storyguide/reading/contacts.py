"""Finds private ways to reach somebody - an e-mail address, a phone number, a full postcode - where none belongs."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple
from unicodedata import category

from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.source import Source
from storyguide.reading.commonmark import with_lines
from storyguide.reading.contact_hint import may_hold_contact
from storyguide.reading.phone_numbers import LIKELY, find_phone_numbers
from storyguide.reading.postcodes import POSTCODE, find_postcodes
from storyguide.reading.spoken_numbers import LIKELY_SPOKEN, find_spoken_numbers
from storyguide.reading.visible_text import MESSENGERS, may_lead_to_person, plain_text, visible_text
from storyguide.reading.written import Group, Reading, Several, Text, Unread, Written

PUBLIC = frozenset(("join_in", "links", "sources"))
"""Facts under which a group's public address may stand."""
EMAIL_KIND, PHONE_KIND, POSTCODE_KIND = "an e-mail address", "a phone number", "a full postcode"
"""What each is called."""
KINDS = (EMAIL_KIND, PHONE_KIND, POSTCODE_KIND)
"""All that is looked for."""
BUT_POSTCODES = KINDS[:2]
"""For words that may say where a public building is."""
_NO_NAME = (
    r"(?!(?!(?:Com|Org|Net|Info|Biz|Uk|Co|Ac|Gov|Edu|Eu|Ie|Fr|De|Wales|Cymru|Scot|London|Online|Example|Test)(?![\w-]))"
    r"[A-ZÀ-Þ][a-zß-ÿ]+(?![\w-]))"
)
"""A word that begins with a capital letter, after a full stop without a space, as in “me @ St.Mary”."""
_NO_WORD = r"(?!(?:and|or|but|of|on|by|was|were|the|that|which|where|when|then|for|with|we|they|he|she|so)(?![\w-]))"
"""A word that follows a dot that somebody looks at."""
EMAIL = re.compile(
    r"(?:(?<![\w.+-])[\w.!#$%&'+/=?^{|}~-]{1,64}|[\x22][^\x22\n]{1,64}[\x22])"
    r"(?:(?<!/)[ \n]?@[ \n]?| ?[(\[{<] ?@ ?[)\]}>] ?)\w[\w-]{0,62}"
    rf"(?:(?:\.| \. )[\w-]{{1,63}}){{0,8}}(?:\.| \. ){_NO_NAME}[^\W\d_][\w-]{{1,62}}"
    r"|(?<![\w.+-])[\w.+-]{1,64} ?[(\[{<] ?[aA][tT] ?[)\]}>] ?\w[\w-]{0,62}"
    rf"(?:(?:\.| ?[(\[{{<] ?[dD][oO][tT] ?[)\]}}>] ?| [dD][oO][tT] ){_NO_NAME}\w[\w-]{{0,62}}){{1,8}}"
    r"|(?<![\w.+-])[\w.+-]{1,64} (?:at|AT) (?!(?:the|The|a|each|every|this|that) )\w[\w-]{0,62}"
    rf"(?: (?:dot|DOT) {_NO_WORD}\w[\w-]{{0,62}}){{1,8}}"
)
"""An address as programs write it, and as people write it so that programs do not find it."""
FORM_PATTERNS = {
    EMAIL_KIND: EMAIL,
    PHONE_KIND: re.compile(f"{LIKELY.pattern}|{LIKELY_SPOKEN}"),
    POSTCODE_KIND: POSTCODE,
}
"""What the form in the browser looks for, in text brought to plain signs as `visible_text.plain_text` does it."""

_ESCAPED = re.compile(rf"&[#\w]|\\[!-/:-@\[-`{{-~]|[*_`~<\[]|://(?i:{MESSENGERS})")
"""What Markdown reads otherwise than it stands: marks, and addresses of messengers, which become links."""
_NOT_WORDS = frozenset(("location",))
"""Facts that are read as figures, and never shown as they are written."""
_SURE = 9
"""Last signs of a link's address by which it is known to be the one that is shown, with or without its country."""
_MOST_TOLD = 100
"""Of one kind in one text; the next are told once these are taken out."""

Told = Callable[[Source, str, str], Problem]
"""The problem of one found: where, what it is called, and as written."""


class Contact(NamedTuple):
    """A private way to reach somebody, as it stands in a text."""

    kind: str
    written: str
    """On one line, without the signs that nobody sees."""
    line: int
    """Of the text, counted from 1."""


def find_contacts(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield each way to reach somebody in a text that is shown as it is."""
    if may_hold_contact(text):
        yield from _find(text, kinds, lambda offset: text.count("\n", 0, offset) + 1)


def find_contacts_in_markdown(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield each way to reach somebody in the page that Markdown makes, the addresses of its links among them."""
    visible = visible_text(with_lines(text))
    found = list(_find(visible.text, kinds, visible.line_at))
    yield from found
    shown = " ".join(_bare(one.written) for one in found)
    for address in visible.addresses:
        for one in _find(address.text, kinds, address.line_at):
            if _bare(one.written)[-_SURE:] not in shown:
                yield one


def tell_contacts_in_facts(facts: Group, reading: Reading, told: Told = wording.contact_details) -> bool:
    """Tell of each in the facts, apart from those that may be public; return whether there was any."""
    texts = [text for name, value in facts.values.items() if name not in PUBLIC for text in _texts(name, value)]
    if not _may_hold(" x ".join([text.written for text in texts])):
        return False
    before = len(reading.problems)
    for text in texts:
        _tell(_in_fact(text.written), _first_line(text), reading, told)
    return len(reading.problems) > before


def without_contacts(facts: Group, reading: Reading, told: Told, public: Collection[str]) -> Group:
    """Return the facts without the texts that hold a way to reach somebody, each of which is told.

    public: names under which it may stand. What is left out counts as unread, so that nobody is asked for it again.
    """
    texts = [text.written for name, value in facts.values.items() if name not in public for text in _texts(name, value)]
    if not _may_hold(" x ".join(texts)):
        return facts

    def without(name: str, value: Written) -> Written:
        if name in public or name in _NOT_WORDS:
            return value
        if type(value) is Group:
            return value._replace(values={part: without(part, held) for part, held in value.values.items()})
        if type(value) is Several:
            held = (without(name, item) for item in value.items)
            return value._replace(items=tuple(item for item in held if type(item) is not Unread))
        if type(value) is Text and (found := list(_in_fact(value.written))):
            _tell(iter(found), _first_line(value), reading, told)
            return Unread(value.line)
        return value

    return facts._replace(values={name: without(name, value) for name, value in facts.values.items()})


def tell_contacts_in_words(
    text: str, html: str, first_line: int, reading: Reading, told: Told = wording.contact_details
) -> bool:
    """Tell of each in words of several lines, as their reader sees them; return whether there was any.

    text: the Markdown, which begins on first_line of the file. html: the page that has been made of it.
    """
    if not (may_hold_contact(html) or may_lead_to_person(html)):
        return False
    before = len(reading.problems)
    _tell(find_contacts_in_markdown(text), first_line, reading, told)
    return len(reading.problems) > before


def tell_contacts_in_line(
    text: str, line: int, reading: Reading, told: Told = wording.contact_details, kinds: tuple[str, ...] = KINDS
) -> None:
    """Tell of each of these kinds in a plain text that begins on this line of the file."""
    _tell(_in_fact(text, kinds), line, reading, told)


def holds_contact(text: str) -> bool:
    """Return whether there is any in these words, shown as they are or read as Markdown."""
    return any(True for _ in _in_fact(text))


def _may_hold(text: str) -> bool:
    return may_hold_contact(text) or ("&" in text and bool(_ESCAPED.search(text)))


def _in_fact(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield what stands in a fact, which some pages show as it is and some as Markdown; each once."""
    if not _may_hold(text):
        return
    found = list(find_contacts(text, kinds))
    yield from found
    if _ESCAPED.search(text):
        seen = {_bare(one.written) for one in found}
        yield from (one for one in find_contacts_in_markdown(text, kinds) if _bare(one.written) not in seen)


def _find(text: str, kinds: tuple[str, ...], line_at: Callable[[int], int]) -> Iterator[Contact]:
    plain = plain_text(text)
    for kind in kinds:
        for start, end in islice(_FINDERS[kind](plain.text), _MOST_TOLD):
            first, last = plain.span(start, end)
            yield Contact(kind, _shown(text[first:last]), line_at(first))


def _tell(found: Iterator[Contact], first_line: int, reading: Reading, told: Told) -> None:
    for one in found:
        reading.tell(told(reading.at(first_line + one.line - 1), one.kind, one.written))


def _spans(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (found.span() for found in pattern.finditer(text))


_FINDERS: Mapping[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    EMAIL_KIND: _spans(EMAIL),
    PHONE_KIND: lambda text: chain(find_phone_numbers(text), find_spoken_numbers(text)),
    POSTCODE_KIND: find_postcodes,
}


def _shown(written: str) -> str:
    """Return what was written on one line, without what nobody sees."""
    if not written.isascii():
        written = "".join(sign for sign in written if sign.isspace() or category(sign) not in ("Cf", "Cc"))
    return " ".join(written.split())


def _bare(written: str) -> str:
    """Return the letters and figures alone, by which the same thing is known again."""
    return "".join(sign for sign in plain_text(written).text if sign.isalnum())


def _first_line(text: Text) -> int:
    """Return the line of the file on which a fact's words begin: below its name, if on lines of their own."""
    return text.line + 1 if text.written.endswith("\n") else text.line


def _texts(name: str, value: Written) -> Iterator[Text]:
    if type(value) is Text:
        if name not in _NOT_WORDS:
            yield value
    elif type(value) is Several:
        for item in value.items:
            yield from _texts(name, item)
    elif type(value) is Group:
        for part, held in value.values.items():
            yield from _texts(part, held)
