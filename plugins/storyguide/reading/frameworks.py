"""Read an edition's frameworks (named sets of principles), one YAML file each, from stories/frameworks/."""

import re
from collections.abc import Iterator
from pathlib import Path

from storyguide.model.drawings import SIGNS
from storyguide.model.framework import Dimension, Framework
from storyguide.model.problem import Problem
from storyguide.model.problems import lists as wording
from storyguide.model.problems.records import contact_in_record
from storyguide.model.slug import slug_of
from storyguide.reading.contacts import without_contacts
from storyguide.reading.edition_facts import Facts
from storyguide.reading.list_file import open_list
from storyguide.reading.values import SLUG, WEB_ADDRESS, a_choice, a_line, a_text
from storyguide.reading.written import Reading

_FRAMEWORK = ("name", "slug", "framing", "source", "source_address", "summary", "dimensions")
_DIMENSION = ("name", "slug", "summary", "statements", "sign")
_NUMBER = re.compile(r"\d+")


def read_frameworks(root: Path) -> tuple[tuple[Framework, ...], tuple[Problem, ...]]:
    """Return the frameworks sorted by the number their file name begins with, then by file name, with all problems.

    Symbolic links are ignored.
    """
    found: list[Framework] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    folder = root / "stories" / "frameworks"
    files = () if folder.is_symlink() else folder.glob("*.yml")
    for file in sorted((file for file in files if not file.is_symlink()), key=_order):
        reading = Reading(f"stories/frameworks/{file.name}")
        group = open_list(root, reading)
        if group:
            group = without_contacts(group, reading, contact_in_record, ("source", "source_address"))
            found += _framework(Facts(group, reading, of="framework", known=_FRAMEWORK), taken)
        problems += reading.problems
    return tuple(found), tuple(problems)


def _order(file: Path) -> tuple[float, str]:
    number = _NUMBER.match(file.name)
    return (int(number[0]) if number else float("inf"), file.name)


def _framework(facts: Facts, taken: set[str]) -> Iterator[Framework]:
    name = facts.needed("name", a_line(120), "name: Community Empowerment Dimensions")
    framing = facts.needed("framing", a_line(), "framing: We collaborate so that we are")
    source = facts.needed("source", a_line(), "source: whose principles these are")
    slug = facts.one("slug", SLUG, slug_of(name))
    dimensions = tuple(
        dimension
        for part in facts.groups("dimensions", of="dimension", known=_DIMENSION)
        for dimension in _dimension(part, taken)
    )
    if not dimensions:
        facts.reading.tell(wording.no_dimensions(facts.reading.at(facts.line_of("dimensions")), name))
    if not (name and slug and dimensions):
        return
    yield Framework(
        slug=slug,
        name=name,
        framing=framing,
        source=source,
        source_address=facts.one("source_address", WEB_ADDRESS, ""),
        summary=facts.one("summary", a_text(), ""),
        dimensions=dimensions,
    )


def _dimension(facts: Facts, taken: set[str]) -> Iterator[Dimension]:
    name = facts.needed("name", a_line(80), "name: Confident")
    slug = facts.one("slug", SLUG, slug_of(name))
    statements = facts.several("statements", a_line())
    where = facts.reading.at(facts.line_of("name"))
    if name and not statements:
        facts.reading.tell(wording.no_statements(where, name))
    if slug in taken:
        facts.reading.tell(wording.listed_twice(where, "dimension", name, slug))
    elif name and not slug:
        facts.reading.tell(wording.no_address(where, "dimension", name))
    elif name and statements:
        taken.add(slug)
        yield Dimension(
            slug=slug,
            name=name,
            summary=facts.needed("summary", a_line(), "summary: people growing in skill"),
            statements=statements,
            sign=facts.one("sign", a_choice(*SIGNS), ""),
        )
