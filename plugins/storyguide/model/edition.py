"""Data classes for one town's edition: its name, places, themes, texts and people."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storyguide.model.framework import Framework
from storyguide.model.place import Area, Outline, Place
from storyguide.model.register import KnownBarrier, Promise
from storyguide.model.term import Term
from storyguide.model.theme import Theme
from storyguide.model.trail import Trail

if TYPE_CHECKING:  # for types only: making these classes takes time that most editions need not spend
    from storyguide.model.event import Event
    from storyguide.model.news import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person who looks after the edition, credited as they wish."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Contact details of the editors; any may be empty, and the pages then say so."""

    email: str = ""
    phone: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A dated collection of stories for one town, with its settings, texts and lists."""

    name: str
    """Full name: "The Community Lover's Guide to Dudley"."""
    began_as: str = ""
    """First name of an edition since renamed, else empty. Identifiers in feeds are made from it and must not change."""
    town: str
    strapline: str = ""
    """Small line above the town's name in the masthead: "The Community Lover's Guide to"."""
    welcome: str = ""
    """Headline of the home page."""
    summary: str = ""
    """Short text of one or two sentences below the headline."""
    introduction: str = ""
    """Editors' introduction on the about page, as clean HTML made from Markdown."""
    how_we_chose: str = ""
    """Account of how the stories were chosen, as clean HTML made from Markdown."""
    gaps: str = ""
    """Account of who and what is missing, as far as the editors know, as clean HTML made from Markdown."""
    selection: tuple[str, ...] = ()
    """Tests a story has to meet to be included, each one sentence."""
    language: str = "en-GB"
    languages: tuple[str, ...] = ()
    """Language tags stories may be written in; the first is the edition's own language."""
    licence: str = "CC BY-SA 4.0"
    """Licence of the editors' texts; each story names its own."""
    editors: tuple[Editor, ...] = ()
    contact: Contact = field(default_factory=Contact)
    repository: str = ""
    """Web address of the repository that holds the edition's root folder; empty if there is none."""
    edit_path: str = ""
    """Path from the repository's address to the editing page of a file: "edit/main/"."""
    featured: str = ""
    """Slug of the story at the top of the home page; empty for the latest."""
    skyline: tuple[str, ...] = ()
    """Names of the skyline pieces in the home page's picture, from `drawings.LANDMARKS`."""
    outline: Outline | None = None
    areas: tuple[Area, ...] = ()
    places: tuple[Place, ...] = ()
    themes: tuple[Theme, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    """Frameworks in the edition's order; the first is the main one that stories are read by."""
    trails: tuple[Trail, ...] = ()
    """Trails as written in the file; `Guide.trails` holds only those with enough published stops."""
    glossary: tuple[Term, ...] = ()
    """Terms in alphabetical order."""
    barriers: tuple[KnownBarrier, ...] = ()
    """Entries of the barriers register, in the file's order."""
    promises: tuple[Promise, ...] = ()
    """Entries of the promises register, in the file's order."""
    news_categories: "tuple[Category, ...]" = ()
    time_zone: str = "Europe/London"
    """IANA name of the time zone that event times are in."""
    events: "tuple[Event, ...]" = ()
    """Events in order of their first day."""

    @property
    def first_name(self) -> str:
        """Name the edition was first published under."""
        return self.began_as or self.name
