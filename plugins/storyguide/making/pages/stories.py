"""Each story's page, the list of them all, and the neutral page of one that is gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from storyguide.making import addresses, pictures, structured_data, ways
from storyguide.making.cards import Cards, colour_of
from storyguide.making.covers import compose, sign, svg
from storyguide.making.entries import Met, met_by
from storyguide.making.filters import make_filters
from storyguide.making.languages import own_name
from storyguide.making.links import Step, Ways
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.events import EventShown, items
from storyguide.making.pages.news import STYLES
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.related import Related
from storyguide.making.render import Context
from storyguide.making.replies import ReplyShown, replies_to
from storyguide.model.gates import last_day
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES, Licence
from storyguide.model.problem import Problem
from storyguide.model.story import Kind, Story
from storyguide.side_by_side import ahead

if TYPE_CHECKING:
    from storyguide.model.news import Post

SECTION = "stories/"
_ROOT = addresses.up_from(addresses.of_story("x"))
GONE = "This story is no longer here"
_WORDS_A_MINUTE = 200
"""A little under what adults read of plain English, so that nobody is hurried."""


class TinUsed(NamedTuple):
    """A tin that a story has used, and how."""

    title: str
    address: str
    how: str


class Showing(NamedTuple):
    """A dimension that a story shows, with its sign, and the sentence that bears it out."""

    sign: Markup
    name: str
    address: str
    sentence: str


class Translation(NamedTuple):
    """Another language a story can be read in: its name, its tag and the address."""

    name: str
    tag: str
    address: str


class RelatedCard(NamedTuple):
    """The card of a story to read next, and the reason."""

    card: Markup
    reason: str


@dataclass(frozen=True, kw_only=True)
class GonePage(Context, template="gone.html"):
    """The neutral page of a story that is no longer published: it says nothing of what stood there."""


@dataclass(frozen=True, kw_only=True)
class StoryPage(Context, template="story.html"):
    """A story's page; addresses are from the site's root where nothing else is said."""

    story: Story
    until: date | None
    """The last day its storyteller agreed to, if there is one; the page then says after it"""
    gone_title: str
    """that the story has gone, under this heading."""
    is_stale: bool
    """Whether a fact-file was last checked long ago."""
    why_unpublished: Sequence[str]
    faults: Sequence[Problem]
    """In a preview, why it is not published and what there is to mend."""
    words: Markup
    hero: Markup
    """Its first photo or its cover."""
    hero_caption: str
    colour: str
    told: bool
    """Whether somebody tells it, who is named."""
    teller_url: str
    """Of the storyteller's page, "" where there is none."""
    where: Sequence[Step]
    themes: Sequence[Step]
    trails: Sequence[Step]
    tins: Sequence[TinUsed]
    barriers: Sequence[Met]
    next: "Sequence[Post]"
    """Posts that tell what happened next."""
    events: Sequence[EventShown]
    replies: Sequence[ReplyShown]
    reply_to: str
    """Where a reply is sent, from the page."""
    shows: Sequence[Showing]
    minutes: int
    """To read it."""
    gallery: Sequence[Markup]
    """Its photos that stand nowhere else on the page."""
    here: str
    """The page's own address, whole; "" while the guide has none."""
    also_in: Sequence[Translation]
    licence: Licence
    photo_credits: str
    edit: str
    """Where its file is corrected, whole; "" where the guide is in no repository."""
    related: Sequence[RelatedCard]


def make_stories(guide: Guide, cards: Cards, *, address: str = "") -> Iterator[OutputPage | OutputFile]:
    """A page for each story, and the photos or the drawn cover it is shown by.

    address: the guide's own web address with a closing slash, or "" while it has none.
    What is returned is worked on at once, beside whatever is done before it is gone through.
    """
    pages = StoryPages(guide, cards, address)

    def work(stories: Sequence[Story]) -> list[OutputPage | OutputFile]:
        return [made for story in stories for made in pages.of(story)]

    begun = ahead(work, guide.stories)

    def given() -> Iterator[OutputPage | OutputFile]:
        yield from begun.result()

    return given()


def photos_shown(guide: Guide) -> Iterator[OutputFile]:
    """The photos by which stories are shown, in every size."""
    shown = (photo for story in guide.stories if story.photos for photo in pictures.usable(story))
    return (OutputFile(path=one.path, content=one.file) for photo in shown for one in photo.renditions)


def make_story_list(guide: Guide, cards: Cards) -> Iterator[OutputPage | OutputFile]:
    """Every story, latest told first, and what the list can be narrowed by."""
    yield from make_listing(
        SECTION,
        guide.stories,
        cards,
        heading="All the stories",
        crumbs=[Step("Stories", SECTION)],
        intro=f"What people do where they live in {guide.edition.town}, the latest told first.",
        section=SECTION,
        ways=[
            Ways("By place", ways.by_area(guide)),
            Ways("By what it is about", ways.by_theme(guide)),
            Ways("By what it shows", ways.by_dimension(guide)),
        ],
        filters=True,
        meta={
            "styles": ["filters.css"],
            "scripts": ["filters.js"],
            "feed": addresses.of_feed(),
            **({"ends": True} if any(map(last_day, guide.stories)) else {}),
        },
    )
    yield from make_filters(guide)


def make_gone(guide: Guide) -> Iterator[OutputPage]:
    """The neutral page at the address of each story that was taken down or whose consent has ended."""
    for slug in dict.fromkeys((*guide.gone, *(old for old in guide.gone_before if old not in guide.by_slug))):
        yield make_page(
            f"stories/{slug}.md",
            GonePage(),
            title=GONE,
            description="The story that stood at this address has been taken down.",
            section=SECTION,
            meta={"robots": "noindex"},
        )


