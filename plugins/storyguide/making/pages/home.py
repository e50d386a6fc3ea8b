"""The first page: a welcome, a story to start with, the latest told and the ways in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from storyguide.making import addresses, pictures, structured_data, ways
from storyguide.making.cards import Cards, colour_of
from storyguide.making.covers import door, hero, sign
from storyguide.making.links import Way
from storyguide.making.outline import draw_outline
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.dimensions import Signed
from storyguide.making.pages.events import EventShown, items
from storyguide.making.pages.news import STYLES
from storyguide.making.pages.tins import draw_tin
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.model.edition import Edition
from storyguide.model.framework import Framework
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story
from storyguide.model.tin import Tin

if TYPE_CHECKING:
    from storyguide.model.news import Post

_LATEST = 6
_THEMES = 8
_NEWEST = 2


@dataclass(frozen=True, kw_only=True)
class HomePage(Context, template="home.html"):
    """The first page; addresses in it are from the site's root, where it stands."""

    edition: Edition
    featured: Story | None
    """The story to start with."""
    featured_url: str
    featured_picture: Markup | str
    featured_where: str
    featured_colour: str
    featured_evidence: str
    """A sentence of it that bears something out."""
    latest: Sequence[Markup]
    """Cards of the latest told."""
    told: int
    """How many stories are told by those who were there, and"""
    number: int
    """of how many."""
    areas: Sequence[Way]
    places: Sequence[Way]
    themes: Sequence[Way]
    """Those with most stories; of themes there are"""
    all_themes: int
    """in all."""
    framework: Framework | None
    """The one the stories are chiefly read by, and"""
    dimensions: Sequence[Signed]
    """its dimensions."""
    outline: Markup
    tin: Tin | None
    """The first on the shelf."""
    tin_drawn: Markup | str
    posts: "Sequence[Post]"
    soon: "Sequence[Post]"
    """Those that are still awaited."""
    categories: Mapping[str, str]
    """The names of categories of posts, by slug."""
    events: Sequence[EventShown]


def make_home(guide: Guide, cards: Cards, *, address: str = "") -> Iterator[OutputPage | OutputFile]:
    """The first page and its pictures."""
    edition = guide.edition
    featured = _featured(guide)
    latest = [story for story in guide.stories if story is not featured][:_LATEST]
    by_theme = sorted(ways.by_theme(guide), key=lambda way: -way.number)
    framework = edition.frameworks[0] if edition.frameworks else None
    events = items([event for event in edition.events if not event.is_past(guide.day)][:_NEWEST], guide)
    yield OutputFile(path="pictures/hero.svg", content=hero(edition.skyline, edition.town))
    yield OutputFile(path="pictures/door.svg", content=door(edition.town))
    yield make_page(
        "index.md",
        HomePage(
            edition=edition,
            featured=featured,
            featured_url=addresses.of_story(featured.slug) if featured else "",
            featured_picture=pictures.on_a_card(featured, "") if featured else "",
            featured_where=guide.where_is(featured) if featured else "",
            featured_colour=colour_of(featured.slug) if featured else "",
            featured_evidence=featured.evidence[0].sentence if featured and featured.evidence else "",
            latest=[cards.of(story, "") for story in latest],
            told=sum(story.kind is Kind.TOLD for story in guide.stories),
            number=len(guide.stories),
            areas=ways.by_area(guide),
            places=sorted(ways.by_place(guide), key=lambda way: -way.number)[:_THEMES],
            themes=by_theme[:_THEMES],
            all_themes=len(by_theme),
            framework=framework,
            dimensions=[
                Signed(Markup(sign(d.sign)), d, addresses.of_dimension(d.slug))  # noqa: S704 - drawn by us
                for d in (framework.dimensions if framework else ())
            ],
            outline=draw_outline(guide, ""),
            tin=guide.tins[0] if guide.tins else None,
            tin_drawn=draw_tin(guide.tins[0].title, guide.tins[0].slug) if guide.tins else "",
            posts=guide.posts[:_NEWEST],
            soon=[post for post in guide.posts[:_NEWEST] if post.is_awaited(guide.day)],
            categories={category.slug: category.name for category in edition.news_categories},
            events=events,
        ),
        title=edition.name,
        description=edition.summary,
        meta={
            "home": True,
            "data": structured_data.of_the_guide(edition, address),
            "share_image": "card.png",
            "feed": addresses.of_feed(),
            **(STYLES if guide.posts or events else {}),
        },
    )


def _featured(guide: Guide) -> Story | None:
    """The edition's choice, else the latest story told by somebody, else the latest of all."""
    told = (story for story in guide.stories if story.kind is Kind.TOLD)
    chosen = guide.by_slug.get(guide.edition.featured)
    return chosen or next(told, guide.stories[0] if guide.stories else None)


PAGES = Pages(
    order=10,
    make=lambda it: make_home(it.guide, it.cards, address=it.address),
)
