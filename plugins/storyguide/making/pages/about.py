"""The guide about itself: its editors, its choices, its gaps, and what it promises."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages import barriers, promises
from storyguide.making.pages.missing import SUMMARY, TITLE, make_missing
from storyguide.making.shipped import Shipped
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Kind

SECTION = "about/"

MISSING = "who-is-missing/"
ABOUT = (
    ("", "About this guide", "What this is, who looks after it, and what it promises."),
    ("how-we-chose/", "How we chose these stories", "The tests a story has to meet, and who decides."),
    (MISSING, TITLE, SUMMARY),
    ("corrections/", "Corrections and taking a story down", "How to have something changed or removed, and how fast."),
    ("accessibility/", "Accessibility", "How this guide can be read, what was tested, and what may still be hard."),
    ("privacy/", "Privacy", "What this guide knows about you: nothing. What it keeps about storytellers."),
    ("licences/", "Licences", "What you may do with the words, the pictures and the maps."),
)
"""(address under about/, title, what it says)."""
_TERMS = {
    "Apache-2.0": "Apache License 2.0",
    "BSD-2-Clause": "BSD licence with 2 clauses",
    "BSD-3-Clause": "BSD licence with 3 clauses",
    "MIT": "MIT licence",
    "OFL-1.1": "SIL Open Font License 1.1",
}
"""What licences are called, by the short names that packages give them."""
_WORDS = ("glossary/", "What the words mean", "The words of community work in plain language.")
_BARRIERS = ("barriers/", barriers.TITLE, barriers.SUMMARY)
_PROMISES = ("promises/", promises.TITLE, promises.SUMMARY)


def make_about(guide: Guide, shipped: Sequence[Shipped] = ()) -> Iterator[OutputPage]:
    """The pages under about/; shipped: what others made and the site sends along."""
    for url, title, summary in ABOUT:
        if url == MISSING:
            yield make_missing(guide, section=SECTION)
            continue
        name = url.strip("/") or "about"
        yield make_page(
            f"about/{name}.html",
            f"about/{url.strip('/') or 'index'}.md",
            title=title,
            description=summary,
            section=SECTION,
            search="page",
            edition=guide.edition,
            pages=[*ABOUT[1:], *_where_there_are_any(guide)],
            prose={
                name: Markup(getattr(guide.edition, name))  # noqa: S704 - cleaned by the allow-list when read
                for name in ("introduction", "how_we_chose")
            },
            number=len(guide.stories),
            told=sum(story.kind is Kind.TOLD for story in guide.stories),
            licences=_licences(guide),
            shipped=shipped,
            terms=_TERMS,
            attribution=guide.edition.outline.attribution if guide.edition.outline else "",
        )


def _where_there_are_any(guide: Guide) -> list[tuple[str, str, str]]:
    """The pages an edition has only if it has what stands on them."""
    edition = guide.edition
    found = ((_BARRIERS, edition.barriers), (_PROMISES, edition.promises), (_WORDS, edition.glossary))
    return [page for page, held in found if held]


def _licences(guide: Guide) -> list[tuple[str, str, int]]:
    """The licences stories carry: name, address of the terms, number of stories."""
    numbers: dict[str, int] = {}
    for story in guide.stories:
        numbers[story.licence] = numbers.get(story.licence, 0) + 1
    return [(name, licence.address, numbers[name]) for name, licence in LICENCES.items() if name in numbers]
