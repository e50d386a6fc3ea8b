"""Who tells the stories, as they wish to be credited."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.cards import Cards
from storyguide.making.listing import make_listing
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide
from storyguide.model.story import Kind

SECTION = "storytellers/"


def make_storytellers(guide: Guide, cards: Cards) -> Iterator[OutputPage]:
    """The list of all named storytellers, a page for each, and how many stories still wait for theirs."""
    yield make_page(
        "storytellers.html",
        "storytellers/index.md",
        title="Storytellers",
        description="The people whose stories these are.",
        section=SECTION,
        storytellers=[
            (teller, addresses.of_storyteller(slug), len(guide.told_by[slug]))
            for slug, teller in guide.storytellers.items()
        ],
        waiting=[(story, addresses.of_story(story.slug)) for story in guide.stories if story.kind is Kind.FACT_FILE][
            :12
        ],
        waiting_count=sum(story.kind is Kind.FACT_FILE for story in guide.stories),
        unnamed=sum(1 for story in guide.stories if story.storyteller and not story.storyteller.slug),
    )
    for slug, teller in guide.storytellers.items():
        url = addresses.of_storyteller(slug)
        yield from make_listing(
            url,
            guide.told_by[slug],
            cards,
            heading=teller.name,
            crumbs=[("Storytellers", SECTION), (teller.name, url)],
            intro=teller.about,
            description=f"Stories told by {teller.name}.",
            section=SECTION,
            search="way",
        )
