"""What was heard at a session, as a part of a page."""

from collections.abc import Callable

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.entries import entry_address
from storyguide.making.render import render
from storyguide.making.spelled import spelled
from storyguide.model.guide import Guide
from storyguide.model.markup.elements import change_links
from storyguide.model.markup.tags import Tag
from storyguide.model.tin import ENTRY, STORY, Heard

STYLE = "registers.css"
"""What a page that shows it needs among its styles."""


def make_heard(block: Heard, guide: Guide, root: str, *, led: Callable[[str], Markup] | None = None) -> Markup:
    """The block, ready to be put into any page.

    root leads from the page to the site's root. led has links within the guide lead on; without it
    those to stories and to entries of the registers do.
    """
    on = led or (lambda html: _led(html, guide, root))
    return render(
        "heard.html",
        session=on(block.session),
        about=[on(fact) for fact in (block.when, block.where) if fact],
        messages=[(on(one.words), how_many(one.said), on(one.since)) for one in block.messages],
        more=on(block.more),
    )


def how_many(said: int) -> str:
    """How many said so, as a sentence; "" when nobody counted."""
    return f"{spelled(said).capitalize()} {'person' if said == 1 else 'people'} said so." if said else ""


def _led(html: str, guide: Guide, root: str) -> Markup:
    def lead(tag: Tag) -> str:
        written = tag.raw("href")
        if written.startswith(ENTRY):
            address = entry_address(written.removeprefix(ENTRY), guide)
        elif written.startswith(STORY):
            slug = written.removeprefix(STORY)
            address = addresses.of_story(slug) if slug in guide.by_slug else ""
        else:
            return tag.written
        return tag.with_value("href", root + address).written if address else ""

    return Markup(change_links(html, lead))  # noqa: S704 - cleaned when read
