"""The replies beneath a story: their words made to stand beside the story's own, and one another's."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import pictures
from storyguide.model.guide import Guide
from storyguide.model.story import Reply, Story

_HEADING = re.compile(r"<(/?)h[2-4]\b")
_ID = re.compile(r'(?<= )(id="|href="#)')


class ReplyShown(NamedTuple):
    """A reply and its words, ready for the page."""

    reply: Reply
    words: Markup


def replies_to(story: Story, guide: Guide, root: str) -> Sequence[ReplyShown]:
    """Each reply with its words.

    Its headings stand below the line that says whose it is, and no id in it is one of the story's.
    """
    found = []
    for reply in story.replies:
        html = _HEADING.sub(r"<\1h4", str(pictures.linked(reply.words, guide, root)))
        html = _ID.sub(rf"\1{reply.name}-", html)
        found.append(ReplyShown(reply, Markup(html)))  # noqa: S704 - cleaned by the allow-list when read
    return found
