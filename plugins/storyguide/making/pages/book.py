"""The page of the whole edition's book: what there is to take away, or why there is nothing yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyguide.making import addresses
from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.book.choosing import why_not
from storyguide.making.links import StoryLink
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.story import Story

_FEW = 24
"""Stories that the book is without: of more, only their number is told."""


@dataclass(frozen=True, kw_only=True)
class BookPage(Context, template="book.html"):
    """The page of the book."""

    edition: Edition
    bound: Bound
    """What there is to take away, false where the book is not bound."""
    without: Sequence[StoryLink]
    """Stories that are not in it, as far as they are named."""
    and_more: int
    """How many more there are of those."""
    unprinted: Sequence[StoryLink]
    """Stories that only the EPUB has."""
    trails: bool
    """Whether the edition has any."""


def make_book(guide: Guide, bound: Bound = NOT_BOUND) -> Iterator[OutputPage | OutputFile]:
    """The page, and the files it offers."""
    without = [_link(story) for story in guide.stories if why_not(story)]
    on_screen = [guide.by_slug[slug] for slug in bound.unprinted if slug in guide.by_slug]
    yield make_page(
        "book/index.md",
        BookPage(
            edition=guide.edition,
            bound=bound,
            without=without[:_FEW],
            and_more=max(0, len(without) - _FEW),
            unprinted=[_link(story) for story in on_screen],
            trails=bool(guide.trails),
        ),
        title="The book",
        description=f"The stories of {guide.edition.town} as a book, to read, to print and to give away.",
        section="stories/",
        search="page",
        meta={"styles": ["book.css"]} if bound else None,
    )
    yield from bound.files


def _link(story: Story) -> StoryLink:
    return StoryLink(story.title, addresses.of_story(story.slug), story.language)


PAGES = Pages(
    order=150,
    make=lambda it: make_book(it.guide, it.book),
    ways=(Entry("The book", "book/", 90),),
)
