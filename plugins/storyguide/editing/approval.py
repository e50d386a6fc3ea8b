"""Writes into a story's file that its storyteller said yes, when, and to which wording, and touches nothing else."""

import re
from dataclasses import replace
from datetime import date

from storyguide.model.story import Story
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.metadata import read_metadata
from storyguide.reading.story import read_story
from storyguide.reading.written import Reading

_DAY, _MARK = "approved_on", "approved_words"


def approved(data: bytes, day: date) -> bytes | None:
    """The file with this day and the mark of its wording; None when that cannot be done without touching more."""
    metadata = read_metadata(data, Reading(""))
    before, _ = read_story(data, path="", slug="a-story")
    if metadata is None or before is None:
        return None
    mark = mark_of_wording(before)
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    stands = metadata.facts.lines
    for name, value in ((_DAY, day.isoformat()), (_MARK, mark)):
        if name in stands:
            lines[stands[name] - 1] = _with(lines[stands[name] - 1], name, value)
    at = stands.get(_DAY)
    if at is None:
        at = stands.get(_MARK, metadata.body_line - 1)  # else before the line that closes the facts
        lines.insert(at - 1, f"{_DAY}: {day.isoformat()}{ending}")
    if _MARK not in stands:
        lines.insert(at, f"{_MARK}: {mark}{ending}")
    after = "\n".join(lines).encode("utf-8", "surrogateescape")
    story, _ = read_story(after, path="", slug="a-story")
    kept = story and (story.approved_on, story.approved_words) == (day, mark) and _bare(story) == _bare(before)
    return after if kept else None


def _with(line: str, name: str, value: str) -> str:
    """The line with another value; a remark behind it stays."""
    return re.sub(rf"^([ \t]*{name}[ \t]*:)[^#\r]*?((?:[ \t]+#[^\r]*)?\r?)$", rf"\g<1> {value}\g<2>", line)


def _bare(story: Story) -> Story:
    words = replace(story.words, lines={})
    return replace(story, approved_on=None, approved_words="", wording="", lines={}, written={}, words=words)
