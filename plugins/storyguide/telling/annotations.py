"""Report problems as GitHub workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterable

from storyguide.model.problem import Problem
from storyguide.telling.phrases import number, shown, title_of, worst_first

MOST = 10
"""GitHub shows at most this many errors of one workflow step, and drops the others without saying so."""


def as_annotations(problems: Iterable[Problem], *, most: int = MOST) -> str:
    """Return workflow commands, one a line: the worst `most` problems, then a notice that counts those left out."""
    ordered = worst_first(problems)
    lines = [_annotation(problem) for problem in ordered[:most]]
    if rest := ordered[most:]:
        more = f"{number(len(rest), 'more problem')}"
        said = "The summary of this check tells all of them, each with what to type instead."
        lines.append(f"::notice title=And {_in_property(more)}::{_in_message(said)}\n")
    return "".join(lines)


def _annotation(problem: Problem) -> str:
    command = "error" if problem.blocks else "warning"
    line = f",line={problem.where.line}" if problem.where.line else ""
    title = _in_property(title_of(problem))
    said = _in_message(f"{problem.message}\nTo mend it: {problem.mend}")
    return f"::{command} file={_in_property(problem.where.path)}{line},title={title}::{said}\n"


def _in_message(text: str) -> str:
    """Escape text for a workflow command: `%`, CR and LF would end the command, and unseen characters are replaced."""
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
