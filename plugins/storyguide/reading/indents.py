"""Correct facts that belong under another fact but are not indented, or lack the dashes of a list."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from storyguide.model.problem import Change
from storyguide.model.problems import shape
from storyguide.reading.groups import Table
from storyguide.reading.written import Reading

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]*)?)(?P<name>[^\W\d]\w*):(?P<value>[ \t].*|)")
_EMPTY = re.compile(r"([^\W\d]\w*):[ \t]*(?:#.*)?")


class _Home(NamedTuple):
    """A fact made of other facts, as a table of fields describes it."""

    name: str
    is_list: bool
    inside: tuple[str, ...]
    outside: frozenset[str]
    """Names of the facts on the same level."""

    @property
    def first(self) -> str:
        """Name of the part that every item begins with."""
        return self.inside[0]


def pushed_in(header: str, first_line: int, rows: Table, reading: Reading) -> str:
    """Return the header with misplaced parts of facts indented and dashed, and report each; no line moves.

    `header`: text of the facts. `first_line`: line of the file on which it begins. `rows`: table of fields.
    """
    homes, signs = _homes_of(rows)
    if not homes or not signs.search("\n" + header):
        return header
    lines = header.split("\n")
    for at, line in enumerate(lines):
        found = _EMPTY.fullmatch(line)
        home = homes.get(found[1]) if found else None
        if home is None:
            continue
        better = list(_laid_out(home, lines, at + 1))
        changes = tuple(
            Change(first_line + number, lines[number], text) for number, text in better if lines[number] != text
        )
        if changes and _is_broken(home, lines, better):
            for number, text in better:
                lines[number] = text
            shown = [line, *(text for _, text in better)]
            reading.tell(shape.not_pushed_in(reading.at(changes[0].line), home.name, home.is_list, shown, changes))
    return "\n".join(lines)


@lru_cache(maxsize=8)
def _signs_of(names: tuple[str, ...], lists: tuple[str, ...], firsts: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for headers that may have a misplaced line; most headers do not match."""
    return re.compile(
        rf"\n(?:{'|'.join(names)}):[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*[^\W\d]\w*:"
        rf"|\n(?:{'|'.join(lists)}):[ \t]*(?:#.*)?\n(?:[ \t]*#.*\n)*[ \t]+[^\s#-]"
        rf"|\n(?:{'|'.join(firsts)}):"
        rf"|\n[ \t]*- *(?:{'|'.join(firsts)}):.*\n[ \t]*-[ \t]*[^\W\d]\w*:"
        rf"|\n([ \t]*)- *[^\W\d]\w*:.*\n(?:\1 +.*\n)*\1(?:{'|'.join(firsts)}):"
    )


def _homes_of(rows: Table) -> tuple[Mapping[str, _Home], re.Pattern[str]]:
    key = id(rows)
    if key not in _KNOWN:
        outside = frozenset(rows)
        homes = {
            row.name: _Home(row.name, "\n  - " in row.example, tuple(part.name for part in row.parts), outside)
            for row in rows.values()
            if row.parts
        }
        lists = tuple(home.name for home in homes.values() if home.is_list)
        inside = sorted({name for home in homes.values() for name in home.inside} - outside)
        _KNOWN[key] = homes, _signs_of(tuple(homes), lists or ("-",), tuple(inside))
    return _KNOWN[key]


_KNOWN: dict[int, tuple[Mapping[str, _Home], re.Pattern[str]]] = {}


def _laid_out(home: _Home, lines: list[str], start: int) -> Iterator[tuple[int, str]]:
    """Yield (line number, corrected line) of each line that belongs to this fact."""
    seen: set[str] = set()
    twice = {name for name in home.outside if sum(line.startswith(f"{name}:") for line in lines) > 1}
    only_dashed = _each_has_a_dash(home, lines, start)
    depth = 0
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        name = found["name"] if found else ""
        if not found or name not in home.inside:
            if line[:1] not in " \t" or not seen:
                return
            yield number, " " * max(len(line) - len(line.lstrip()) + depth, 6 if home.is_list else 4) + line.lstrip()
            continue
        flat = not found["indent"] and not found["dash"]
        if flat and name in home.outside and (name not in twice or not _may_begin(home, name, seen, lines, number)):
            return
        begins = home.is_list and (not seen or name in seen or (bool(found["dash"].strip()) and not only_dashed))
        seen = {name} if begins else seen | {name}
        lead = "  - " if begins else "    " if home.is_list else "  "
        depth = len(lead) - len(found["indent"] + found["dash"])
        yield number, f"{lead}{name}:{found['value']}"


def _may_begin(home: _Home, name: str, seen: set[str], lines: list[str], number: int) -> bool:
    """Return whether a line that could be a fact of its own is a part of this one, judging by its neighbours."""
    if seen:
        return name not in seen or name == home.first
    following = _LINE.fullmatch(lines[number + 1]) if number + 1 < len(lines) else None
    return name == home.first and following is not None and following["name"] in set(home.inside) - home.outside


def _each_has_a_dash(home: _Home, lines: list[str], start: int) -> bool:
    """Return whether every part of one item has a dash of its own, as if each were an item."""
    matches = (_LINE.fullmatch(line) for line in lines[start:] if line.strip())
    dashed = takewhile(lambda one: one is not None and one["name"] in home.inside and bool(one["dash"]), matches)
    block = [found for found in dashed if found]
    return len(block) > 1 and len({found["name"] for found in block}) > 1


def _is_broken(home: _Home, lines: list[str], better: list[tuple[int, str]]) -> bool:
    """Return whether the lines as written would be parsed differently, not just indented differently."""
    now = [lines[number] for number, _ in better]
    if any(line[:1] not in " \t-" for line in now):
        return True
    if not home.is_list:
        return False
    if any(line.lstrip().startswith("-") for line in now) and _is_ragged(now, [text for _, text in better]):
        return True
    dashes = [line.lstrip().startswith("-") for line in now]
    wanted = [text.lstrip().startswith("-") for _, text in better]
    return dashes != wanted and (sum(wanted) > 1 or any(dashes))


def _is_ragged(now: list[str], better: list[str]) -> bool:
    """Return whether the names within one item are not aligned."""
    column = 0
    for line, text in zip(now, better, strict=True):
        found = _LINE.fullmatch(line)
        if not found:
            continue
        at = len(found["indent"] + found["dash"])
        if text.lstrip().startswith("-"):
            column = at
        elif at != column:
            return True
    return False
