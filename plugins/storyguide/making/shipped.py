"""Describe third-party work that a site includes: its typefaces, its search, the editor at /admin/."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A third-party part of the site, under its makers' licence."""

    name: str
    use: str
    """Purpose: "reading", "printing", "searching" or "writing"."""
    version: str = ""
    licence: str
    """SPDX identifier of the licence."""
    text: str
    """Path, from the site's root, of the licence's text, word for word as its makers give it."""
