"""Report problems to the sender of a pull request: all of them in a summary, the worst ones in a comment."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from storyguide.model.problem import Problem
from storyguide.telling.markdown import as_code, in_words, plain, to_do
from storyguide.telling.phrases import counted, counted_elsewhere, in_order, number, worst_first

MARKER = "<!-- story-check -->"
"""First line of the comment, by which a later run finds it and replaces it."""

MOST_IN_COMMENT = 10
"""Most problems shown in a comment."""
_MOST_BYTES = 900_000
"""Longest summary in bytes. GitHub drops a summary of more than a mebibyte whole."""


def as_summary(problems: Iterable[Problem], *, elsewhere: int = 0, help_at: str = "") -> str:
    """Return every problem by file, as Markdown for the summary of a GitHub workflow run.

    help_at: address of the help page, if there is one; each problem then links to its heading there. Problems beyond
    the size that GitHub accepts are only counted.
    """
    ordered = in_order(problems)
    parts = [f"# {'What there is to mend' if ordered else 'Nothing to mend'}\n\n"]
    parts.append(f"{plain(counted(ordered))} {plain(counted_elsewhere(elsewhere))}".rstrip() + "\n")
    size, shown = 0, 0
    for path, group in groupby(ordered, lambda problem: problem.where.path):
        heading = f"\n## {as_code(path)}\n\n"
        for problem in group:
            part = heading + _item(problem, help_at)
            heading = ""
            size += len(part.encode())
            if size > _MOST_BYTES:
                return "".join((*parts, f"\nAnd {number(len(ordered) - shown, 'more problem')}.\n"))
            parts.append(part)
            shown += 1
    return "".join(parts)


def as_comment(problems: Iterable[Problem], *, elsewhere: int = 0, help_at: str = "") -> str:
    """Return one Markdown comment for the whole pull request: a thank-you, the worst problems, then what to do next."""
    ordered = worst_first(problems)
    held = sum(problem.blocks for problem in ordered)
    parts = [f"{MARKER}\n", greeting(len(ordered), held) + "\n"]
    for path, group in _by_file(ordered[:MOST_IN_COMMENT]):
        parts.append(f"\n**{as_code(path)}**\n\n")
        parts += [_item(problem, help_at) for problem in group]
    if (rest := len(ordered) - MOST_IN_COMMENT) > 0:
        parts.append(f"\nAnd {number(rest, 'more problem')}: the summary of this check tells all of them.\n")
    if ordered:
        parts.append(
            "\nChange the file and send it again: the check starts by itself, and this comment changes with it. "
            "If you are stuck, say so here and somebody will help.\n"
        )
    if elsewhere:
        parts.append(f"\n{plain(counted_elsewhere(elsewhere))} They are not yours to mend.\n")
    return "".join(parts)


def greeting(count: int, held: int) -> str:
    """Return the first line of a comment, for `count` problems of which `held` hold a story back."""
    if not count:
        return "**All good.** Thank you: the check found nothing to mend."
    if not held:
        thing = "There is one thing" if count == 1 else f"There are {count} things"
        return f"**Thank you.** Nothing is in the way. {thing} you may want to look at:"
    thing = "one thing needs" if held == 1 else f"{held} things need"
    return f"**Thank you.** Before this can be published, {thing} mending:"


def _by_file(problems: Sequence[Problem]) -> Iterator[tuple[str, list[Problem]]]:
    """Yield each file with its problems by line; files come in the order in which they first occur."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.where.path, []).append(problem)
    for path, group in files.items():
        yield path, in_order(group)


def _item(problem: Problem, help_at: str) -> str:
    where = f"**Line {problem.where.line}:** " if problem.where.line else ""
    first, *lines = to_do(problem.mend)
    more = f" [More]({help_at}#{problem.code})" if help_at else ""
    block = "".join(f"  {line}".rstrip() + "\n" for line in lines)
    return f"- {where}{in_words(problem.message)}<br>\n  *To mend it:* {first}{more}\n{block}"
