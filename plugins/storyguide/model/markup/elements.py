"""Finds whole elements in HTML of our own: what stands between a tag and the one that closes it."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from storyguide.model.markup.tags import NEVER_CLOSED, REST, Tag, change_tags, named, tag_of, tags

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NEVER_IN_ITS_LIKE = frozenset({*HEADINGS, "a"})
"""Elements that are asked for most often, and stand in no other of their sort, since no parser would let them."""


class Element(NamedTuple):
    """An element, and where it stands; one that is never closed, such as a picture, ends with its tag."""

    tag: Tag
    inner: str
    """The HTML it holds."""
    end: int
    """Where its closing tag ends."""

    @property
    def start(self) -> int:
        """Where its opening tag begins."""
        return self.tag.start

    @property
    def written(self) -> str:
        """The element itself."""
        return self.with_tag(self.tag.written)

    def with_tag(self, opening: str) -> str:
        """Return the element with this opening tag in place of its own."""
        return opening if self.tag.name in NEVER_CLOSED else f"{opening}{self.inner}</{self.tag.name}>"


def elements(html: str, *names: str, at: int = 0) -> Iterator[Element]:
    """Yield each element with one of these names that stands in no other of them, in order, from `at` on.

    What is opened and never closed is none.
    """
    if _NEVER_IN_ITS_LIKE.issuperset(names):
        yield from map(_element_of, _whole(*names).finditer(html, at))
        return
    depth, opening = 0, None
    for found in named(*names).finditer(html, at):
        if found[1]:
            depth = max(depth - 1, 0)
            if opening and not depth:
                yield Element(tag_of(opening), html[opening.end() : found.start()], found.end())
                opening = None
        elif found[2] not in NEVER_CLOSED:
            opening = opening or found
            depth += 1
        elif not depth:
            yield Element(tag_of(found), "", found.end())


@cache
def _whole(*names: str) -> re.Pattern[str]:
    """A pattern of elements that hold none of their kind: their ends need no counting, which saves half the time."""
    return re.compile(rf"<({'|'.join(names)})(?![a-zA-Z0-9-])({REST})>(.*?)</\1>", re.DOTALL)


def _element_of(found: re.Match[str]) -> Element:
    tag = Tag(found[1], False, found[2], found.start(), found.start(3))
    return Element(tag, found[3], found.end())


def first_element(html: str, name: str) -> Element | None:
    """Return the first element of this name; None where there is none."""
    return next(elements(html, name), None)


def element_at(html: str, name: str, at: int = 0) -> Element | None:
    """Return the element of this name that begins at this offset; None where another thing stands there."""
    if not html.startswith(f"<{name}", at):
        return None
    found = next(elements(html, name, at=at), None)
    return found if found and found.start == at else None


def after_line(html: str, element: Element) -> int:
    """Return the offset behind an element and the end of the line that it stands on, if it ends there."""
    return element.end + html.startswith("\n", element.end)


def change_elements(html: str, change: Callable[[Element], str], *names: str) -> str:
    """Return HTML in which each element with one of these names, in no other of them, is what `change` returns."""
    if _NEVER_IN_ITS_LIKE.issuperset(names):
        return _whole(*names).sub(lambda found: change(_element_of(found)), html)
    done: list[str] = []
    end = 0
    for element in elements(html, *names):
        done += (html[end : element.start], change(element))
        end = element.end
    return f"{''.join(done)}{html[end:]}" if done else html


def without_lines(html: str, drops: Callable[[Element], bool], *names: str) -> str:
    """Return HTML without the elements with one of these names that `drops` says so of, and their lines' ends."""
    done: list[str] = []
    end = 0
    for element in elements(html, *names):
        if drops(element):
            done.append(html[end : element.start])
            end = after_line(html, element)
    return f"{''.join(done)}{html[end:]}" if done else html


def change_links(html: str, lead: Callable[[Tag], str]) -> str:
    """Return HTML in which each link has the opening tag that `lead` returns; where that is "", its words alone."""

    def led(found: re.Match[str]) -> str:
        opening = lead(Tag("a", False, found[2], found.start(), found.start(3)))
        return f"{opening}{found[3]}</a>" if opening else found[3]

    return _whole("a").sub(led, html) if "<a" in html else html


def change_pictures(html: str, draw: Callable[[Tag, bool], str]) -> str:
    """Return HTML in which each picture is what `draw` returns.

    `draw` is told whether the picture is alone in its paragraph; what it returns stands for the paragraph then.
    """
    done: list[str] = []
    end = 0
    for tag in tags(html, "img"):
        alone = html.endswith("<p>", 0, tag.start) and html.startswith("</p>", tag.end)
        around = (len("<p>"), len("</p>")) if alone else (0, 0)
        done += (html[end : tag.start - around[0]], draw(tag, alone))
        end = tag.end + around[1]
    return f"{''.join(done)}{html[end:]}" if done else html


def change_levels(html: str, level: Callable[[int], int]) -> str:
    """Return HTML in which each heading has the level that `level` returns for its own."""
    return change_tags(html, lambda tag: tag._replace(name=f"h{level(int(tag.name[1]))}").written, *HEADINGS)


def depth_of(html: str, *names: str) -> int:
    """Return how many elements with one of these names stand in one another, where most do."""
    depth = deepest = 0
    for found in named(*names).finditer(html):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return deepest
