"""Finds the tins in their folders and reads each: what it is, its steps and its worksheets."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from posixpath import join, normpath
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from storyguide.model.problem import Problem
from storyguide.model.problems import stories as of_stories
from storyguide.model.problems import tins as wording
from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.tin import FILE, STORY, Lead, Step, Tin, Worksheet
from storyguide.reading.addresses import is_slug
from storyguide.reading.blocks import WORKSHEET, read_blocks
from storyguide.reading.commonmark import read_words
from storyguide.reading.groups import Table, read_fields
from storyguide.reading.metadata import read_metadata
from storyguide.reading.tin_fields import STEP_FIELDS, TIN_FIELDS, WORKSHEET_FIELDS
from storyguide.reading.written import Reading

SHELF = "on-the-tin"
FOLDER = f"docs/{SHELF}"
INDEX = "index.md"
WHOLE = "whole"
"""The page of the whole tin stands there."""

P = TypeVar("P")

_STEP = re.compile(r"(\d{1,3})-(.+)\.md")
_WORKSHEET = re.compile(rf"{WORKSHEET}(.+)\.md")
_STORY = re.compile(r"(?:(?:\.\./)+|/)?stories/([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:(?:story|index)\.md)?")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#?]|www\.|$")


class _Page(NamedTuple):
    """A step's or worksheet's file before it is read."""

    order: int
    slug: str
    name: str


def read_tins(root: Path) -> tuple[tuple[Tin, ...], tuple[Problem, ...]]:
    """Every tin under docs/on-the-tin in the order of the shelf, and every problem of every file.

    A tin is given, problems or not, whenever its folder has a file that says what it is.
    Nothing that only points elsewhere is followed.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        return (), ()
    if folder.is_symlink():
        return (), (of_stories.leads_elsewhere(Source(FOLDER)),)
    found: list[Tin] = []
    problems: list[Problem] = []
    for entry in _entries(folder, problems, FOLDER):
        if entry.is_dir():
            told: list[Problem] = []
            tin = _tin(Path(entry.path), told)
            problems += told if tin is None or tin.ready else [replace(problem, blocks=False) for problem in told]
            found += [tin] if tin else []
        elif entry.name.endswith(".md"):
            slug = slug_of(entry.name[:-3])
            problems.append(wording.not_a_tin_file(Source(f"{FOLDER}/{entry.name}"), entry.name, [f"{slug}/{INDEX}"]))
    return tuple(sorted(found, key=lambda tin: (tin.order, tin.title.casefold(), tin.slug))), tuple(problems)


