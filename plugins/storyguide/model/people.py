"""Data classes for a storyteller and for their consent to being published."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Storyteller:
    """A person or group who tells a story, credited as they wish."""

    slug: str
    """Slug of the name; empty if the storyteller asked not to be named, and then they have no page."""
    name: str
    about: str = ""
    photo: str = ""
    """File name of one of the story's photos that shows the storyteller; empty for none."""


DAY_TO_FILL_IN = "YEAR-MONTH-DAY"
"""Placeholder for a date of consent in examples: a real date, copied unchanged, would count as consent."""

SURFACES = ("web", "book", "feeds")
"""Kinds of publication a storyteller may agree to."""


@dataclass(frozen=True, kw_only=True)
class Consent:
    """The consent a storyteller gave; the signed record itself never enters the guide."""

    given: date | None = None
    until: date | None = None
    """Last day on which the consent holds; None for no end."""
    surfaces: tuple[str, ...] = SURFACES
    withdrawn: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether the consent covers the web on this day."""
        return (
            self.given is not None
            and self.given <= day
            and self.withdrawn is None
            and (self.until is None or day <= self.until)
            and "web" in self.surfaces
        )
