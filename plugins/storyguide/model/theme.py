"""What a story is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme from the edition's list."""

    slug: str
    name: str
    intro: str = ""
    """One sentence by a person, shown above the theme's stories."""
    scenes: tuple[str, ...] = ()
    """Names of the paper-cut scenes its covers are drawn from."""
