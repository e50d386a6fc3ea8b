"""All that is made of a guide, in the order in which it is soonest done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.cards import Cards
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.lines import Lines
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.a_to_z import make_a_to_z
from storyguide.making.pages.about import make_about
from storyguide.making.pages.barriers import make_barriers
from storyguide.making.pages.book import make_book
from storyguide.making.pages.data import make_data
from storyguide.making.pages.dimensions import make_dimensions
from storyguide.making.pages.events import make_events
from storyguide.making.pages.feeds import make_following
from storyguide.making.pages.form import make_form
from storyguide.making.pages.glossary import make_glossary
from storyguide.making.pages.home import make_home
from storyguide.making.pages.map import make_map
from storyguide.making.pages.news import make_news
from storyguide.making.pages.places import make_places
from storyguide.making.pages.promises import make_promises
from storyguide.making.pages.redirects import make_redirects
from storyguide.making.pages.search import make_search
from storyguide.making.pages.stories import StoryPages, make_gone, make_stories, make_story_list, photos_shown
from storyguide.making.pages.storytellers import make_storytellers
from storyguide.making.pages.tell import make_tell
from storyguide.making.pages.themes import make_themes
from storyguide.making.pages.tins import make_tins
from storyguide.making.pages.told import make_told
from storyguide.making.pages.trails import make_trails
from storyguide.making.pages.unshown import make_unshown
from storyguide.making.pages.years import make_years
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
    """What makes everything but the stories' own pages; parameters as with make."""
    lines = Lines(guide)
    return (
        lambda: make_home(guide, cards, address=address),
        lambda: make_story_list(guide, cards),
        lambda: make_gone(guide),
        lambda: make_unshown(guide),
        lambda: make_redirects(guide),
        lambda: make_map(guide),
        lambda: make_places(guide, cards),
        lambda: make_themes(guide, cards),
        lambda: make_dimensions(guide),
        lambda: make_storytellers(guide, cards),
        lambda: make_a_to_z(guide, lines),
        lambda: make_told(guide, lines),
        lambda: make_years(guide, lines),
        lambda: make_trails(guide),
        lambda: make_tins(guide, downloads),
        lambda: make_book(guide, book),
        lambda: make_news(guide, cards),
        lambda: make_events(guide, cards, address=address),
        lambda: make_glossary(guide),
        lambda: make_barriers(guide),
        lambda: make_promises(guide),
        lambda: make_about(guide, shipped),
        lambda: make_tell(guide),
        lambda: make_form(guide),
        lambda: make_search(guide),
        *showing_words(guide, address=address),
    )


def showing_words(guide: Guide, *, address: str) -> tuple[Maker, ...]:
    """Of those, what makes all that can hold the words of a story, or their number; parameters as with make."""
    return (lambda: make_following(guide, address=address), lambda: make_data(guide, address=address))
