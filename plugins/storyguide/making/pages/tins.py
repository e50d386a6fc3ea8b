"""On the Tin: the shelf, and the tins that stand on it."""

# ruff: noqa: PLC0415 (what makes a tin's pages is loaded only where there are tins)

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.covers import tin as drawing
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.output import OutputFile, OutputPage
from storyguide.making.page import make_page
from storyguide.making.registry import Entry, Found, Pages
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.term import Term
from storyguide.model.tin import Tin


class TinOnShelf(NamedTuple):
    """A tin, its picture and its address."""

    tin: Tin
    drawn: Markup
    address: str


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Context, template="tins.html"):
    """The shelf with every tin."""

    tins: Sequence[TinOnShelf]
    terms: Sequence[Term]
    """The field's words, where the edition explains them."""


def make_tins(guide: Guide, downloads: Downloads = NOTHING) -> Iterator[OutputPage | OutputFile]:
    """The shelf, and every page of every tin on it, with what there is to take away."""
    drawn = {tin.slug: draw_tin(tin.title, tin.slug) for tin in guide.tins}
    yield make_page(
        "on-the-tin/index.md",
        ShelfPage(
            tins=[TinOnShelf(tin, drawn[tin.slug], addresses.of_tin(tin.slug)) for tin in guide.tins],
            terms=guide.edition.glossary,
        ),
        title="On the Tin",
        description="Short, plain resources for people who work with communities. They do what they say on the tin.",
        section="on-the-tin/",
        search="page",
        meta={"styles": ["tin.css"]},
    )
    if guide.tins:
        from storyguide.making.pages.tin import make_tin

        for tin in guide.tins:
            yield from make_tin(tin, drawn[tin.slug], guide, downloads)
        yield from downloads.files


def draw_tin(title: str, slug: str) -> Markup:
    """A tin with its title on the label."""
    return Markup(drawing(title, slug))  # noqa: S704 - drawn by us, its words escaped


PAGES = Pages(
    order=140,
    make=lambda it: make_tins(it.guide, it.downloads),
    menu=(Entry("On the Tin", "on-the-tin/", 30),),
    finds=(Found("tin", "On the Tin", 30),),
)
