"""One town's guide: its name, ground, themes and people, all of it data."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storyguide.model.framework import Framework
from storyguide.model.place import Area, Outline, Place
from storyguide.model.register import KnownBarrier, Promise
from storyguide.model.term import Term
from storyguide.model.theme import Theme
from storyguide.model.trail import Trail

if TYPE_CHECKING:  # a class takes longer to make than an edition without news and events has time for
    from storyguide.model.event import Event
    from storyguide.model.news import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody who looks after the edition, credited as they wish."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the editors; every part may be empty, and the pages then say so."""

    email: str = ""
    phone: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated gathering of stories for one town."""

    name: str
    """In full: "The Community Lover's Guide to Dudley"."""
    began_as: str = ""
    """The name it began with, if it has another now: what programs know it by must not change with it."""
    town: str
    strapline: str = ""
    """The small line over the town in the masthead: "The Community Lover's Guide to"."""
    welcome: str = ""
    """The home page's headline."""
    summary: str = ""
    """One or two sentences under the headline."""
    introduction: str = ""
    """Clean HTML from Markdown: the editors' introduction on the about page."""
    how_we_chose: str = ""
    """Clean HTML from Markdown: how these stories came to be chosen."""
    gaps: str = ""
    """Clean HTML from Markdown: who and what is missing, as far as the editors know."""
    selection: tuple[str, ...] = ()
    """The tests a story has to meet, each a sentence."""
    language: str = "en-GB"
    languages: tuple[str, ...] = ()
    """Language tags stories may be written in; the first is the edition's own."""
    licence: str = "CC BY-SA 4.0"
    """For what the editors write; each story names its own."""
    editors: tuple[Editor, ...] = ()
    contact: Contact = field(default_factory=Contact)
    repository: str = ""
    """Web address of the folder the edition's root is kept in; empty while it has none."""
    edit_path: str = ""
    """What leads from the repository to a file's editing page: "edit/main/"."""
    featured: str = ""
    """Slug of the story the home page starts with; empty for the latest."""
    skyline: tuple[str, ...] = ()
    """Names of the pieces its home picture is cut from."""
    outline: Outline | None = None
    areas: tuple[Area, ...] = ()
    places: tuple[Place, ...] = ()
    themes: tuple[Theme, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    """The first is the one stories are chiefly read by."""
    trails: tuple[Trail, ...] = ()
    """As written; the guide has those that can be walked."""
    glossary: tuple[Term, ...] = ()
    """The field's words, in the order of the alphabet."""
    barriers: tuple[KnownBarrier, ...] = ()
    """The register of barriers, as written; so with the next."""
    promises: tuple[Promise, ...] = ()
    news_categories: "tuple[Category, ...]" = ()
    time_zone: str = "Europe/London"
    """Of its events' times, by its name in the IANA list."""
    events: "tuple[Event, ...]" = ()
    """By the day they begin."""

    @property
    def first_name(self) -> str:
        """The name it began with."""
        return self.began_as or self.name
