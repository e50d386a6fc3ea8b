"""Reads the facts at the top of a file as they were written, and says which lines cannot be made out."""

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
except ImportError:  # the parser written in Python, where the library was built without its C part
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 12
MOST_FAULTS = 20
"""A file with more faults than this is not a story with slips in it, and looking on would take long."""

_ABSENT = frozenset(("", "~", "null"))
_NAME = re.compile(r"^[^\W\d]\w*[ \t]*:", re.MULTILINE)
_LOOK_CLOSER = (
    re.compile(r"[&*!](?<=[\s\[{,:-].)(?=\S)|#(?<=[ \t]#)(?=[^\s#])"),
    re.compile(r"\n(?:[ \t]*-[^\s\-]|[ ?:-]{20})"),
)
"""Signs that point elsewhere or hide the words after them; then dashes without a space, and deep stairs.

Two expressions, since each begins with what a search can leap to; they are asked of every story.
"""


class _AsWritten(Loader):
    """Every value is the text it was written as: nothing is taken for a number, a date, a yes or a no."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """No kind is worked out for any value, so neither is the way to it below."""
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing."""

    def ascend_resolver(self) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where reading stopped, counted in lines of what was being read, from 0."""

    line: int
    begun: int
    """Line of what had been begun there, such as a quotation."""
    deep: bool = False


def facts_of(header: str, first_line: int, reading: Reading) -> Group | None:
    """The facts in these lines; None, and a problem, when they are not names with values at all.

    When they cannot be read as a whole, each is read by itself, so that one slip hides no other.
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
    """The facts as the parser sees them, or where it stopped; None when there is nothing."""
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
    """The first thing that would be read as something other than what its writer meant, or nests too deep."""
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
    """What these lines hold, mended as far as needed to be read, with each mend told; None when no mend is known.

    They begin at line start of the whole, whose first is that line of the file; what they hold keeps its place.
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
    """The line at which reading these would stop; None when it would not."""
    found = _compose("\n".join(lines))
    return found.line if isinstance(found, Fault) else None


def _group(pairs: "Iterable[tuple[yaml.Node, yaml.Node]]", line: int, first: int, name: str, reading: Reading) -> Group:
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
    held = node.value
    line = node.start_mark.line + first
    if isinstance(node, yaml.ScalarNode):
        # Nothing, and "null" as other programs write it, count as not given; between quotation marks it is a word.
        absent = (held in _ABSENT and not node.style) or not held.strip()
        return None if absent else Text(held, line)
    if not held:
        return None
    if isinstance(node, yaml.MappingNode):
        return _group(held, line, first, name, reading)
    items = tuple(item for part in held if (item := _value(part, first, name, reading)) is not None)
    return Several(items, line) if items else None
