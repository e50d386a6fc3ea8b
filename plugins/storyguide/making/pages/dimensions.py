"""What the stories show: each framework's dimensions, with the sentences that bear them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.covers import sign
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.framework import Dimension, Framework
from storyguide.model.guide import Guide
from storyguide.model.story import Story
from storyguide.model.tin import Tin

SECTION = "dimensions/"


class Signed(NamedTuple):
    """A dimension with its sign, drawn."""

    sign: Markup
    dimension: Dimension
    address: str


class SignedWay(NamedTuple):
    """The same, with the number of stories that show it."""

    sign: Markup
    dimension: Dimension
    address: str
    number: int


class FrameworkShown(NamedTuple):
    """A framework and its dimensions."""

    framework: Framework
    dimensions: Sequence[SignedWay]


class Shown(NamedTuple):
    """A story that shows a dimension, and the sentence of it that bears this out."""

    story: Story
    address: str
    where: str
    sentence: str


class TinLink(NamedTuple):
    """A tin and its address."""

    tin: Tin
    address: str


@dataclass(frozen=True, kw_only=True)
class DimensionsPage(Context, template="dimensions.html"):
    """The list of all frameworks with their dimensions."""

    frameworks: Sequence[FrameworkShown]


@dataclass(frozen=True, kw_only=True)
class DimensionPage(Context, template="dimension.html"):
    """One dimension: its statements, then every story that shows it."""

    dimension: Dimension
    framework: Framework
    sign: Markup
    shown: Sequence[Shown]
    tins: Sequence[TinLink]
    """Those that help with it."""
    others: Sequence[Signed]
    """The other dimensions of the framework."""


def make_dimensions(guide: Guide) -> Iterator[OutputPage]:
    """The list of all frameworks, and a page for each dimension with its statements and its evidence."""
    yield make_page(
        "dimensions/index.md",
        DimensionsPage(frameworks=[_framework(framework, guide) for framework in guide.edition.frameworks]),
        title="What the stories show",
        description="The principles the stories are read by, and the stories that bear them out.",
        section=SECTION,
    )
    for framework in guide.edition.frameworks:
        for dimension in framework.dimensions:
            yield _dimension_page(dimension, framework, guide)


def _framework(framework: Framework, guide: Guide) -> FrameworkShown:
    dimensions = [
        SignedWay(_sign(d), d, addresses.of_dimension(d.slug), len(guide.showing.get(d.slug, ())))
        for d in framework.dimensions
    ]
    return FrameworkShown(framework, dimensions)


def _dimension_page(dimension: Dimension, framework: Framework, guide: Guide) -> OutputPage:
    return make_page(
        f"dimensions/{dimension.slug}.md",
        DimensionPage(
            dimension=dimension,
            framework=framework,
            sign=_sign(dimension),
            shown=[
                Shown(story, addresses.of_story(story.slug), guide.where_is(story), evidence.sentence)
                for story in guide.showing.get(dimension.slug, ())
                for evidence in story.evidence
                if evidence.dimension == dimension.slug
            ],
            tins=[TinLink(tin, addresses.of_tin(tin.slug)) for tin in guide.helping.get(dimension.slug, ())],
            others=[
                Signed(_sign(other), other, addresses.of_dimension(other.slug))
                for other in framework.dimensions
                if other is not dimension
            ],
        ),
        title=dimension.name,
        description=f"{dimension.summary} Stories that show it, each by a sentence of its own.",
        section=SECTION,
        search="way",
    )


def _sign(dimension: Dimension) -> Markup:
    return Markup(sign(dimension.sign))  # noqa: S704 - drawn by us


PAGES = Pages(
    order=80,
    make=lambda it: make_dimensions(it.guide),
    ways=(Entry("What the stories show", "dimensions/", 50),),
)
