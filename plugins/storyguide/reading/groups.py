"""Kinds of values made of others: lists, and groups of named facts read by a table of fields."""

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
"""Value of `Field.needed` for facts that every file must have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row of a table of facts: name, kind of value, and help for contributors."""

    name: str
    kind: Kind[object]
    needed: str = ""
    """Condition under which the fact is required: `ALWAYS`, or a kind of story; empty if optional."""
    example: str
    """Example of the fact as written in a file."""
    help: str
    """Help for contributors, one sentence."""
    attribute: str = ""
    """Attribute name in the model, if different from `name`."""
    parts: "tuple[Field, ...]" = ()
    """Facts inside this one, if it is a group or a list of groups."""


Table = Mapping[str, Field]
"""Table of facts by name, in the order in which they are documented."""
NO_ROWS: Table = {}
"""Table without any facts."""


def table(*rows: Field) -> Table:
    """Return a table of these fields in this order."""
    return {row.name: row for row in rows}


def read_fields(
    known: Table, group: Group, prefix: str, reading: Reading, needed: Collection[str] = (ALWAYS,), *, of: str
) -> dict[str, object]:
    """Return the readable values of a group by the model's attribute names; report every fault.

    `prefix`: key of the group with a dot, or "" for the facts of the file itself. `needed`: values of `Field.needed`
    that make a fact required here. `of`: name of the group in messages. A misspelt name is read as the name most likely
    meant, so that one slip causes one problem. Lines of keys are added to `reading.lines`.
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
    """Return the problem of a name missing from the table: its name here, or the fact it belongs under."""
    texts = {key: value.written for key, value in group.values.items() if type(value) is Text}
    where = reading.at(group.lines[name])
    home = _home_of(name, group, known)
    if home and other_name(name, known, texts) is None:
        short = f"{home.parts[0].name}: {texts[home.name]}" if home.name in texts else ""
        is_there = home.name in group.lines
        return wording.belongs_under(where, name, home.name, texts.get(name, ""), short=short, is_there=is_there)
    return wording.unknown(where, name, known, taken={*group.values, *meant}, texts=texts)


def _home_of(name: str, group: Group, known: Table) -> Field | None:
    """Return the fact that has a part of this name; if several do, the nearest one above it in the file."""
    homes = [row for row in known.values() if any(part.name == name for part in row.parts)]
    above = [row for row in homes if group.lines.get(row.name, group.lines[name]) < group.lines[name]]
    return max(above, key=lambda row: group.lines[row.name]) if above else next(iter(homes), None)


def list_of(kind: Kind[T], most: int = 50) -> Kind[tuple[T, ...]]:
    """Return a kind for a list of such values; a single value counts as a list of one.

    A list of more than `most` items is reported, and still returned.
    """

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
    """Return a kind for one or several names, which are converted to slugs; reports repeated names.

    The original names go to `reading.written`. The order is kept, so that the third name has the key "themes[2]".
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
            if "," in value.written:
                parts = [part.strip() for part in value.written.split(",") if part.strip()]
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


def group_of(
    make: Callable[[dict[str, object], str, int, Reading], T | None],
    rows: Table,
    *,
    of: str,
    short: Callable[[Written, str, Reading], T | None] | None = None,
    short_schema: Mapping[str, object] | None = None,
) -> Kind[T]:
    """Return a kind for a group of named facts, from which `make` builds one value.

    `make` is called with the values read, the group's key, its line and the reading. `of`: name of the group in
    messages. `short`: reads the value if it is plain text instead; None if that is not allowed.
    """
    # Only these: whoever copied “withdrawn:” with the rest would take their story down.
    needed = [row for row in rows.values() if row.needed or row.name == "alt"]

    def example(value: Written, key: str) -> str:
        """Return an example in which the text written is the first fact's value, if it fits there."""
        scratch = Reading("")
        fits = type(value) is Text and needed[0].kind.read(value, key, scratch) is not None and not scratch.problems
        first = f"{needed[0].name}: {value.written}" if fits and type(value) is Text else needed[0].example
        dash = "- " if key.endswith("]") or "file" in rows else ""
        lines = [dash + first, *(" " * len(dash) + row.example for row in needed[1:])]
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
    """Return the JSON Schema of a group with these fields, for completion in editors."""
    return {
        "type": "object",
        "properties": {name: {**row.kind.schema, "description": row.help} for name, row in rows.items()},
        "required": [name for name, row in rows.items() if row.needed == ALWAYS],
        "additionalProperties": False,
    }


def sentences(known: Kind[str] | None = None) -> Kind[tuple[tuple[str, str], ...]]:
    """Return a kind for a mapping of names to one sentence each; gives (slug, sentence) pairs.

    `known`: kind that reads the names, if only certain names are allowed.
    """
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
