"""Describe the files of the edition's book that the site offers."""

from dataclasses import dataclass
from datetime import date

from storyguide.making.output import OutputFile

VERSION = 1
"""Version of the book's making. Raise it when the same stories make another book."""
NAMES = {"a5": "PDF, A5", "a4": "PDF, A4, with larger letters", "epub": "EPUB"}
"""Kinds of files, with their names as readers see them."""
SAID = {
    "a5": "The size of a paperback, to read on a screen or to have printed and bound.",
    "a4": "The same pages made larger: for a printer at home, and for eyes that like larger letters.",
    "epub": "For phones, e-readers and screen readers. You choose the letters and their size.",
}
"""Sentences that say whom each kind of file is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A file of the bound book."""

    kind: str
    """Kind of file, a key of NAMES."""
    path: str
    """Path from the site's root."""
    size: int
    """Size in bytes."""
    pages: int
    """Number of pages; 0 for a file that has no pages of its own."""

    @property
    def name(self) -> str:
        """Name of the file's kind as readers see it."""
        return NAMES[self.kind]

    @property
    def said(self) -> str:
        """Sentence that says whom the file is for."""
        return SAID[self.kind]

    @property
    def weight(self) -> str:
        """Size in words: "41 kB"."""
        kilo = max(1, round(self.size / 1000))
        return f"{kilo} kB" if kilo < 1000 else f"{self.size / 1_000_000:.1f} MB"


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The book as it was last bound, if it still says what the guide says; empty (false) otherwise."""

    bindings: tuple[Binding, ...] = ()
    files: tuple[OutputFile, ...] = ()
    stories: int = 0
    newest: date | None = None
    unprinted: tuple[str, ...] = ()
    """Slugs of the stories that the PDF lacks, since no typeface has their letters."""

    def __bool__(self) -> bool:
        return bool(self.bindings)


NOT_BOUND = Bound()
"""A book that has not been bound, or is out of date."""
