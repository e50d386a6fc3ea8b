"""What the stories show: each framework's dimensions, with the sentences that bear them out."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.covers import sign
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.framework import Dimension, Framework
from storyguide.model.guide import Guide

SECTION = "dimensions/"


def make_dimensions(guide: Guide) -> Iterator[OutputPage]:
    """The list of all frameworks, and a page for each dimension with its statements and its evidence."""
    yield make_page(
        "dimensions.html",
        "dimensions/index.md",
        title="What the stories show",
        description="The principles the stories are read by, and the stories that bear them out.",
        section=SECTION,
        frameworks=[
            (
                framework,
                [
                    (_sign(d), d, addresses.of_dimension(d.slug), len(guide.showing.get(d.slug, ())))
                    for d in framework.dimensions
                ],
            )
            for framework in guide.edition.frameworks
        ],
    )
    for framework in guide.edition.frameworks:
        for dimension in framework.dimensions:
            yield _dimension_page(dimension, framework, guide)


def _dimension_page(dimension: Dimension, framework: Framework, guide: Guide) -> OutputPage:
    return make_page(
        "dimension.html",
        f"dimensions/{dimension.slug}.md",
        title=dimension.name,
        description=f"{dimension.summary} Stories that show it, each by a sentence of its own.",
        section=SECTION,
        search="way",
        dimension=dimension,
        framework=framework,
        sign=_sign(dimension),
        shown=[
            (story, addresses.of_story(story.slug), guide.where_is(story), evidence.sentence)
            for story in guide.showing.get(dimension.slug, ())
            for evidence in story.evidence
            if evidence.dimension == dimension.slug
        ],
        tins=[(tin, addresses.of_tin(tin.slug)) for tin in guide.helping.get(dimension.slug, ())],
        others=[
            (_sign(other), other, addresses.of_dimension(other.slug))
            for other in framework.dimensions
            if other is not dimension
        ],
    )


def _sign(dimension: Dimension) -> Markup:
    return Markup(sign(dimension.sign))  # noqa: S704 - drawn by us
