"""Make every download of a guide before the pages that offer them, so that the pages can state their sizes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from html import unescape
from math import ceil
from pathlib import Path

from storyguide.making import addresses
from storyguide.making.downloads import KINDS, NOTHING, Download, Downloads
from storyguide.making.downloads.contents import Papers
from storyguide.making.downloads.paper import Paper
from storyguide.making.downloads.store import Store, figures_of
from storyguide.making.output import OutputFile
from storyguide.model.guide import Guide
from storyguide.model.problem import Problem
from storyguide.model.problems import downloads as wording
from storyguide.model.source import Source
from storyguide.model.tin import Tin, TinPage, Worksheet

_PAGE, _LINE = 255, 8.4
"""Height of a page, and from one line to write on to the next, in millimetres (as in looks.typ)."""
_TOP = 20


def keep_downloads(
    guide: Guide,
    cache: Path,
    *,
    address: str = "",
    faces: Path | None = None,
    pandoc: Path | None = None,
    kinds: Sequence[str] = KINDS,
) -> Downloads:
    """Return the downloads of every tin and worksheet; those that are not in the cache are made and written there.

    address: the guide's own web address with a closing slash, or "". faces: folder of the guide's own typefaces;
    without it typst's own are used. pandoc: path of the program; without it there are no DOCX and ODT.

    Problems are reported for worksheets longer than they say, and for letters that no typeface has.
    """
    if not guide.tins:
        return NOTHING
    papers = Papers(guide, address)
    wanted: list[tuple[Tin, TinPage, Paper]] = []
    for tin in guide.tins:
        wanted.append((tin, tin, papers.whole(tin)))
        wanted += [(tin, sheet, papers.worksheet(tin, sheet)) for sheet in tin.worksheets]
    store = Store(cache, faces, pandoc)
    store.make([paper for _, _, paper in wanted], kinds)
    offered: dict[tuple[str, str], tuple[Download, ...]] = {}
    files: list[OutputFile] = []
    problems: list[Problem] = []
    for tin, page, paper in wanted:
        found = [(kind, file) for kind in kinds if (file := store.made(paper, kind))]
        slug = "" if page is tin else page.slug
        folder = addresses.of_tin(tin.slug) if page is tin else addresses.of_tin_page(tin.slug, page.slug)
        here = [
            Download(path=f"{folder}{page.slug}.{kind}", kind=kind, size=file.stat().st_size, pages=figures_of(file)[0])
            for kind, file in found
        ]
        offered[tin.slug, slug] = tuple(here)
        files += [OutputFile(path=one.path, content=file) for one, (_, file) in zip(here, found, strict=True)]
        if letters := store.letters_missing(paper):
            problems.append(wording.letters_without_a_face(_where(tin, page, letters), letters))
        problems += [problem for kind, file in found if kind == "pdf" and (problem := _runs_over(page, file))]
    return Downloads(offered=offered, files=tuple(files), problems=tuple(dict.fromkeys(problems)))


def _runs_over(page: TinPage, file: Path) -> Problem | None:
    """Return the problem of a worksheet that has more pages than it says; None when it has not."""
    sides = page.pages if isinstance(page, Worksheet) else 0
    pages, end = figures_of(file)
    if not sides or pages <= sides:
        return None
    over = (pages - sides - 1) * _PAGE + max(end - _TOP, 1)
    return wording.worksheet_runs_over(page.source, page.title, sides, ceil(over / _LINE), over / _PAGE)


def _where(tin: Tin, page: TinPage, letters: str) -> Source:
    """Return the line where the letters stand, as near as can be found."""
    pages: Iterable[TinPage] = tin.pages if page is tin else (page,)
    for one in pages:
        for block in one.blocks:
            if any(letters in text for text in _texts(block)):
                return one.at(block.line)
        if letters in f"{one.title} {one.summary}":
            return one.at(1)
    return page.source


def _texts(block: object) -> list[str]:
    read: Callable[[str], object] = block.__getattribute__
    return [unescape(str(read(each.name))) for each in fields(block)]  # type: ignore[arg-type]
