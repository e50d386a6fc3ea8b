"""The command that says what needs mending, and mends what is safe to mend."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import say
from storyguide.front.scope import NoSuchPathError, scope
from storyguide.front.terminal import in_colour, tell

if TYPE_CHECKING:
    from storyguide.assembly import Assembly
    from storyguide.model.problem import Problem

SOUND, PROBLEMS, COULD_NOT_RUN = 0, 1, 2
"""What the command returns. Problems that keep nothing from being published count as none, unless --strict is asked."""


def check(project: Path, asked: Namespace) -> int:
    """Tell every problem of every file, or of what was asked about."""
    try:
        return _checked(asked.root, asked)
    except NoSuchPathError as nowhere:
        say(str(nowhere))
    except OSError as trouble:
        from storyguide.engines.faults import in_words

        if asked.fix:
            say(f"What is named above is mended, and nothing else. {in_words(trouble, asked.root, option='')}")
        else:
            named = f" “{trouble.filename}”" if trouble.filename else ""
            say(f"The edition could not be read:{named} {trouble.strerror or 'something is wrong with it'}.")
    return COULD_NOT_RUN


def _checked(root: Path, asked: Namespace) -> int:
    from storyguide.assembly import assemble
    from storyguide.engines.clock import today as this_day
    from storyguide.engines.ledger import keep_addresses, lacking_addresses, lost_addresses
    from storyguide.engines.parts import find_parts
    from storyguide.engines.security_txt import running_out
    from storyguide.front.downloads import problems_on_paper
    from storyguide.front.links import problems_outside
    from storyguide.last_net import around_faults
    from storyguide.reading.edition import EDITION

    today = this_day()
    within = scope(root, asked.paths)
    if not (root / EDITION).is_file():
        say(f"There is no file {EDITION} here, which says what town the guide is of; so nothing could be checked.")
        return COULD_NOT_RUN
    if asked.fix:
        out = tell if asked.format == "text" else say
        _fix(root, within, today, out)
        out("")
    assembly = assemble(root, today=today)
    assembly, found = around_faults(
        assembly,
        lambda read: problems_on_paper(read.guide, root, faces=find_parts()) + problems_outside(read.guide, root),
    )
    if asked.fix and assembly.guide and lacking_addresses(assembly):
        keep_addresses(root, assembly.guide)
    found += (*lost_addresses(assembly), *lacking_addresses(assembly), *running_out(assembly.guide))
    assembly = replace(assembly, problems=(*assembly.problems, *found))
    # An edition that cannot be read keeps every story from being looked at whole, so it is always told of.
    told = [
        p for p in assembly.problems if within(p.where.path) or (assembly.guide is None and p.where.path == EDITION)
    ]
    tell(_TOLD_AS[asked.format](told, root, assembly))
    return PROBLEMS if any(problem.blocks or asked.strict for problem in told) else SOUND


def _fix(root: Path, within: Callable[[str], bool], today: date, out: Callable[[str], None]) -> None:
    from storyguide.front.fixing import fix

    changed = 0
    for path, done in fix(root, within, today=today):
        changed += len(done)
        out("\n".join((path, *(f"  {each}" for each in done))))
    things = "thing" if changed == 1 else "things"
    out(f"Mended {changed} {things}." if changed else "There was nothing that can be mended without you.")


def _as_text(told: "Sequence[Problem]", root: Path, assembly: "Assembly") -> str:
    from storyguide import telling
    from storyguide.reading.lines import lines_of

    elsewhere = len(assembly.problems) - len(told)
    return telling.as_text(told, colour=in_colour(), lines=lines_of(root), elsewhere=elsewhere)


def _as_annotations(told: "Sequence[Problem]", root: Path, assembly: "Assembly") -> str:
    from storyguide import telling

    return telling.as_annotations(told)


def _as_json(told: "Sequence[Problem]", root: Path, assembly: "Assembly") -> str:
    from storyguide import telling

    return telling.as_json(told, elsewhere=len(assembly.problems) - len(told))


def _as_summary(told: "Sequence[Problem]", root: Path, assembly: "Assembly") -> str:
    from storyguide import telling

    elsewhere = len(assembly.problems) - len(told)
    return telling.as_summary(told, elsewhere=elsewhere, help_at=_help_at(assembly))


def _as_comment(told: "Sequence[Problem]", root: Path, assembly: "Assembly") -> str:
    from storyguide import telling

    elsewhere = len(assembly.problems) - len(told)
    return telling.as_comment(told, elsewhere=elsewhere, help_at=_help_at(assembly))


_TOLD_AS = {
    "text": _as_text,
    "github": _as_annotations,
    "summary": _as_summary,
    "comment": _as_comment,
    "json": _as_json,
}


def _help_at(assembly: "Assembly") -> str:
    """Where the page of help can be read: on the published guide, else in the repository; "" when neither is known."""
    from storyguide.telling import HELP

    if site := os.environ.get("SITE_ADDRESS"):
        return f"{site.rstrip('/')}/{HELP.removeprefix('docs/').removesuffix('.md')}/"
    repository = assembly.guide.edition.repository if assembly.guide else ""
    return f"{repository.rstrip('/')}/blob/HEAD/{HELP}" if repository else ""
