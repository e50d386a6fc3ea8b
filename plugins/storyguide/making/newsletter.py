"""Make a month's newsletter: what is new in it, as an HTML page for e-mail."""

from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from storyguide.making import addresses
from storyguide.making.pages.events import items
from storyguide.making.render import render
from storyguide.making.shared import may_go_out, published
from storyguide.model.guide import Guide
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.event import Event
    from storyguide.model.news import Post
    from storyguide.model.tin import Tin

_AHEAD = timedelta(days=92)
"""Time ahead for which events are included."""
_PICTURED = 4
"""Most stories shown with a picture: an e-mail should not be heavy to download."""


@dataclass(frozen=True, kw_only=True)
class Newsletter:
    """All that is new in a month and may be sent out."""

    guide: Guide
    year: int
    month: int
    stories: Sequence[Story]
    posts: "Sequence[Post]"
    events: "Sequence[tuple[Event, str, str, str]]"
    """Events, each with its path from the site's root, and when and where it is in words."""
    tins: "Sequence[Tin]"
    left_out: Sequence[Story]
    """New stories that may not be sent out, by their tellers' wish or their licence."""

    @property
    def name(self) -> str:
        """Month and year in words."""
        return f"{month_name[self.month]} {self.year}"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write about."""
        return not (self.stories or self.posts or self.events or self.tins)


def newsletter_of(guide: Guide, year: int, month: int) -> Newsletter:
    """Return a month's newsletter: what was new, and the events after it.

    Events count from the guide's day, if that is in the month, else from the month's end.
    """
    new = [story for story in published(guide) if _is_in(story.publish_on or story.told_on, year, month)]
    ended = date.max if (year, month) == (MAXYEAR, 12) else date(year + month // 12, month % 12 + 1, 1)
    begins = guide.day if guide.day and _is_in(guide.day, year, month) else ended
    coming = [event for event in guide.edition.events if begins <= event.last_day and event.first_day - _AHEAD < ended]
    return Newsletter(
        guide=guide,
        year=year,
        month=month,
        stories=[story for story in new if may_go_out(story)],
        posts=[post for post in guide.posts if post.month == (year, month)],
        events=items(coming, guide),
        tins=[tin for tin in guide.tins if tin.reviewed and _is_in(tin.reviewed, year, month)],
        left_out=[story for story in new if not may_go_out(story)],
    )


def months_with_news(guide: Guide) -> set[tuple[int, int]]:
    """Return the (year, month) of everything that may be sent out."""
    days = [story.publish_on or story.told_on for story in published(guide) if may_go_out(story)]
    days += [post.on for post in guide.posts] + [tin.reviewed for tin in guide.tins if tin.reviewed]
    return {(day.year, day.month) for day in days}


def as_html(letter: Newsletter, *, address: str, pictures: bool) -> str:
    """Return the newsletter as an HTML page with its styles inside; without an address it has no links and no pictures.

    pictures: whether the site has the share cards, which are the pictures shown.
    """
    shown = letter.stories[:_PICTURED] if address and pictures else ()
    return str(
        render(
            "newsletter.html",
            letter=letter,
            edition=letter.guide.edition,
            address=address,
            pictures={story.slug: address + addresses.of_share_card(story.slug) for story in shown},
            where={story.slug: letter.guide.where_is(story) for story in letter.stories},
        )
    )


def _is_in(day: date, year: int, month: int) -> bool:
    return (day.year, day.month) == (year, month)
