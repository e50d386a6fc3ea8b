"""Parse the YAML facts of a file with every value as the text it was written as, and report lines it cannot read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

import yaml

from storyguide.model.problem import Change
from storyguide.model.problems import shape
from storyguide.reading.mending import mended
from storyguide.reading.written import Group, Reading, Several, Text, Unread, Written

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pure-Python parser, where PyYAML was built without its C part
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 12
"""Maximum nesting of lists and groups."""
MOST_FAULTS = 20
"""Maximum number of layout faults reported; a file with more is no story with slips, and going on would take long."""

_ABSENT = frozenset(("", "~", "null"))
_NAME = re.compile(r"^[^\W\d]\w*[ \t]*:", re.MULTILINE)
_LOOK_CLOSER = (
    re.compile(r"[&*!](?<=[\s\[{,:-].)(?=\S)|#(?<=[ \t]#)(?=[^\s#])"),
    re.compile(r"\n(?:[ \t]*-[^\s\-]|[ ?:-]{20})"),
)
"""Signs that need a closer look: anchors, tags and hashes; dashes without a space; deep nesting.

The patterns are run on every story, and each begins with signs that a search can find fast.
"""


class _AsWritten(Loader):
    """A YAML loader that keeps every scalar as text: no numbers, dates or booleans."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Return "" for every node, since no type is worked out."""
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing; the base class would track types that are not needed."""

    def ascend_resolver(self) -> None:
        """Do nothing; the base class would track types that are not needed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A position at which YAML parsing stopped, in lines of the parsed text counted from 0."""

    line: int
    begun: int
    """Line on which the unfinished construct began, such as a quotation."""
    deep: bool = False
    """Whether parsing stopped because of too deep nesting."""


def facts_of(header: str, first_line: int, reading: Reading) -> Group | None:
    """Return the facts in the header text; None, with a problem, if it holds no names with values.

    If the header cannot be parsed as a whole, each fact is parsed by itself, so that one slip hides no other.
    `first_line`: the line of the file on which the header begins.
    """
    found = _compose(header)
    if found is None:
        reading.tell(shape.no_facts(reading.at(first_line)))
        return None
    pairs = found.value if not isinstance(found, Fault) else None
    if pairs is not None:
        return _group(pairs, first_line, first_line, "", reading)
    return _one_by_one(header, first_line, reading)


def _compose(header: str) -> "yaml.MappingNode | Fault | None":
    """Return the parsed header, or the position at which parsing stopped; None if the header is empty."""
    whole = "\n" + header
    closely = any(sign.search(whole) for sign in _LOOK_CLOSER) or header.count("[") + header.count("{") > DEEPEST
    if closely and (fault := _look_closer(header)):
        return fault
    try:
        node = yaml.compose(header, Loader=_AsWritten)
    except yaml.YAMLError as stopped:
        return _fault(stopped)
    if node is None or isinstance(node, yaml.MappingNode):
        return node
    return Fault(node.start_mark.line, node.start_mark.line)


def _fault(stopped: yaml.YAMLError) -> Fault:
    at, begun = getattr(stopped, "problem_mark", None), getattr(stopped, "context_mark", None)
    line = at.line if at else 0
    return Fault(line, begun.line if begun else line)


def _look_closer(header: str) -> Fault | None:
    """Return the first place that YAML would read differently than its author meant, or that nests too deep."""
    lines = header.split("\n")
    depth = 0
    try:
        for event in yaml.parse(header, Loader=_AsWritten):
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                continue
            line = start.line
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                return Fault(line, line)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    return Fault(line, line, deep=True)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent) and not event.style:
                if end.line < len(lines) and re.match(r"[ \t]+#[^\s#]", lines[end.line][end.column :]):
                    return Fault(end.line, line)
                for run_on in range(line, min(end.line + 1, len(lines))):
                    if re.match(r"[ \t]*-[^\s\-\d]", lines[run_on]):
                        return Fault(run_on, line)
    except yaml.YAMLError as stopped:
        return _fault(stopped)
    return None


def _one_by_one(header: str, first_line: int, reading: Reading) -> Group | None:
    """Return the facts of a header that cannot be parsed as a whole; None if it holds none.

    Each fact is parsed by itself, and unreadable ones become `Unread`.
    """
    starts = [header.count("\n", 0, m.start()) for m in _NAME.finditer(header)]
    lines = header.rstrip("\n").split("\n")
    starts = sorted({0, *starts})
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    unread: dict[str, int] = {}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if len(reading.problems) >= MOST_FAULTS:
            break
        found = _mended_part(lines[start:end], start, first_line, reading)
        if found is not None:
            pairs += found
        elif begun := _NAME.match(lines[start]):
            unread[begun[0].rstrip(": \t")] = first_line + start
    group = _group(pairs, first_line, first_line, "", reading)
    for name, line in unread.items():
        group.values.setdefault(name, Unread(line))
        group.lines.setdefault(name, line)
    return group if group.lines else None


def _mended_part(
    lines: list[str], start: int, first: int, reading: Reading
) -> "list[tuple[yaml.Node, yaml.Node]] | None":
    """Return the facts in these lines after the corrections needed to parse them; None if no correction is known.

    `start`: number of the first line within the header. `first`: line of the file on which the header begins. Each
    correction is reported.
    """
    first_line = first + start
    for _ in range(MOST_FAULTS):
        found = _compose("\n" * start + "\n".join(lines))
        if not isinstance(found, Fault):
            return list(found.value) if found else []
        found = Fault(max(0, found.line - start), max(0, found.begun - start), found.deep)
        if found.deep:
            reading.tell(shape.too_deep(reading.at(first_line + found.line)))
            return None
        mend = mended(lines, found, _stops)
        if mend is None:
            line = min(found.line, len(lines) - 1)
            reading.tell(shape.unreadable_line(reading.at(first_line + line), lines[line].strip()))
            return None
        told = mend.wording(reading.at(first_line + mend.line), mend.written, mend.better)
        reading.tell(replace(told, changes=_changes(lines, mend.lines, first_line)) if mend.safe else told)
        lines = mend.lines
    return None


def _changes(before: list[str], after: list[str], first_line: int) -> tuple[Change, ...]:
    changed = zip(count(first_line), before, after, strict=False)
    return tuple(Change(line, was, now) for line, was, now in changed if was != now)


def _stops(lines: list[str]) -> int | None:
    """Return the line at which parsing would stop; None if it would not."""
    found = _compose("\n".join(lines))
    return found.line if isinstance(found, Fault) else None


def _group(pairs: "Iterable[tuple[yaml.Node, yaml.Node]]", line: int, first: int, name: str, reading: Reading) -> Group:
    """Return a YAML mapping as a group, and report names that occur twice or are no scalars.

    `line`: the group's line in the file. `first`: the header's first line in the file.
    """
    values: dict[str, Written] = {}
    lines: dict[str, int] = {}
    for key_node, node in pairs:
        key_line = key_node.start_mark.line + first
        key = key_node.value
        if type(key) is not str:
            reading.tell(shape.not_a_name(reading.at(key_line)))
            continue
        if key in lines:
            reading.tell(shape.written_twice(reading.at(key_line), key, lines[key]))
            continue
        lines[key] = key_line
        value = _value(node, first, key, reading)
        if value is not None:
            values[key] = value
    return Group(values, lines, line)


def _value(node: "yaml.Node", first: int, name: str, reading: Reading) -> Written | None:
    """Return a YAML node as written; None if it is empty."""
    held = node.value
    line = node.start_mark.line + first
    if isinstance(node, yaml.ScalarNode):
        # Empty values, and "null" as other programs write it, count as not given; in quotation marks "null" is a word.
        absent = (held in _ABSENT and not node.style) or not held.strip()
        return None if absent else Text(held, line)
    if not held:
        return None
    if isinstance(node, yaml.MappingNode):
        return _group(held, line, first, name, reading)
    items = tuple(item for part in held if (item := _value(part, first, name, reading)) is not None)
    return Several(items, line) if items else None
