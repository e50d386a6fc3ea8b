"""What was heard at a session, as a part of a page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.entries import entry_address
from storyguide.making.render import Context, render
from storyguide.making.spelled import spelled
from storyguide.model.guide import Guide
from storyguide.model.tin import ENTRY, STORY, Heard

STYLE = "registers.css"
"""What a page that shows it needs among its styles."""

_LEAD = re.compile(rf'<a href="({STORY}|{ENTRY})([^"]*)">(.*?)</a>', re.DOTALL)


class MessageShown(NamedTuple):
    """Something that was heard: the words, how many said so, and what has happened since; clean HTML, or ""."""

    words: Markup
    said: str
    since: Markup


@dataclass(frozen=True, kw_only=True)
class HeardPart(Context, template="heard.html"):
    """What was heard at a session, all of it clean HTML."""

    session: Markup
    about: Sequence[Markup]
    """When and where it was."""
    messages: Sequence[MessageShown]
    more: Markup


def make_heard(block: Heard, guide: Guide, root: str, *, led: Callable[[str], Markup] | None = None) -> Markup:
    """The block, ready to be put into any page.

    root leads from the page to the site's root. led has links within the guide lead on; without it
    those to stories and to entries of the registers do.
    """
    on = led or (lambda html: _led(html, guide, root))
    return render(
        HeardPart(
            session=on(block.session),
            about=[on(fact) for fact in (block.when, block.where) if fact],
            messages=[MessageShown(on(one.words), how_many(one.said), on(one.since)) for one in block.messages],
            more=on(block.more),
        )
    )


def how_many(said: int) -> str:
    """How many said so, as a sentence; "" when nobody counted."""
    return f"{spelled(said).capitalize()} {'person' if said == 1 else 'people'} said so." if said else ""


def _led(html: str, guide: Guide, root: str) -> Markup:
    def linked(found: re.Match[str]) -> str:
        kind, to, words = found.groups()
        if kind == ENTRY:
            address = entry_address(to, guide)
        elif to in guide.by_slug:
            address = addresses.of_story(to)
        else:
            address = ""
        return f'<a href="{root}{address}">{words}</a>' if address else words

    return Markup(_LEAD.sub(linked, html))  # noqa: S704 - cleaned when read
