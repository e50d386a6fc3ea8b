"""The pages of a long list: where each stands among the others, and which of them it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_SHOWN = 16
"""Up to so many pages are all led to from each other."""


class PageLink(NamedTuple):
    """A page of a list by its number, and its address from the site's root."""

    number: int
    address: str


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands among the others; addresses from the site's root, "" for none."""

    number: int
    """From 1."""
    of: int
    before: str
    after: str
    shown: Sequence[PageLink] = ()
    """The pages led to by their number, in order; none in a list that leads to the next and the last only."""


def paging_of(url: str, number: int, of: int, *, numbered: bool = False) -> Paging:
    """Where this page stands in the list whose first page is at url.

    numbered: whether it leads to other pages by their number.
    """
    return Paging(
        number,
        of,
        address_of(url, number - 1) if number > 1 else "",
        address_of(url, number + 1) if number < of else "",
        [PageLink(one, address_of(url, one)) for one in shown_pages(number, of)] if numbered else (),
    )


def address_of(url: str, number: int) -> str:
    """Of a page of the list whose first page is at url: "stories/page/2/"."""
    return url if number <= 1 else f"{url}page/{number}/"


def path_of(url: str, number: int) -> str:
    """Where it stands in docs/: "stories/page/2.md", and "stories/index.md" for the first."""
    return f"{url}index.md" if number <= 1 else f"{url}page/{number}.md"


def shown_pages(number: int, of: int) -> list[int]:
    """The pages a reader is led to by number from one of them (theme/assets/filters-matching.js does the same).

    All of a few hundred stories, so that none is further than three links from the first page; of longer lists
    those next to it, the ends, and some on the way to them.
    """
    if of <= MOST_SHOWN:
        return list(range(1, of + 1))
    step = 10 ** (len(str(of)) - 1)
    return sorted({1, of, *range(step, of, step), *range(max(1, number - 2), min(of, number + 2) + 1)})
