"""Read the public registers stories/barriers.yml and stories/promises.yml."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from storyguide.model.problem import Problem
from storyguide.model.problems import fields, lists
from storyguide.model.problems import records as wording
from storyguide.model.register import BarrierState, Entry, KnownBarrier, Promise, PromiseState
from storyguide.model.slug import slug_of
from storyguide.reading.contacts import tell_contacts_in_facts
from storyguide.reading.groups import Field, Table, group_of, list_of, read_fields, table
from storyguide.reading.kinds import Kind
from storyguide.reading.list_file import open_list
from storyguide.reading.register_fields import BARRIER_FIELDS, PROMISE_FIELDS
from storyguide.reading.written import Group, Reading, Several, Written

BARRIERS, PROMISES = "stories/barriers.yml", "stories/promises.yml"
"""Paths of the two registers from the guide's root."""
_MOST = 500

E = TypeVar("E", bound=Entry)


def read_barriers(root: Path) -> tuple[tuple[KnownBarrier, ...], tuple[Problem, ...]]:
    """Return the barriers in the file's order, and every problem in their file; nothing if there is no file.

    Barriers without a name or a description are left out.
    """
    return _read(root, BARRIERS, BARRIER_FIELDS, _barrier, "barrier")


def read_promises(root: Path) -> tuple[tuple[Promise, ...], tuple[Problem, ...]]:
    """Return the promises in the file's order, and every problem in their file; nothing if there is no file.

    Promises that do not say who promised what are left out.
    """
    return _read(root, PROMISES, PROMISE_FIELDS, _promise, "promise")


def _read(
    root: Path, path: str, rows: Table, make: Callable[[dict[str, object], str, int, Reading], E | None], of: str
) -> tuple[tuple[E, ...], tuple[Problem, ...]]:
    """Return the entries of a register without repeated slugs, and every problem in its file.

    `path`: the file's path from the guide's root. `make`: builds an entry from the facts read. `of`: name of an entry.
    """
    reading = Reading(path)
    group = open_list(root, reading)
    if group is None:
        return (), tuple(reading.problems)
    name = f"{of}s"
    entries: Kind[tuple[E, ...]] = list_of(group_of(make, rows, of=of), _MOST)
    listed = table(Field(name=name, kind=entries, example=f"{name}:", help=""))
    private = set(_private(group.values.get(name), name, reading))
    found = read_fields(listed, group, "", reading, of="register").get(name)
    taken: dict[str, E] = {}
    for entry in found if isinstance(found, tuple) else ():
        if entry.slug in taken:
            reading.tell(lists.listed_twice(entry.source, of, _title_of(entry), entry.slug))
        else:
            taken[entry.slug] = replace(entry, private=entry.private or entry.key in private)
    return tuple(taken.values()), tuple(reading.problems)


def _private(value: Written | None, name: str, reading: Reading) -> Iterator[str]:
    """Report contact details in the entries, and yield the key of each entry that holds some."""
    several = type(value) is Several
    for number, item in enumerate(value.items if type(value) is Several else (value,)):
        if type(item) is Group:
            before = len(reading.problems)
            tell_contacts_in_facts(item, reading, wording.contact_in_record)
            if len(reading.problems) > before:
                yield f"{name}[{number}]" if several else name


def _title_of(entry: Entry) -> str:
    return entry.name if isinstance(entry, KnownBarrier) else getattr(entry, "what", entry.slug)


def _barrier(found: dict[str, object], key: str, line: int, reading: Reading) -> KnownBarrier | None:
    build: Callable[..., KnownBarrier] = KnownBarrier
    entry = _entry(build, found, ("name", "what"), key, reading, of="barrier")
    if entry and entry.state is BarrierState.EASED and f"{key}.eased_by" not in reading.lines:
        row = BARRIER_FIELDS["eased_by"]
        reading.tell(fields.missing(entry.where("state"), row.name, row.example, of="eased barrier"))
    return entry


def _promise(found: dict[str, object], key: str, line: int, reading: Reading) -> Promise | None:
    build: Callable[..., Promise] = Promise
    entry = _entry(build, found, ("what", "who"), key, reading, of="promise")
    if entry is None:
        return None
    if entry.state is PromiseState.DONE and f"{key}.done_on" not in reading.lines:
        row = PROMISE_FIELDS["done_on"]
        reading.tell(fields.missing(entry.where("state"), row.name, row.example, of="promise that is done"))
    elif entry.done_on and entry.state is not PromiseState.DONE:
        reading.tell(wording.done_in_part(entry.where("done_on"), entry.state.value))
    return entry


def _entry(
    build: Callable[..., E], found: dict[str, object], needed: tuple[str, ...], key: str, reading: Reading, *, of: str
) -> E | None:
    """Return the entry, or None if a needed fact is missing or no slug can be made.

    An entry without a slug gets one made from the first needed fact.
    """
    if not all(found.get(name) for name in needed):
        return None
    where = reading.at(reading.lines[f"{key}.{needed[0]}"])
    slug = found.get("slug") or slug_of(str(found[needed[0]]))
    if not slug:
        reading.tell(lists.no_address(where, of, str(found[needed[0]])))
        return None
    # An entry with an unreadable state stays private: a guess might say of somebody what is not so.
    unsure = "state" not in found
    return build(**{**found, "slug": slug, "source": where, "key": key, "lines": reading.lines, "private": unsure})
