"""The page one searches on; without scripts it is a page of every way in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyguide.making import addresses, ways
from storyguide.making.links import StoryLink, Way, Ways
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide

SECTION = "search/"
MOST_LISTED = 300
"""Up to so many stories are all named on the page; of more there is the list from A to Z."""


@dataclass(frozen=True, kw_only=True)
class SearchPage(Context, template="search.html"):
    """The page one searches on."""

    stories: Sequence[StoryLink]
    """All by title; none where they are too many."""
    number: int
    """Of stories."""
    ways: Sequence[Ways]
    """Addresses from the page itself."""
    language: str
    """The edition's own."""


def make_search(guide: Guide) -> Iterator[OutputPage]:
    """The page at /search/."""
    by_title = sorted(guide.stories, key=lambda story: story.title.casefold())
    yield make_page(
        "search.md",
        SearchPage(
            stories=[StoryLink(s.title, addresses.of_story(s.slug), s.language) for s in by_title]
            if len(by_title) <= MOST_LISTED
            else [],
            number=len(guide.stories),
            ways=[
                Ways(heading, [Way(name, addresses.up_from(SECTION) + url, many) for name, url, many in items])
                for heading, items in (
                    ("By place", ways.by_place(guide)),
                    ("By what it is about", ways.by_theme(guide)),
                    ("By what it shows", ways.by_dimension(guide)),
                )
            ],
            language=guide.edition.language,
        ),
        title="Search",
        description=f"Search the stories of {guide.edition.town}, or find another way in.",
        section=SECTION,
        meta={"styles": ["search.css"], "scripts": ["search.js"], "searching": True},
    )


PAGES = Pages(
    order=240,
    make=lambda it: make_search(it.guide),
    menu=(Entry("Search", "search/", 50),),
)
