"""The command that prints the editors' desk: as a table to read, for a spreadsheet, or for a program."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide import CACHE
from storyguide.front.door import say
from storyguide.front.terminal import in_colour, tell

if TYPE_CHECKING:
    from storyguide.model.desk import Desk, State

NOTHING, FOUND, COULD_NOT_RUN = 0, 1, 2
"""What the command returns; 1 only for what --fail-on asks about."""
UNUSED = "unused"


def desk(project: Path, asked: Namespace) -> int:
    """Tell how far every story has come, what it needs and who to ask."""
    from storyguide.engines.clock import today as this_day
    from storyguide.front.desk_as import as_csv, as_json, as_text

    wanted = [kind.strip() for given in asked.fail_on for kind in given.split(",") if kind.strip()]
    known = kinds()
    for kind in wanted:
        if kind not in known:
            near = get_close_matches(kind, known, n=1)
            say(f"“{kind}” is nothing the desk tells of. " + (f"Did you mean “{near[0]}”?" if near else ""))
            say(f"Choose from: {', '.join(known)}.")
            return COULD_NOT_RUN
    laid_out = lay_out(asked.root, today=this_day())
    if laid_out is None:
        return COULD_NOT_RUN
    if asked.json:
        tell(as_json(laid_out))
    elif asked.csv:
        tell(as_csv(laid_out))
    else:
        tell(as_text(laid_out, colour=in_colour()))
    found = sorted(set(wanted) & set(_present(laid_out)), key=wanted.index)
    if found:
        say(f"On the desk: {', '.join(found)}.")
    return FOUND if found else NOTHING


def lay_out(root: Path, *, today: date) -> "Desk | None":
    """The desk of the guide at root; None, its problems told, when nothing says which town it is of."""
    from storyguide import telling
    from storyguide.assembly import put_together, read_sources
    from storyguide.desk import desk_of, read_answers

    sources = read_sources(root, root / CACHE)
    assembly = put_together(sources, today=today, cache=root / CACHE)
    if sources.edition is None:
        say(telling.as_text(assembly.problems))
        return None
    return desk_of(
        sources.edition,
        sources.stories,
        assembly.problems,
        today=today,
        answers=read_answers(root),
        tins=sources.tins,
    )


def kinds() -> list[str]:
    """What --fail-on may ask about: the states and the needs, by the words that stand for them."""
    from storyguide.model.desk import Sort, State

    return list(dict.fromkeys([*(_kind(state) for state in State), *(sort.value for sort in Sort), UNUSED]))


def _kind(state: "State") -> str:
    return "-".join(state.value.removesuffix(" back").split())


def _present(laid_out: "Desk") -> Iterator[str]:
    for row in laid_out.rows:
        yield _kind(row.state)
        yield from (need.sort.value for need in row.needs)
    yield from (need.sort.value for need in laid_out.others)
    if laid_out.unused:
        yield UNUSED
