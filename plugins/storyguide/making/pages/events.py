"""Events: those to come, a page and a calendar file for each, and the past ones by year."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from storyguide.making import addresses, structured_data
from storyguide.making.cards import Cards
from storyguide.making.lines import Step
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.news import STYLES
from storyguide.model.guide import Guide

if TYPE_CHECKING:
    from storyguide.model.event import Event

EVENTS = addresses.of_event()
_CRUMB: Step = ("Events", EVENTS)


def make_events(guide: Guide, cards: Cards, *, address: str = "") -> Iterator[OutputPage | OutputFile]:
    """The list of what is to come, the archive, and every event; where there is none, one page that says so."""
    events = guide.edition.events
    coming = [event for event in events if not event.is_past(guide.day)]
    past = sorted((event for event in events if event.is_past(guide.day)), key=lambda event: event.last_day)[::-1]
    years = [(year, list(found)) for year, found in groupby(past, key=lambda event: event.last_day.year)]
    yield make_page(
        "events.html",
        f"{EVENTS}index.md",
        title="Events",
        description=f"What is on in {guide.edition.town}, and what has been.",
        section=EVENTS,
        search="page" if events else "",
        meta=STYLES,
        crumbs=[_CRUMB],
        events=items(coming, guide),
        past=False,
        years=[(str(year), addresses.of_past_events(year), len(found)) for year, found in years],
        calendar=addresses.of_calendar() if events else "",
    )
    for year, found in years:
        url = addresses.of_past_events(year)
        yield make_page(
            "events.html",
            f"{url}index.md",
            title=f"Events of {year}",
            description=f"What was on in {guide.edition.town} in {year}.",
            section=EVENTS,
            meta=STYLES,
            crumbs=[_CRUMB, (str(year), url)],
            events=items(found, guide),
            past=True,
            years=(),
            calendar="",
        )
    if events:
        from storyguide.making.calendar import calendar_of  # noqa: PLC0415 - most guides have no events

        name = f"{guide.edition.name}: events"
        yield OutputFile(path=addresses.of_calendar(), content=calendar_of(events, guide, address, name=name))
        for event in events:
            yield _page(event, guide, cards, address)
            yield OutputFile(path=addresses.of_calendar(event.slug), content=calendar_of([event], guide, address))


def items(events: "Sequence[Event]", guide: Guide) -> "list[tuple[Event, str, str, str]]":
    """Each event with its address from the site's root, when and where it is in words."""
    if not events:
        return []
    from storyguide.making.calendar import where_in_words  # noqa: PLC0415 - as above
    from storyguide.making.moments import when_in_words  # noqa: PLC0415 - as above

    return [
        (event, addresses.of_event(event.slug), when_in_words(event), where_in_words(event, guide)) for event in events
    ]


def _page(event: "Event", guide: Guide, cards: Cards, address: str) -> OutputPage:
    url = addresses.of_event(event.slug)
    root = addresses.up_from(url)
    ((_, _, when, where),) = items([event], guide)
    return make_page(
        "event.html",
        f"events/{event.slug}.md",
        title=event.title,
        description=event.about,
        section=EVENTS,
        source=event.source.path,
        search="event",
        meta={**STYLES, "data": structured_data.of_event(event, guide, address, where)},
        event=event,
        past=event.is_past(guide.day),
        crumbs=[_CRUMB, (event.title, url)],
        when=when,
        venue=event.venue,
        place=(guide.places[event.place].name, addresses.of_place(event.place))
        if event.place in guide.places
        else None,
        town=guide.edition.town,
        calendar=addresses.of_calendar(event.slug),
        cards=[cards.of(guide.by_slug[slug], root) for slug in event.stories if slug in guide.by_slug],
    )
