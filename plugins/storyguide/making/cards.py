"""A story's card: made once for each depth of page, then laid into every list."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from storyguide.making import addresses, pictures
from storyguide.making.render import Context, render
from storyguide.model.gates import last_day
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story

_ROOT = "\ue000"
"""Stands for the way to the site's root until a page's depth is known. Nobody types it; typed, it shows as dots."""

COLOURS = ("canal", "tomato", "sun", "leaf", "rose")


@dataclass(frozen=True, kw_only=True)
class Card(Context, template="card.html"):
    """One story in a list of cards."""

    url: str
    """Of its page, from the page the card stands on."""
    title: str
    language: str = ""
    """Of its title and summary; "" for the edition's own."""
    summary: str = ""
    note: str = ""
    """What warns of its content, said instead of the summary."""
    picture: Markup
    colour: str
    """The ink its picture is laid on."""
    where: str
    fact_file: bool
    unpublished: bool = False
    """Whether only a preview shows it."""
    until: date | None = None
    """The last day its storyteller agreed to, if there is one."""


class Cards:
    """The cards of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._made: dict[str, str] = {}

    def of(self, story: Story, root: str) -> Markup:
        """The card of a story on a page that lies `root` below the site's root, for a list of cards."""
        if story.slug not in self._made:
            self._made[story.slug] = str(render(card_of(story, self._guide, _ROOT)))
        return Markup(self._made[story.slug].replace(_ROOT, root))  # noqa: S704 - the template escapes


def card_of(story: Story, guide: Guide, root: str) -> Card:
    """What a story's card says; root: the way from its page to the site's root."""
    return Card(
        url=root + addresses.of_story(story.slug),
        title=story.title,
        language=story.language,
        summary=story.summary,
        note=story.content_note,
        picture=pictures.on_a_card(story, root),
        colour=colour_of(story.slug),
        where=guide.where_is(story),
        fact_file=story.kind is Kind.FACT_FILE,
        unpublished=story.slug in guide.unpublished,
        until=last_day(story),
    )


def colour_of(slug: str) -> str:
    """The ink a story's picture is laid on: the same each time."""
    return COLOURS[sum(slug.encode()) % len(COLOURS)]
