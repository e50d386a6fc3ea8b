"""The field's words on a page of their own."""

from collections.abc import Iterator

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide


def make_glossary(guide: Guide) -> Iterator[OutputPage]:
    """The glossary, where the edition has one."""
    if guide.edition.glossary:
        yield make_page(
            "glossary.html",
            "about/glossary.md",
            title="What the words mean",
            description="The words of community work in plain language, each with the day on which it was so.",
            section="about/",
            search="page",
            meta={"styles": ["tin.css"]},
            terms=guide.edition.glossary,
        )
