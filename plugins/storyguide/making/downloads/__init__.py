"""What a reader can take away from a tin: a PDF, files to type into, plain text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storyguide.making.output import OutputFile
from storyguide.model.problem import Problem
from storyguide.model.tin import Tin, TinPage

KINDS = ("pdf", "docx", "odt", "txt")
"""Ends of the files' names, in the order in which they are offered."""
NAMES = {"pdf": "PDF", "docx": "Word (DOCX)", "odt": "OpenDocument (ODT)", "txt": "Plain text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file that is offered."""

    path: str
    """From the site's root."""
    kind: str
    """One of KINDS."""
    size: int
    """In bytes."""
    pages: int = 0
    """Of a PDF; 0 for what has no pages of its own."""

    @property
    def name(self) -> str:
        """What kind of file it is, in words."""
        return NAMES[self.kind]

    @property
    def weight(self) -> str:
        """Its size in words: "41 kB"."""
        kilo = max(1, round(self.size / 1000))
        return f"{kilo} kB" if kilo < 1000 else f"{self.size / 1_000_000:.1f} MB"


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """Everything there is to take away, made before the pages that offer it."""

    offered: Mapping[tuple[str, str], tuple[Download, ...]] = field(default_factory=dict)
    """By the slugs of a tin and of its worksheet, "" for the whole tin."""
    files: tuple[OutputFile, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, tin: Tin, page: TinPage | None = None) -> tuple[Download, ...]:
        """The files of a whole tin, or of one worksheet."""
        return self.offered.get((tin.slug, page.slug if page else ""), ())


NOTHING = Downloads()
