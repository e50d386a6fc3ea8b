"""Who is missing: what the stories add up to, counted from them, and the gaps named in plain words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.languages import own_name
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.render import Context
from storyguide.making.spelled import spelled
from storyguide.model.guide import Guide
from storyguide.model.story import Kind, Story

TITLE, SUMMARY = "Who is missing", "How many stories from each place and theme, and the gaps we know of."
_WIDEST = 100
_BY_DECADE = 1900
"""Before this year the gaps are centuries wide, and nobody's fault."""


class Line(NamedTuple):
    """One thing stories are counted by."""

    name: str
    address: str
    """Of its page, or "" where it has none, since nothing is in it."""
    number: int
    told: int
    """Of them, by those who were there."""


class Count(NamedTuple):
    """Stories counted by one sort of thing."""

    sign: str
    heading: str
    what: str
    """The heading of its first column."""
    lines: tuple[Line, ...]

    @property
    def most(self) -> int:
        """The longest bar stands for so many; every other is drawn to that measure, and none begins but at nothing."""
        return max((line.number for line in self.lines), default=0)


@dataclass(frozen=True, kw_only=True)
class MissingPage(Context, template="about/who-is-missing.html"):
    """The gaps in words, the edition's own words on them, then every count as a table with a bar for each number."""

    prose: Markup
    number: int
    """Of stories."""
    gaps: Sequence[str]
    """A sentence each."""
    counts: Sequence[Count]
    bar: Callable[[int, int], int]
    """How long the bar of a number is, in hundredths of the longest, which stands for the second."""


def make_missing(guide: Guide, *, section: str) -> OutputPage:
    """The page of counts and gaps."""
    counts = [count for count in _counts(guide) if count.lines]
    return make_page(
        "about/who-is-missing.md",
        MissingPage(
            prose=Markup(guide.edition.gaps),  # noqa: S704 - cleaned by the allow-list when read
            number=len(guide.stories),
            gaps=list(_gaps(guide)),
            counts=counts,
            bar=_bar,
        ),
        title=TITLE,
        description=SUMMARY,
        section=section,
        search="page",
        meta={"styles": ["missing.css"]},
    )


def _bar(number: int, most: int) -> int:
    """How long a bar is, in hundredths of the longest."""
    return max(1, round(number * _WIDEST / most)) if number else 0


def _counts(guide: Guide) -> Iterator[Count]:
    edition = guide.edition
    told = {story.slug for story in guide.stories if story.kind is Kind.TOLD}

    def line(name: str, address: str, stories: Sequence[Story]) -> Line:
        return Line(name, address, len(stories), sum(story.slug in told for story in stories))

    def lines(of: Iterable[tuple[str, str, str]], index: Mapping[str, Sequence[Story]]) -> tuple[Line, ...]:
        return tuple(line(name, address, index.get(slug, ())) for name, address, slug in of)

    places = [(one.name, addresses.of_place(one.slug), one.slug) for one in edition.places]
    areas = [(one.name, addresses.of_place(one.slug), one.slug) for one in edition.areas]
    themes = [(one.name, addresses.of_theme(one.slug), one.slug) for one in edition.themes]
    yield Count(
        "kind",
        "By who speaks",
        "Who speaks",
        (
            Line("The people themselves", "storytellers/" if told else "", len(told), len(told)),
            Line("The editors, from public sources", "", len(guide.stories) - len(told), 0),
        ),
    )
    yield Count("area", "By area", "Area", lines(areas, guide.in_area))
    yield Count("place", "By place", "Place", lines(places, guide.in_place))
    yield Count("theme", "By theme", "Theme", lines(themes, guide.about_theme))
    for framework in edition.frameworks:
        shown = [(one.name, addresses.of_dimension(one.slug), one.slug) for one in framework.dimensions]
        heading = f"By what it shows: {framework.name}"
        yield Count(framework.slug, heading, "What it shows", lines(shown, guide.showing))
    decades = _decades(guide)
    yield Count(
        "decade",
        "By when it began",
        "Decade",
        tuple(line(f"{first}s", addresses.of_years(first) if of else "", of) for first, of in decades.items()),
    )


def _decades(guide: Guide) -> dict[int, list[Story]]:
    """The stories of each decade since the first, those without any too; of one before 1900 as those of its century."""
    found: dict[int, list[Story]] = {}
    for story in guide.stories:
        if story.happened:
            year = story.happened.order[0]
            found.setdefault(year // 10 * 10 if year >= _BY_DECADE else year // 100 * 100, []).append(story)
    recent = [first for first in found if first >= _BY_DECADE]
    for first in range(min(recent, default=0), max(recent, default=0), 10):
        found.setdefault(first, [])
    return {first: found[first] for first in sorted(found)}


def _gaps(guide: Guide) -> Iterator[str]:
    """What there is none of, a sentence each."""
    edition, number = guide.edition, len(guide.stories)
    told = sum(story.kind is Kind.TOLD for story in guide.stories)
    if not number:
        return
    if told < number:
        yield _how_many_told(told, number)
    if names := [area.name for area in edition.areas if area.slug not in guide.in_area]:
        yield f"No story yet from anywhere in {_either(names)}."
    empty = {area.slug for area in edition.areas if area.slug not in guide.in_area}
    if names := [p.name for p in edition.places if p.slug not in guide.in_place and p.area not in empty]:
        yield f"No story yet from {_either(names)}."
    if names := [theme.name for theme in edition.themes if theme.slug not in guide.about_theme]:
        yield f"No story yet about {_either([_lower(name) for name in names])}."
    for framework in edition.frameworks:
        if names := [one.name for one in framework.dimensions if one.slug not in guide.showing]:
            yield f"Of “{framework.name}”, no story yet shows {_either([_lower(name) for name in names])}."
    if names := [f"{first}s" for first, stories in _decades(guide).items() if not stories]:
        yield f"No story here began in the {_either(names)}."
    spoken = {story.language or edition.language for story in guide.stories}
    if names := [own_name(tag) for tag in edition.languages if tag not in spoken]:
        yield f"No story yet in {_either(names)}."


def _how_many_told(told: int, number: int) -> str:
    if not told:
        none = "The one story here is not" if number == 1 else f"Not one of the {number:,} stories is"
        return f"{none} told by the people themselves."
    return f"{spelled(told).capitalize()} of {number:,} {'is' if told == 1 else 'are'} told by the people themselves."


def _either(names: Sequence[str]) -> str:
    """The names as a choice: "Lye", "Lye or Norton", "Lye, Norton or Lark Hill"."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _lower(name: str) -> str:
    """As it stands in the middle of a sentence; what is all capitals stays so."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
