"""The desk as text for a terminal, as a spreadsheet and as data."""

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from enum import Enum
from io import StringIO
from textwrap import wrap

from storyguide.model.desk import Desk, Need, Row, State
from storyguide.model.source import Source
from storyguide.telling.phrases import shown

WIDTH = 80
_INDENT = "    "
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_COUNTED = 22
"""Columns on the right of a title for how long it is, and who can read it."""

_HEADINGS = {
    State.HELD: "Held back until mended",
    State.WITH_STORYTELLER: "With the storyteller, for their yes",
    State.REVIEW: "In review",
    State.DRAFT: "Drafts",
    State.IDEA: "Ideas",
    State.READY: "Ready, waiting for their day",
    State.REVIEW_DUE: "Published, and due for another look",
    State.PUBLISHED: "Published",
    State.GONE: "Taken down",
}
_COLUMNS = (
    *("folder", "title", "state", "kind", "whose", "places", "language", "words", "reading age"),
    *("told on", "publish on", "review on", "consent until"),
    *("needs", "what they are about", "who to ask", "file", "line"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for something to work out."""


def as_text(desk: Desk, *, colour: bool = False) -> str:
    """Every story by state, each with what it needs; at most WIDTH columns wide."""
    strong, plain = (_BOLD, _PLAIN) if colour else ("", "")
    lines = [*wrap(f"The desk of {desk.name}, {_day(desk.day)}", WIDTH), *_wrapped(_tally(desk)), ""]
    for state in State:
        if rows := desk.in_state(state):
            lines += [f"{strong}{_HEADINGS[state]} ({len(rows):,}){plain}", ""]
            for row in rows:
                lines += _of_row(row, strong, plain)
            if lines[-1]:
                lines.append("")
    if desk.others:
        lines += [f"{strong}The edition and the tins{plain}", ""]
        for need in desk.others:
            lines += _of_need(need, "")
        lines.append("")
    if desk.unused:
        lines += [f"{strong}Words no published story uses{plain}", ""]
        lines += [line for one in desk.unused for line in _wrapped(f"{one.what}: {', '.join(one.names)}", "  ")]
        lines.append("")
    return "\n".join((*lines, *_wrapped(_links(desk)))) + "\n"


def as_csv(desk: Desk) -> str:
    """A line for every story."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in desk.rows:
        first = row.needs[0].where if row.needs else row.where
        writer.writerow(
            _harmless(value)
            for value in (
                *(row.slug, row.title, row.state.value, row.kind, row.credit, row.places, row.language),
                *(row.words or "", row.age or "", row.told_on, row.publish_on, row.review_on, row.consent_until),
                " | ".join(f"{need.words} {need.mend}".strip().replace("\n", " ") for need in row.needs),
                ", ".join(dict.fromkeys(need.sort.value for need in row.needs)),
                ", ".join(dict.fromkeys(need.whom.value for need in row.needs)),
                *(first.path, first.line or ""),
            )
        )
    return out.getvalue()


def as_json(desk: Desk) -> str:
    """All of it."""
    return json.dumps(asdict(desk), ensure_ascii=False, indent=2, default=_plain) + "\n"


def _tally(desk: Desk) -> str:
    if not desk.rows:
        return "Nothing lies on it yet. Begin a story with: python3 build.py new"
    counts = [f"{len(rows):,} {state.value}" for state in State if (rows := desk.in_state(state))]
    asking = sum(bool(row.needs) for row in desk.rows)
    return f"{', '.join(counts)}. " + (f"Needing something: {asking:,}." if asking else "Nothing to do today.")


def _of_row(row: Row, strong: str, plain: str) -> Iterator[str]:
    counted = f"{row.words:,} words" if row.words else ""
    counted += f", age {row.age}" if row.age else ""
    first, *rest = wrap(shown(row.title), WIDTH - 2 - _COUNTED) or [""]
    yield f"  {strong}{first}{plain}{counted.rjust(WIDTH - 2 - len(first))}".rstrip()
    yield from (f"  {strong}{line}{plain}" for line in rest)
    if not row.needs:
        return
    yield from _wrapped(row.where.path, "  ")
    for need in row.needs:
        yield from _of_need(need, row.where.path)
    yield ""


def _of_need(need: Need, beside: str) -> Iterator[str]:
    whom = f"{need.whom.value[0].upper()}{need.whom.value[1:]}"
    if need.where.path != beside:
        yield from _wrapped(str(need.where), "  ")
    line = f" (line {need.where.line})" if need.where.line and need.where.path == beside else ""
    yield from _wrapped(f"{whom}: {need.words}{line}", _INDENT)
    for each in need.mend.split("\n"):
        yield from _wrapped(each, _INDENT + "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(shown(text), WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _links(desk: Desk) -> str:
    out = desk.outside
    if not out.addresses:
        return "The guide leads nowhere else."
    if out.latest is None:
        return f"Links out of the guide: {out.addresses:,}, none looked at yet. To look: python3 build.py links"
    return f"Links out of the guide: {out.addresses:,}, {out.asked:,} looked at, the last on {_day(out.latest)}."


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Source):
        return str(value)
    raise TypeError(type(value))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
