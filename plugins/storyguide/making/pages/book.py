"""The page of the whole edition's book: what there is to take away, or why there is nothing yet."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.book.bound import NOT_BOUND, Bound
from storyguide.making.book.choosing import why_not
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide

_FEW = 24
"""Stories that the book is without: of more, only their number is told."""


def make_book(guide: Guide, bound: Bound = NOT_BOUND) -> Iterator[OutputPage | OutputFile]:
    """The page, and the files it offers."""
    without = [
        (story.title, addresses.of_story(story.slug), story.language) for story in guide.stories if why_not(story)
    ]
    on_screen = [guide.by_slug[slug] for slug in bound.unprinted if slug in guide.by_slug]
    yield make_page(
        "book.html",
        "book/index.md",
        title="The book",
        description=f"The stories of {guide.edition.town} as a book, to read, to print and to give away.",
        section="stories/",
        search="page",
        meta={"styles": ["book.css"]} if bound else None,
        edition=guide.edition,
        bound=bound,
        number=len(guide.stories),
        without=without[:_FEW],
        and_more=max(0, len(without) - _FEW),
        unprinted=[(story.title, addresses.of_story(story.slug), story.language) for story in on_screen],
        trails=bool(guide.trails),
    )
    yield from bound.files
