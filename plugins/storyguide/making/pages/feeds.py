"""How to follow the guide: every feed there is, and what they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.feeds import NEWEST, NEWEST_OF_PART, Feed, feeds_of, make_feeds
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.making.shared import kept_back, published
from storyguide.model.guide import Guide

_GROUPS = (
    ("kind", "By who speaks"),
    ("language", "By language"),
    ("area", "By area"),
    ("place", "By place"),
    ("theme", "By what it is about"),
)


class FeedGroup(NamedTuple):
    """Feeds of one sort of thing."""

    name: str
    feeds: Sequence[Feed]


@dataclass(frozen=True, kw_only=True)
class FeedsPage(Context, template="feeds.html"):
    """How to follow the guide."""

    town: str
    address: str
    """The guide's own, "" while it has none: there are then no feeds."""
    all: Feed
    groups: Sequence[FeedGroup]
    newest: int
    newest_of_part: int
    """Entries at the most, in the feed of everything and in any other."""
    rights: int
    wish: int
    """How many stories are in no feed, for their rights or by their teller's wish."""


def make_following(guide: Guide, *, address: str) -> Iterator[OutputPage | OutputFile]:
    """The feeds, and the page that lists them; address: the guide's own, or "" while it has none."""
    feeds = feeds_of(guide)
    yield from make_feeds(guide, feeds, address=address)
    by_group: dict[str, list[Feed]] = {}
    for feed in feeds:
        by_group.setdefault(feed.group, []).append(feed)
    rights, wish = kept_back(published(guide))
    yield make_page(
        f"{addresses.FEEDS}index.md",
        FeedsPage(
            town=guide.edition.town,
            address=address,
            all=feeds[0],
            groups=[FeedGroup(name, by_group[group]) for group, name in _GROUPS if len(by_group.get(group, ())) > 1],
            newest=NEWEST,
            newest_of_part=NEWEST_OF_PART,
            rights=rights,
            wish=wish,
        ),
        title="Follow the guide",
        description="New stories can come to you: a feed of everything, and of each area, place and theme.",
        section=addresses.FEEDS,
        search="page",
        meta={"styles": ["follow.css"], "feed": addresses.of_feed()},
    )


PAGES = Pages(
    order=250,
    make=lambda it: make_following(it.guide, address=it.address),
    ways=(Entry("Follow the guide", "feeds/", 130),),
    shows_words=True,
)
