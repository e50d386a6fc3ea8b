"""What all ways of telling share: the order of problems, how they are counted, and what may be shown of a text."""

import re
from collections.abc import Iterable, Sequence

from storyguide.model.problem import Problem

HELP = "docs/help/problems.md"

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a contributor's words must not bring into a terminal or a page: signs that move, hide or turn others round."""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file and line."""
    return sorted(problems, key=lambda problem: problem.where)


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """What holds a story back before what does not; else by file and line."""
    return sorted(problems, key=lambda problem: (not problem.blocks, problem.where))


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are, in how many files, and how many of them hold a story back."""
    if not problems:
        return "Nothing to mend."
    count, held = len(problems), sum(problem.blocks for problem in problems)
    whole = f"{number(count, 'problem')} in {number(len({p.where.path for p in problems}), 'file')}"
    others = count - held
    if not others:
        return f"{whole}, to be mended before publishing."
    if not held:
        return f"{whole}; {'it keeps nothing' if count == 1 else 'none keeps anything'} from being published."
    keep = "keeps" if others == 1 else "keep"
    return f"{whole}: {held} to be mended before publishing, {others} that {keep} nothing back."


def counted_elsewhere(count: int) -> str:
    """How many problems there are outside what was asked about; "" when there are none."""
    if not count:
        return ""
    return f"Elsewhere in the guide there {'is' if count == 1 else 'are'} {number(count, 'more problem')}."


def title_of(problem: Problem) -> str:
    """The name of this sort of problem, as a reader would say it."""
    return problem.code.replace("-", " ").capitalize()


def shown(text: str) -> str:
    """The text with nothing unseen in it, letter for letter."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def number(count: int, thing: str) -> str:
    """So many of them: "1 file", "2 files"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
