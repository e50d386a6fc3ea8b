"""Provide what all reports share: the order of problems, counts in words, and text made safe to show."""

import re
from collections.abc import Iterable, Sequence

from storyguide.model.problem import Problem

HELP = "docs/help/problems.md"
"""Path of the help page about problems, from the guide's root."""

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control, bidirectional and surrogate characters.

They could move, hide or turn round other text of a terminal or page, so a contributor's words are shown without them.
"""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line."""
    return sorted(problems, key=lambda problem: problem.where)


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems with those that hold a story back first, then by file and line."""
    return sorted(problems, key=lambda problem: (not problem.blocks, problem.where))


def counted(problems: Sequence[Problem]) -> str:
    """Return a sentence that says how many problems there are, in how many files, and how many hold a story back."""
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
    """Return a sentence that counts the problems outside the files asked about; "" when there are none."""
    if not count:
        return ""
    return f"Elsewhere in the guide there {'is' if count == 1 else 'are'} {number(count, 'more problem')}."


def title_of(problem: Problem) -> str:
    """Return a title for this sort of problem, made from its code: "missing-fact" gives "Missing fact"."""
    return problem.code.replace("-", " ").capitalize()


def shown(text: str) -> str:
    """Return text with each unseen or moving character replaced by U+FFFD; the length stays the same."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def number(count: int, thing: str) -> str:
    """Return a count with its noun, in the plural where needed: "1 file", "2 files"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
