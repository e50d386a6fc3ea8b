"""Reads values made of others: lists, and groups of named facts, each group by a table of its fields."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from storyguide.model.other_names import other_name
from storyguide.model.problem import Problem
from storyguide.model.problems import fields as wording
from storyguide.model.slug import slug_of
from storyguide.reading.kinds import Kind, a_line, name_of
from storyguide.reading.written import Group, Reading, Several, Text, Unread, Written

T = TypeVar("T")

ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of a table of facts: what it is called, how it is read, and what a contributor should know of it."""

    name: str
    kind: Kind[object]
    needed: str = ""
    """When it must be given: always, or in stories of this kind; empty when it may be left out."""
    example: str
    """As it stands in the file."""
    help: str
    """A sentence for the contributor."""
    attribute: str = ""
    """Its name in the model, where that differs."""
    parts: "tuple[Field, ...]" = ()
    """The facts it is made of, when it is a group or a list of groups."""


Table = Mapping[str, Field]
NO_ROWS: Table = {}


def table(*rows: Field) -> Table:
    """These fields by name, in this order."""
    return {row.name: row for row in rows}


def read_fields(
    known: Table, group: Group, prefix: str, reading: Reading, needed: Collection[str] = (ALWAYS,), *, of: str
) -> dict[str, object]:
    """What the group says, by the model's names; every fault is told, and what is faulty is not in it.

    prefix is the key of the group with a dot, or "" for the file's own facts.
    A misspelt name is read as the name that was meant, so that one slip is one problem.
    """
    found: dict[str, object] = {}
    meant: set[str] = set()
    lines, key_lines = reading.lines, group.lines
    for written, value in group.values.items():
        name, line = written, key_lines[written]
        row = known.get(name)
        if row is None:
            reading.tell(_unknown(written, group, meant, known, reading))
            name = "" if _home_of(written, group, known) else wording.meant(written, known)
            if not name or name in group.values or name in meant:
                continue
            meant.add(name)
            row = known[name]
        key = prefix + name
        lines[key] = line
        if type(value) is Unread:
            continue
        read = row.kind.read(value, key, reading)
        if read is not None:
            found[row.attribute or name] = read
    for name, row in known.items():
        if row.needed and row.needed in needed and name not in group.values and name not in meant:
            reading.tell(wording.missing(reading.at(key_lines.get(name, group.line)), name, row.example, of=of))
    if len(key_lines) > len(group.values):
        for name in key_lines.keys() - group.values.keys() - known.keys():
            reading.tell(_unknown(name, group, meant, known, reading))
    return found


def _unknown(name: str, group: Group, meant: Collection[str], known: Table, reading: Reading) -> Problem:
    """Return what is told of a name that is not in the table: what it is called here, or where it belongs."""
    texts = {key: value.written for key, value in group.values.items() if type(value) is Text}
    where = reading.at(group.lines[name])
    home = _home_of(name, group, known)
    if home and other_name(name, known, texts) is None:
        short = f"{home.parts[0].name}: {texts[home.name]}" if home.name in texts else ""
        is_there = home.name in group.lines
        return wording.belongs_under(where, name, home.name, texts.get(name, ""), short=short, is_there=is_there)
    return wording.unknown(where, name, known, taken={*group.values, *meant}, texts=texts)


def _home_of(name: str, group: Group, known: Table) -> Field | None:
    """Return the fact of the table that has a part of this name, and of several the nearest one above it."""
    homes = [row for row in known.values() if any(part.name == name for part in row.parts)]
    above = [row for row in homes if group.lines.get(row.name, group.lines[name]) < group.lines[name]]
    return max(above, key=lambda row: group.lines[row.name]) if above else next(iter(homes), None)


def list_of(kind: Kind[T], most: int = 50) -> Kind[tuple[T, ...]]:
    """A list of such values; one such value may stand for a list of one."""

    def read(value: Written, key: str, reading: Reading) -> tuple[T, ...] | None:
        if type(value) is not Several:
            one = kind.read(value, key, reading)
            return None if one is None else (one,)
        if len(value.items) > most:
            reading.tell(wording.too_many(reading.at(value.line), name_of(key), len(value.items), most))
        found = []
        for number, item in enumerate(value.items):
            item_key = f"{key}[{number}]"
            reading.lines[item_key] = item.line
            one = kind.read(item, item_key, reading)
            if one is not None:
                found.append(one)
        return tuple(found)

    several = {"type": "array", "items": kind.schema, "maxItems": most}
    return Kind(read, {"anyOf": [kind.schema, several]})


