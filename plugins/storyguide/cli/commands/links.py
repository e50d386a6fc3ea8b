"""The command that asks every address the guide leads to whether it is still there, and keeps the answers."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.cli.command import Command, Topic
from storyguide.cli.terminal import say, tell

if TYPE_CHECKING:
    from storyguide.checking.outside import Outward
    from storyguide.model.link import Answer

SOUND, COULD_NOT_RUN = 0, 2


COMMAND = Command(
    topic=Topic.GUIDE,
    rank=6,
    help="ask every address the guide leads to whether it is still there",
    description=(
        "Slowly and politely, one at a time of each website; what was asked in the last week is left alone. "
        "The answers are kept in stories/links.txt, which check and desk read."
    ),
    examples=("links", "links --all"),
    not_done="The answers were not kept.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("--all", action="store_true", help="ask again what was asked in the last week, too")
    parser.add_argument(
        "--private", action="store_true", help="ask addresses on your own network too, which is refused otherwise"
    )


def run(project: Path, asked: Namespace) -> int:
    """Ask the addresses that were not asked of late, keep what they say, and tell which are dead."""
    from storyguide.checking import gone
    from storyguide.checking.outside import outward_of
    from storyguide.editing.link_visitor import Visitor
    from storyguide.editing.outside_links import ask, due
    from storyguide.reading.answers import FILE, read_answers
    from storyguide.site.assembly import read_sources

    today = date.today()
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
    answers = ask(asked.root, wanted, before, visitor, today=today, used={out.address for out in found}, say=say)
    if answers is None:
        say("Not one address answered, so this computer is most likely offline. The list is left as it was.")
        return COULD_NOT_RUN
    tell(*_told(found, answers), f"The answers are in {FILE}.")
    return SOUND


def _told(found: "Iterable[Outward]", answers: "Mapping[str, Answer]") -> list[str]:
    """Each dead link with what may be done about it, and how many there are."""
    from storyguide.checking.outside import check_outside
    from storyguide.telling import as_text

    problems = list(check_outside(found, answers))
    return [as_text(problems)] if problems else [f"{len(answers):,} addresses were asked; not one is dead."]
