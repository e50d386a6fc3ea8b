"""What the stories are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses, ways
from storyguide.making.cards import Cards
from storyguide.making.covers import compose, svg
from storyguide.making.links import Step, Ways
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.theme import Theme

SECTION = "themes/"


class ThemeShown(NamedTuple):
    """A theme, with the address of its page and the number of its stories."""

    theme: Theme
    address: str
    number: int


@dataclass(frozen=True, kw_only=True)
class ThemesPage(Context, template="themes.html"):
    """The list of themes."""

    themes: Sequence[ThemeShown]


def make_themes(guide: Guide, cards: Cards) -> Iterator[OutputPage | OutputFile]:
    """The list of all themes, a page for each, and the picture each is shown by."""
    yield make_page(
        "themes/index.md",
        ThemesPage(
            themes=[
                ThemeShown(theme, addresses.of_theme(theme.slug), len(guide.about_theme.get(theme.slug, ())))
                for theme in guide.edition.themes
            ]
        ),
        title="Themes",
        description="What the stories are about, theme by theme.",
        section=SECTION,
    )
    for theme in guide.edition.themes:
        stories = guide.about_theme.get(theme.slug, ())
        url = addresses.of_theme(theme.slug)
        yield OutputFile(path=f"{url}cover.svg", content=svg(compose(f"theme {theme.slug}", theme.scenes)))
        yield from make_listing(
            url,
            stories,
            cards,
            heading=theme.name,
            crumbs=[Step("Themes", SECTION), Step(theme.name, url)],
            intro=theme.intro,
            description=theme.intro or f"Stories about {theme.name.lower()}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                Ways("These stories are also about", ways.among(stories, guide, but=theme.slug)),
                Ways("By place", ways.by_area(guide)),
            ],
            empty=f"Nobody has told a story about {theme.name.lower()} yet.",
        )


PAGES = Pages(
    order=70,
    make=lambda it: make_themes(it.guide, it.cards),
    ways=(Entry("Themes", "themes/", 40),),
)
