"""Find private contact details (e-mail addresses, phone numbers, full postcodes) in facts and texts."""

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
"""Names of facts in which a group's public contact details may stand."""
EMAIL_KIND, PHONE_KIND, POSTCODE_KIND = "an e-mail address", "a phone number", "a full postcode"
"""Names of the kinds of contact details, with their article, as messages use them."""
KINDS = (EMAIL_KIND, PHONE_KIND, POSTCODE_KIND)
"""Kinds of contact details that are searched for."""
BUT_POSTCODES = KINDS[:2]
"""Kinds searched for in texts that may say where a public building is."""
_NO_NAME = (
    r"(?!(?!(?:Com|Org|Net|Info|Biz|Uk|Co|Ac|Gov|Edu|Eu|Ie|Fr|De|Wales|Cymru|Scot|London|Online|Example|Test)(?![\w-]))"
    r"[A-ZÀ-Þ][a-zß-ÿ]+(?![\w-]))"
)
"""Exclusion of a capitalised word after a full stop without a space, as in “me @ St.Mary”."""
_NO_WORD = r"(?!(?:and|or|but|of|on|by|was|were|the|that|which|where|when|then|for|with|we|they|he|she|so)(?![\w-]))"
"""Exclusion of common words after "dot", as in “at the dot that”."""
EMAIL = re.compile(
    r"(?:(?<![\w.+-])[\w.!#$%&'+/=?^{|}~-]{1,64}|[\x22][^\x22\n]{1,64}[\x22])"
    r"(?:(?<!/)[ \n]?@[ \n]?| ?[(\[{<] ?@ ?[)\]}>] ?)\w[\w-]{0,62}"
    rf"(?:(?:\.| \. )[\w-]{{1,63}}){{0,8}}(?:\.| \. ){_NO_NAME}[^\W\d_][\w-]{{1,62}}"
    r"|(?<![\w.+-])[\w.+-]{1,64} ?[(\[{<] ?[aA][tT] ?[)\]}>] ?\w[\w-]{0,62}"
    rf"(?:(?:\.| ?[(\[{{<] ?[dD][oO][tT] ?[)\]}}>] ?| [dD][oO][tT] ){_NO_NAME}\w[\w-]{{0,62}}){{1,8}}"
    r"|(?<![\w.+-])[\w.+-]{1,64} (?:at|AT) (?!(?:the|The|a|each|every|this|that) )\w[\w-]{0,62}"
    rf"(?: (?:dot|DOT) {_NO_WORD}\w[\w-]{{0,62}}){{1,8}}"
)
"""E-mail address as programs write it, or disguised as people write it to hide it from programs."""
FORM_PATTERNS = {
    EMAIL_KIND: EMAIL,
    PHONE_KIND: re.compile(f"{LIKELY.pattern}|{LIKELY_SPOKEN}"),
    POSTCODE_KIND: POSTCODE,
}
"""Patterns by kind that the browser form searches for, in text made plain as `visible_text.plain_text` does."""

_ESCAPED = re.compile(rf"&[#\w]|\\[!-/:-@\[-`{{-~]|[*_`~<\[]|://(?i:{MESSENGERS})")
"""Markdown that is shown otherwise than written: markup, and messenger addresses, which become links."""
_NOT_WORDS = frozenset(("location",))
"""Names of facts that are read as numbers and never shown as written."""
_SURE = 9
"""Number of final characters by which a link's address is recognised as the number shown, with or without country
code."""
_MOST_TOLD = 100
"""Maximum number of findings of each kind reported for one text."""

Told = Callable[[Source, str, str], Problem]
"""Function that builds the problem of a finding from its position, kind and text."""


class Contact(NamedTuple):
    """A finding of contact details in a text."""

    kind: str
    written: str
    """Text found, on one line and without invisible characters."""
    line: int
    """Line of the searched text, counted from 1."""


def find_contacts(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield the contact details in a plain text."""
    if may_hold_contact(text):
        yield from _find(text, kinds, lambda offset: text.count("\n", 0, offset) + 1)


def find_contacts_in_markdown(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield the contact details in the page made from Markdown, including those in its links' addresses."""
    visible = visible_text(with_lines(text))
    found = list(_find(visible.text, kinds, visible.line_at))
    yield from found
    shown = " ".join(_bare(one.written) for one in found)
    for address in visible.addresses:
        for one in _find(address.text, kinds, address.line_at):
            if _bare(one.written)[-_SURE:] not in shown:
                yield one


def tell_contacts_in_facts(facts: Group, reading: Reading, told: Told = wording.contact_details) -> bool:
    """Report contact details in the facts, except in those of `PUBLIC`; return whether there were any."""
    texts = [text for name, value in facts.values.items() if name not in PUBLIC for text in _texts(name, value)]
    if not _may_hold(" x ".join([text.written for text in texts])):
        return False
    before = len(reading.problems)
    for text in texts:
        _tell(_in_fact(text.written), _first_line(text), reading, told)
    return len(reading.problems) > before


def without_contacts(facts: Group, reading: Reading, told: Told, public: Collection[str]) -> Group:
    """Return the facts without the texts that hold contact details, and report each finding.

    `public`: names of facts where contact details are allowed. A removed text becomes `Unread`, so that it is not
    reported as missing too.
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
    """Report contact details in a text of several lines, as its reader sees it; return whether there were any.

    `text`: Markdown that begins on line `first_line` of the file. `html`: the page made from it.
    """
    if not (may_hold_contact(html) or may_lead_to_person(html)):
        return False
    before = len(reading.problems)
    _tell(find_contacts_in_markdown(text), first_line, reading, told)
    return len(reading.problems) > before


def tell_contacts_in_line(
    text: str, line: int, reading: Reading, told: Told = wording.contact_details, kinds: tuple[str, ...] = KINDS
) -> None:
    """Report contact details of these kinds in a plain text that begins on this line of the file."""
    _tell(_in_fact(text, kinds), line, reading, told)


def holds_contact(text: str) -> bool:
    """Return whether the text holds contact details, either as plain text or read as Markdown."""
    return any(True for _ in _in_fact(text))


def _may_hold(text: str) -> bool:
    return may_hold_contact(text) or ("&" in text and bool(_ESCAPED.search(text)))


def _in_fact(text: str, kinds: tuple[str, ...] = KINDS) -> Iterator[Contact]:
    """Yield the findings in a fact, each once; some pages show facts as plain text, some as Markdown."""
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
    """Return the text on one line without invisible characters."""
    if not written.isascii():
        written = "".join(sign for sign in written if sign.isspace() or category(sign) not in ("Cf", "Cc"))
    return " ".join(written.split())


def _bare(written: str) -> str:
    """Return only the letters and digits of a text, for comparing findings."""
    return "".join(sign for sign in plain_text(written).text if sign.isalnum())


def _first_line(text: Text) -> int:
    """Return the line of the file on which a fact's text begins; the next line if it is a block text."""
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
