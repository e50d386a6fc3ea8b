"""Find the smallest change that makes unreadable YAML lines readable; every offered change has been tried."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from storyguide.model.problem import Problem
from storyguide.model.problems import shape
from storyguide.model.source import Source

Wording = Callable[[Source, str, str], Problem]
"""Function that builds a problem from its position, the text written and the corrected text."""

_PARTS = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*(?:[^\W\d][\w -]*:[ \t]+|(?<=-[ ])))(?P<value>\S.*?)[ \t]*")
_TIGHT = re.compile(r"^([ ]*(?:- +)?[^\W\d]\w*):(?=[^\s/])")
_DASHED = re.compile(r"([ \t]*-)(?=[^\s\-])")
_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")


class Stopped(Protocol):
    """A position at which parsing stopped, in lines counted from 0 (see `facts.Fault`)."""

    @property
    def line(self) -> int: ...
    @property
    def begun(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Mend:
    """A change after which parsing gets further."""

    lines: list[str]
    line: int
    """Number of the changed line, counted from 0."""
    written: str
    better: str
    wording: Wording

    @property
    def safe(self) -> bool:
        """Whether the change only affects layout: nothing hidden becomes visible, and nothing is guessed."""
        parts = _PARTS.fullmatch(self.written)
        is_list = parts is not None and parts["value"][0] in "[{"  # a list or group would become one text
        return self.wording in _ONLY_LAYOUT and " #" not in self.written and not is_list


_ONLY_LAYOUT = (
    shape.tab,
    shape.dash_without_space,
    shape.colon_without_space,
    shape.colon_in_value,
    shape.sign_at_start,
    shape.words_after_quotation,
)
"""Wordings of changes that only affect layout. Left out: text after a hash, which may be a private remark, and
changes that guess where something ends or belongs."""


def mended(lines: list[str], fault: Stopped, stops: Callable[[list[str]], int | None]) -> Mend | None:
    """Return the first change after which parsing gets beyond the fault; None if there is none.

    `stops`: function that returns the line at which parsing would stop, or None.
    """
    last = len(lines) - 1
    candidates = dict.fromkeys(
        line for line in (min(fault.line, last), fault.begun, min(fault.line, last) - 1) if 0 <= line <= last
    )
    for line in candidates:
        for wording, tried in _changes(lines, line):
            if tried == lines:
                continue
            stop = stops(tried)
            if stop is None or stop > max(fault.line, line):
                # For a wrongly indented line, its indentation is the very thing to show.
                better = tried[line] if wording is shape.tab else tried[line].strip()
                return Mend(tried, line, lines[line].strip(), better, wording)
    return None


def _changes(lines: list[str], line: int) -> Iterator[tuple[Wording, list[str]]]:
    """Yield changes to try at this line, each with the function that words its problem."""
    text = lines[line]
    for width in (2, 4, 1, 0) if line else (0, 2, 4):
        spaced = [_without_tabs(other, width) for other in lines]
        if "\t" in _indent(text):
            yield shape.tab, spaced
    if _DASHED.match(text):
        yield shape.dash_without_space, [_DASHED.sub(r"\1 ", other) for other in lines]
    yield shape.colon_without_space, _with(lines, line, _TIGHT.sub(r"\1: ", text, count=1))
    parts = _PARTS.fullmatch(text)
    if parts:
        lead, value = parts["lead"], parts["value"]
        if value[0] in "\"'" and value[0] not in value[1:]:
            yield shape.quotation_not_closed, _with(lines, line, lead + value + value[0])
        if value[0] in "[{":
            yield shape.bracket_not_closed, _with(lines, line, lead + value + ("]" if value[0] == "[" else "}"))
        if value.startswith("- "):
            yield shape.list_on_one_line, _with(lines, line, f"{lead}[{value[2:]}]")
        yield _why_quoted(value), _with(lines, line, lead + quoted(value))
    if text[:1] == " ":
        yield shape.wrongly_indented, _with(lines, line, text.lstrip())
    elif line:
        yield shape.not_indented, _with(lines, line, "  " + text)


def quoted(value: str) -> str:
    """Return the value in quotation marks, so that no sign in it has a special meaning in YAML."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _why_quoted(value: str) -> Wording:
    """Return the wording that says why a value needs quotation marks."""
    if value[0] in "\"'":
        return shape.words_after_quotation
    if value[0] in "@`%*&!|>[]{},#?-":
        return shape.sign_at_start
    if " #" in value:
        return shape.words_after_hash
    return shape.colon_in_value


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found[0] if found else ""


def _without_tabs(line: str, width: int) -> str:
    indent = _indent(line)
    return re.sub(r"-\s+", "- ", indent).replace("\t", " " * width) + line[len(indent) :]


def _with(lines: list[str], at: int, text: str) -> list[str]:
    return [*lines[:at], text, *lines[at + 1 :]]
