"""Read the town's events from stories/events.yml."""

import re
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from storyguide.model.event import Event
from storyguide.model.problem import Problem
from storyguide.model.problems import lists as of_lists
from storyguide.model.problems import news as wording
from storyguide.model.slug import NO_FOLDERS, slug_of
from storyguide.reading.contacts import BUT_POSTCODES, tell_contacts_in_line
from storyguide.reading.edition_facts import Facts
from storyguide.reading.kinds import a_line
from storyguide.reading.list_file import open_list
from storyguide.reading.moments import Moment, a_moment
from storyguide.reading.plain_words import private_in
from storyguide.reading.time_zones import clock_of
from storyguide.reading.values import SLUG, WEB_ADDRESS, YES_OR_NO
from storyguide.reading.written import Reading

EVENTS = "stories/events.yml"
"""Path of the events file from the guide's root."""
EVENT_FACTS = (
    *("title", "slug", "about", "starts", "ends", "place", "venue", "stories", "online"),
    *("told_by", "told_at", "cancelled"),
)
"""Names of the facts an event may have."""
_LINE = a_line()
_LONGEST_TITLE = 100
_SHORT = a_line(_LONGEST_TITLE)
_ABOUT = a_line(600)
_KEPT = re.compile(r"\d{4}|all|page")
"""Slugs reserved under /events/ for the guide's own pages and files."""


def read_events(root: Path, zone: str) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Return the events in order of their first day, and every problem in their file; nothing if there is no file.

    `zone`: IANA name of the edition's time zone. Events are left out if they lack a title, a description or a start, if
    nobody can tell whether they are cancelled, or if they hold private contact details.
    """
    reading = Reading(EVENTS)
    group = open_list(root, reading)
    if group is None:
        return (), tuple(reading.problems)
    listed = Facts(group, reading, of="list of events", known=("events",))
    taken: set[str] = set()
    events = [
        event
        for part in listed.groups("events", of="event", known=EVENT_FACTS)
        if (event := _event(part, zone, taken)) is not None
    ]
    return tuple(sorted(events, key=lambda event: (str(event.starts), event.slug))), tuple(reading.problems)


def _event(facts: Facts, zone: str, taken: set[str]) -> Event | None:
    title = facts.needed("title", _SHORT, "title: Mending by candlelight")
    about = facts.needed("about", _ABOUT, "about: Bring what is broken, and we mend it together.")
    starts, ends = _times(facts, zone)
    slug = facts.one("slug", SLUG, slug_of(title)[:_LONGEST_TITLE].strip("-"))
    where = facts.reading.at(facts.line_of("title"))
    venue, told_by = facts.one("venue", _LINE, ""), facts.one("told_by", _LINE, "")
    before = len(facts.reading.problems)
    cancelled = facts.one("cancelled", YES_OR_NO, False)
    for name, text in (("title", title), ("about", about), ("told_by", told_by)):
        tell_contacts_in_line(text, facts.words_line(name), facts.reading, private_in("event"))
    tell_contacts_in_line(venue, facts.words_line("venue"), facts.reading, private_in("event"), BUT_POSTCODES)
    waits = len(facts.reading.problems) > before
    if not (title and about and starts):
        return None
    if not slug:
        facts.reading.tell(of_lists.no_address(where, "event", title))
        return None
    if _KEPT.fullmatch(slug) or slug in NO_FOLDERS:
        slug += "-event"
    if slug in taken:
        facts.reading.tell(of_lists.listed_twice(where, "event", title, slug))
        return None
    taken.add(slug)
    place = facts.one("place", _SHORT, "")
    event = Event(
        slug=slug,
        source=where,
        title=title,
        about=about,
        starts=starts,
        ends=ends,
        place=slug_of(place),
        place_written=place,
        venue=venue,
        stories=tuple(dict.fromkeys(facts.several("stories", SLUG))),
        online=facts.one("online", WEB_ADDRESS, ""),
        told_by=told_by,
        told_at=facts.one("told_at", WEB_ADDRESS, ""),
        cancelled=cancelled,
        lines={name: facts.line_of(name) for name in ("place", "stories")},
    )
    return None if waits else event


def _times(facts: Facts, zone: str) -> tuple[Moment | None, Moment | None]:
    def clock() -> tuple[str, tzinfo]:
        return zone, clock_of(zone)

    starts: Moment | None = None
    if facts.needed("starts", _LINE, "starts: 2026-12-05 19:00"):
        starts = facts.one("starts", a_moment(clock), None)
    ends = facts.one("ends", a_moment(clock, starts), None)
    if starts and ends and (type(starts) is not type(ends) or str(ends) < str(starts)):
        where = facts.reading.at(facts.line_of("ends"))
        later = _next_day(starts, ends)
        facts.reading.tell(wording.ends_before_it_starts(where, str(starts)[:16], str(ends)[:16], later))
        ends = None
    return starts, ends


def _next_day(starts: Moment, ends: Moment) -> str:
    """Return the end moved to the next day, as it should be written; "" unless both are times of the same day."""
    if not (isinstance(starts, datetime) and isinstance(ends, datetime) and starts.date() == ends.date()):
        return ""
    return f"{ends + timedelta(days=1):%Y-%m-%d %H:%M}"
