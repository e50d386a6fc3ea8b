"""Write a pull-request comment from an untrusted check's JSON report: from its codes, files and lines, never its words.

Run with nothing installed: python3 -m storyguide.telling.from_check FACTS HELP_PAGE HELP_ADDRESS SUMMARY_ADDRESS
"""

import json
import re
import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from storyguide.telling.data import VERSION
from storyguide.telling.phrases import number
from storyguide.telling.pull_request import MARKER, MOST_IN_COMMENT, greeting

MOST_BYTES = 4_000_000
"""Largest report read, in bytes; a larger one is refused."""
_MOST_LINES = 1_000_000
_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)
_PATH = re.compile(
    r"(?:stories|docs)(?:/(?!\.)[A-Za-z0-9\u00c0-\u017f_(),+.-]+(?: [A-Za-z0-9\u00c0-\u017f_(),+.-]+)*){1,6}"
    r"|published-addresses\.txt|mkdocs\.yml"
)
_LONGEST_PATH = 160


class NotFactsError(ValueError):
    """A report is not of the shape that our own check writes. The message quotes nothing of the report."""


class Fact(NamedTuple):
    """A problem as an untrusted report gives it, reduced to the parts that can be verified."""

    blocks: bool
    """Whether the problem holds a story back."""
    path: str
    """Path of the file from the guide's root; "" when it has more than plain letters, digits and a few signs."""
    line: int
    """Line of the file, from 1; 0 for the file as a whole."""
    code: str


def titles_in(help_page: str) -> dict[str, str]:
    """Return the title of every problem on our own help page, by problem code; each heading (###) is one."""
    return {title.lower().replace(" ", "-"): title for title in _HEADING.findall(help_page)}


def facts_in(left: bytes, titles: Mapping[str, str]) -> list[Fact]:
    """Parse an untrusted JSON report into facts.

    Raises NotFactsError when the report is too large, is not JSON, or has anything in it of another shape than our
    check writes.
    """
    if len(left) > MOST_BYTES:
        raise NotFactsError("What the check left is too long to be read.")
    try:
        whole = json.loads(left.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NotFactsError("What the check left is no JSON.") from None
    if not isinstance(whole, dict) or whole.get("version") != VERSION or not isinstance(whole.get("problems"), list):
        raise NotFactsError("What the check left is no list of problems.")
    return [_fact(each, titles) for each in whole["problems"]]


def _fact(said: object, titles: Mapping[str, str]) -> Fact:
    """Return one problem of an untrusted report as a fact; raises NotFactsError for any other shape."""
    if not isinstance(said, dict):
        raise NotFactsError("What the check left holds something that is no problem.")
    code, path, line, blocks = (said.get(name) for name in ("code", "path", "line", "blocks"))
    if not isinstance(code, str) or code not in titles:
        raise NotFactsError("What the check left names a problem that our page of help does not know.")
    if type(line) is not int or not 0 <= line <= _MOST_LINES or not isinstance(blocks, bool):
        raise NotFactsError("What the check left has a line that is no number, or does not say whether it blocks.")
    if not isinstance(path, str):
        raise NotFactsError("What the check left names no file.")
    return Fact(blocks, path if len(path) <= _LONGEST_PATH and _PATH.fullmatch(path) else "", line, code)


def comment_on(facts: list[Fact], titles: Mapping[str, str], *, help_at: str, summary_at: str) -> str:
    """Return the comment in Markdown, in our own words only.

    help_at: address of the help page. summary_at: address of the check's run, which tells the rest.
    """
    ordered = sorted(facts, key=lambda fact: (not fact.blocks, *fact[1:]))[:MOST_IN_COMMENT]
    lines = [MARKER, greeting(len(facts), sum(fact.blocks for fact in facts)), ""]
    for path, group in groupby(sorted(ordered, key=lambda fact: fact.path), lambda fact: fact.path):
        lines += [f"**`{path}`**" if path else "**A file whose name is not shown here**", ""]
        for fact in group:
            where = f"**Line {fact.line}:** " if fact.line else ""
            lines.append(f"- {where}[{titles[fact.code]}]({help_at}#{fact.code})")
        lines.append("")
    if rest := len(facts) - len(ordered):
        lines += [f"And {number(rest, 'more problem')}.", ""]
    if facts:
        lines += [
            f"[The check’s own summary]({summary_at}) tells each of them in full, with what to type instead. Change "
            "the file and send it again: the check starts by itself, and this comment changes with it. If you are "
            "stuck, say so here and somebody will help."
        ]
    return "\n".join(lines).rstrip() + "\n"


def main(left: str, help_page: str, help_at: str, summary_at: str) -> int:
    """Print the comment on standard output, or why there is none on standard error; return the exit status."""
    file = Path(left)
    if file.is_symlink() or not file.is_file():
        sys.stderr.write("There is nothing to say.\n")
        return 1
    try:
        with file.open("rb") as opened:
            titles = titles_in(Path(help_page).read_text(encoding="utf-8"))
            facts = facts_in(opened.read(MOST_BYTES + 1), titles)
    except NotFactsError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.buffer.write(comment_on(facts, titles, help_at=help_at, summary_at=summary_at).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
