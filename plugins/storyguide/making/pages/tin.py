"""One tin: its own page, its steps, its worksheets, and the whole on one page."""

from collections.abc import Iterator

from markupsafe import Markup

from storyguide.making import addresses
from storyguide.making.blocks import Blocks, page_id
from storyguide.making.covers import sign
from storyguide.making.downloads import NOTHING, Downloads
from storyguide.making.heard import STYLE
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.model.guide import Guide
from storyguide.model.tin import Heard, Prose, SelfCheck, Step, TakeAway, Tin, TinPage, Worksheet

SECTION = "on-the-tin/"


def make_tin(tin: Tin, drawn: Markup, guide: Guide, downloads: Downloads = NOTHING) -> Iterator[OutputPage]:
    """Every page of a tin; drawn is its picture."""
    yield _overview(tin, drawn, guide, downloads)
    for number, step in enumerate(tin.steps, 1):
        yield _step(step, number, tin, guide)
    for sheet in tin.worksheets:
        yield _page("tin-worksheet.html", sheet, tin, guide, sheet=sheet, downloads=downloads.of(tin, sheet))
    yield _whole(tin, guide)


def _overview(tin: Tin, drawn: Markup, guide: Guide, downloads: Downloads) -> OutputPage:
    path = f"{SECTION}{tin.slug}.md"
    has_fields = any(not isinstance(block, (Prose, TakeAway, Heard)) for block in tin.blocks)
    return make_page(
        "tin.html",
        path,
        title=tin.title,
        description=tin.summary,
        section=SECTION,
        source=tin.source.path,
        search="tin",
        meta=_meta(tin) if has_fields else {**_meta(tin), "scripts": ["tin-kept.js"], "settles": False},
        tin=tin,
        drawn=drawn,
        blocks=Blocks(guide, tin, addresses.up_from(addresses.of_tin(tin.slug))).of(tin),
        has_fields=has_fields,
        steps=_placed(tin, tin.steps),
        worksheets=_placed(tin, tin.worksheets),
        dimensions=[
            (Markup(sign(d.sign)), d, addresses.of_dimension(d.slug))  # noqa: S704 - drawn by us
            for slug in tin.dimensions
            if (d := guide.dimensions.get(slug))
        ],
        used=[
            (story, addresses.of_story(story.slug), guide.where_is(story), use.how)
            for story in guide.using.get(tin.slug, ())
            for use in story.tins
            if use.tin == tin.slug
        ],
        whole=addresses.of_tin_page(tin.slug, "whole"),
        downloads=downloads.of(tin),
        licence=guide.edition.licence,
    )


def _step(step: Step, number: int, tin: Tin, guide: Guide) -> OutputPage:
    around = [None, *((one.title, to) for one, to in _placed(tin, tin.steps)), None]
    return _page(
        "tin-step.html",
        step,
        tin,
        guide,
        step=step,
        number=number,
        steps=_placed(tin, tin.steps),
        before=around[number - 1],
        after=around[number + 1],
        whole=addresses.of_tin_page(tin.slug, "whole"),
    )


def _page(template: str, page: TinPage, tin: Tin, guide: Guide, **values: object) -> OutputPage:
    root = addresses.up_from(addresses.of_tin_page(tin.slug, page.slug))
    return make_page(
        template,
        f"{SECTION}{tin.slug}/{page.slug}.md",
        title=f"{page.title}: {tin.title}",
        description=page.summary,
        section=SECTION,
        source=page.source.path,
        search="tin",
        meta=_meta(page),
        tin=tin,
        blocks=Blocks(guide, tin, root).of(page),
        licence=guide.edition.licence,
        **values,
    )


def _whole(tin: Tin, guide: Guide) -> OutputPage:
    blocks = Blocks(guide, tin, addresses.up_from(addresses.of_tin_page(tin.slug, "whole")), whole=True)
    return make_page(
        "tin-whole.html",
        f"{SECTION}{tin.slug}/whole.md",
        title=f"{tin.title}: the whole tin",
        description=f"All of {tin.title} on one page, for printing.",
        section=SECTION,
        source=tin.source.path,
        meta=_meta(*tin.pages),
        tin=tin,
        blocks=blocks.of(tin),
        steps=[(step, page_id(tin, step), blocks.of(step)) for step in tin.steps],
        worksheets=[(sheet, page_id(tin, sheet), blocks.of(sheet)) for sheet in tin.worksheets],
        licence=guide.edition.licence,
    )


def _meta(*pages: TinPage) -> dict[str, object]:
    """What a page needs that shows these files."""
    heard = any(isinstance(block, Heard) for page in pages for block in page.blocks)
    checked = any(isinstance(block, SelfCheck) for page in pages for block in page.blocks)
    scripts = [*(["tin-plan.js"] if checked else []), "tin.js"]
    return {"styles": ["tin.css", *([STYLE] if heard else [])], "scripts": scripts, "settles": True}


def _placed(tin: Tin, pages: tuple[Step, ...] | tuple[Worksheet, ...]) -> list[tuple[TinPage, str]]:
    """Each page with its address."""
    return [(page, addresses.of_tin_page(tin.slug, page.slug)) for page in pages]
