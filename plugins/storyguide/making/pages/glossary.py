"""The field's words on a page of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.term import Term


@dataclass(frozen=True, kw_only=True)
class GlossaryPage(Context, template="glossary.html"):
    """The field's words, each with what it means."""

    terms: Sequence[Term]


def make_glossary(guide: Guide) -> Iterator[OutputPage]:
    """The glossary, where the edition has one."""
    if guide.edition.glossary:
        yield make_page(
            "about/glossary.md",
            GlossaryPage(terms=guide.edition.glossary),
            title="What the words mean",
            description="The words of community work in plain language, each with the day on which it was so.",
            section="about/",
            search="page",
            meta={"styles": ["tin.css"]},
        )


PAGES = Pages(
    order=180,
    make=lambda it: make_glossary(it.guide),
)
