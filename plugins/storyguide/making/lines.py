"""Stories as plain lines, some hundreds to a page: for lists in which one looks something up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from storyguide.making import addresses
from storyguide.making.links import Step, Way
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.paging import Paging, address_of, paging_of, path_of
from storyguide.making.render import Context, tongue
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story

PER_PAGE = 300
STYLES: Mapping[str, object] = {"styles": ["lists.css"]}
"""What the frame of such a page needs to know."""


class Dated(NamedTuple):
    """A time or a day in words, or "", and the story it stands beside."""

    when: str
    story: Story


_ROOT = "\ue000"
"""Stands for the way to the site's root, as in the cards."""


class Line(NamedTuple):
    """A story's line, and what stands before it: a time or a day in words, or ""."""

    when: str
    line: Markup


class LineGroup(NamedTuple):
    """Lines under one heading; "" for a list that has none, which then needs no id."""

    id: str
    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class LinesPage(Context, template="lines.html"):
    """A plain list of stories: title, place and perhaps when."""

    crumbs: Sequence[Step]
    intro: str
    jumps: Sequence[Way] = ()
    """Parts of the list, or lists beside it, to go straight to."""
    number: int
    groups: Sequence[LineGroup]
    pages: Paging | None = None
    """None for a list of one page."""
    before: Step | None = None
    after: Step | None = None
    """The lists beside this one: the month before, the next decade."""


class Lines:
    """The lines of one guide, each made once."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._made: dict[str, str] = {}

    def of(self, story: Story, root: str) -> Markup:
        """The line of a story on a page that lies `root` below the site's root."""
        if story.slug not in self._made:
            self._made[story.slug] = self._line(story)
        return Markup(self._made[story.slug].replace(_ROOT, root))  # noqa: S704 - all that was written is escaped below

    def all(self, dated: Sequence[Dated], root: str) -> list[Line]:
        """Each time with the line of its story."""
        return [Line(when, self.of(story, root)) for when, story in dated]

    def _line(self, story: Story) -> str:
        # Not from a template, which takes four times as long: a line is made of every story.
        mark = ' <span class="kind">Fact-file</span>' if story.kind is Kind.FACT_FILE else ""
        return (
            f'<span><a href="{_ROOT}{addresses.of_story(story.slug)}"{tongue(story.language)}>{escape(story.title)}</a>'
            f' <span class="at">{escape(self._guide.where_is(story))}{mark}</span></span>'
        )


def make_lines(
    url: str,
    dated: Sequence[Dated],
    lines: Lines,
    *,
    heading: str,
    crumbs: Sequence[Step],
    intro: str,
    section: str,
    before: Step | None = None,
    after: Step | None = None,
) -> Iterator[OutputPage]:
    """The pages of one list: the first at its own address, the others at page/2/ and on beneath it.

    before and after lead to the lists beside this one: the month before, the next decade.
    """
    last = max(1, -(-len(dated) // PER_PAGE))
    for number in range(1, last + 1):
        here = address_of(url, number)
        paged = heading if number == 1 else f"{heading}, page {number}"
        yield make_page(
            path_of(url, number),
            LinesPage(
                crumbs=crumbs,
                intro=intro,
                number=len(dated),
                groups=[
                    LineGroup(
                        "", "", lines.all(dated[(number - 1) * PER_PAGE : number * PER_PAGE], addresses.up_from(here))
                    )
                ],
                pages=paging_of(url, number, last),
                before=before,
                after=after,
            ),
            title=paged,
            description=intro,
            section=section,
            meta=STYLES,
        )
