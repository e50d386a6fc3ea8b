"""The command that takes in what people send: makes the draft, then says what was done and what is missing."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from storyguide.front.outcome import near, progress
from storyguide.front.safety_net import done_already
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.intake.draft import Draft
    from storyguide.model.problem import Problem

COULD_NOT = 2
FEW = 3
"""Photos that are made before anybody wonders."""


def intake(project: Path, asked: Namespace) -> int:
    """Make a draft story of what was sent in."""
    from storyguide.intake.arriving import read_arrival
    from storyguide.intake.draft import made_of, write
    from storyguide.intake.manuscript import Refused

    try:
        came = read_arrival(asked.source)
        draft = came if isinstance(came, Refused) else made_of(came, asked.source.stem, _progress())
        if isinstance(draft, Refused):
            tell(f"Nothing was taken in: {draft.why}.", f"  What to do: {draft.instead}.")
            return 1
        story = write(draft, asked.root)
    except FileNotFoundError as failure:
        missing = near(Path(failure.filename or asked.source))
        tell(f"Nothing was taken in: there is no “{missing}”. Look at its name and its folder.")
        return COULD_NOT
    except OSError as failure:
        tell(f"Nothing was taken in: {near(Path(failure.filename or asked.source))}: {failure.strerror or failure}.")
        return COULD_NOT
    with done_already(f"A draft was made in {near(story)}, but what it lacks could not be checked."):
        tell(*_told(draft, story, _missing(story, asked.root)))
    return 0


def _progress() -> Callable[[int, int], None]:
    """Photos take their time, and whoever waits for many wants to see it."""
    told = progress()
    return lambda done, of: told("Photos", done, of) if of > FEW else None


def _missing(story: Path, root: Path) -> "list[Problem]":
    """What checking says of the new story, which is what a person must still see to."""
    from storyguide.assembly import assemble
    from storyguide.engines.clock import today as this_day

    path = story.relative_to(root).as_posix()
    return [problem for problem in assemble(root, today=this_day()).problems if problem.where.path == path]


def _told(draft: "Draft", story: Path, missing: "Sequence[Problem]") -> Iterator[str]:
    from storyguide.intake.markdown import UNSEEN

    photos = f", with {len(draft.photos)} photo{'' if len(draft.photos) == 1 else 's'}" if draft.photos else ""
    yield f"Made a draft in {near(story)}{photos}. Until its status is “ready” it is not published."
    if draft.remarks:
        yield "\nWhat was done, and what to look at:"
        yield from (f"  - {remark}" for remark in draft.remarks)
    if draft.photos:
        yield "  - Photos were made anew: nothing is left in them of the place, the time or the device."
        yield (
            "  - Look at each photo. If anybody can be recognised, say so under “people”, "
            "and under “permission” how they agreed."
        )
    for cut in draft.cuts:
        yield f"\nNot taken into the story, and kept nowhere but here - {cut.what}:"
        yield indent(UNSEEN.sub("", cut.words.replace("\r", "")), "  | ", lambda line: True)
    if missing:
        yield "\nWhat is still missing, or to be looked at, which only a person can do:"
        yield from (f"  - line {problem.where.line}: {UNSEEN.sub('', problem.message)}" for problem in missing)
        yield f"\nFor what to type there: python3 build.py check {near(story.parent)}"
    else:
        yield "\nNothing is missing but somebody’s eye on it."
    yield "To see how it will look: python3 build.py serve"
