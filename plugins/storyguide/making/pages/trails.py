"""Trails: stories in an order, each with a few words on why it comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.cards import colour_of
from storyguide.making.lines import STYLES
from storyguide.making.links import Step
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.making.trail_map import draw_trail
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story
from storyguide.model.trail import Stop, Trail

SECTION = "stories/"
TRAILS = "trails/"
_AT_A_STOP = "(min-width: 640px) 176px, 112px"


class TrailShown(NamedTuple):
    """A trail, its address and its map."""

    trail: Trail
    address: str
    map: Markup


@dataclass(frozen=True, kw_only=True)
class StopShown:
    """A stop of a trail: a story, and the trail's own words on it."""

    story: Story
    url: str
    """Of the story, from the trail's page."""
    where: str
    fact_file: bool
    words: Markup
    picture: Markup
    colour: str


@dataclass(frozen=True, kw_only=True)
class TrailsPage(Context, template="trails.html"):
    """The list of trails."""

    trails: Sequence[TrailShown]


@dataclass(frozen=True, kw_only=True)
class TrailPage(Context, template="trail.html"):
    """One trail: the way drawn, and its stops."""

    trail: Trail
    crumbs: Sequence[Step]
    intro: Markup
    map: Markup
    credit: bool
    """Whether the map has an outline that is somebody's."""
    stops: Sequence[StopShown]
    before: Step | None
    after: Step | None
    """The trails beside it."""


def make_trails(guide: Guide) -> Iterator[OutputPage]:
    """The list of trails, and a page for each."""
    maps = [draw_trail(trail, guide) for trail in guide.trails]
    yield make_page(
        f"{TRAILS}index.md",
        TrailsPage(
            trails=[
                TrailShown(trail, addresses.of_trail(trail.slug), drawn)
                for trail, drawn in zip(guide.trails, maps, strict=True)
            ]
        ),
        title="Trails",
        description=f"Stories of {guide.edition.town} that belong together, each trail in an order of its own.",
        section=SECTION,
        meta=STYLES,
    )
    beside: list[Step | None] = [None, *(Step(t.title, addresses.of_trail(t.slug)) for t in guide.trails), None]
    for number, (trail, drawn) in enumerate(zip(guide.trails, maps, strict=True)):
        yield _trail(trail, drawn, guide, beside[number], beside[number + 2])


def _trail(trail: Trail, drawn: Markup, guide: Guide, before: Step | None, after: Step | None) -> OutputPage:
    url = addresses.of_trail(trail.slug)
    root = addresses.up_from(url)
    return make_page(
        f"{url}index.md",
        TrailPage(
            trail=trail,
            crumbs=[Step("Trails", TRAILS), Step(trail.title, url)],
            intro=pictures.linked(trail.intro, guide, root),
            map=drawn,
            credit=bool(guide.edition.outline),
            stops=[_stop(stop, guide, root) for stop in trail.stops],
            before=before,
            after=after,
        ),
        title=trail.title,
        description=trail.summary,
        section=SECTION,
        source=trail.source.path,
        search="trail",
        meta=STYLES,
    )


def _stop(stop: Stop, guide: Guide, root: str) -> StopShown:
    story = guide.by_slug[stop.story]
    return StopShown(
        story=story,
        url=root + addresses.of_story(story.slug),
        where=guide.where_is(story),
        fact_file=story.kind is Kind.FACT_FILE,
        words=pictures.linked(stop.words, guide, root),
        picture=_picture(story, root),
        colour=colour_of(story.slug),
    )


def _picture(story: Story, root: str) -> Markup:
    """Small; it says nothing the title does not."""
    photos = pictures.usable(story)
    return pictures.picture_of(photos[0], root, _AT_A_STOP, alt="") if photos else pictures.cover_of(story, root)


PAGES = Pages(
    order=130,
    make=lambda it: make_trails(it.guide),
    ways=(Entry("Trails", "trails/", 70),),
    finds=(Found("trail", "Trail", 40),),
)
