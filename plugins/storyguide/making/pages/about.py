"""The guide about itself: its editors, its choices, its gaps, and what it promises."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide
from storyguide.model.licence import LICENCES
from storyguide.model.story import Kind, Story

SECTION = "about/"

ABOUT = (
    ("", "About this guide", "What this is, who looks after it, and what it promises."),
    ("how-we-chose/", "How we chose these stories", "The tests a story has to meet, and who decides."),
    ("who-is-missing/", "Who is missing", "How many stories from each place and theme, and the gaps we know of."),
    ("corrections/", "Corrections and taking a story down", "How to have something changed or removed, and how fast."),
    ("accessibility/", "Accessibility", "How this guide can be read, what was tested, and what may still be hard."),
    ("privacy/", "Privacy", "What this guide knows about you: nothing. What it keeps about storytellers."),
    ("licences/", "Licences", "What you may do with the words, the pictures and the maps."),
)
"""(address under about/, title, what it says)."""
_WORDS = ("glossary/", "What the words mean", "The words of community work in plain language.")


def make_about(guide: Guide) -> Iterator[OutputPage]:
    """The pages under about/."""
    coverage = _coverage(guide)
    for url, title, summary in ABOUT:
        name = url.strip("/") or "about"
        yield make_page(
            f"about/{name}.html",
            f"about/{url.strip('/') or 'index'}.md",
            title=title,
            description=summary,
            section=SECTION,
            search="page",
            edition=guide.edition,
            pages=[*ABOUT[1:], *([_WORDS] if guide.edition.glossary else [])],
            prose={
                name: Markup(getattr(guide.edition, name))  # noqa: S704 - cleaned by the allow-list when read
                for name in ("introduction", "how_we_chose", "gaps")
            },
            coverage=coverage,
            number=len(guide.stories),
            told=sum(story.kind is Kind.TOLD for story in guide.stories),
            licences=_licences(guide),
            attribution=guide.edition.outline.attribution if guide.edition.outline else "",
        )


def make_tell(guide: Guide) -> Iterator[OutputPage]:
    """How to tell a story, in three ways."""
    yield make_page(
        "tell.html",
        "tell-your-story.md",
        title="Tell your story",
        description=f"Three ways to tell what you do where you live in {guide.edition.town}.",
        section="tell-your-story/",
        search="page",
        edition=guide.edition,
    )


Row = tuple[str, str, int, int]
"""Name, address, stories in all, stories told by those who were there."""


def _coverage(guide: Guide) -> list[tuple[str, list[Row]]]:
    told = {story.slug for story in guide.stories if story.kind is Kind.TOLD}

    def row(name: str, address: str, stories: Sequence[Story]) -> Row:
        return name, address, len(stories), sum(story.slug in told for story in stories)

    edition = guide.edition
    tables = [
        (
            "By area",
            [row(a.name, addresses.of_place(a.slug), guide.in_area.get(a.slug, ())) for a in edition.areas],
        ),
        (
            "By place",
            [row(p.name, addresses.of_place(p.slug), guide.in_place.get(p.slug, ())) for p in edition.places],
        ),
        (
            "By theme",
            [row(t.name, addresses.of_theme(t.slug), guide.about_theme.get(t.slug, ())) for t in edition.themes],
        ),
    ]
    tables += [
        (
            f"By what it shows: {framework.name}",
            [row(d.name, addresses.of_dimension(d.slug), guide.showing.get(d.slug, ())) for d in framework.dimensions],
        )
        for framework in edition.frameworks
    ]
    return tables


def _licences(guide: Guide) -> list[tuple[str, str, int]]:
    """The licences stories carry: name, address of the terms, number of stories."""
    numbers: dict[str, int] = {}
    for story in guide.stories:
        numbers[story.licence] = numbers.get(story.licence, 0) + 1
    return [(name, licence.address, numbers[name]) for name, licence in LICENCES.items() if name in numbers]
