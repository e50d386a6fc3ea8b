"""Whose story it is, and what they agreed to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Storyteller:
    """A person as they wish to be credited, or a group of them."""

    slug: str
    """Empty when the storyteller asked not to be named: there is then no page for them."""
    name: str
    about: str = ""
    photo: str = ""
    """File name of a photo listed in the story's photos, or empty."""


DAY_TO_FILL_IN = "YEAR-MONTH-DAY"
"""Stands in examples for a day on which somebody agreed: a real one, pasted as it is, would say yes for them."""

SURFACES = ("web", "book", "feeds")
"""Where a storyteller may agree to be published."""


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What the storyteller agreed to. The signed record never enters the guide."""

    given: date | None = None
    until: date | None = None
    """Last day on which it holds; None for no end."""
    surfaces: tuple[str, ...] = SURFACES
    withdrawn: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the story may stand on the web on this day."""
        return (
            self.given is not None
            and self.given <= day
            and self.withdrawn is None
            and (self.until is None or day <= self.until)
            and "web" in self.surfaces
        )
