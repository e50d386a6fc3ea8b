"""What stands in a site: its files with their bytes, and what each of its pages links to and calls its parts."""

import os
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from storyguide.editing.leaks.search import everything_said

_ADDRESSES = {"href", "src", "poster", "action"}


@dataclass
class Page:
    """One page as a browser would take it apart."""

    ids: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    """Names of the heading elements, in order."""
    addresses: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """(element, address, its attributes) of all it links to and loads, every size of a picture included."""
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""
    marked: list[tuple[str, str]] = field(default_factory=list)
    """(class, text) of each paragraph that has a class."""

    def texts_of(self, name: str) -> list[str]:
        """The text of each paragraph of this class."""
        return [" ".join(text.split()) for one, text in self.marked if one == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._silent = ""
        self._in_paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        page.elements.append((tag, given))
        if "id" in given:
            page.ids.append(given["id"])
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            page.headings.append(tag)
        page.addresses += [(tag, value, given) for name, value in given.items() if name in _ADDRESSES]
        if "srcset" in given:
            page.addresses += [(tag, one.split()[0], given) for one in given["srcset"].split(",")]
        if tag == "p":
            self._in_paragraph = "class" in given
            if self._in_paragraph:
                page.marked.append((given["class"], ""))
        self._silent = tag if tag in {"script", "style"} else ""

    def handle_endtag(self, tag: str) -> None:
        self._silent = ""
        if tag == "p":
            self._in_paragraph = False

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self.page.text += data
        if self._in_paragraph:
            name, text = self.page.marked[-1]
            self.page.marked[-1] = (name, text + data)


@cache
def page_at(file: Path) -> Page:
    """The page in a file; a site that tests look at does not change."""
    return page_of(file.read_text(encoding="utf-8"))


def page_of(html: str) -> Page:
    """The page in a text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def pages_in(site: Path) -> dict[str, Page]:
    """Every page by its address from the site's root."""
    return {file.relative_to(site).as_posix(): page_at(file) for file in sorted(site.rglob("*.html"))}


def files_in(site: Path) -> dict[str, bytes]:
    """Every file's bytes by its path."""
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in sorted(site.rglob("*")) if f.is_file()}


def times_in(site: Path) -> dict[str, int]:
    """Every file's time of change by its path."""
    return {f.relative_to(site).as_posix(): f.stat().st_mtime_ns for f in sorted(site.rglob("*")) if f.is_file()}


def everything_in(site: Path) -> str:
    """All that a site says: names of files and folders, and their bytes, unpacked, as text."""
    return everything_said(site)


def leads_to(site: Path, page: str, address: str) -> tuple[Path, str] | None:
    """The file and the part of it that an address on a page leads to; None when it leads out of the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    site = _settled(site)
    start = (site if parts.path.startswith("/") else (site / page).parent) / unquote(parts.path).lstrip("/")
    target = site / page if not parts.path else start
    found = target / "index.html" if target.is_dir() else target
    return Path(os.path.normpath(found)), unquote(parts.fragment)


@cache
def _settled(site: Path) -> Path:
    # Asked of the disk once for a site, not for each link: within a site no path leads elsewhere than it says.
    return site.resolve()
