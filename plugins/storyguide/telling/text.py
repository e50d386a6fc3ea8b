"""Report problems as text for a terminal."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from storyguide.model.problem import Problem
from storyguide.telling.phrases import HELP, counted, counted_elsewhere, in_order, number, shown, title_of
from storyguide.telling.pointing import pointed_at

Lines = Callable[[str], Sequence[str]]
"""A function that returns the lines of a file of the guide, or an empty sequence when the file cannot be read."""

MOST_ALIKE = 10
"""Most problems of one code reported in full; whoever has read ten can do without the words of the eleventh."""
_MOST_PLACES = 10

_BOLD, _RED, _YELLOW, _GREEN, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[0m"


def as_text(
    problems: Iterable[Problem], *, colour: bool = False, lines: Lines | None = None, elsewhere: int = 0
) -> str:
    """Return each problem with its line and what to do, a blank line between files, and a count at the end.

    Of many problems of one code the first MOST_ALIKE are written in full, the others only by where they are. colour:
    use ANSI colours. lines: gives a file's lines, to show the place. elsewhere: number of problems outside the files
    asked about; only counted.
    """
    ordered = in_order(problems)
    seen: dict[str, int] = defaultdict(int)
    whole: list[Problem] = []
    more: dict[str, list[Problem]] = defaultdict(list)
    for problem in ordered:
        seen[problem.code] += 1
        (whole if seen[problem.code] <= MOST_ALIKE else more[problem.code]).append(problem)
    parts = []
    for path, group in groupby(whole, lambda problem: problem.where.path):
        written = lines(path) if lines else ()
        parts.append("".join(_in_full(problem, written, colour) for problem in group))
    parts += ["".join(_in_short(alike, colour)) for alike in more.values()]
    last = " ".join(filter(None, (counted(ordered), counted_elsewhere(elsewhere))))
    return "\n".join((*parts, last + "\n"))


def _in_full(problem: Problem, written: Sequence[str], colour: bool) -> str:
    where, message = shown(str(problem.where)), shown(problem.message)
    mend = shown(problem.mend).replace("\n", "\n    ")
    place: list[str] = []
    if 0 < problem.where.line <= len(written):
        place = [f"      {line}\n" for line in pointed_at(problem, written[problem.where.line - 1])]
    more = f"  More: {HELP}#{problem.code}\n"
    if not colour:
        return f"{where}: {message}\n{''.join(place)}  To mend it: {mend}\n{more}"
    tone = _RED if problem.blocks else _YELLOW
    if place:
        place[1] = f"{tone}{place[1]}{_PLAIN}"
    return (
        f"{_BOLD}{where}:{_PLAIN} {tone}{message}{_PLAIN}\n{''.join(place)}  {_GREEN}To mend it:{_PLAIN} {mend}\n{more}"
    )


def _in_short(alike: Sequence[Problem], colour: bool) -> Iterator[str]:
    """Yield how many further problems of one code there are, and the files and lines they are on."""
    files = {path: list(group) for path, group in groupby(alike, lambda problem: problem.where.path)}
    bold, plain = (_BOLD, _PLAIN) if colour else ("", "")
    yield f"{bold}{title_of(alike[0])}:{plain} and {len(alike):,} more like this, in {number(len(files), 'file')}.\n"
    for path, group in list(files.items())[:_MOST_PLACES]:
        numbers = [str(problem.where.line) for problem in group if problem.where.line]
        yield f"  {shown(path)}{_listed(numbers)}\n"
    if len(files) > _MOST_PLACES:
        yield f"  and {number(len(files) - _MOST_PLACES, 'more file')}\n"


def _listed(numbers: Sequence[str]) -> str:
    if not numbers:
        return ""
    rest = f" and {len(numbers) - _MOST_PLACES} more" if len(numbers) > _MOST_PLACES else ""
    return f", line{'' if len(numbers) == 1 else 's'} {', '.join(numbers[:_MOST_PLACES])}{rest}"
