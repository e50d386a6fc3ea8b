"""Reads one story: its facts by the table, its words, and what must hold between them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from storyguide.model.licence import ALL_RIGHTS_KEPT
from storyguide.model.people import Consent
from storyguide.model.place import Point, Precision
from storyguide.model.problem import Problem
from storyguide.model.problems import stories as wording
from storyguide.model.problems import words as words_wording
from storyguide.model.source import Source
from storyguide.model.story import Kind, Reference, Status, Story
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.commonmark import NOTHING, read_words, without_code
from storyguide.reading.contacts import tell_contacts_in_facts, tell_contacts_in_words
from storyguide.reading.facts_in_words import facts_in_words
from storyguide.reading.groups import ALWAYS, read_fields
from storyguide.reading.metadata import read_metadata
from storyguide.reading.story_fields import FACT_FILE, STORY_FIELDS, TOLD
from storyguide.reading.values import rounded_for
from storyguide.reading.written import Group, Reading, Text

_KINDS = {TOLD, FACT_FILE}
_STAND_INS = {"title": "", "summary": "", "told_on": date.min, "licence": ALL_RIGHTS_KEPT}
"""For what no story is published without; its other facts are looked at all the same, so that all is told at once."""
_UNFINISHED = (Status.IDEA, Status.DRAFT, Status.REVIEW)
_ONLY_TOLD = ("storyteller", "consent")


def read_story(data: bytes, *, path: str, slug: str) -> tuple[Story | None, tuple[Problem, ...]]:
    """The story in this file, and every problem of the file at once.

    A story is given, problems or not, whenever its facts could be made out.
    """
    reading = Reading(path)
    metadata = read_metadata(data, reading, STORY_FIELDS)
    if metadata is None:
        return None, tuple(reading.problems)
    facts = metadata.facts
    found = read_fields(STORY_FIELDS, facts, "", reading, (ALWAYS, _kind_of(facts)), of="story")
    _tell_own_name_apart(found, slug)
    if _is_taken_down(found):
        return _taken_down(found, slug, path, reading), ()
    tell_contacts_in_facts(facts, reading)
    title = found.get("title")
    reading.lines["body"] = metadata.body_line
    words, of_words = read_words(
        metadata.body, path=path, first_line=metadata.body_line, title=title if isinstance(title, str) else ""
    )
    tell_contacts_in_words(metadata.body, words.html, metadata.body_line, reading)
    reading.problems.extend(of_words)
    for line, name in facts_in_words(metadata.body, STORY_FIELDS, without_code):
        reading.tell(words_wording.fact_in_words(Source(path, metadata.body_line + line - 1), name))
    unfinished = found.get("status") in _UNFINISHED
    found = _STAND_INS | found
    found["location"] = _published(found)
    build: Callable[..., Story] = Story
    story = build(**found, slug=slug, source=Source(path), words=words, lines=reading.lines, written=reading.written)
    _tell_of_whole(story, facts, reading)
    if story.approved_words:
        story = replace(story, wording=mark_of_wording(story))
    return story, _told(reading, unfinished)


def _told(reading: Reading, unfinished: bool) -> tuple[Problem, ...]:
    """Every problem; those of a story still being written hold nothing back, since it is not published anyway."""
    return tuple(replace(each, blocks=False) if unfinished else each for each in reading.problems)


def _is_taken_down(found: dict[str, object]) -> bool:
    consent = found.get("consent")
    return found.get("status") is Status.WITHDRAWN or (isinstance(consent, Consent) and consent.withdrawn is not None)


def _tell_own_name_apart(found: dict[str, object], slug: str) -> None:
    """Where a story was renamed and is back, its own name stands first among the older ones: it leads nowhere else."""
    also_at = found.get("also_at")
    if isinstance(also_at, (tuple, list)) and len(also_at) > 1 and also_at[0] == slug:
        found["also_at"], found["back_at_first"] = type(also_at)(also_at[1:]), True


def _taken_down(found: dict[str, object], slug: str, path: str, reading: Reading) -> Story:
    """A story without its words or facts, whatever is left in the file: its addresses are all that goes further."""
    consent, also_at = found.get("consent"), found.get("also_at")
    return Story(
        slug=slug,
        source=Source(path),
        title="",
        summary="",
        told_on=date.min,
        licence=ALL_RIGHTS_KEPT,
        status=Status.WITHDRAWN,
        consent=consent if isinstance(consent, Consent) else None,
        also_at=tuple(also_at) if isinstance(also_at, (tuple, list)) else (),
        back_at_first=found.get("back_at_first") is True,
        words=NOTHING,
        lines={key: line for key, line in reading.lines.items() if key.startswith(("status", "consent", "also_at"))},
    )


def _kind_of(facts: Group) -> str:
    """The kind as written, since it says which facts are needed; "" when that cannot be told."""
    value = facts.values.get("kind")
    if value is None:
        return TOLD
    return value.written.casefold() if type(value) is Text and value.written.casefold() in _KINDS else ""


def _published(found: dict[str, object]) -> Point | None:
    """The point, rounded the one time that it is; its written digits go no further than this."""
    point, precision = found.get("location"), found.get("precision", Precision.AREA)
    return rounded_for(point, precision) if isinstance(point, Point) and isinstance(precision, Precision) else None


def _tell_of_whole(story: Story, facts: Group, reading: Reading) -> None:
    if story.kind is Kind.FACT_FILE:
        for name in _ONLY_TOLD:
            if name in facts.values:
                reading.tell(wording.fact_file_speaks(story.where(name), name))
        if story.sources:
            _tell_of_sources(story, story.sources, reading)
    if story.storyteller and story.storyteller.photo:
        listed = [photo.file for photo in story.photos]
        if story.storyteller.photo not in listed:
            where = story.where("storyteller.photo")
            reading.tell(wording.teller_photo_unlisted(where, story.storyteller.photo, listed))


def _tell_of_sources(story: Story, sources: Sequence[Reference], reading: Reading) -> None:
    for number, source in enumerate(sources):
        if not (source.accessed or source.as_of):
            reading.tell(wording.source_undated(story.where(f"sources[{number}]"), source.title))
    if not any(source.address for source in sources):
        reading.tell(wording.source_without_address(story.where("sources[0]"), sources[0].title))
