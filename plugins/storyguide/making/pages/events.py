"""Events: those to come, a page and a calendar file for each, and the past ones by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from storyguide.making import addresses, structured_data
from storyguide.making.cards import Cards
from storyguide.making.links import Step, Way
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.news import STYLES
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide

if TYPE_CHECKING:
    from storyguide.model.event import Event

EVENTS = addresses.of_event()
_CRUMB = Step("Events", EVENTS)


class EventShown(NamedTuple):
    """An event with its address from the site's root, when and where it is in words."""

    event: "Event"
    address: str
    when: str
    where: str


@dataclass(frozen=True, kw_only=True)
class EventsPage(Context, template="events.html"):
    """The events to come, or the past ones of a year."""

    crumbs: Sequence[Step]
    events: Sequence[EventShown]
    past: bool
    """Whether it is a page of past ones."""
    years: Sequence[Way] = ()
    """The pages of past events, with how many there are."""
    calendar: str = ""
    """Address of the calendar of all events, "" where there is none."""


@dataclass(frozen=True, kw_only=True)
class EventPage(Context, template="event.html"):
    """One event."""

    event: "Event"
    past: bool
    crumbs: Sequence[Step]
    when: str
    """In words."""
    venue: str
    place: Step | None
    """The place of the edition it happens in."""
    town: str
    calendar: str
    """Address of its calendar file."""
    cards: Sequence[Markup]
    """Of the stories it belongs to."""


def make_events(guide: Guide, cards: Cards, *, address: str = "") -> Iterator[OutputPage | OutputFile]:
    """The list of what is to come, the archive, and every event; where there is none, one page that says so."""
    events = guide.edition.events
    coming = [event for event in events if not event.is_past(guide.day)]
    past = sorted((event for event in events if event.is_past(guide.day)), key=lambda event: event.last_day)[::-1]
    years = [(year, list(found)) for year, found in groupby(past, key=lambda event: event.last_day.year)]
    yield make_page(
        f"{EVENTS}index.md",
        EventsPage(
            crumbs=[_CRUMB],
            events=items(coming, guide),
            past=False,
            years=[Way(str(year), addresses.of_past_events(year), len(found)) for year, found in years],
            calendar=addresses.of_calendar() if events else "",
        ),
        title="Events",
        description=f"What is on in {guide.edition.town}, and what has been.",
        section=EVENTS,
        search="page" if events else "",
        meta=STYLES,
    )
    for year, found in years:
        url = addresses.of_past_events(year)
        yield make_page(
            f"{url}index.md",
            EventsPage(crumbs=[_CRUMB, Step(str(year), url)], events=items(found, guide), past=True),
            title=f"Events of {year}",
            description=f"What was on in {guide.edition.town} in {year}.",
            section=EVENTS,
            meta=STYLES,
        )
    if events:
        from storyguide.making.calendar import calendar_of  # noqa: PLC0415 - most guides have no events

        name = f"{guide.edition.name}: events"
        yield OutputFile(path=addresses.of_calendar(), content=calendar_of(events, guide, address, name=name))
        for event in events:
            yield _page(event, guide, cards, address)
            yield OutputFile(path=addresses.of_calendar(event.slug), content=calendar_of([event], guide, address))


def items(events: "Sequence[Event]", guide: Guide) -> list[EventShown]:
    """What is shown of each event in a list of them."""
    if not events:
        return []
    from storyguide.making.calendar import where_in_words  # noqa: PLC0415 - as above
    from storyguide.making.moments import when_in_words  # noqa: PLC0415 - as above

    return [
        EventShown(event, addresses.of_event(event.slug), when_in_words(event), where_in_words(event, guide))
        for event in events
    ]


def _page(event: "Event", guide: Guide, cards: Cards, address: str) -> OutputPage:
    url = addresses.of_event(event.slug)
    root = addresses.up_from(url)
    ((_, _, when, where),) = items([event], guide)
    return make_page(
        f"events/{event.slug}.md",
        EventPage(
            event=event,
            past=event.is_past(guide.day),
            crumbs=[_CRUMB, Step(event.title, url)],
            when=when,
            venue=event.venue,
            place=Step(guide.places[event.place].name, addresses.of_place(event.place))
            if event.place in guide.places
            else None,
            town=guide.edition.town,
            calendar=addresses.of_calendar(event.slug),
            cards=[cards.of(guide.by_slug[slug], root) for slug in event.stories if slug in guide.by_slug],
        ),
        title=event.title,
        description=event.about,
        section=EVENTS,
        source=event.source.path,
        search="event",
        meta={**STYLES, "data": structured_data.of_event(event, guide, address, where)},
    )


PAGES = Pages(
    order=170,
    make=lambda it: make_events(it.guide, it.cards, address=it.address),
    ways=(Entry("Events", "events/", 110, shown=lambda edition, news: bool(edition.events)),),
    finds=(Found("event", "Event", 60),),
)
