"""Read and write stories/links.txt, the list of answers that outside web addresses gave when last requested.

Each line is one answer, and the lines are sorted, so that two versions of the list merge easily.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from storyguide.model.link import Answer
from storyguide.transaction import write_whole

FILE = "stories/links.txt"
"""Path of the list from the guide's root."""
_HEAD = """\
# What the addresses answered that the guide leads to: address, answer, day it was asked, first day it failed.
# Written by: python3 build.py links
"""


def read_answers(root: Path) -> dict[str, Answer]:
    """Return the recorded answers by address; empty if there is no list.

    Unreadable lines are skipped, so their addresses count as never requested.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    found = (_read(line) for line in text.splitlines())
    return {answer.address: answer for answer in found if answer}


def write_answers(root: Path, answers: Iterable[Answer]) -> None:
    """Write the list of answers in one step: if writing fails, the old file stays."""
    lines = [_written(answer) for answer in sorted(answers, key=lambda answer: answer.address)]
    write_whole(root / FILE, (_HEAD + "".join(f"{line}\n" for line in lines)).encode())


def _read(line: str) -> Answer | None:
    parts = line.split(" ")
    if len(parts) not in (3, 4) or not parts[0].startswith(("http://", "https://")):
        return None
    try:
        days = [date.fromisoformat(day) for day in parts[2:]]
    except ValueError:
        return None
    return Answer(address=parts[0], status=parts[1], day=days[0], since=days[1] if len(days) == 2 else None)


def _written(answer: Answer) -> str:
    since = f" {answer.since.isoformat()}" if answer.since else ""
    return f"{answer.address} {answer.status} {answer.day.isoformat()}{since}"
