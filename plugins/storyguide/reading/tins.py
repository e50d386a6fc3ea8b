"""Find the tins (practitioner resources) under docs/on-the-tin and read each: main page, steps and worksheets."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from posixpath import join, normpath
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from storyguide.model.faults import contained
from storyguide.model.problem import Problem
from storyguide.model.problems import records as of_records
from storyguide.model.problems import stories as of_stories
from storyguide.model.problems import tins as wording
from storyguide.model.slug import slug_of
from storyguide.model.source import Source, sayable
from storyguide.model.tin import ENTRY, FILE, STORY, Lead, Step, Tin, Worksheet
from storyguide.reading.addresses import is_slug
from storyguide.reading.blocks import WORKSHEET, read_blocks
from storyguide.reading.commonmark import read_words
from storyguide.reading.contacts import tell_contacts_in_facts, tell_contacts_in_words
from storyguide.reading.groups import Table, read_fields
from storyguide.reading.metadata import read_metadata
from storyguide.reading.tin_fields import STEP_FIELDS, TIN_FIELDS, WORKSHEET_FIELDS
from storyguide.reading.unread import OF_THE_FILE
from storyguide.reading.written import Reading

SHELF = "on-the-tin"
"""Name of the folder of tins, and first part of their addresses."""
FOLDER = f"docs/{SHELF}"
"""Folder of the tins, from the guide's root."""
INDEX = "index.md"
"""Name of a tin's main file."""
WHOLE = "whole"
"""Slug of the page that shows a whole tin; reserved."""

P = TypeVar("P")

_STEP = re.compile(r"(\d{1,3})-(.+)\.md")
_WORKSHEET = re.compile(rf"{WORKSHEET}(.+)\.md")
_STORY = re.compile(r"(?:(?:\.\./)+|/)?stories/([a-z0-9]+(?:-[a-z0-9]+)*)/?(?:(?:story|index)\.md)?")
_ENTRY = re.compile(r"(?:(?:\.\./)+|/)?stories/(barriers|promises)\.yml#([a-z0-9]+(?:-[a-z0-9]+)*)")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#?]|www\.|$")


class _Page(NamedTuple):
    """A step's or worksheet's file before reading."""

    order: int
    slug: str
    name: str