class StoryPages:
    """Makes the pages of one guide's stories."""

    def __init__(self, guide: Guide, cards: Cards, address: str) -> None:
        self._guide, self._cards, self._address = guide, cards, address
        self._related = Related(guide)
        self._signs = {slug: Markup(sign(d.sign)) for slug, d in guide.dimensions.items()}  # noqa: S704 - drawn by us

    def of(self, story: Story) -> Iterator[OutputPage | OutputFile]:
        """The story's page, after the pictures it needs."""
        photos = pictures.usable(story)
        if photos:
            yield from (OutputFile(path=one.path, content=one.file) for photo in photos for one in photo.renditions)
            lead, *rest = photos
            hero = pictures.picture_of(lead, _ROOT, pictures.AT_THE_HEAD, first=True)
            caption = pictures.caption_of(lead)
            shown = set(story.words.photos)
            gallery = [pictures.figure_of(photo, _ROOT) for photo in rest if photo.file not in shown]
        else:
            drawn = compose(story.slug, pictures.scenes_of(story, self._guide))
            yield OutputFile(path=addresses.of_cover(story.slug), content=svg(drawn))
            hero = pictures.cover_of(story, _ROOT, first=True, alt=drawn.description)
            caption, gallery = "Drawn for this page: no photo has been sent yet.", []
        yield self._page(story, hero, caption, gallery)

    def _page(self, story: Story, hero: Markup, caption: str, gallery: list[Markup]) -> OutputPage:
        guide, until = self._guide, last_day(story)
        edition, teller = guide.edition, story.storyteller
        return make_page(
            f"stories/{story.slug}.md",
            StoryPage(
                story=story,
                until=until,
                gone_title=GONE,
                is_stale=guide.day is not None and story.is_stale(guide.day),
                why_unpublished=guide.unpublished.get(story.slug, ()),
                faults=guide.faults.get(story.slug, ()),
                words=pictures.words_of(story, guide, _ROOT),
                hero=hero,
                hero_caption=caption,
                colour=colour_of(story.slug),
                told=story.kind is Kind.TOLD and teller is not None,
                teller_url=addresses.of_storyteller(teller.slug) if teller and teller.slug else "",
                where=[Step(guide.places[slug].name, addresses.of_place(slug)) for slug in story.places],
                themes=[Step(guide.themes[slug].name, addresses.of_theme(slug)) for slug in story.themes],
                trails=[Step(one.title, addresses.of_trail(one.slug)) for one in guide.trails_with.get(story.slug, ())],
                tins=[
                    TinUsed(guide.tins_by_slug[use.tin].title, addresses.of_tin(use.tin), use.how)
                    for use in story.tins
                    if use.tin in guide.tins_by_slug
                ],
                barriers=met_by(story, guide) if story.barriers else (),
                next=guide.happened_next.get(story.slug, ()),
                events=items(guide.events_with.get(story.slug, ()), guide),
                replies=replies_to(story, guide, _ROOT) if story.replies else (),
                reply_to=self._reply_to(story),
                shows=[
                    Showing(
                        self._signs[e.dimension],
                        guide.dimensions[e.dimension].name,
                        addresses.of_dimension(e.dimension),
                        e.sentence,
                    )
                    for e in story.evidence
                ],
                minutes=max(1, round(story.words.count / _WORDS_A_MINUTE)),
                gallery=gallery,
                here=self._address + addresses.of_story(story.slug) if self._address else "",
                also_in=_also_in(story, guide),
                licence=LICENCES[story.licence],
                photo_credits=pictures.credits_of(story),
                edit=f"{edition.repository}{edition.edit_path}{story.source.path}" if edition.repository else "",
                related=[RelatedCard(self._cards.of(other, _ROOT), why) for other, why in self._related.to(story)],
            ),
            title=story.title,
            description=story.summary,
            section=SECTION,
            source=story.source.path,
            meta={
                "share_image": addresses.of_share_card(story.slug),
                "kind": "article",
                "data": structured_data.of_story(story, guide, self._address),
                **({"language": story.language} if story.language else {}),
                **(STYLES if story.replies else {}),
                **({"until": until.isoformat()} if until else {}),
            },
        )

    def _reply_to(self, story: Story) -> str:
        """Where a reply is sent: the editors' box, or the form where they have none."""
        email = self._guide.edition.contact.email
        subject = quote(f"Reply to: {story.title}")
        return f"mailto:{quote(email, safe='@')}?subject={subject}" if email else _ROOT + addresses.FORM


def _also_in(story: Story, guide: Guide) -> list[Translation]:
    """The other languages this story can be read in."""
    first = guide.by_slug.get(story.translation_of or story.slug)
    if first is None:
        return []
    family = (first, *guide.translations.get(first.slug, ()))
    tags = [(other.language or guide.edition.language, other) for other in family if other.slug != story.slug]
    return [Translation(own_name(tag), tag, addresses.of_story(other.slug)) for tag, other in tags]


PAGES = Pages(
    order=20,
    make=lambda it: chain(make_story_list(it.guide, it.cards), make_gone(it.guide)),
    menu=(Entry("Stories", "stories/", 10),),
    ways=(Entry("All the stories", "stories/", 10),),
    finds=(
        Found("told", "Story", 10),
        Found("fact-file", "Fact-file", 20),
    ),
)
