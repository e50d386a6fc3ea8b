"""The page with three doors: how to tell a story, by a form, by talking or writing, or ready made."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyguide.making import addresses
from storyguide.making.covers.doors import doors
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.making.render import Context
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide


@dataclass(frozen=True, kw_only=True)
class TellPage(Context, template="tell.html"):
    """Three doors to one guide."""

    edition: Edition
    form_at: str
    """Address of the form, from the site's root."""


def make_tell(guide: Guide) -> Iterator[OutputPage | OutputFile]:
    """How to tell a story, and the street with its three doors."""
    edition = guide.edition
    for nth, drawing in enumerate(doors(edition.town), 1):
        yield OutputFile(path=f"pictures/door-{nth}.svg", content=drawing)
    yield make_page(
        "tell-your-story.md",
        TellPage(edition=edition, form_at=addresses.FORM),
        title="Tell your story",
        description=f"Three ways to tell what you do where you live in {edition.town}.",
        section="tell-your-story/",
        search="page",
        meta={"styles": ["tell.css"]},
    )


PAGES = Pages(
    order=220,
    make=lambda it: make_tell(it.guide),
    menu=(Entry("Tell yours", "tell-your-story/", 40),),
    ways=(Entry("Tell your story", "tell-your-story/", 120),),
)
