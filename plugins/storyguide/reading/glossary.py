"""Read the glossary from stories/glossary.yml."""

from collections.abc import Iterator
from pathlib import Path

from storyguide.model.problem import Problem
from storyguide.model.problems import lists as wording
from storyguide.model.problems.records import contact_in_record
from storyguide.model.slug import slug_of
from storyguide.model.term import Term
from storyguide.reading.contacts import without_contacts
from storyguide.reading.edition_facts import Facts
from storyguide.reading.list_file import open_list
from storyguide.reading.values import DAY, WEB_ADDRESS, a_line
from storyguide.reading.written import Reading

GLOSSARY = "stories/glossary.yml"
"""Path of the glossary from the guide's root."""
_TERM = ("word", "meaning", "as_of", "ended", "source", "address")
_WORD = a_line(80)
_MEANING = a_line(600)
_LINE = a_line()


def read_glossary(root: Path) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """Return the terms in alphabetical order, and every problem in their file; nothing if there is no file.

    Terms without a meaning or a date are left out.
    """
    reading = Reading(GLOSSARY)
    group = open_list(root, reading)
    if group is None:
        return (), tuple(reading.problems)
    group = without_contacts(group, reading, contact_in_record, ("source", "address"))
    listed = Facts(group, reading, of="glossary", known=("words",))
    terms = _terms(listed)
    return tuple(sorted(terms, key=lambda term: term.slug)), tuple(reading.problems)


def _terms(listed: Facts) -> Iterator[Term]:
    taken: set[str] = set()
    for part in listed.groups("words", of="word", known=_TERM):
        word = part.needed("word", _WORD, "word: social value")
        meaning = part.needed("meaning", _MEANING, "meaning: what something is worth beyond its price")
        as_of = part.one("as_of", DAY, None) if part.needed("as_of", _LINE, "as_of: 2026-11-22") else None
        where = part.reading.at(part.line_of("word"))
        slug = slug_of(word)
        if word and not slug:
            part.reading.tell(wording.no_address(where, "word", word))
        elif slug in taken:
            part.reading.tell(wording.listed_twice(where, "word", word, slug))
        elif word and meaning and as_of:
            taken.add(slug)
            yield Term(
                slug=slug,
                word=word,
                meaning=meaning,
                as_of=as_of,
                ended=part.one("ended", _LINE, ""),
                source=part.one("source", _LINE, ""),
                address=part.one("address", WEB_ADDRESS, ""),
            )
