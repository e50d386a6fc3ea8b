"""Addresses that stories once had: each leads on to the one it has now."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide


@dataclass(frozen=True, kw_only=True)
class MovedPage(Context, template="moved.html"):
    """The page at an address a story once had."""

    story_title: str
    to: str
    """The way to its page, from here."""
    address: str
    """The same from the site's root, to be read."""


def make_redirects(guide: Guide) -> Iterator[OutputPage]:
    """A page at each old address that leads on by itself, and by a link where it does not."""
    for story in guide.stories:
        for old in story.also_at:
            yield make_page(
                f"stories/{old}.md",
                MovedPage(story_title=story.title, to=f"../{story.slug}/", address=addresses.of_story(story.slug)),
                title=f"Moved: {story.title}",
                section="stories/",
                meta={"robots": "noindex", "leads_to": f"../{story.slug}/"},
            )


PAGES = Pages(
    order=40,
    make=lambda it: make_redirects(it.guide),
)
