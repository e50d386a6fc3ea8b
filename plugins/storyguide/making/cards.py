"""A story's card: made once for each depth of page, then laid into every list."""

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.render import template
from storyguide.model.gates import last_day
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story

_ROOT = "\ue000"
"""Stands for the way to the site's root until a page's depth is known. Nobody types it; typed, it shows as dots."""

COLOURS = ("canal", "tomato", "sun", "leaf", "rose")


class Cards:
    """The cards of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._made: dict[str, str] = {}
        self._template = template("card.html")

    def of(self, story: Story, root: str) -> Markup:
        """The card of a story on a page that lies `root` below the site's root, for a list of cards."""
        if story.slug not in self._made:
            self._made[story.slug] = self._template.render(
                story=story,
                url=_ROOT + addresses.of_story(story.slug),
                picture=pictures.on_a_card(story, _ROOT),
                colour=colour_of(story.slug),
                where=self._guide.where_is(story),
                fact_file=story.kind is Kind.FACT_FILE,
                unpublished=story.slug in self._guide.unpublished,
                until=last_day(story),
            )
        return Markup(self._made[story.slug].replace(_ROOT, root))  # noqa: S704 - the template escapes


def colour_of(slug: str) -> str:
    """The ink a story's picture is laid on: the same each time."""
    return COLOURS[sum(slug.encode()) % len(COLOURS)]