def names(kind: Kind[str], most: int) -> Kind[tuple[str, ...]]:
    """One or several names, kept in their address form, each once; as written they are kept for messages.

    The list keeps the order in which they were written, so that the third name's line is that of "themes[2]".
    """

    def read_one(value: Written, key: str, reading: Reading) -> str | None:
        text = kind.read(value, key, reading)
        if text is None:
            return None
        reading.written[key] = text
        return slug_of(text)

    listed = list_of(Kind(read_one, kind.schema), most)

    def read(value: Written, key: str, reading: Reading) -> tuple[str, ...] | None:
        if type(value) is Text:
            between = next((sign for sign in (",", ";") if sign in value.written), "")
            if between:
                parts = [part.strip() for part in value.written.split(between) if part.strip()]
                reading.tell(wording.commas_for_a_list(reading.at(value.line), name_of(key), value.written, parts))
                value = Several(tuple(Text(part, value.line) for part in parts), value.line)
            else:
                value = Several((value,), value.line)
        found = listed.read(value, key, reading)
        if found and len(set(found)) < len(found):
            twice = next(slug for number, slug in enumerate(found) if slug in found[:number])
            reading.tell(wording.same_twice(reading.at(value.line), name_of(key), twice))
        return found

    return Kind(read, listed.schema)


_IS_AN_ADDRESS = re.compile(r"(https?://|www\.)\S+\Z", re.IGNORECASE)
"""A text that is a web address and nothing else; one of "www." has its scheme left out."""


def group_of(
    make: Callable[[dict[str, object], str, int, Reading], T | None],
    rows: Table,
    *,
    of: str,
    short: Callable[[Written, str, Reading], T | None] | None = None,
    short_schema: Mapping[str, object] | None = None,
) -> Kind[T]:
    """Named facts, made into one value; make is given what was read, the group's key and line.

    short reads the value when it is plain text instead, where that is allowed.
    """
    # Not every fact: whoever copied “withdrawn:” with the rest would take their story down.
    needed = [row for row in rows.values() if row.needed or row.name == "alt"]

    def example(value: Written, key: str) -> str:
        """Return the group as it is to be typed, with the value as its address or its first part where it can be."""
        written = value.written if type(value) is Text else ""
        shown = {row.name: row.example for row in needed}
        scratch = Reading("")
        if "address" in rows and (leads := _IS_AN_ADDRESS.match(written)):
            shown["address"] = f"address: {'' if leads[1].endswith('/') else 'https://'}{written}"
        elif type(value) is Text and needed[0].kind.read(value, key, scratch) is not None and not scratch.problems:
            shown[needed[0].name] = f"{needed[0].name}: {written}"
        dash = "- " if key.endswith("]") or "file" in rows else ""
        first, *others = shown.values()
        lines = [dash + first, *(" " * len(dash) + line for line in others)]
        return "\n".join([f"{name_of(key)}:", *(f"  {line}" for line in lines)])

    def read(value: Written, key: str, reading: Reading) -> T | None:
        if type(value) is Group:
            return make(read_fields(rows, value, key + ".", reading, of=of), key, value.line, reading)
        if type(value) is Text and short:
            return short(value, key, reading)
        written = value.written if type(value) is Text else "a list"
        reading.tell(wording.not_a_group(reading.at(value.line), name_of(key), written, example(value, key)))
        return None

    schema = schema_of(rows)
    return Kind(read, {"anyOf": [short_schema, schema]} if short_schema else schema)


def schema_of(rows: Table) -> dict[str, object]:
    """What an editor's completion may know of a group with these fields."""
    return {
        "type": "object",
        "properties": {name: {**row.kind.schema, "description": row.help} for name, row in rows.items()},
        "required": [name for name, row in rows.items() if row.needed == ALWAYS],
        "additionalProperties": False,
    }


def sentences(known: Kind[str] | None = None) -> Kind[tuple[tuple[str, str], ...]]:
    """Names, each with one sentence; known reads the names when there are only a few."""
    line = a_line()

    def read(value: Written, key: str, reading: Reading) -> tuple[tuple[str, str], ...] | None:
        if type(value) is not Group:
            parts = value.items if type(value) is Several else (value,)
            first = next((part.written for part in parts if type(part) is Text), "name")
            reading.tell(wording.no_sentence(reading.at(value.line), name_of(key), first))
            return None
        found = []
        for name, sentence in value.values.items():
            slug = slug_of(name)
            part = f"{key}.{slug}"
            reading.lines[part] = value.lines[name]
            reading.written[part] = name
            if known and known.read(Text(name, value.lines[name]), key, reading) is None:
                continue
            text = line.read(sentence, part, reading)
            if text is not None:
                found.append((slug, text))
        for name in value.lines.keys() - value.values.keys():
            reading.tell(wording.no_sentence(reading.at(value.lines[name]), name_of(key), name))
        return tuple(found)

    names_of = {"propertyNames": known.schema} if known else {}
    return Kind(read, {"type": "object", **names_of, "additionalProperties": line.schema})