def read_tins(root: Path) -> tuple[tuple[Tin, ...], tuple[Problem, ...]]:
    """Return every tin under docs/on-the-tin in the order of the shelf, and every problem of every file.

    A tin is returned, with or without problems, whenever its folder has a main file. Problems of a draft block nothing.
    Symbolic links are never followed.
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
            of_tin: list[Problem] = []
            where = Source(f"{FOLDER}/{sayable(entry.name)}/{INDEX}")
            tin = contained(partial(_tin, Path(entry.path), of_tin), where, partial(_add_fault, of_tin))
            problems += of_tin if tin is None or tin.ready else [replace(problem, blocks=False) for problem in of_tin]
            found += [tin] if tin else []
        elif entry.name.endswith(".md"):
            slug = slug_of(entry.name[:-3])
            problems.append(wording.not_a_tin_file(Source(f"{FOLDER}/{entry.name}"), entry.name, [f"{slug}/{INDEX}"]))
    return tuple(sorted(found, key=lambda tin: (tin.order, tin.title.casefold(), tin.slug))), tuple(problems)


def _add_fault(problems: list[Problem], fault: Problem) -> None:
    problems.append(fault)


def _entries(folder: Path, problems: list[Problem], path: str) -> list[os.DirEntry[str]]:
    """Return the visible entries of a folder in order of name, without symbolic links; report these to `problems`."""
    with os.scandir(folder) as listed:
        entries = sorted((one for one in listed if not one.name.startswith(".")), key=lambda one: one.name)
    linked = [sayable(one.name) for one in entries if one.is_symlink()]
    problems += [of_stories.leads_elsewhere(Source(f"{path}/{name}")) for name in linked]
    return [one for one in entries if not one.is_symlink()]


def _tin(folder: Path, problems: list[Problem]) -> Tin | None:
    """Return the tin in a folder; None if it has no main file. Problems are added to `problems`."""
    path = f"{FOLDER}/{sayable(folder.name)}"
    files = [one.name for one in _entries(folder, problems, path) if one.is_file() and one.name.endswith(".md")]
    if INDEX not in files:
        if files:
            problems.append(wording.no_tin_file(Source(path), files))
        return None
    where = Source(f"{path}/{INDEX}")
    if not is_slug(folder.name):
        problems.append(of_stories.folder_name(where, folder.name, slug_of(folder.name)))
    steps = sorted(_pages(files, _STEP), key=lambda page: (page.order, page.name))
    sheets = list(_pages(files, _WORKSHEET))
    if not steps:
        problems.append(wording.no_steps(where))
    problems += _misnamed(path, [name for name in files if name != INDEX], [*steps, *sheets])
    reader = _Reader(folder, path, sheets[0].name if sheets else "worksheet-our-plan.md", problems)
    found, reading = reader.read(INDEX, TIN_FIELDS, "tin")
    ready = found.pop("status", "") != "draft"
    build: Callable[..., Tin] = Tin
    return build(
        **{"title": folder.name, **found, "slug": folder.name, "file": INDEX, "source": where, "ready": ready},
        steps=tuple(reader.page(Step, page, STEP_FIELDS, "step") for page in steps),
        worksheets=tuple(reader.page(Worksheet, page, WORKSHEET_FIELDS, "worksheet") for page in sheets),
        lines=reading.lines,
        written=reading.written,
    )


def _pages(names: Sequence[str], shape: re.Pattern[str]) -> Iterator[_Page]:
    for name in names:
        found = shape.fullmatch(name)
        if found and slug_of(found.groups()[-1]):
            *order, slug = found.groups()
            yield _Page(int(order[0]) if order else 0, slug_of(slug), name)


def _misnamed(path: str, names: Sequence[str], pages: Sequence[_Page]) -> Iterator[Problem]:
    """Yield a problem for each file that is neither step nor worksheet, and for each whose address is taken."""
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


class _Reader:
    """A reader of the files of one tin, which collects their problems."""

    def __init__(self, folder: Path, path: str, worksheet: str, problems: list[Problem]) -> None:
        self._folder, self._path, self._problems = folder, path, problems
        name = worksheet.removeprefix(WORKSHEET).removesuffix(".md").replace("-", " ").capitalize()
        self._offered = f"[{name}]({worksheet})"

    def page(self, kind: Callable[..., P], page: _Page, rows: Table, of: str) -> P:
        """Return a step or a worksheet, titled by its slug if it gives no title."""
        found, reading = self.read(page.name, rows, of)
        given = {"title": page.slug, **found, "slug": page.slug, "file": page.name}
        return kind(**given, source=Source(reading.path))

    def read(self, name: str, rows: Table, of: str) -> tuple[dict[str, object], Reading]:
        """Return the readable facts and text of a file by the model's attribute names, with the reading."""
        reading = Reading(f"{self._path}/{name}")
        found: dict[str, object] = {}
        try:
            metadata = read_metadata((self._folder / name).read_bytes(), reading)
        except OF_THE_FILE:
            metadata = None
            reading.tell(of_stories.cannot_open(Source(reading.path)))
        if metadata:
            found = read_fields(rows, metadata.facts, "", reading, of=of)
            tell_contacts_in_facts(metadata.facts, reading, of_records.contact_in_record)
            if metadata.body.strip():
                found |= self._words(metadata.body, metadata.body_line, str(found.get("title", "")), reading)
            elif name != INDEX:
                reading.tell(wording.nothing_on_page(reading.at(metadata.body_line), of))
        self._problems += reading.problems
        return found, reading

    def _words(self, body: str, first_line: int, title: str, reading: Reading) -> dict[str, object]:
        """Return the blocks and links of a page's text by the model's attribute names; report problems to `reading`."""
        targets: dict[str, str] = {}

        def local(address: str) -> str:
            target = _target(address, reading.path)
            if target:
                targets.setdefault(target, address)
            return target

        words, problems = read_words(body, path=reading.path, first_line=first_line, title=title, local=local)
        tell_contacts_in_words(body, words.html, first_line, reading, of_records.contact_in_record)
        reading.problems += problems
        for photo in words.photos:
            reading.tell(wording.picture_in_tin(reading.at(words.lines[photo]), photo))
        leads = tuple(
            Lead(to=target, written=address, line=first_line + body[: body.find(f"]({address}") + 1].count("\n"))
            for target, address in targets.items()
        )
        return {"blocks": read_blocks(words.html, body, first_line, self._offered, reading), "leads": leads}


def _target(address: str, path: str) -> str:
    """Return the target stored for a link to a file, story or register entry; "" for any other address.

    `path`: path of the linking file from the guide's root.
    """
    if entry := _ENTRY.fullmatch(unquote(address)):
        return f"{ENTRY}{entry[1]}/{entry[2]}"
    plain = unquote(address.partition("#")[0])
    if story := _STORY.fullmatch(plain):
        return f"{STORY}{story[1]}"
    if _ELSEWHERE.match(plain):
        return ""
    file = normpath(join(path.removeprefix("docs/").rpartition("/")[0], plain))
    return FILE + (file if file.endswith(".md") else f"{file}/{INDEX}")
