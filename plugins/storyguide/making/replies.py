"""The replies beneath a story: their words made to stand beside the story's own, and one another's."""

from collections.abc import Sequence

from markupsafe import Markup

from storyguide.making import pictures
from storyguide.model.guide import Guide
from storyguide.model.markup.elements import change_levels
from storyguide.model.markup.tags import prefix_ids
from storyguide.model.story import Reply, Story

_LEVEL = 4


def replies_to(story: Story, guide: Guide, root: str) -> Sequence[tuple[Reply, Markup]]:
    """Each reply with its words.

    Its headings stand below the line that says whose it is, and no id in it is one of the story's.
    """
    found = []
    for reply in story.replies:
        html = change_levels(str(pictures.linked(reply.words, guide, root)), lambda _: _LEVEL)
        html = prefix_ids(html, f"{reply.name}-")
        found.append((reply, Markup(html)))  # noqa: S704 - cleaned by the allow-list when read
    return found
