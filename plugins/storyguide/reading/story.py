"""Read a story's file: its facts, its text, and the rules that hold between them."""

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
"""Defaults for facts without which no story is published, so that everything else can be checked all the same."""
_UNFINISHED = (Status.IDEA, Status.DRAFT, Status.REVIEW)
_ONLY_TOLD = ("storyteller", "consent")


def read_story(data: bytes, *, path: str, slug: str) -> tuple[Story | None, tuple[Problem, ...]]:
    """Return the story in a file, and every problem of the file.

    Returns None instead of a story only if the facts are unreadable. A withdrawn story has no text and no problems.
    `path`: the file's path from the guide's root. `slug`: its folder's name.
    """
    reading = Reading(path)
    metadata = read_metadata(data, reading, STORY_FIELDS)
    if metadata is None:
        return None, tuple(reading.problems)
    facts = metadata.facts
    found = read_fields(STORY_FIELDS, facts, "", reading, (ALWAYS, _kind_of(facts)), of="story")
    _split_first_name(found, slug)
    if _is_withdrawn(found):
        return _withdrawn_story(found, slug, path, reading), ()
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
    found["location"] = _rounded_location(found)
    build: Callable[..., Story] = Story
    story = build(**found, slug=slug, source=Source(path), words=words, lines=reading.lines, written=reading.written)
    _check_whole(story, facts, reading)
    if story.approved_words:
        story = replace(story, wording=mark_of_wording(story))
    return story, _all_problems(reading, unfinished)


def _all_problems(reading: Reading, unfinished: bool) -> tuple[Problem, ...]:
    """Return every problem; those of an unfinished story block nothing, since it is not published anyway."""
    return tuple(replace(each, blocks=False) if unfinished else each for each in reading.problems)


def _is_withdrawn(found: dict[str, object]) -> bool:
    consent = found.get("consent")
    return found.get("status") is Status.WITHDRAWN or (isinstance(consent, Consent) and consent.withdrawn is not None)


def _split_first_name(found: dict[str, object], slug: str) -> None:
    """Remove a story's own slug from the start of its former names, and set `back_at_first` instead.

    A story that was renamed and got its first name back lists it there; that name must lead nowhere else.
    """
    also_at = found.get("also_at")
    if isinstance(also_at, (tuple, list)) and len(also_at) > 1 and also_at[0] == slug:
        found["also_at"], found["back_at_first"] = type(also_at)(also_at[1:]), True


def _withdrawn_story(found: dict[str, object], slug: str, path: str, reading: Reading) -> Story:
    """Return a withdrawn story with its addresses and consent only, whatever else its file still holds."""
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
    """Return the kind as written, on which the required facts depend; "" if it is unreadable."""
    value = facts.values.get("kind")
    if value is None:
        return TOLD
    return value.written.casefold() if type(value) is Text and value.written.casefold() in _KINDS else ""


def _rounded_location(found: dict[str, object]) -> Point | None:
    """Return the location rounded to the precision agreed; the exact position leaves this function nowhere."""
    point, precision = found.get("location"), found.get("precision", Precision.AREA)
    return rounded_for(point, precision) if isinstance(point, Point) and isinstance(precision, Precision) else None


def _check_whole(story: Story, facts: Group, reading: Reading) -> None:
    """Report facts that a fact-file may not have, sources that say too little, and an unlisted storyteller's photo."""
    if story.kind is Kind.FACT_FILE:
        for name in _ONLY_TOLD:
            if name in facts.values:
                reading.tell(wording.fact_file_speaks(story.where(name), name))
        if story.sources:
            _check_sources(story, story.sources, reading)
    if story.storyteller and story.storyteller.photo:
        listed = [photo.file for photo in story.photos]
        if story.storyteller.photo not in listed:
            where = story.where("storyteller.photo")
            reading.tell(wording.teller_photo_unlisted(where, story.storyteller.photo, listed))


def _check_sources(story: Story, sources: Sequence[Reference], reading: Reading) -> None:
    for number, source in enumerate(sources):
        if not (source.accessed or source.as_of):
            reading.tell(wording.source_undated(story.where(f"sources[{number}]"), source.title))
    if not any(source.address for source in sources):
        reading.tell(wording.source_without_address(story.where("sources[0]"), sources[0].title))
