"""The guide about itself: its editors, its choices, its gaps, and what it promises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages import barriers, promises
from storyguide.making.pages.missing import SUMMARY, TITLE, make_missing
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.making.shipped import Shipped
from storyguide.model.edition import Edition
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Kind

SECTION = "about/"


class Page(NamedTuple):
    """A page about the guide: its address under about/, its title, and what it says."""

    address: str
    title: str
    summary: str


MISSING = "who-is-missing/"
ABOUT = (
    Page("", "About this guide", "What this is, who looks after it, and what it promises."),
    Page("how-we-chose/", "How we chose these stories", "The tests a story has to meet, and who decides."),
    Page(MISSING, TITLE, SUMMARY),
    Page(
        "corrections/",
        "Corrections and taking a story down",
        "How to have something changed or removed, and how fast.",
    ),
    Page("accessibility/", "Accessibility", "How this guide can be read, what was tested, and what may still be hard."),
    Page("privacy/", "Privacy", "What this guide knows about you: nothing. What it keeps about storytellers."),
    Page("licences/", "Licences", "What you may do with the words, the pictures and the maps."),
)
_TERMS = {
    "Apache-2.0": "Apache License 2.0",
    "BSD-2-Clause": "BSD licence with 2 clauses",
    "BSD-3-Clause": "BSD licence with 3 clauses",
    "MIT": "MIT licence",
    "OFL-1.1": "SIL Open Font License 1.1",
}
"""What licences are called, by the short names that packages give them."""
_WORDS = Page("glossary/", "What the words mean", "The words of community work in plain language.")
_BARRIERS = Page("barriers/", barriers.TITLE, barriers.SUMMARY)
_PROMISES = Page("promises/", promises.TITLE, promises.SUMMARY)


class Terms(NamedTuple):
    """A licence that stories carry: its name, the address of its terms, and the number of stories."""

    name: str
    address: str
    number: int


@dataclass(frozen=True, kw_only=True)
class AboutPage(Context, template="about/about.html"):
    """What the guide is, and who looks after it."""

    edition: Edition
    introduction: Markup
    told: int
    number: int
    """How many stories are told, and of how many."""
    pages: Sequence[Page]
    """More about the guide."""


@dataclass(frozen=True, kw_only=True)
class ChoicePage(Context, template="about/how-we-chose.html"):
    """How stories are chosen."""

    edition: Edition
    how_we_chose: Markup
    """In the editors' own words."""


@dataclass(frozen=True, kw_only=True)
class CorrectionsPage(Context, template="about/corrections.html"):
    """How to have something changed or taken down."""

    edition: Edition
    told: int
    """How many stories are told."""


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage(Context, template="about/accessibility.html"):
    """How the guide can be read."""

    edition: Edition


@dataclass(frozen=True, kw_only=True)
class PrivacyPage(Context, template="about/privacy.html"):
    """What the guide knows about its readers, and about storytellers."""


@dataclass(frozen=True, kw_only=True)
class LicencesPage(Context, template="about/licences.html"):
    """What may be done with the words, the pictures and the maps."""

    edition: Edition
    licences: Sequence[Terms]
    shipped: Sequence[Shipped]
    """What others made and the site sends along."""
    terms: Mapping[str, str]
    """What their licences are called, by the short names that packages give them."""
    attribution: str
    """Whose the outline is."""


def make_about(guide: Guide, shipped: Sequence[Shipped] = ()) -> Iterator[OutputPage]:
    """The pages under about/; shipped: what others made and the site sends along."""
    for page in ABOUT:
        if page.address == MISSING:
            yield make_missing(guide, section=SECTION)
            continue
        name = page.address.strip("/")
        yield make_page(
            f"about/{name or 'index'}.md",
            _context(page.address, guide, shipped),
            title=page.title,
            description=page.summary,
            section=SECTION,
            search="page",
        )


def _context(address: str, guide: Guide, shipped: Sequence[Shipped]) -> Context:
    """What the template of this page reads."""
    edition = guide.edition
    told = sum(story.kind is Kind.TOLD for story in guide.stories)
    match address:
        case "":
            return AboutPage(
                edition=edition,
                introduction=Markup(edition.introduction),  # noqa: S704 - cleaned by the allow-list when read
                told=told,
                number=len(guide.stories),
                pages=[*ABOUT[1:], *_where_there_are_any(guide)],
            )
        case "how-we-chose/":
            return ChoicePage(edition=edition, how_we_chose=Markup(edition.how_we_chose))  # noqa: S704 - as above
        case "corrections/":
            return CorrectionsPage(edition=edition, told=told)
        case "accessibility/":
            return AccessibilityPage(edition=edition)
        case "licences/":
            return LicencesPage(
                edition=edition,
                licences=_licences(guide),
                shipped=shipped,
                terms=_TERMS,
                attribution=edition.outline.attribution if edition.outline else "",
            )
    return PrivacyPage()


def _where_there_are_any(guide: Guide) -> list[Page]:
    """The pages an edition has only if it has what stands on them."""
    edition = guide.edition
    found = ((_BARRIERS, edition.barriers), (_PROMISES, edition.promises), (_WORDS, edition.glossary))
    return [page for page, held in found if held]


def _licences(guide: Guide) -> list[Terms]:
    """The licences stories carry."""
    numbers: dict[str, int] = {}
    for story in guide.stories:
        numbers[story.licence] = numbers.get(story.licence, 0) + 1
    return [Terms(name, licence.address, numbers[name]) for name, licence in LICENCES.items() if name in numbers]


PAGES = Pages(
    order=210,
    make=lambda it: make_about(it.guide, it.shipped),
    about=(
        Entry("Who makes it", "about/", 10),
        Entry("How we chose these stories", "about/how-we-chose/", 20),
        Entry("Who is missing", "about/who-is-missing/", 30),
        Entry("Changing or taking down a story", "about/corrections/", 40),
        Entry("Accessibility", "about/accessibility/", 50),
        Entry("Privacy", "about/privacy/", 60),
        Entry("Licences", "about/licences/", 70),
    ),
    finds=(Found("page", "About the guide", 80),),
)
