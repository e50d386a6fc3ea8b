"""Grows clean HTML into a tree of elements and texts."""

from dataclasses import dataclass, field
from html import unescape

from storyguide.model.markup.tags import NEVER_CLOSED, pieces, tag_in

_DEEPEST = 24
"""Elements within one another: nothing made of a tree has a use for more, and neither has what prints it."""


class MarkupError(Exception):
    """Clean HTML holds a comment, or a tag that does not close what was opened last: a mistake of ours."""


@dataclass
class Node:
    """An element: its name, its attributes with their escapes resolved, and what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    held: list["Node | str"] = field(default_factory=list)


def tree(html: str) -> Node:
    """Return a node without a name that holds everything; beyond 24 levels the words are kept and their marks not.

    Raises MarkupError where a tag does not close the element that was opened last.
    """
    root = Node("")
    stack = [root]
    for number, part in enumerate(pieces(html)):
        if number % 2 == 0:
            if part:
                stack[-1].held.append(unescape(part))
            continue
        tag = tag_in(part)
        if tag is None or (tag.closes and stack[-1].tag != tag.name):
            raise MarkupError(part)
        if tag.closes:
            stack.pop()
            continue
        node = Node(tag.name, tag.all())
        if len(stack) > _DEEPEST and tag.name not in NEVER_CLOSED:
            node.held = stack[-1].held
        else:
            stack[-1].held.append(node)
        if tag.name not in NEVER_CLOSED:
            stack.append(node)
    return root
