"""One tin: its own page, its steps, its worksheets, and the whole on one page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.blocks import Blocks, Shown, page_id
from storyguide.making.covers import sign
from storyguide.making.downloads import NOTHING, Download, Downloads
from storyguide.making.heard import STYLE
from storyguide.making.links import Step as Link
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.dimensions import Signed
from storyguide.making.render import Context
from storyguide.model.guide import Guide
from storyguide.model.story import Story
from storyguide.model.tin import Heard, Prose, SelfCheck, Step, TakeAway, Tin, TinPage, Worksheet

SECTION = "on-the-tin/"


class Placed(NamedTuple):
    """A step or a worksheet, and its address."""

    page: TinPage
    address: str


class Part(NamedTuple):
    """A step or a worksheet on the page of the whole tin: where it begins there, and its blocks."""

    page: TinPage
    id: str
    blocks: Sequence[Shown]


class UseOfTin(NamedTuple):
    """A story that has used the tin, and how."""

    story: Story
    address: str
    where: str
    how: str


@dataclass(frozen=True, kw_only=True)
class _TinContext(Context):
    """What every page of a tin reads."""

    tin: Tin
    blocks: Sequence[Shown]
    """What the page has a reader do."""
    licence: str
    """Of what the editors wrote."""


@dataclass(frozen=True, kw_only=True)
class TinOverview(_TinContext, template="tin.html"):
    """One tin: what is on the label, what it is, its steps, what to take along, and who has used it."""

    drawn: Markup
    has_fields: bool
    """Whether something can be filled in on this very page."""
    steps: Sequence[Placed]
    worksheets: Sequence[Placed]
    dimensions: Sequence[Signed]
    used: Sequence[UseOfTin]
    whole: str
    """Address of the whole tin on one page."""
    downloads: Sequence[Download]


@dataclass(frozen=True, kw_only=True)
class StepPage(_TinContext, template="tin-step.html"):
    """One step."""

    step: Step
    number: int
    """From 1."""
    steps: Sequence[Placed]
    before: Link | None
    after: Link | None
    whole: str
    """As above."""


@dataclass(frozen=True, kw_only=True)
class WorksheetPage(_TinContext, template="tin-worksheet.html"):
    """A worksheet: a page to fill in here or on paper."""

    sheet: Worksheet
    downloads: Sequence[Download]


@dataclass(frozen=True, kw_only=True)
class WholeTin(_TinContext, template="tin-whole.html"):
    """A whole tin for printing."""

    steps: Sequence[Part]
    worksheets: Sequence[Part]


def make_tin(tin: Tin, drawn: Markup, guide: Guide, downloads: Downloads = NOTHING) -> Iterator[OutputPage]:
    """Every page of a tin; drawn is its picture."""
    yield _overview(tin, drawn, guide, downloads)
    for number, step in enumerate(tin.steps, 1):
        yield _step(step, number, tin, guide)
    for sheet in tin.worksheets:
        yield _worksheet(sheet, tin, guide, downloads)
    yield _whole(tin, guide)


def _overview(tin: Tin, drawn: Markup, guide: Guide, downloads: Downloads) -> OutputPage:
    path = f"{SECTION}{tin.slug}.md"
    has_fields = any(not isinstance(block, (Prose, TakeAway, Heard)) for block in tin.blocks)
    return make_page(
        path,
        TinOverview(
            tin=tin,
            drawn=drawn,
            blocks=Blocks(guide, tin, addresses.up_from(addresses.of_tin(tin.slug))).of(tin),
            has_fields=has_fields,
            steps=_placed(tin, tin.steps),
            worksheets=_placed(tin, tin.worksheets),
            dimensions=[
                Signed(Markup(sign(d.sign)), d, addresses.of_dimension(d.slug))  # noqa: S704 - drawn by us
                for slug in tin.dimensions
                if (d := guide.dimensions.get(slug))
            ],
            used=[
                UseOfTin(story, addresses.of_story(story.slug), guide.where_is(story), use.how)
                for story in guide.using.get(tin.slug, ())
                for use in story.tins
                if use.tin == tin.slug
            ],
            whole=addresses.of_tin_page(tin.slug, "whole"),
            downloads=downloads.of(tin),
            licence=guide.edition.licence,
        ),
        title=tin.title,
        description=tin.summary,
        section=SECTION,
        source=tin.source.path,
        search="tin",
        meta=_meta(tin) if has_fields else {**_meta(tin), "scripts": ["tin-kept.js"], "settles": False},
    )


def _step(step: Step, number: int, tin: Tin, guide: Guide) -> OutputPage:
    around = [None, *(Link(one.title, to) for one, to in _placed(tin, tin.steps)), None]
    context = StepPage(
        tin=tin,
        blocks=_blocks(step, tin, guide),
        licence=guide.edition.licence,
        step=step,
        number=number,
        steps=_placed(tin, tin.steps),
        before=around[number - 1],
        after=around[number + 1],
        whole=addresses.of_tin_page(tin.slug, "whole"),
    )
    return _page(context, step, tin)


def _worksheet(sheet: Worksheet, tin: Tin, guide: Guide, downloads: Downloads) -> OutputPage:
    context = WorksheetPage(
        tin=tin,
        blocks=_blocks(sheet, tin, guide),
        licence=guide.edition.licence,
        sheet=sheet,
        downloads=downloads.of(tin, sheet),
    )
    return _page(context, sheet, tin)


def _blocks(page: TinPage, tin: Tin, guide: Guide) -> Sequence[Shown]:
    return Blocks(guide, tin, addresses.up_from(addresses.of_tin_page(tin.slug, page.slug))).of(page)


def _page(context: Context, page: TinPage, tin: Tin) -> OutputPage:
    return make_page(
        f"{SECTION}{tin.slug}/{page.slug}.md",
        context,
        title=f"{page.title}: {tin.title}",
        description=page.summary,
        section=SECTION,
        source=page.source.path,
        search="tin",
        meta=_meta(page),
    )


def _whole(tin: Tin, guide: Guide) -> OutputPage:
    blocks = Blocks(guide, tin, addresses.up_from(addresses.of_tin_page(tin.slug, "whole")), whole=True)
    return make_page(
        f"{SECTION}{tin.slug}/whole.md",
        WholeTin(
            tin=tin,
            blocks=blocks.of(tin),
            steps=[Part(step, page_id(tin, step), blocks.of(step)) for step in tin.steps],
            worksheets=[Part(sheet, page_id(tin, sheet), blocks.of(sheet)) for sheet in tin.worksheets],
            licence=guide.edition.licence,
        ),
        title=f"{tin.title}: the whole tin",
        description=f"All of {tin.title} on one page, for printing.",
        section=SECTION,
        source=tin.source.path,
        meta=_meta(*tin.pages),
    )


def _meta(*pages: TinPage) -> dict[str, object]:
    """What a page needs that shows these files."""
    heard = any(isinstance(block, Heard) for page in pages for block in page.blocks)
    checked = any(isinstance(block, SelfCheck) for page in pages for block in page.blocks)
    scripts = [*(["tin-plan.js"] if checked else []), "tin.js"]
    return {"styles": ["tin.css", *([STYLE] if heard else [])], "scripts": scripts, "settles": True}


def _placed(tin: Tin, pages: tuple[Step, ...] | tuple[Worksheet, ...]) -> list[Placed]:
    """Each page with its address."""
    return [Placed(page, addresses.of_tin_page(tin.slug, page.slug)) for page in pages]
