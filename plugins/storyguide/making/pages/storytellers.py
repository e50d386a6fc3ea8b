"""Who tells the stories, as they wish to be credited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.cards import Cards
from storyguide.making.links import Step, Way
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.story import Kind

SECTION = "storytellers/"
_FEW = 12
"""Fact-files that are named as waiting."""


class WaitingStory(NamedTuple):
    """A fact-file that waits for somebody to tell it."""

    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class StorytellersPage(Context, template="storytellers.html"):
    """Who tells the stories."""

    storytellers: Sequence[Way]
    waiting: Sequence[WaitingStory]
    """Some of the fact-files, of which there are"""
    waiting_count: int
    """in all."""
    unnamed: int
    """How many storytellers asked not to be named."""


def make_storytellers(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """The list of all named storytellers, a page for each, and how many stories still wait for theirs."""
    waiting = [story for story in guide.stories if story.kind is Kind.FACT_FILE]
    yield make_page(
        "storytellers/index.md",
        StorytellersPage(
            storytellers=[
                Way(teller.name, addresses.of_storyteller(slug), len(guide.told_by[slug]))
                for slug, teller in guide.storytellers.items()
            ],
            waiting=[WaitingStory(story.title, addresses.of_story(story.slug)) for story in waiting[:_FEW]],
            waiting_count=len(waiting),
            unnamed=sum(1 for story in guide.stories if story.storyteller and not story.storyteller.slug),
        ),
        title="Storytellers",
        description="The people whose stories these are.",
        section=SECTION,
    )
    for slug, teller in guide.storytellers.items():
        url = addresses.of_storyteller(slug)
        yield from make_listing(
            url,
            guide.told_by[slug],
            cards,
            heading=teller.name,
            crumbs=[Step("Storytellers", SECTION), Step(teller.name, url)],
            intro=teller.about,
            description=f"Stories told by {teller.name}.",
            section=SECTION,
            search="way",
        )


PAGES = Pages(
    order=90,
    make=lambda it: make_storytellers(it.guide, it.cards),
    ways=(Entry("Storytellers", "storytellers/", 80),),
)
