"""What a set of changes does to the guide: to its stories, and to the addresses they stand at."""

from dataclasses import dataclass
from enum import Enum


class How(Enum):
    """What became of a story."""

    NEW = "new"
    CHANGED = "changed"
    RENAMED = "renamed"
    TAKEN_DOWN = "taken down"
    TAKEN_AWAY = "taken away"


@dataclass(frozen=True, kw_only=True)
class StoryChange:
    """One story that is not as it was."""

    slug: str
    """Its folder's name, which may be no address; of one that was taken away, as it was."""
    how: How
    was: str = ""
    """Of one renamed, the name its folder had."""
    what: tuple[str, ...] = ()
    """What of it has changed, in words: "words", "facts (title, place)", "photos"."""


@dataclass(frozen=True, kw_only=True)
class AddressChange:
    """An address that was public and has another page now, or none."""

    was: str
    """Slug of the story that stood there."""
    now: str = ""
    """Slug of the story it leads to now; of one that is lost, of the story that stood there, if it was only renamed."""
    lost: bool = False
    """Whether nothing stands there any more."""
    why: tuple[str, ...] = ()
    """Why the story that stood there is not published, if it is still here."""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Everything that has changed since some time."""

    since: str
    """The time, as whoever asked named it."""
    stories: tuple[StoryChange, ...] = ()
    addresses: tuple[AddressChange, ...] = ()
    others: tuple[str, ...] = ()
    """Further files of the edition, such as its list of places."""
