"""A list of stories as pages of cards, a few dozen to a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from storyguide.making.addresses import up_from
from storyguide.making.cards import Cards
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.pictures import AT_ONCE, LATE
from storyguide.making.render import counted
from storyguide.model.story import Story

PER_PAGE = 24
MOST_SHOWN = 16
"""Up to so many pages are all led to from each other."""

Ways = Sequence[tuple[str, Sequence[tuple[str, str, int]]]]
"""(heading, [(name, address from the site's root, number of stories)]) for the ways on from a list."""


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands among the others; addresses from the site's root, "" for none."""

    number: int
    of: int
    before: str
    after: str
    shown: Sequence[tuple[int, str]] = ()
    """Number and address of each page that is led to by its number, in order."""


def make_listing(
    url: str,
    stories: Sequence[Story],
    cards: Cards,
    *,
    heading: str,
    crumbs: Sequence[tuple[str, str]] = (),
    intro: str = "",
    description: str = "",
    section: str = "",
    ways: Ways = (),
    sign: Markup | str = "",
    picture: Markup | str = "",
    more: Markup | str = "",
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
        here = _address(url, number)
        root = up_from(here)
        paged = f"{heading}, page {number}" if number > 1 else heading
        yield make_page(
            "listing.html",
            here.removesuffix("/") + ".md" if number > 1 else f"{url}index.md",
            title=paged,
            description=description or intro,
            section=section,
            search=search if number == 1 else "",
            meta=meta,
            heading=paged,
            intro=intro if number == 1 else "",
            crumbs=crumbs,
            cards=_first_at_once(
                [cards.of(story, root) for story in stories[(number - 1) * PER_PAGE : number * PER_PAGE]]
            ),
            counted=counted(len(stories), "story", "stories"),
            pages=Paging(
                number,
                last,
                _address(url, number - 1) if number > 1 else "",
                _address(url, number + 1) if number < last else "",
                [(one, _address(url, one)) for one in shown_pages(number, last)],
            ),
            ways=[(name, [(one, root + to, many) for one, to, many in items]) for name, items in ways],
            sign=sign if number == 1 else "",
            picture=picture if number == 1 else "",
            more=more if number == 1 else "",
            empty=empty,
            filters=filters,
        )


def shown_pages(number: int, of: int) -> list[int]:
    """The pages a reader is led to by number from one of them (theme/assets/filters-matching.js does the same).

    All of a few hundred stories, so that none is further than three links from the first page; of longer lists
    those next to it, the ends, and some on the way to them.
    """
    if of <= MOST_SHOWN:
        return list(range(1, of + 1))
    step = 10 ** (len(str(of)) - 1)
    return sorted({1, of, *range(step, of, step), *range(max(1, number - 2), min(of, number + 2) + 1)})


def _first_at_once(cards: list[Markup]) -> list[Markup]:
    """The first card’s picture is seen with the page, so it does not wait until it is near as the others do."""
    if cards:
        cards[0] = cards[0].replace(LATE, AT_ONCE, 1)
    return cards


def _address(url: str, number: int) -> str:
    return url if number <= 1 else f"{url}page/{number}/"
