"""What an edition keeps a public record of: barriers that people met, and promises that were made to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from storyguide.model.slug import slug_of
from storyguide.model.source import Source
from storyguide.model.story import Reference


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing in a register. It names no person."""

    slug: str
    sources: tuple[Reference, ...] = ()
    source: Source
    key: str = ""
    """Of the entry in its file: "barriers[2]"."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of every key of the file."""
    private: bool = False
    """Whether it holds what nobody may publish, or how it stands could not be read; that has been told."""

    def where(self, name: str) -> Source:
        """The line of one of its facts, else of the entry."""
        return Source(self.source.path, self.lines.get(f"{self.key}.{name}", self.source.line))


class BarrierState(Enum):
    """Whether a barrier is still in the way."""

    OPEN = "open"
    EASED = "eased"


@dataclass(frozen=True, kw_only=True)
class KnownBarrier(Entry):
    """Something that gets in the way of what people start; the stories that met it name it by its slug."""

    name: str
    what: str
    theme_name: str = ""
    """As written; so with the places, each a place or an area."""
    place_names: tuple[str, ...] = ()
    activity: str = ""
    """What people were doing when they met it."""
    state: BarrierState = BarrierState.OPEN
    since: str = ""
    """As written."""
    eased_by: str = ""
    """Of an open one: what has helped so far."""

    @property
    def theme(self) -> str:
        """Slug of its theme; whether the edition has it is for checking to say."""
        return slug_of(self.theme_name)

    @property
    def places(self) -> tuple[str, ...]:
        """Slugs of where it was met, as written: an area's without its ending."""
        return tuple(map(slug_of, self.place_names))


class PromiseState(Enum):
    """How far a promise has come. That it is late is not written: it follows from the day."""

    PROMISED = "promised"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Promise(Entry):
    """What a body, a role or a group said would be done."""

    who: str
    what: str
    by: date | None = None
    """The last day on which it would be in time; None when none was named."""
    state: PromiseState = PromiseState.PROMISED
    asked_at: str = ""
    """The session at which it was asked for."""
    programme: str = ""
    done_on: date | None = None

    def is_late(self, day: date | None) -> bool:
        """Whether its day has passed on this one, and it is neither done nor dropped."""
        waited_for = self.state in (PromiseState.PROMISED, PromiseState.BEGUN)
        return waited_for and self.by is not None and day is not None and self.by < day
