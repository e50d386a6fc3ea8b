"""The register of barriers: what gets in the way, where it was met, and what has eased it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.links import Step
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.making.spelled import spelled
from storyguide.model.guide import Guide
from storyguide.model.place import OF_AN_AREA
from storyguide.model.register import BarrierState, KnownBarrier

TITLE, SUMMARY = "What gets in the way", "Barriers that people here have met, and what has eased them."
_NO_THEME = "Whatever people start"


class Meeting(NamedTuple):
    """A story that met a barrier."""

    title: str
    address: str
    language: str
    eased_by: str
    """In the story's own words."""


class Shown(NamedTuple):
    """A barrier as its page shows it."""

    entry: KnownBarrier
    eased: bool
    places: tuple[Step, ...]
    """Where it was met."""
    stories: tuple[Meeting, ...]


class Part(NamedTuple):
    """The barriers of one theme, those still open first."""

    sign: str
    """Ends the heading's id; also the slug of the theme."""
    name: str
    address: str
    """Of the theme's page; "" where there is none."""
    barriers: tuple[Shown, ...]


@dataclass(frozen=True, kw_only=True)
class BarriersPage(Context, template="barriers.html"):
    """The register of barriers."""

    count: str
    """How they stand, in a sentence."""
    parts: Sequence[Part]


def make_barriers(guide: Guide) -> Iterator[OutputPage]:
    """The register, where the edition has any entry: an empty one would say that nothing is in anybody's way."""
    if not guide.barriers:
        return
    is_open = sum(barrier.state is BarrierState.OPEN for barrier in guide.barriers.values())
    yield make_page(
        "about/barriers.md",
        BarriersPage(count=_count(is_open, len(guide.barriers) - is_open), parts=list(_parts(guide))),
        title=TITLE,
        description=SUMMARY,
        section="about/",
        search="page",
        meta={"styles": ["registers.css"]},
    )


def _count(is_open: int, eased: int) -> str:
    """A sentence: "Of five barriers three are open, and two have been eased"."""
    still = f"{spelled(is_open)} {'is' if is_open == 1 else 'are'} open"
    gone = f"{spelled(eased)} {'has' if eased == 1 else 'have'} been eased"
    if not eased:
        said = (
            f"{spelled(is_open)} {'barrier is' if is_open == 1 else 'barriers are'} open, and none has been eased yet"
        )
    elif not is_open:
        said = f"{spelled(eased)} {'barrier has' if eased == 1 else 'barriers have'} been eased, and none is open"
    else:
        said = f"of {spelled(is_open + eased)} barriers {still}, and {gone}"
    return f"{said[:1].upper()}{said[1:]}."


def _parts(guide: Guide) -> Iterator[Part]:
    """In the edition's order of themes; what belongs to no theme comes last."""
    shown = sorted((_shown(one, guide) for one in guide.barriers.values()), key=lambda one: one.eased)
    for theme in guide.edition.themes:
        if of := tuple(one for one in shown if one.entry.theme == theme.slug):
            yield Part(theme.slug, theme.name, addresses.of_theme(theme.slug), of)
    if rest := tuple(one for one in shown if one.entry.theme not in guide.themes):
        yield Part("whatever", _NO_THEME, "", rest)


def _shown(barrier: KnownBarrier, guide: Guide) -> Shown:
    met = (slug if slug in guide.places else slug + OF_AN_AREA for slug in barrier.places)
    grounds = guide.places | guide.areas
    return Shown(
        barrier,
        barrier.state is BarrierState.EASED,
        tuple(Step(grounds[slug].name, addresses.of_place(slug)) for slug in met if slug in grounds),
        tuple(
            Meeting(story.title, addresses.of_story(story.slug), story.language, one.eased_by)
            for story in guide.meeting.get(barrier.slug, ())
            for one in story.barriers
            if one.barrier == barrier.slug
        ),
    )


PAGES = Pages(
    order=190,
    make=lambda it: make_barriers(it.guide),
)
