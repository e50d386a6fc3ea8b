"""When the stories happened, decade by decade."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.lines import STYLES, Dated, Lines, make_lines
from storyguide.making.links import Step
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context, counted
from storyguide.model.guide import Guide
from storyguide.model.story import Story
from storyguide.model.when import Happened

SECTION = "stories/"
YEARS = "years/"
STILL_GOING = "years/still-going/"
_BY_DECADE = 1900
"""Before this year stories are few, and stand by century."""
_WIDEST = 100


class Decade(NamedTuple):
    """A decade, or before 1900 a century, in which stories began."""

    name: str
    address: str
    number: int
    """Of stories."""
    width: int
    """Of its bar, in hundredths of the longest."""
    when: str
    """When the first of its stories began, in words."""
    story: Story
    """The first."""


@dataclass(frozen=True, kw_only=True)
class YearsPage(Context, template="years.html"):
    """The list of decades."""

    decades: Sequence[Decade]
    going: int
    """Number of stories that were still going on."""
    still_going: str
    """Address of their list."""
    undated: str
    """How many stories do not say when, in words; "" when all do."""


def make_years(guide: Guide, lines: Lines) -> Iterator[OutputPage]:
    """The list of decades, a page for each that has stories, and one for what was still going on.

    A story stands in the decade it began in, and nowhere else: what went on for thirty years
    would otherwise fill three lists.
    """
    dated = sorted(
        ((story.happened, story) for story in guide.stories if story.happened),
        key=lambda pair: (pair[0].order, pair[1].slug),
    )
    decades: dict[tuple[int, int], list[Dated]] = {}
    for happened, story in dated:
        decades.setdefault(_decade(happened), []).append(Dated(happened.written, story))
    going = [Dated(happened.written, story) for happened, story in dated if happened.last_year is None]
    most = max(map(len, decades.values()), default=1)
    undated = len(guide.stories) - len(dated)
    yield make_page(
        f"{YEARS}index.md",
        YearsPage(
            decades=[
                Decade(
                    f"{first}s",
                    addresses.of_years(first),
                    len(found),
                    max(3, round(len(found) * _WIDEST / most)),
                    *found[0],
                )
                for (first, _), found in decades.items()
            ],
            going=len(going),
            still_going=STILL_GOING,
            undated=counted(undated, "story does", "stories do") if undated else "",
        ),
        title="Years",
        description=f"What happened when in {guide.edition.town}, decade by decade, as far as the stories say.",
        section=SECTION,
        meta=STYLES,
    )
    beside: list[Step | None] = [
        None,
        *(Step(f"The {first}s", addresses.of_years(first)) for first, _ in decades),
        None,
    ]
    for number, ((first, last), found) in enumerate(decades.items()):
        yield from make_lines(
            addresses.of_years(first),
            found,
            lines,
            heading=f"The {first}s",
            crumbs=[Step("Years", YEARS), Step(f"{first}s", addresses.of_years(first))],
            intro=f"What began or happened from {first} to {last}, the earliest first.",
            section=SECTION,
            before=beside[number],
            after=beside[number + 2],
        )
    if going:
        yield from make_lines(
            STILL_GOING,
            going,
            lines,
            heading="Still going on",
            crumbs=[Step("Years", YEARS), Step("Still going on", STILL_GOING)],
            intro="What had not ended when it was told or gathered, the longest-running first.",
            section=SECTION,
        )


def _decade(happened: Happened) -> tuple[int, int]:
    """The first and last year of the decade, or before 1900 the century, in which it is sorted."""
    year = happened.order[0]
    length = 10 if year >= _BY_DECADE else 100
    first = year // length * length
    return first, first + length - 1


PAGES = Pages(
    order=120,
    make=lambda it: make_years(it.guide, it.lines),
    ways=(Entry("Years", "years/", 60),),
)