def _entries(folder: Path, problems: list[Problem], path: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; hidden things are left alone."""
    with os.scandir(folder) as listed:
        entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
    problems += [of_stories.leads_elsewhere(Source(f"{path}/{one.name}")) for one in entries if one.is_symlink()]
    return [one for one in entries if not one.is_symlink()]


def _tin(folder: Path, problems: list[Problem]) -> Tin | None:
    slug = folder.name
    path = f"{FOLDER}/{slug}"
    files = [one.name for one in _entries(folder, problems, path) if one.is_file() and one.name.endswith(".md")]
    if INDEX not in files:
        if files:
            problems.append(wording.no_tin_file(Source(path), files))
        return None
    where = Source(f"{path}/{INDEX}")
    if not is_slug(slug):
        problems.append(of_stories.folder_name(where, slug, slug_of(slug)))
    steps = sorted(_pages(files, _STEP), key=lambda page: (page.order, page.name))
    sheets = list(_pages(files, _WORKSHEET))
    if not steps:
        problems.append(wording.no_steps(where))
    problems += _misnamed(path, [name for name in files if name != INDEX], [*steps, *sheets])
    offered = f"[{sheets[0].slug.replace('-', ' ').capitalize()}]({sheets[0].name})" if sheets else ""

    def read(name: str, rows: Table, of: str) -> tuple[dict[str, object], Reading]:
        return _read(
            folder / name, f"{path}/{name}", rows, of, offered or "[Our plan](worksheet-our-plan.md)", problems
        )

    found, reading = read(INDEX, TIN_FIELDS, "tin")
    build: Callable[..., Tin] = Tin
    return build(
        **{"title": slug, **found, "slug": slug, "ready": found.pop("status", "ready") != "draft"},
        steps=tuple(_made(Step, page, *read(page.name, STEP_FIELDS, "step")) for page in steps),
        worksheets=tuple(_made(Worksheet, page, *read(page.name, WORKSHEET_FIELDS, "worksheet")) for page in sheets),
        file=INDEX,
        source=where,
        lines=reading.lines,
        written=reading.written,
    )


def _made(kind: Callable[..., P], page: _Page, found: dict[str, object], reading: Reading) -> P:
    return kind(**{"title": page.slug, **found, "slug": page.slug, "file": page.name, "source": Source(reading.path)})


def _pages(names: Sequence[str], shape: re.Pattern[str]) -> Iterator[_Page]:
    for name in names:
        found = shape.fullmatch(name)
        if found and slug_of(found.groups()[-1]):
            *order, slug = found.groups()
            yield _Page(int(order[0]) if order else 0, slug_of(slug), name)


def _misnamed(path: str, names: Sequence[str], pages: Sequence[_Page]) -> Iterator[Problem]:
    """The files that are neither steps nor worksheets, and those whose address another has."""
    taken = {WHOLE: "the page of the whole tin", "index": "the tin’s own page"}
    for page in pages:
        if page.slug in taken:
            yield wording.tin_address_taken(Source(f"{path}/{page.name}"), page.name, taken[page.slug])
        taken.setdefault(page.slug, f"“{page.name}”")
    known = {page.name for page in pages}
    for name in names:
        if name not in known:
            slug = slug_of(name[:-3])
            better = (f"{len(known) + 1}-{slug}.md", f"{WORKSHEET}{slug}.md")
            yield wording.not_a_tin_file(Source(f"{path}/{name}"), name, better)


def _read(
    file: Path, path: str, rows: Table, of: str, offered: str, problems: list[Problem]
) -> tuple[dict[str, object], Reading]:
    """What one file says, by the model's names."""
    reading = Reading(path)
    found: dict[str, object] = {}
    try:
        metadata = read_metadata(file.read_bytes(), reading)
    except OSError:
        problems.append(of_stories.cannot_open(Source(path)))
        return found, reading
    if metadata:
        found = read_fields(rows, metadata.facts, "", reading, of=of)
        if metadata.body.strip():
            found |= _words(metadata.body, metadata.body_line, str(found.get("title", "")), offered, reading)
        elif rows is not TIN_FIELDS:
            reading.tell(wording.nothing_on_page(reading.at(metadata.body_line), of))
    problems += reading.problems
    return found, reading


def _words(body: str, first_line: int, title: str, offered: str, reading: Reading) -> dict[str, object]:
    led: dict[str, str] = {}

    def local(address: str) -> str:
        kept = _kept(address, reading.path)
        if kept:
            led.setdefault(kept, address)
        return kept

    words, problems = read_words(body, path=reading.path, first_line=first_line, title=title, local=local)
    for problem in problems:
        reading.tell(problem)
    for photo in words.photos:
        reading.tell(wording.picture_in_tin(reading.at(words.lines[photo]), photo))

    leads = tuple(
        Lead(to=kept, written=address, line=first_line + max(body.count("\n", 0, body.find(f"]({address}")), 0))
        for kept, address in led.items()
    )
    blocks = read_blocks(words.html, body, first_line, offered, reading)
    return {"blocks": blocks, "leads": leads}


def _kept(address: str, path: str) -> str:
    """What a link to a file beside this one, or to a story's, is kept as; "" for an address of any other kind."""
    plain = unquote(address.partition("#")[0])
    if story := _STORY.fullmatch(plain):
        return f"{STORY}{story[1]}"
    if _ELSEWHERE.match(plain):
        return ""
    file = normpath(join(path.removeprefix("docs/").rpartition("/")[0], plain))
    return FILE + (file if file.endswith(".md") else f"{file}/{INDEX}")
