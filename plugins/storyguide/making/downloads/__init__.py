"""Describe the files that a reader can download of a tin: PDF, Word and OpenDocument to type into, plain text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storyguide.making.output import OutputFile
from storyguide.model.problem import Problem
from storyguide.model.tin import Tin, TinPage

KINDS = ("pdf", "docx", "odt", "txt")
"""File extensions, in the order in which the downloads are offered."""
NAMES = {"pdf": "PDF", "docx": "Word (DOCX)", "odt": "OpenDocument (ODT)", "txt": "Plain text"}
"""Kinds of files, with their names as readers see them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that is offered for download."""

    path: str
    """Path from the site's root."""
    kind: str
    """Kind of file, one of KINDS."""
    size: int
    """Size in bytes."""
    pages: int = 0
    """Number of pages of a PDF; 0 for a file that has no pages of its own."""

    @property
    def name(self) -> str:
        """Kind of file in words."""
        return NAMES[self.kind]

    @property
    def weight(self) -> str:
        """Size in words: "41 kB"."""
        kilo = max(1, round(self.size / 1000))
        return f"{kilo} kB" if kilo < 1000 else f"{self.size / 1_000_000:.1f} MB"


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """All downloads of a guide, made before the pages that offer them."""

    offered: Mapping[tuple[str, str], tuple[Download, ...]] = field(default_factory=dict)
    """Downloads by the slugs of a tin and of its worksheet; "" stands for the whole tin."""
    files: tuple[OutputFile, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, tin: Tin, page: TinPage | None = None) -> tuple[Download, ...]:
        """Return the downloads of a whole tin, or of one worksheet."""
        return self.offered.get((tin.slug, page.slug if page else ""), ())


NOTHING = Downloads()
"""Downloads of a guide without tins."""
