"""The command that asks every address the guide leads to whether it is still there, and keeps the answers."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.front.door import say
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.checking.outside import Outward
    from storyguide.front.visiting import Visitor
    from storyguide.model.guide import Guide
    from storyguide.model.link import Answer
    from storyguide.model.problem import Problem

SOUND, COULD_NOT_RUN = 0, 2
FRESH = timedelta(days=7)
"""So long an answer is not asked for again."""


def links(project: Path, asked: Namespace) -> int:
    """Ask the addresses that were not asked of late, keep what they say, and tell which are dead."""
    from storyguide.assembly import read_sources
    from storyguide.checking import gone
    from storyguide.checking.outside import outward_of
    from storyguide.engines.clock import today as this_day
    from storyguide.front.visiting import Visitor
    from storyguide.reading.answers import FILE, read_answers

    today = this_day()
    sources = read_sources(asked.root, asked.root / CACHE)
    if sources.edition is None:
        say("There is no edition here that could be read. Type: python3 build.py check")
        return COULD_NOT_RUN
    taken_down = set(gone(sources.stories, today))
    stories = [story for story in sources.stories if story.slug not in taken_down]
    found = list(outward_of(sources.edition, stories, sources.tins))
    before = read_answers(asked.root)
    wanted = due(found, {} if asked.all else before, today)
    visitor = Visitor(about=sources.edition.repository, private=asked.private)
    answers = ask(asked.root, wanted, before, visitor, today=today, used={out.address for out in found})
    if answers is None:
        say("Not one address answered, so this computer is most likely offline. The list is left as it was.")
        return COULD_NOT_RUN
    tell(*_told(found, answers), f"The answers are in {FILE}.")
    return SOUND


def problems_outside(guide: "Guide | None", root: Path) -> "tuple[Problem, ...]":
    """The links that were dead when they were last asked; nothing is asked now."""
    from storyguide.checking.outside import check_outside, outward_of
    from storyguide.reading.answers import read_answers

    answers = read_answers(root) if guide else {}
    if guide is None or not answers:
        return ()
    return tuple(check_outside(outward_of(guide.edition, guide.stories, guide.tins), answers))


def due(found: "Iterable[Outward]", before: "Mapping[str, Answer]", today: date) -> list[str]:
    """The addresses that were never asked, or not of late."""
    addresses = sorted({out.address for out in found})
    return [one for one in addresses if one not in before or before[one].day <= today - FRESH]


def ask(
    root: Path,
    wanted: list[str],
    before: "Mapping[str, Answer]",
    visitor: "Visitor",
    *,
    today: date,
    used: set[str],
) -> "dict[str, Answer] | None":
    """The answers of all addresses that are used, once those wanted have been asked; kept even when broken off.

    None, and nothing kept, when there is no reaching anybody.
    """
    from storyguide.model.link import NO_ANSWER, NO_SUCH_HOST
    from storyguide.reading.answers import write_answers

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


def _told(found: "Iterable[Outward]", answers: "Mapping[str, Answer]") -> list[str]:
    """Each dead link with what may be done about it, and how many there are."""
    from storyguide.checking.outside import check_outside
    from storyguide.telling import as_text

    problems = list(check_outside(found, answers))
    return [as_text(problems)] if problems else [f"{len(answers):,} addresses were asked; not one is dead."]
