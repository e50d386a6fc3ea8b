"""A short resource for people who work with communities: what it is, its steps, and what it has a reader do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from storyguide.model.source import Source
from storyguide.model.story import Reference

STORY = "story:"
"""Begins the address of a link to a story; its slug follows."""
ENTRY = "entry:"
"""Begins the address of a link to a barrier or a promise; its register and its slug follow: "barriers/rent"."""
FILE = "file:"
"""Begins the address of a link to a file of a tin; its path from docs/ follows: "on-the-tin/our-tin/1-look-back.md"."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a page. All its texts are clean HTML; those that are one line hold no paragraphs."""

    kind: ClassVar[str] = ""
    line: int = 0
    """Where it begins in its file."""


@dataclass(frozen=True, kw_only=True)
class Prose(Block):
    """Words to read."""

    kind = "prose"
    html: str


@dataclass(frozen=True, kw_only=True)
class Write(Block):
    """A question, and room for so many lines of answer."""

    kind = "write"
    question: str
    lines: int = 3
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Voice(Block):
    """What it means to somebody, in their own words, and who they are."""

    kind = "voice"
    words: str
    credit: str


@dataclass(frozen=True, kw_only=True)
class Imagine(Block):
    """What it may mean to somebody: a prompt, and nobody's words."""

    kind = "imagine"
    prompt: str


@dataclass(frozen=True, kw_only=True)
class Activity(Block):
    """Something to try, how long it takes and what one needs."""

    kind = "try"
    title: str
    time: str = ""
    needs: str = ""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Checklist(Block):
    """Things to tick off."""

    kind = "check"
    title: str
    items: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan(Block):
    """Rows of what, how, who and by when."""

    kind = "plan"
    question: str
    rows: int = 3
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class SelfCheck(Block):
    """Every statement of a framework: where are we, and what will we do about it."""

    kind = "self-check"
    framework: str
    """Slug; whether the guide has it is for checking to say."""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class TakeAway(Block):
    """A worksheet to take along."""

    kind = "take"
    name: str
    """What the link to it says; plain text."""
    file: str
    """Its path from docs/."""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """What was said at a session, by nobody who is named. All its texts are clean HTML of one line."""

    words: str
    said: int = 0
    """How many said so; 0 when nobody counted."""
    since: str = ""
    """What has happened since."""


@dataclass(frozen=True, kw_only=True)
class Heard(Block):
    """What was heard at a session: its messages, and what has come of each."""

    kind = "heard"
    session: str
    when: str = ""
    where: str = ""
    messages: tuple[Message, ...] = ()
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Lead:
    """A link to another page of the guide."""

    to: str
    """STORY, ENTRY or FILE, and what follows it."""
    written: str
    line: int


@dataclass(frozen=True, kw_only=True)
class TinPage:
    """One file of a tin and its words."""

    slug: str
    """The last part of its address."""
    file: str
    """Its name in the tin's folder."""
    source: Source
    title: str
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    leads: tuple[Lead, ...] = ()
    """Where its words lead to within the guide, each once."""

    def at(self, line: int) -> Source:
        """A line of its file."""
        return Source(self.source.path, line)


@dataclass(frozen=True, kw_only=True)
class Step(TinPage):
    """A part of a tin, usable alone."""

    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Worksheet(TinPage):
    """A page to fill in."""

    pages: int = 0
    """The number of sides of A4 it is meant for; 0 when that has not been said."""


@dataclass(frozen=True, kw_only=True)
class Tin(TinPage):
    """A resource that does what it says on the tin. Its own words say what it is."""

    who_for: str = ""
    time: str = ""
    """How long it takes, in words."""
    leave_with: tuple[str, ...] = ()
    """What one leaves with."""
    order: int = 99
    """Its place on the shelf."""
    dimensions: tuple[str, ...] = ()
    """Slugs of the dimensions it helps with; whether the guide has them is for checking to say."""
    reviewed: date | None = None
    sources: tuple[Reference, ...] = ()
    made_by: str = ""
    ready: bool = True
    steps: tuple[Step, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each key of its first file: "dimensions", "dimensions[1]"."""
    written: Mapping[str, str] = field(default_factory=dict)
    """By the same keys, the names of which only the slug is kept."""

    @property
    def pages(self) -> Iterator[TinPage]:
        """All its files: its own, the steps, the worksheets."""
        yield self
        yield from self.steps
        yield from self.worksheets
