"""Check that practitioner resources (tins) fit together with themselves, the stories and the edition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from posixpath import dirname, relpath

from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.model.problems import checks
from storyguide.model.problems import tins as wording
from storyguide.model.source import Source
from storyguide.model.story import Story
from storyguide.model.tin import ENTRY, FILE, STORY, SelfCheck, TakeAway, Tin, TinPage

_DOCS = "docs/"


def check_tins(edition: Edition, tins: Sequence[Tin], stories: Iterable[Story]) -> Iterator[Problem]:
    """Yield a problem for each missing dimension, framework, file or story a tin names, and each worksheet not offered.

    Problems of a tin that is still a draft hold nothing back.
    """
    files = [_path(page) for tin in tins for page in tin.pages]
    slugs = dict.fromkeys(slug for story in stories for slug in (story.slug, *story.also_at))
    registers = {"barriers": edition.barriers, "promises": edition.promises}
    entries = [
        f"{name}/{entry.slug}" for name, register in registers.items() for entry in register if not entry.private
    ]
    for tin in tins:
        for problem in _check_tin(tin, edition, files, slugs, entries):
            yield problem if tin.ready else replace(problem, blocks=False)


def _path(page: TinPage) -> str:
    """Return the path of a tin page's file, from docs/."""
    return page.source.path.removeprefix(_DOCS)


def _check_tin(
    tin: Tin, edition: Edition, files: Sequence[str], stories: Mapping[str, None], entries: Sequence[str]
) -> Iterator[Problem]:
    yield from _check_dimensions(tin, edition)
    yield from _check_worksheets(tin)
    for page in tin.pages:
        yield from _check_frameworks(page, edition)
        yield from _check_leads(page, files, stories, entries)


def _check_dimensions(tin: Tin, edition: Edition) -> Iterator[Problem]:
    known = {d.slug: d.name for framework in edition.frameworks for d in framework.dimensions}
    for number, slug in enumerate(tin.dimensions):
        if slug not in known:
            key = f"dimensions[{number}]"
            where = Source(tin.source.path, tin.lines.get(key, tin.lines.get("dimensions", 0)))
            yield checks.unknown_dimension(where, tin.written.get(key, slug), known)


def _check_worksheets(tin: Tin) -> Iterator[Problem]:
    offered = {block.file for page in tin.pages for block in page.blocks if isinstance(block, TakeAway)}
    for sheet in tin.worksheets:
        if _path(sheet) not in offered:
            example = f"> **Take away:** [{sheet.title}]({sheet.file})"
            yield wording.worksheet_not_offered(sheet.source, sheet.title, example)


def _check_frameworks(page: TinPage, edition: Edition) -> Iterator[Problem]:
    known = [framework.slug for framework in edition.frameworks]
    for block in page.blocks:
        if isinstance(block, SelfCheck) and block.framework not in known:
            yield wording.unknown_framework(page.at(block.line), block.framework, known)


def _check_leads(
    page: TinPage, files: Sequence[str], stories: Mapping[str, None], entries: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for each link of a tin's page to a missing story, register entry or file."""
    for lead in page.leads:
        where = page.at(lead.line)
        if lead.to.startswith(STORY):
            slug = lead.to.removeprefix(STORY)
            if slug not in stories:
                near = get_close_matches(slug, stories, n=1)
                yield wording.no_such_page(where, lead.written, lead.written.replace(slug, near[0]) if near else "")
        elif lead.to.startswith(ENTRY):
            entry = lead.to.removeprefix(ENTRY)
            if entry not in entries:
                register = entry.partition("/")[0]
                near = get_close_matches(entry, [one for one in entries if one.partition("/")[0] == register], n=1)
                better = f"stories/{near[0].replace('/', '.yml#')}" if near else ""
                start = lead.written.partition("stories/")[0]
                yield wording.no_such_page(where, lead.written, start + better if better else "")
        elif (file := lead.to.removeprefix(FILE)) not in files:
            near = get_close_matches(file, files, n=1, cutoff=0.85)
            better = relpath(near[0], dirname(_path(page))) if near else ""
            yield wording.no_such_page(where, lead.written, better)
