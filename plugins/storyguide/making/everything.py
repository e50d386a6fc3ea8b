"""All that is made of a guide, in the order in which it is soonest done."""

from collections.abc import Iterator
from itertools import chain

from storyguide.making.cards import Cards
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.lines import Lines
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.pages.a_to_z import make_a_to_z
from storyguide.making.pages.about import make_about, make_tell
from storyguide.making.pages.dimensions import make_dimensions
from storyguide.making.pages.glossary import make_glossary
from storyguide.making.pages.home import make_home
from storyguide.making.pages.map import make_map
from storyguide.making.pages.places import make_places
from storyguide.making.pages.redirects import make_redirects
from storyguide.making.pages.search import make_search
from storyguide.making.pages.stories import make_gone, make_stories, make_story_list
from storyguide.making.pages.storytellers import make_storytellers
from storyguide.making.pages.themes import make_themes
from storyguide.making.pages.tins import make_tins
from storyguide.making.pages.told import make_told
from storyguide.making.pages.trails import make_trails
from storyguide.making.pages.years import make_years
from storyguide.model.guide import Guide


def make(guide: Guide, *, address: str = "", downloads: Downloads = NOTHING) -> Iterator[OutputPage | OutputFile]:
    """Everything the guide's site consists of, apart from pages written by hand.

    address: the guide's own web address with a closing slash, or "" while it has none.
    downloads: what there is to take away from the tins.
    Stories are begun on at once, and come last.
    """
    cards, lines = Cards(guide), Lines(guide)
    stories = make_stories(guide, cards, address=address)
    return chain(
        make_home(guide, cards, address=address),
        make_story_list(guide, cards),
        make_gone(guide),
        make_redirects(guide),
        make_map(guide),
        make_places(guide, cards),
        make_themes(guide, cards),
        make_dimensions(guide),
        make_storytellers(guide, cards),
        make_a_to_z(guide, lines),
        make_told(guide, lines),
        make_years(guide, lines),
        make_trails(guide),
        make_tins(guide, downloads),
        make_glossary(guide),
        make_about(guide),
        make_tell(guide),
        make_search(guide),
        stories,
    )
