"""What the guide makes: files of the site, and pages still to be framed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of the site, named as if it stood in docs/."""

    path: str
    """From the site's root, forward slashes: "photos/3f2a-720.webp"."""
    content: str | bytes | Path
    """Text, bytes, or a finished file to be copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputPage:
    """One page: what stands between masthead and footer, and what the frame needs to know."""

    path: str
    """As if it stood in docs/: "stories/repair-cafe.md" is published at /stories/repair-cafe/."""
    title: str
    """Plain text."""
    description: str = ""
    """Plain text, one or two sentences."""
    html: str
    """The whole of <main>; links in it are relative to the page's own address."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """Further values for the frame, plain YAML types only (see theme/main.html)."""
    source: str = ""
    """The contributor's file behind it, from the guide's root; empty for a page of lists."""
    search: str = ""
    """As what search finds it (a kind in storyguide.making.search); empty when it does not, or finds it otherwise."""

    @property
    def url(self) -> str:
        """Its address from the site's root: "" for home, else with a closing slash."""
        return url_of(self.path)


def url_of(path: str) -> str:
    """The address of a page that stands at this path of docs/: "stories/" for "stories/index.md"."""
    name = path.removesuffix(".md")
    return "" if name == "index" else name.removesuffix("/index") + "/"
