"""What the stories are about."""

from collections.abc import Iterator

from storyguide.making import addresses, ways
from storyguide.making.cards import Cards
from storyguide.making.covers import compose, svg
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

SECTION = "themes/"


def make_themes(guide: Guide, cards: Cards) -> Iterator[OutputPage | OutputFile]:
    """The list of all themes, a page for each, and the picture each is shown by."""
    yield make_page(
        "themes.html",
        "themes/index.md",
        title="Themes",
        description="What the stories are about, theme by theme.",
        section=SECTION,
        themes=[
            (theme, addresses.of_theme(theme.slug), len(guide.about_theme.get(theme.slug, ())))
            for theme in guide.edition.themes
        ],
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
            crumbs=[("Themes", SECTION), (theme.name, url)],
            intro=theme.intro,
            description=theme.intro or f"Stories about {theme.name.lower()}.",
            section=SECTION,
            search="way",
            meta={"feed": addresses.of_feed(url)},
            ways=[
                ("These stories are also about", ways.among(stories, guide, but=theme.slug)),
                ("By place", ways.by_area(guide)),
            ],
            empty=f"Nobody has told a story about {theme.name.lower()} yet.",
        )
