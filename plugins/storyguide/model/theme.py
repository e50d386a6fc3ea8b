"""Data class for a theme that stories are about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme from the edition's list."""

    slug: str
    name: str
    intro: str = ""
    """Introduction of one sentence, written by a person and shown above the theme's stories."""
    scenes: tuple[str, ...] = ()
    """Names of the scenes its stories' covers are drawn from, out of `drawings.SCENES`."""
