"""All that is made of a guide: every kind of page in its order, and the stories' own pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.cards import Cards
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.lines import Lines
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.stories import StoryPages, make_stories, photos_shown
from storyguide.making.registry import Material, every_kind
from storyguide.making.shipped import Shipped
from storyguide.model.guide import Guide

Maker = Callable[[], Iterable[OutputPage | OutputFile]]
"""Gives some of the guide's pages and files; nothing is made before they are gone through."""


def make(
    guide: Guide,
    *,
    address: str = "",
    downloads: Downloads = NOTHING,
    shipped: Sequence[Shipped] = (),
    book: Bound = NOT_BOUND,
    lay: Callable[[StoryPages], object] | None = None,
) -> Iterator[OutputPage | OutputFile]:
    """Everything the guide's site consists of, apart from pages written by hand.

    address: the guide's own web address with a closing slash, or "" while it has none.
    downloads: what there is to take away from the tins.
    shipped: what others made and the site sends along.
    book: the whole edition’s, if it is bound and says what the guide says.
    lay: sees to the stories' own pages and covers; of stories, nothing but photos is then given.
    Stories are begun on at once, and come last.
    """
    cards = Cards(guide)
    if lay:
        lay(StoryPages(guide, cards, address))
    stories = photos_shown(guide) if lay else make_stories(guide, cards, address=address)
    others = makers(guide, cards, address=address, downloads=downloads, shipped=shipped, book=book)
    return chain(chain.from_iterable(maker() for maker in others), stories)


def makers(
    guide: Guide,
    cards: Cards,
    *,
    address: str,
    downloads: Downloads,
    shipped: Sequence[Shipped],
    book: Bound = NOT_BOUND,
) -> tuple[Maker, ...]:
    """What makes everything but the stories' own pages: a maker for each kind of page; parameters as with make."""
    material = Material(
        guide=guide,
        cards=cards,
        lines=Lines(guide),
        address=address,
        downloads=downloads,
        shipped=tuple(shipped),
        book=book,
    )
    return tuple(partial(kind.make, material) for kind in every_kind())


def showing_words(guide: Guide, *, address: str) -> tuple[Maker, ...]:
    """Of those, what makes all that can hold the words of a story, or their number; parameters as with make."""
    material = Material(guide=guide, cards=Cards(guide), lines=Lines(guide), address=address)
    return tuple(partial(kind.make, material) for kind in every_kind() if kind.shows_words)
