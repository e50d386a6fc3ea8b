"""What others made and a site sends along: its typefaces, its search, the editor at /admin/."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One such part, under its makers' licence."""

    name: str
    use: str
    """What for: "reading", "printing", "searching" or "writing"."""
    version: str = ""
    licence: str
    """As SPDX writes it."""
    text: str
    """Where its licence stands, from the site's root, word for word as its makers give it."""
