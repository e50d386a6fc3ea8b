"""What a site asks of an engine: the one place at which this package and the engines meet.

An engine lays the frame round pages, reads the pages written by hand in docs/, and writes the site. What a site
consists of is no business of an engine's: that is `storyguide.site.compose.Site`, which it is handed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from storyguide.making.output import OutputFile, OutputPage
from storyguide.site.faults import MachineError

if TYPE_CHECKING:
    from storyguide.making.search import SearchDocument
    from storyguide.site.compose import Site

Frame = Callable[[OutputPage], bytes]
"""Lays the frame round a page, and gives the whole of it in the bytes in which it is published."""

Elsewhere = Callable[[str], OutputPage | OutputFile | None]
"""Gives what stands at a path of the site ("stories/index.html"), or None, so that pages by hand may lead there."""


class EngineFaultError(MachineError):
    """An engine cannot be used as its own settings have it.

    file: which file these stand in. words: what is wrong, as the engine has it, for whoever wrote them.
    """

    def __init__(self, file: str, words: str) -> None:
        self.words = words.strip() or "it is not understood"
        super().__init__(f"{file} cannot be used: {self.words}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What an edition says of its site in the engine's settings (mkdocs.yml), not in stories/edition.yml."""

    address: str = ""
    """The site's own address on the web, with a closing slash; "" while it has none."""
    search: bool = True
    """Whether to make the search index."""
    share_cards: bool = True
    """Whether to paint the pictures that are shown where a page is passed on."""
    sign_in: str = ""
    """Through whose door editors sign in to the online editor (`storyguide.cms.keeping`); "" for this site's own."""


class Written(NamedTuple):
    """What is known of a site that an engine has just written."""

    digests: Mapping[str, str]
    """SHA-256 of some of its files, in hexadecimal, by their paths: those that need not be read again for it."""
    searched: "tuple[SearchDocument, ...]"
    """What search reads besides the stories; empty where no index was made."""


class ByHand(NamedTuple):
    """The pages written by hand in docs/, as an engine makes them."""

    pages: tuple[OutputPage, ...]
    """As search reads them."""
    files: Mapping[str, bytes]
    """What stands in the site because of them, by path; whatever else the engine makes of itself is there too."""


class OpenEngine(Protocol):
    """An engine that has read its settings for one guide and one folder to write into."""

    @property
    def settings(self) -> Settings:
        """The engine's settings, as a site reads them."""

    @property
    def alone(self) -> bool:
        """Whether nothing else has a say in a page, so that `frame` gives the very bytes that `write` writes."""

    def frame(self, site: "Site") -> Frame:
        """Give what lays the frame round a page of this site; nothing is written."""

    def by_hand(self, site: "Site", elsewhere: Elsewhere) -> ByHand:
        """Make the pages written by hand, and no others; the guide's own are looked up elsewhere.

        Raises EngineFaultError where the engine's settings or templates cannot be used.
        """

    def write(self, site: "Site") -> Written:
        """Write the whole site: each page of `site.made()` in its frame, each file, and the pages written by hand."""


class Engine(Protocol):
    """A kind of engine, not yet used on any guide. It loads nothing heavy before a method is called."""

    def load(self) -> None:
        """Import what the engine needs; called while the guide is still being read."""

    def settings(self, root: Path) -> Settings:
        """Read the settings of the guide at root. Raises MachineError where they cannot be used."""

    def open(self, root: Path, into: Path) -> OpenEngine:
        """Make ready to write the site of the guide at root into a folder. Raises EngineFaultError."""
