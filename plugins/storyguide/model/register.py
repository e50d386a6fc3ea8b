"""Data classes for the public registers of barriers people met and promises made to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.story import Reference


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of a register; it names no person."""

    slug: str
    sources: tuple[Reference, ...] = ()
    source: Source
    key: str = ""
    """Key of the entry in its file: "barriers[2]"."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line number of every key in the file."""
    private: bool = False
    """Whether the entry may not be published: it holds private details or its state is unreadable (reported
    elsewhere)."""

    def where(self, name: str) -> Source:
        """Return the file and the line of one of the entry's facts, or the entry's own line if it was not written."""
        return Source(self.source.path, self.lines.get(f"{self.key}.{name}", self.source.line))


class BarrierState(Enum):
    """The state of a barrier: still in the way, or eased."""

    OPEN = "open"
    EASED = "eased"


@dataclass(frozen=True, kw_only=True)
class KnownBarrier(Entry):
    """An obstacle to what people start; stories that met it refer to it by slug."""

    name: str
    what: str
    theme_name: str = ""
    """Name of a theme, as written."""
    place_names: tuple[str, ...] = ()
    """Names of places or areas, as written."""
    activity: str = ""
    """Activity people were engaged in when they met the barrier."""
    state: BarrierState = BarrierState.OPEN
    since: str = ""
    """Time since when it has been known, as written."""
    eased_by: str = ""
    """Account of what eased the barrier; for an open one, of what has helped so far."""

    @property
    def theme(self) -> str:
        """Slug of the theme; existence in the edition is checked later."""
        return slug_of(self.theme_name)

    @property
    def places(self) -> tuple[str, ...]:
        """Slugs of the places and areas as written; an area's slug lacks the suffix `place.OF_AN_AREA`."""
        return tuple(map(slug_of, self.place_names))


class PromiseState(Enum):
    """Progress of a promise. Lateness is no state: it follows from the day (see `Promise.is_late`)."""

    PROMISED = "promised"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Promise(Entry):
    """A promise by a body, a role or a group that something would be done."""

    who: str
    what: str
    by: date | None = None
    """Last day on which the promise would be kept in time; None if no day was named."""
    state: PromiseState = PromiseState.PROMISED
    asked_at: str = ""
    """Session at which the promise was asked for."""
    programme: str = ""
    done_on: date | None = None

    def is_late(self, day: date | None) -> bool:
        """Return whether the promise is overdue on this day: neither done nor dropped, and its last day has passed."""
        waited_for = self.state in (PromiseState.PROMISED, PromiseState.BEGUN)
        return waited_for and self.by is not None and day is not None and self.by < day
