"""Tells problems: as text for a terminal, as notes on a pull request, as HTML and as JSON."""

import json
import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from storyguide.model.problem import Problem

_BOLD, _RED, _YELLOW, _GREEN, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[0m"
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a contributor's words must not bring into a terminal."""


def as_text(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """Each problem in two lines, an empty line between files, and how many there are."""
    told = _in_order(problems)
    files = ["".join(_in_two_lines(p, colour) for p in group) for _, group in groupby(told, lambda p: p.where.path)]
    return "\n".join((*files, counted(told) + "\n"))


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are, in how many files, and how many of them hold a story back."""
    if not problems:
        return "Nothing to mend."
    count, held = len(problems), sum(problem.blocks for problem in problems)
    whole = f"{_number(count, 'problem')} in {_number(len({p.where.path for p in problems}), 'file')}"
    others = count - held
    if not others:
        return f"{whole}, to be mended before publishing."
    if not held:
        return f"{whole}; {'it keeps nothing' if count == 1 else 'none keeps anything'} from being published."
    keep = "keeps" if others == 1 else "keep"
    return f"{whole}: {held} to be mended before publishing, {others} that {keep} nothing back."


def as_annotations(problems: Iterable[Problem]) -> str:
    """One workflow command a line, which GitHub shows beside the line of the file in a pull request."""
    return "".join(_annotation(problem) for problem in _in_order(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects, for other programs."""
    told = [
        {
            "code": problem.code,
            "path": problem.where.path,
            "line": problem.where.line,
            "message": problem.message,
            "mend": problem.mend,
            "blocks": problem.blocks,
        }
        for problem in _in_order(problems)
    ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_html(problems: Iterable[Problem]) -> str:
    """A list for a page; "" when there is nothing to tell."""
    items = "".join(
        f'<li class="problem{"" if problem.blocks else " problem--note"}">'
        f"<p><strong>{escape(str(problem.where))}:</strong> {escape(problem.message)}</p>"
        f"<p>To mend it: {_broken(escape(problem.mend))}</p></li>\n"
        for problem in _in_order(problems)
    )
    return f'<ul class="problems">\n{items}</ul>\n' if items else ""


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.where)


def _in_two_lines(problem: Problem, colour: bool) -> str:
    where, message = _shown(str(problem.where)), _shown(problem.message)
    mend = _shown(problem.mend).replace("\n", "\n    ")
    if not colour:
        return f"{where}: {message}\n  To mend it: {mend}\n"
    tone = _RED if problem.blocks else _YELLOW
    return f"{_BOLD}{where}:{_PLAIN} {tone}{message}{_PLAIN}\n  {_GREEN}To mend it:{_PLAIN} {mend}\n"


def _shown(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _broken(html: str) -> str:
    return html.replace("\n", "<br>\n")


def _annotation(problem: Problem) -> str:
    command = "error" if problem.blocks else "warning"
    line = f",line={problem.where.line}" if problem.where.line else ""
    title = _in_property(problem.code.replace("-", " ").capitalize())
    said = _in_message(f"{problem.message}\nTo mend it: {problem.mend}")
    return f"::{command} file={_in_property(problem.where.path)}{line},title={title}::{said}\n"


def _in_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
