"""Data classes that describe which stories and published addresses a set of file changes affects."""

from dataclasses import dataclass
from enum import Enum


class How(Enum):
    """The kind of change made to a story's folder."""

    NEW = "new"
    CHANGED = "changed"
    RENAMED = "renamed"
    TAKEN_DOWN = "taken down"
    TAKEN_AWAY = "taken away"


@dataclass(frozen=True, kw_only=True)
class StoryChange:
    """A story that differs between two states of the guide."""

    slug: str
    """Name of the story's folder (not necessarily a valid address); for a removed story, the name it had before."""
    how: How
    was: str = ""
    """Previous folder name of a renamed story; empty otherwise."""
    what: tuple[str, ...] = ()
    """Changed parts in words, for example "words", "facts (title, place)" or "photos"."""


@dataclass(frozen=True, kw_only=True)
class AddressChange:
    """A published address that now leads to another page, or to none."""

    was: str
    """Slug of the story that stood at the address."""
    now: str = ""
    """Slug of the story the address leads to now. For a lost address: the new slug, if that story was only renamed."""
    lost: bool = False
    """Whether the address leads nowhere any more."""
    why: tuple[str, ...] = ()
    """Reasons why the story at the address is not published; empty if the story's folder is gone."""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """A summary of the changes to stories, addresses and other files since a given time."""

    since: str
    """The starting time, in the words of whoever asked."""
    stories: tuple[StoryChange, ...] = ()
    addresses: tuple[AddressChange, ...] = ()
    others: tuple[str, ...] = ()
    """Paths of other changed files of the edition, such as its list of places."""
