"""A list of stories as pages of cards, a few dozen to a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from storyguide.making.addresses import up_from
from storyguide.making.cards import Cards
from storyguide.making.links import Step, Way, Ways
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.paging import Paging, address_of, paging_of, path_of
from storyguide.making.pictures import AT_ONCE, LATE
from storyguide.making.render import Context, counted
from storyguide.model.story import Story

PER_PAGE = 24


@dataclass(frozen=True, kw_only=True)
class ListingPage(Context, template="listing.html"):
    """A list of stories as cards, with ways to narrow it down."""

    crumbs: Sequence[Step]
    heading: str
    intro: str
    cards: Sequence[Markup]
    counted: str
    """The number of stories in words, of all pages together."""
    pages: Paging
    ways: Sequence[Ways]
    """Addresses from the page itself."""
    picture: Markup | str
    empty: str
    """Said where there is no story."""
    filters: bool
    """Whether scripts can narrow the list down (theme/assets/filters.js)."""


def make_listing(
    url: str,
    stories: Sequence[Story],
    cards: Cards,
    *,
    heading: str,
    crumbs: Sequence[Step] = (),
    intro: str = "",
    description: str = "",
    section: str = "",
    ways: Sequence[Ways] = (),
    picture: Markup | str = "",
    empty: str = "Nobody has told a story here yet.",
    search: str = "",
    filters: bool = False,
    meta: Mapping[str, object] | None = None,
) -> Iterator[OutputPage]:
    """The pages of one list: the first at its own address, the others at page/2/ and on beneath it.

    filters: whether the list is one that scripts can narrow down (theme/assets/filters.js).
    """
    last = max(1, -(-len(stories) // PER_PAGE))
    for number in range(1, last + 1):
        root = up_from(address_of(url, number))
        paged = f"{heading}, page {number}" if number > 1 else heading
        shown = stories[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield make_page(
            path_of(url, number),
            ListingPage(
                crumbs=crumbs,
                heading=paged,
                intro=intro if number == 1 else "",
                cards=_first_at_once([cards.of(story, root) for story in shown]),
                counted=counted(len(stories), "story", "stories"),
                pages=paging_of(url, number, last, numbered=True),
                ways=[Ways(name, [Way(one, root + to, many) for one, to, many in items]) for name, items in ways],
                picture=picture if number == 1 else "",
                empty=empty,
                filters=filters,
            ),
            title=paged,
            description=description or intro,
            section=section,
            search=search if number == 1 else "",
            meta=meta,
        )


def _first_at_once(cards: list[Markup]) -> list[Markup]:
    """The first card’s picture is seen with the page, so it does not wait until it is near as the others do."""
    if cards:
        cards[0] = cards[0].replace(LATE, AT_ONCE, 1)
    return cards
