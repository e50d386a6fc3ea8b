"""When the stories were told: by year and by month."""

from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.lines import PER_PAGE, STYLES, Dated, LineGroup, Lines, LinesPage, make_lines
from storyguide.making.links import Step, Way
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context, in_words
from storyguide.model.guide import Guide
from storyguide.model.story import Story

SECTION = "stories/"
_CRUMBS: Sequence[Step] = (Step("Stories", SECTION), Step("When they were told", addresses.of_told()))


class _Month(NamedTuple):
    """The stories told in a month, by its number in the year."""

    month: int
    stories: tuple[Story, ...]


class ToldYear(NamedTuple):
    """A year in which stories were told."""

    year: int
    address: str
    number: int
    """Of stories."""
    months: Sequence[Way]


@dataclass(frozen=True, kw_only=True)
class ToldPage(Context, template="told.html"):
    """The list of the years in which stories were told."""

    crumbs: Sequence[Step]
    years: Sequence[ToldYear]
    """The latest first."""


def make_told(guide: Guide, lines: Lines) -> Iterator[OutputPage]:
    """The list of years, a page for each, and one for each month that has stories; latest first."""
    months = [
        (month, tuple(stories))
        for month, stories in groupby(guide.stories, key=lambda story: (story.told_on.year, story.told_on.month))
    ]
    years = [
        (year, [_Month(month, stories) for (_, month), stories in found])
        for year, found in groupby(months, key=lambda each: each[0][0])
    ]
    yield make_page(
        f"{addresses.of_told()}index.md",
        ToldPage(
            crumbs=_CRUMBS,
            years=[
                ToldYear(year, addresses.of_told(year), sum(len(stories) for _, stories in found), _ways(year, found))
                for year, found in years
            ],
        ),
        title="When they were told",
        description="The stories by the year and the month in which they were told.",
        section=SECTION,
        meta=STYLES,
    )
    for year, found in years:
        yield _year(year, found, lines)
    beside: list[Step | None] = [None, *(Step(_name(*when), addresses.of_told(*when)) for when, _ in months), None]
    for number, ((year, month), stories) in enumerate(months):
        yield from make_lines(
            addresses.of_told(year, month),
            _dated(stories),
            lines,
            heading=_name(year, month),
            crumbs=[
                *_CRUMBS,
                Step(str(year), addresses.of_told(year)),
                Step(month_name[month], addresses.of_told(year, month)),
            ],
            intro=f"Told or gathered in {_name(year, month)}, the latest first.",
            section=SECTION,
            before=beside[number + 2],
            after=beside[number],
        )


def _year(year: int, months: Sequence[_Month], lines: Lines) -> OutputPage:
    """A year's months, and its stories unless they are too many to look through."""
    url = addresses.of_told(year)
    number = sum(len(stories) for _, stories in months)
    root = addresses.up_from(url)
    return make_page(
        f"{url}index.md",
        LinesPage(
            crumbs=[*_CRUMBS, Step(str(year), url)],
            intro=f"Told or gathered in {year}, the latest first.",
            jumps=_ways(year, months),
            number=number,
            groups=[
                LineGroup(month_name[month].lower(), month_name[month], lines.all(_dated(stories), root))
                for month, stories in (months if number <= PER_PAGE else ())
            ],
        ),
        title=f"Told in {year}",
        description=f"The stories told or gathered in {year}, month by month.",
        section=SECTION,
        meta=STYLES,
    )


def _ways(year: int, months: Sequence[_Month]) -> list[Way]:
    return [Way(month_name[month], addresses.of_told(year, month), len(stories)) for month, stories in months]


def _dated(stories: Sequence[Story]) -> list[Dated]:
    return [Dated(in_words(story.told_on), story) for story in stories]


def _name(year: int, month: int) -> str:
    return f"{month_name[month]} {year}"


PAGES = Pages(
    order=110,
    make=lambda it: make_told(it.guide, it.lines),
)
