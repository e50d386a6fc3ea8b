"""Addresses that stories once had: each leads on to the one it has now."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide


def make_redirects(guide: Guide) -> Iterator[OutputPage]:
    """A page at each old address that leads on by itself, and by a link where it does not."""
    for story in guide.stories:
        for old in story.also_at:
            yield make_page(
                "moved.html",
                f"stories/{old}.md",
                title=f"Moved: {story.title}",
                section="stories/",
                meta={"robots": "noindex", "leads_to": f"../{story.slug}/"},
                story_title=story.title,
                to=f"../{story.slug}/",
                address=addresses.of_story(story.slug),
            )
