"""The page with three doors: how to tell a story, by a form, by talking or writing, or ready made."""

from collections.abc import Iterator

from storyguide.making import addresses
from storyguide.making.covers.doors import doors
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide


def make_tell(guide: Guide) -> Iterator[OutputPage | OutputFile]:
    """How to tell a story, and the street with its three doors."""
    edition = guide.edition
    for nth, drawing in enumerate(doors(edition.town), 1):
        yield OutputFile(path=f"pictures/door-{nth}.svg", content=drawing)
    yield make_page(
        "tell.html",
        "tell-your-story.md",
        title="Tell your story",
        description=f"Three ways to tell what you do where you live in {edition.town}.",
        section="tell-your-story/",
        search="page",
        meta={"styles": ["tell.css"]},
        edition=edition,
        form_at=addresses.FORM,
    )
