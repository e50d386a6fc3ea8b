"""Trails: stories in an order, each with a few words on why it comes next."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.cards import colour_of
from storyguide.making.lines import STYLES, Step
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.trail_map import draw_trail
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story
from storyguide.model.trail import Stop, Trail

SECTION = "stories/"
TRAILS = "trails/"
_AT_A_STOP = "(min-width: 640px) 176px, 112px"


def make_trails(guide: Guide) -> Iterator[OutputPage]:
    """The list of trails, and a page for each."""
    maps = [draw_trail(trail, guide) for trail in guide.trails]
    yield make_page(
        "trails.html",
        f"{TRAILS}index.md",
        title="Trails",
        description=f"Stories of {guide.edition.town} that belong together, each trail in an order of its own.",
        section=SECTION,
        meta=STYLES,
        trails=[
            (trail, addresses.of_trail(trail.slug), drawn) for trail, drawn in zip(guide.trails, maps, strict=True)
        ],
    )
    beside: list[Step | None] = [None, *((t.title, addresses.of_trail(t.slug)) for t in guide.trails), None]
    for number, (trail, drawn) in enumerate(zip(guide.trails, maps, strict=True)):
        yield _trail(trail, drawn, guide, beside[number], beside[number + 2])


def _trail(trail: Trail, drawn: Markup, guide: Guide, before: Step | None, after: Step | None) -> OutputPage:
    url = addresses.of_trail(trail.slug)
    root = addresses.up_from(url)
    return make_page(
        "trail.html",
        f"{url}index.md",
        title=trail.title,
        description=trail.summary,
        section=SECTION,
        source=trail.source.path,
        search="trail",
        meta=STYLES,
        trail=trail,
        crumbs=[("Trails", TRAILS), (trail.title, url)],
        intro=pictures.linked(trail.intro, guide, root),
        map=drawn,
        credit=bool(guide.edition.outline),
        stops=[_stop(stop, guide, root) for stop in trail.stops],
        before=before,
        after=after,
    )


def _stop(stop: Stop, guide: Guide, root: str) -> dict[str, object]:
    story = guide.by_slug[stop.story]
    return {
        "story": story,
        "url": root + addresses.of_story(story.slug),
        "where": guide.where_is(story),
        "fact_file": story.kind is Kind.FACT_FILE,
        "words": pictures.linked(stop.words, guide, root),
        "picture": _picture(story, root),
        "colour": colour_of(story.slug),
    }


def _picture(story: Story, root: str) -> Markup:
    """Small; it says nothing the title does not."""
    photos = pictures.usable(story)
    return pictures.picture_of(photos[0], root, _AT_A_STOP, alt="") if photos else pictures.cover_of(story, root)
