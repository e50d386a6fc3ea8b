"""Write events as iCalendar files (RFC 5545), for calendar programs.

Written by hand, since a file is a dozen lines of one form, and the library for it takes longer to load than a hundred
stories to make; tests read what is written with that library. Times are in UTC, which no change of clocks can shift.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta

from storyguide.making import addresses
from storyguide.making.ids import uid_of_event
from storyguide.making.moments import in_utc
from storyguide.model.event import Event
from storyguide.model.guide import Guide

_WIDEST = 75
"""Most bytes of a line; a longer one goes on in the next, after a space."""


def calendar_of(events: Iterable[Event], guide: Guide, address: str, *, name: str = "") -> bytes:
    """Return a calendar of these events; the same bytes for the same events, on any day.

    address: the guide's own, or "". name: the name that a program which follows the calendar may show.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//storyguide//events//EN", "CALSCALE:GREGORIAN"]
    if name:
        lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _event(event, guide, address)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, guide: Guide, address: str) -> Iterator[str]:
    """Yield the lines of an event, not yet folded."""
    edition = guide.edition
    yield "BEGIN:VEVENT"
    yield f"UID:{uid_of_event(edition, event.slug)}"
    # Nobody knows when it was written down; its own beginning is at least the same tomorrow.
    yield f"DTSTAMP:{_stamp(_beginning(event, edition.time_zone))}"
    if isinstance(event.starts, datetime):
        yield f"DTSTART:{_stamp(in_utc(event.starts, edition.time_zone))}"
        if isinstance(event.ends, datetime):
            yield f"DTEND:{_stamp(in_utc(event.ends, edition.time_zone))}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.first_day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.last_day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(event.about)}"
    if where := where_in_words(event, guide):
        yield f"LOCATION:{_text(where)}"
    if address or event.online:
        yield f"URL:{address + addresses.of_event(event.slug) if address else event.online}"
    # A higher number tells a program that already has the event to look again.
    yield from ("STATUS:CANCELLED", "SEQUENCE:1") if event.cancelled else ("STATUS:CONFIRMED", "SEQUENCE:0")
    yield "END:VEVENT"


def where_in_words(event: Event, guide: Guide) -> str:
    """Return an event's venue and place in words, as far as they are known."""
    place = guide.places.get(event.place)
    return ", ".join(filter(None, (event.venue, place.name if place else "")))


def _beginning(event: Event, zone: str) -> datetime:
    if isinstance(event.starts, datetime):
        return in_utc(event.starts, zone)
    return datetime.combine(event.starts, time(), UTC)


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return text escaped for iCalendar: backslash, semicolon, comma and line breaks."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> bytes:
    """Return a line folded into pieces of at most _WIDEST bytes, none of which cuts a letter in two."""
    pieces, piece = [], b""
    for letter in line:
        data = letter.encode()
        if len(piece) + len(data) > _WIDEST:
            pieces.append(piece)
            piece = b" "
        piece += data
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
