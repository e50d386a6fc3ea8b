"""Read an edition's trails and their stops from stories/trails.yml."""

from collections.abc import Iterator
from pathlib import Path

from storyguide.model.problem import Problem
from storyguide.model.problems import fields
from storyguide.model.problems import lists as wording
from storyguide.model.problems.records import contact_in_record
from storyguide.model.slug import slug_of
from storyguide.model.story import Words
from storyguide.model.trail import Stop, Trail
from storyguide.reading.commonmark import NOTHING, read_words
from storyguide.reading.contacts import without_contacts
from storyguide.reading.edition_facts import Facts
from storyguide.reading.list_file import open_list
from storyguide.reading.values import SLUG, a_line, a_text
from storyguide.reading.written import Reading

TRAILS = "stories/trails.yml"
"""Path of the trails file from the guide's root."""
_TRAIL = ("title", "slug", "summary", "intro", "time", "how", "stops")
_STOP = ("story", "words")
_LINE = a_line()
_SHORT = a_line(100)
_PROSE = a_text()


def read_trails(root: Path) -> tuple[tuple[Trail, ...], tuple[Problem, ...]]:
    """Return the trails in the file's order, and every problem in their file; nothing if there is no file.

    Stops without a story or text of their own are left out, and so are trails without a title or summary.
    """
    reading = Reading(TRAILS)
    group = open_list(root, reading)
    if group is None:
        return (), tuple(reading.problems)
    taken: set[str] = set()
    group = without_contacts(group, reading, contact_in_record, ())
    listed = Facts(group, reading, of="list of trails", known=("trails",))
    trails = tuple(
        trail
        for part in listed.groups("trails", of="trail", known=_TRAIL)
        if (trail := _trail(part, taken)) is not None
    )
    return trails, tuple(reading.problems)


def _trail(facts: Facts, taken: set[str]) -> Trail | None:
    title = facts.needed("title", _SHORT, "title: Buildings with a second life")
    summary = facts.needed("summary", _LINE, "summary: Four old buildings, and what people did with them.")
    slug = facts.one("slug", SLUG, slug_of(title))
    trail = Trail(
        slug=slug,
        title=title,
        summary=summary,
        intro=_words(facts, "intro", facts.one("intro", _PROSE, "")),
        stops=tuple(_stops(facts)),
        time=facts.one("time", _SHORT, ""),
        how=facts.one("how", _LINE, ""),
        source=facts.reading.at(facts.line_of("title")),
    )
    if not (title and summary):
        return None
    if not slug:
        facts.reading.tell(wording.no_address(trail.source, "trail", title))
        return None
    if slug in taken:
        facts.reading.tell(wording.listed_twice(trail.source, "trail", title, slug))
        return None
    taken.add(slug)
    return trail


def _stops(facts: Facts) -> Iterator[Stop]:
    seen: set[str] = set()
    for part in facts.groups("stops", of="stop", known=_STOP):
        story = part.needed("story", SLUG, "story: repair-cafe")
        words = _words(part, "words", part.needed("words", _PROSE, "words: why this story comes here"))
        where = part.reading.at(part.line_of("story"))
        if story in seen:
            part.reading.tell(fields.same_twice(where, "stops", story))
        elif story and words.html:
            seen.add(story)
            yield Stop(story=story, words=words, source=where)


def _words(facts: Facts, name: str, text: str) -> Words:
    if not text:
        return NOTHING
    words, problems = read_words(text, path=facts.reading.path, first_line=facts.words_line(name))
    for problem in problems:
        facts.reading.tell(problem)
    return words
