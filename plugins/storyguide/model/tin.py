"""Data classes for an On the Tin resource: a short guide for practitioners, with steps and worksheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from storyguide.model.source import Source
from storyguide.model.story import Reference

STORY = "story:"
"""Scheme of a link to a story; followed by its slug."""
ENTRY = "entry:"
"""Scheme of a link to a register entry; followed by register and slug: "barriers/rent"."""
FILE = "file:"
"""Scheme of a link to a tin's file; followed by its path from docs/: "on-the-tin/our-tin/1-look-back.md"."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A typed part of a page. All text fields are clean HTML; one-line fields hold no paragraphs."""

    kind: ClassVar[str] = ""
    line: int = 0
    """Line in its file at which the block begins."""


@dataclass(frozen=True, kw_only=True)
class Prose(Block):
    """A passage of text to read."""

    kind = "prose"
    html: str


@dataclass(frozen=True, kw_only=True)
class Write(Block):
    """A question with a number of blank lines for the answer."""

    kind = "write"
    question: str
    lines: int = 3
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Voice(Block):
    """A quotation: what something means to a named person, in their own words."""

    kind = "voice"
    words: str
    credit: str


@dataclass(frozen=True, kw_only=True)
class Imagine(Block):
    """A prompt to imagine what something may mean to somebody; not a quotation."""

    kind = "imagine"
    prompt: str


@dataclass(frozen=True, kw_only=True)
class Activity(Block):
    """An activity to try, with the time and things it needs."""

    kind = "try"
    title: str
    time: str = ""
    needs: str = ""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Checklist(Block):
    """A list of items to tick off."""

    kind = "check"
    title: str
    items: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan(Block):
    """A table to fill in: what, how, who and by when."""

    kind = "plan"
    question: str
    rows: int = 3
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class SelfCheck(Block):
    """A self-assessment table with every statement of a framework."""

    kind = "self-check"
    framework: str
    """Slug of the framework; existence in the guide is checked later."""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class TakeAway(Block):
    """A link to a worksheet to take along."""

    kind = "take"
    name: str
    """Link text, as plain text."""
    file: str
    """Path from docs/."""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """A point made at a session, attributed to nobody. All text fields are one-line clean HTML."""

    words: str
    said: int = 0
    """Number of people who said so; 0 if nobody counted."""
    since: str = ""
    """Account of what has happened since."""


@dataclass(frozen=True, kw_only=True)
class Heard(Block):
    """A record of a session: the messages heard, and what has come of each."""

    kind = "heard"
    session: str
    when: str = ""
    where: str = ""
    messages: tuple[Message, ...] = ()
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Lead:
    """A link from a tin to another page of the guide."""

    to: str
    """Target: `STORY`, `ENTRY` or `FILE`, followed by the rest of the address."""
    written: str
    line: int


@dataclass(frozen=True, kw_only=True)
class TinPage:
    """A file of a tin, with its text as blocks."""

    slug: str
    """Last part of the page's address."""
    file: str
    """File name in the tin's folder."""
    source: Source
    title: str
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    leads: tuple[Lead, ...] = ()
    """Links to other pages of the guide, each once."""

    def at(self, line: int) -> Source:
        """Return the position of a line in the tin's file."""
        return Source(self.source.path, line)


@dataclass(frozen=True, kw_only=True)
class Step(TinPage):
    """A part of a tin that can be used on its own."""

    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Worksheet(TinPage):
    """A printable page to fill in."""

    pages: int = 0
    """Intended number of A4 sides; 0 if not stated."""


@dataclass(frozen=True, kw_only=True)
class Tin(TinPage):
    """A complete On the Tin resource; its own page describes what it is."""

    who_for: str = ""
    time: str = ""
    """Time it takes, in words."""
    leave_with: tuple[str, ...] = ()
    """Things a user leaves with, each in words."""
    order: int = 99
    """Position on the shelf; lower comes first."""
    dimensions: tuple[str, ...] = ()
    """Slugs of the dimensions it helps with; existence in the guide is checked later."""
    reviewed: date | None = None
    sources: tuple[Reference, ...] = ()
    made_by: str = ""
    ready: bool = True
    steps: tuple[Step, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line number of each key in the tin's main file: "dimensions", "dimensions[1]"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Names as written, by the same keys, where other fields keep only the slug."""

    @property
    def pages(self) -> Iterator[TinPage]:
        """Yield all files of the tin: its own page, then the steps, then the worksheets."""
        yield self
        yield from self.steps
        yield from self.worksheets
