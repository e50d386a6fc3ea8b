"""How to follow the guide: every feed there is, and what they are."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.feeds import NEWEST, NEWEST_OF_PART, Feed, feeds_of, make_feeds
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.shared import kept_back, published
from storyguide.model.guide import Guide

_GROUPS = (
    ("kind", "By who speaks"),
    ("language", "By language"),
    ("area", "By area"),
    ("place", "By place"),
    ("theme", "By what it is about"),
)


def make_following(guide: Guide, *, address: str) -> Iterator[OutputPage | OutputFile]:
    """The feeds, and the page that lists them; address: the guide's own, or "" while it has none."""
    feeds = feeds_of(guide)
    yield from make_feeds(guide, feeds, address=address)
    by_group: dict[str, list[Feed]] = {}
    for feed in feeds:
        by_group.setdefault(feed.group, []).append(feed)
    rights, wish = kept_back(published(guide))
    yield make_page(
        "feeds.html",
        f"{addresses.FEEDS}index.md",
        title="Follow the guide",
        description="New stories can come to you: a feed of everything, and of each area, place and theme.",
        section=addresses.FEEDS,
        search="page",
        meta={"styles": ["follow.css"], "feed": addresses.of_feed()},
        town=guide.edition.town,
        address=address,
        all=feeds[0],
        groups=[(name, by_group[group]) for group, name in _GROUPS if len(by_group.get(group, ())) > 1],
        newest=NEWEST,
        newest_of_part=NEWEST_OF_PART,
        rights=rights,
        wish=wish,
    )
