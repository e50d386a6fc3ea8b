"""Addresses that the guide leads to: which are due to be asked, and what they answered (`stories/links.txt`)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.checking.outside import Outward, check_outside, outward_of
from storyguide.model.guide import Guide
from storyguide.model.link import NO_ANSWER, NO_SUCH_HOST, Answer
from storyguide.model.problem import Problem
from storyguide.reading.answers import read_answers, write_answers

if TYPE_CHECKING:
    from storyguide.editing.link_visitor import Visitor  # checking reads the answers, and waits for no network code

FRESH = timedelta(days=7)
"""So long an answer is not asked for again."""


def problems_outside(guide: Guide | None, root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with links that were dead when they were last asked; nothing is asked now."""
    answers = read_answers(root) if guide else {}
    if guide is None or not answers:
        return ()
    return tuple(check_outside(outward_of(guide.edition, guide.stories, guide.tins), answers))


def due(found: Iterable[Outward], before: Mapping[str, Answer], today: date) -> list[str]:
    """Return the addresses that were never asked, or last 7 days ago or more, in order."""
    addresses = sorted({out.address for out in found})
    return [one for one in addresses if one not in before or before[one].day <= today - FRESH]


def ask(
    root: Path,
    wanted: list[str],
    before: Mapping[str, Answer],
    visitor: "Visitor",
    *,
    today: date,
    used: set[str],
    say: Callable[[str], None],
) -> dict[str, Answer] | None:
    """Ask the addresses wanted; keep and return the answers of all that are used, and keep them even when broken off.

    None, and nothing kept, when nobody can be reached. say: tells how many are asked.
    """
    answers = {address: answer for address, answer in before.items() if address in used}
    reached = not wanted
    say(f"Asking {len(wanted):,} of {len(used):,} addresses. Ctrl+C stops it, and keeps what was learnt.")
    try:
        for answer in visitor.visit(wanted, today=today):
            reached = reached or answer.status not in (NO_ANSWER, NO_SUCH_HOST)
            earlier = before.get(answer.address)
            since = (earlier.since if earlier and earlier.since else today) if answer.fails else None
            answers[answer.address] = replace(answer, since=since)
    finally:
        if reached:
            write_answers(root, answers.values())
    return answers if reached else None
