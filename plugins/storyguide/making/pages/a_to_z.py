"""Every story by its title, from A to Z and beyond."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from storyguide.making import addresses
from storyguide.making.lines import STYLES, Dated, LineGroup, Lines, LinesPage
from storyguide.making.links import Step, Way
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Pages
from storyguide.model.guide import Guide
from storyguide.model.slug import slug_of
from storyguide.model.story import Story

SECTION = "stories/"
ON_ONE_PAGE = 300
"""With more stories than this each letter has a page, so that every story is three links from home."""

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_FIGURES = "0–9"
_OTHER = "Other"


class _Letter(NamedTuple):
    """A letter, and the stories whose titles begin with it."""

    letter: str
    stories: Sequence[Story]


def make_a_to_z(guide: Guide, lines: Lines) -> Iterator[OutputPage]:
    """All titles on one page with a heading for each letter; in a large guide a page for each letter."""
    letters = by_letter(guide)
    whole = len(guide.stories) <= ON_ONE_PAGE
    url = addresses.of_letter()
    crumbs = [Step("Stories", SECTION), Step("A to Z", url)]
    yield _page(
        url,
        letters if whole else (),
        lines,
        title="Stories from A to Z",
        intro=f"Every story of {guide.edition.town} by its title. “The” and “A” at the beginning do not count.",
        jumps=[
            Way(letter, f"{url}#{_name(letter)}" if whole else addresses.of_letter(_name(letter)), len(stories))
            for letter, stories in letters
        ],
        number=len(guide.stories),
        crumbs=crumbs,
    )
    for letter, stories in () if whole else letters:
        here = addresses.of_letter(_name(letter))
        yield _page(
            here,
            [_Letter(letter, stories)],
            lines,
            title=f"Stories from A to Z: {letter}",
            intro="",
            jumps=[Way(one, addresses.of_letter(_name(one)), len(found)) for one, found in letters],
            number=len(stories),
            crumbs=[*crumbs, Step(letter, here)],
        )


def by_letter(guide: Guide) -> list[_Letter]:
    """The stories of each letter, figures first, then Latin letters, then those of other scripts.

    Accents are folded, so Å stands under A; in English titles a leading article is passed over, as libraries do.
    """
    placed = sorted((*_sorted_by(story, guide), story.slug) for story in guide.stories)
    return [
        _Letter(letter, tuple(guide.by_slug[slug] for *_, slug in found))
        for (_, letter), found in groupby(placed, key=lambda each: (each[0], each[1]))
    ]


def _sorted_by(story: Story, guide: Guide) -> tuple[int, str, str]:
    """Which kind of letter a title begins with, the letter, and the title as it is compared with others."""
    title = _from_first_letter(story.title)
    if (story.language or guide.edition.language).startswith("en"):
        title = _from_first_letter(_ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title)
    compared = slug_of(title) or title.casefold()
    first = unicodedata.normalize("NFKD", title[:1])[:1]
    if first.isdigit():
        return 0, _FIGURES, compared
    if latin := slug_of(first):
        return 1, latin[0].upper(), compared
    return (2, first.upper(), title.casefold()) if first.isalpha() else (3, _OTHER, title.casefold())


def _from_first_letter(title: str) -> str:
    return next((title[at:] for at, sign in enumerate(title) if sign.isalnum()), title)


def _name(letter: str) -> str:
    """What a letter is called in addresses."""
    if letter in (_FIGURES, _OTHER):
        return slug_of(letter)
    return slug_of(letter) or f"u{ord(letter[0]):04x}"


def _page(
    url: str,
    letters: Sequence[_Letter],
    lines: Lines,
    *,
    title: str,
    intro: str,
    jumps: Sequence[Way],
    number: int,
    crumbs: Sequence[Step],
) -> OutputPage:
    root = addresses.up_from(url)
    return make_page(
        f"{url}index.md",
        LinesPage(
            crumbs=crumbs,
            intro=intro,
            jumps=jumps,
            number=number,
            groups=[
                LineGroup(_name(letter), letter, lines.all([Dated("", story) for story in stories], root))
                for letter, stories in letters
            ],
        ),
        title=title,
        description=intro or f"{title}.",
        section=SECTION,
        meta=STYLES,
    )


PAGES = Pages(
    order=100,
    make=lambda it: make_a_to_z(it.guide, it.lines),
    ways=(Entry("Stories from A to Z", "stories/a-z/", 20),),
)
