"""Kinds of pages, each as its own module in making/pages declares it: `PAGES = Pages(order=..., make=...)`.

A module there that declares nothing is a part of another, or is made on its own (a proof, the desk).
"""

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from storyguide.making import pages
from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.cards import Cards
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.lines import Lines
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.shipped import Shipped
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that pages are made from."""

    guide: Guide
    cards: Cards
    lines: Lines
    address: str = ""
    """The guide's own web address with a closing slash, or "" while it has none."""
    downloads: Downloads = NOTHING
    """What there is to take away from the tins."""
    shipped: tuple[Shipped, ...] = ()
    """What others made and the site sends along."""
    book: Bound = NOT_BOUND
    """The whole edition's, if it is bound and says what the guide says."""


def _always(edition: Edition, news: bool) -> bool:
    return True


@dataclass(frozen=True)
class Entry:
    """A link in the menu or at the foot of every page."""

    name: str
    address: str
    """From the site's root, with a closing slash."""
    at: int
    """Its place among the others: the lowest comes first."""
    shown: Callable[[Edition, bool], bool] = _always
    """Whether this edition has anything on that page; the second says whether there is any news."""


@dataclass(frozen=True)
class Found:
    """A kind of thing that search finds, and can be narrowed down to."""

    kind: str
    """As pages name it: `make_page(..., search="trail")`."""
    name: str
    """For readers."""
    at: int
    """Its place among the others."""


@dataclass(frozen=True, kw_only=True)
class Pages:
    """A kind of page: how it is made, and where readers come upon it."""

    order: int
    """The kinds are made in this order, the lowest first."""
    make: Callable[[Material], Iterable[OutputPage | OutputFile]]
    menu: tuple[Entry, ...] = ()
    about: tuple[Entry, ...] = ()
    """At the foot, under "This guide"."""
    ways: tuple[Entry, ...] = ()
    """At the foot, under "Find your way"."""
    finds: tuple[Found, ...] = ()
    """Kinds of things that its pages are found as, and no others."""
    shows_words: bool = False
    """Whether it can hold the words of a story, or their number, and so changes whenever one does."""


@lru_cache(maxsize=1)
def every_kind() -> tuple[Pages, ...]:
    """All kinds of pages, in order. Two of one order are a mistake: which is made first has to be plain."""
    modules = (import_module(f"{pages.__name__}.{one.name}") for one in pkgutil.iter_modules(pages.__path__))
    kinds = sorted((vars(one)["PAGES"] for one in modules if "PAGES" in vars(one)), key=lambda kind: kind.order)
    orders = [kind.order for kind in kinds]
    assert len(set(orders)) == len(orders), f"two kinds of pages have one order: {orders}"  # noqa: S101
    return tuple(kinds)


def in_the_menu() -> list[Entry]:
    """The entries of the menu, in order; so with those at the foot."""
    return _in_order(entry for kind in every_kind() for entry in kind.menu)


def about_the_guide() -> list[Entry]:
    return _in_order(entry for kind in every_kind() for entry in kind.about)


def ways_in() -> list[Entry]:
    return _in_order(entry for kind in every_kind() for entry in kind.ways)


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.at)
