"""A month's newsletter: what is new in it, as a page for e-mail."""

from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from storyguide.making import addresses
from storyguide.making.pages.events import EventShown, items
from storyguide.making.render import Context, render
from storyguide.making.shared import may_go_out, published
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.story import Story

if TYPE_CHECKING:
    from storyguide.model.news import Post
    from storyguide.model.tin import Tin

_AHEAD = timedelta(days=92)
"""How far it looks for events."""
_PICTURED = 4
"""Stories shown with a picture: a letter should not be heavy to fetch."""


@dataclass(frozen=True, kw_only=True)
class Newsletter:
    """What is new in a month, of that which may be sent round."""

    guide: Guide
    year: int
    month: int
    stories: Sequence[Story]
    posts: "Sequence[Post]"
    events: Sequence[EventShown]
    tins: "Sequence[Tin]"
    left_out: Sequence[Story]
    """New ones that may not be sent round, by their tellers' wish or their licence."""

    @property
    def name(self) -> str:
        """The month in words."""
        return f"{month_name[self.month]} {self.year}"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write about."""
        return not (self.stories or self.posts or self.events or self.tins)


def newsletter_of(guide: Guide, year: int, month: int) -> Newsletter:
    """What was new in this month, and what is to come after it; or after the guide's day, if that is in the month."""
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
    """Year and month of all that may be sent round."""
    days = [story.publish_on or story.told_on for story in published(guide) if may_go_out(story)]
    days += [post.on for post in guide.posts] + [tin.reviewed for tin in guide.tins if tin.reviewed]
    return {(day.year, day.month) for day in days}


@dataclass(frozen=True, kw_only=True)
class NewsletterPage(Context, template="newsletter.html"):
    """A newsletter as a page for e-mail."""

    letter: Newsletter
    edition: Edition
    address: str
    """The guide's own, "" while it has none: nothing then leads anywhere."""
    pictures: Mapping[str, str]
    """Addresses of the pictures of stories that are shown with one, by slug."""
    where: Mapping[str, str]
    """Where each story is, in words, by slug."""


def as_html(letter: Newsletter, *, address: str, pictures: bool) -> str:
    """The page, every style within it; without an address nothing in it leads anywhere, and nothing is shown.

    pictures: whether the site has the pictures that are shown where a page is passed on.
    """
    shown = letter.stories[:_PICTURED] if address and pictures else ()
    return str(
        render(
            NewsletterPage(
                letter=letter,
                edition=letter.guide.edition,
                address=address,
                pictures={story.slug: address + addresses.of_share_card(story.slug) for story in shown},
                where={story.slug: letter.guide.where_is(story) for story in letter.stories},
            )
        )
    )


def _is_in(day: date, year: int, month: int) -> bool:
    return (day.year, day.month) == (year, month)
