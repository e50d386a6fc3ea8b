"""Writes into a story's file which addresses it had before, and touches nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from storyguide.model.story import Story
from storyguide.reading.metadata import read_metadata
from storyguide.reading.story import read_story
from storyguide.reading.written import Reading

_KEY = "also_at"


def with_also_at(data: bytes, slugs: Sequence[str]) -> bytes | None:
    """The file with these as its older addresses; None when that cannot be done without touching more."""
    metadata = read_metadata(data, Reading(""))
    before, _ = read_story(data, path="", slug="a-story")
    if metadata is None or before is None:
        return None
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    first = metadata.facts.lines.get(_KEY)
    end = metadata.body_line - 1  # the line that closes the facts
    if first is None:
        first = last = end
    else:
        last = min((line for line in metadata.facts.lines.values() if line > first), default=end)
        while last > first + 1 and lines[last - 2].strip()[:1] in ("", "#"):
            last -= 1  # what stands before the next fact is that one's
    ending = "\r" if lines[0].endswith("\r") else ""
    entry = [f"{_KEY}: [{', '.join(slugs)}]{ending}"] if slugs else []
    after = "\n".join([*lines[: first - 1], *entry, *lines[last - 1 :]]).encode("utf-8", "surrogateescape")
    story, _ = read_story(after, path="", slug="a-story")
    return after if story and story.also_at == tuple(slugs) and _bare(story) == _bare(before) else None


def _bare(story: Story) -> Story:
    return replace(story, also_at=(), lines={}, written={}, words=replace(story.words, lines={}))
