"""Data classes for the online story form: its questions, input fields and messages about answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Room(Enum):
    """The type of input a field takes."""

    LINE = "line"
    TEXT = "text"
    """Several lines of text; line ends are kept."""
    WORDS = "words"
    """The story's own text."""
    TIME = "time"
    """Time of an event in the writer's own words."""
    DAY = "day"
    ONE = "one"
    """Exactly one of the choices."""
    SOME = "some"
    """Any number of the choices."""
    NAMES = "names"
    """A few of the choices, or other names typed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An option of a choice field."""

    value: str
    """Value as written in the story's file."""
    words: str
    """Label as shown in the form."""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """An input field for one fact of a story."""

    fact: str
    """Path of the fact in the story's file: "title", "consent.until", "photos.alt"; "words" for the text below the
    facts."""
    label: str
    help: str
    room: Room
    needed: bool = False
    longest: int = 0
    """Maximum length in characters (per name if there are several); 0 if only the file as a whole is limited."""
    most: int = 0
    """Maximum number of names."""
    lines: int = 1
    """Height of the input field in lines."""
    choices: tuple[Choice, ...] = ()
    public: bool = False
    """Whether the group's own contact details may stand here; anywhere else they count as private."""
    own: bool = True
    """Whether the fact is about the person filling in the form, so that their browser may offer to fill it in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A step of the form: a heading with the fields shown together."""

    slug: str
    heading: str
    lead: str = ""
    blanks: tuple[Blank, ...] = ()
    photos: bool = False
    """Whether this step asks for photos, each with the fields in `Form.photo`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A message about an answer, with {placeholders} for parts of what was written."""

    message: str
    mend: str = ""
    """Advice on what to do; empty if the form itself shows that."""
    quoted: int = 0
    """Maximum number of characters of an answer to quote in full; 0 for no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The complete form: its questions, the order of facts in the file, and the rules to check answers by."""

    questions: tuple[Question, ...]
    photo: tuple[Blank, ...]
    """Input fields asked for each photo."""
    order: tuple[str, ...]
    """Names of a story's facts in the order in which its file lists them."""
    later: tuple[str, ...]
    """Facts required for publishing that an editor adds later, together with the storyteller."""
    limits: Mapping[str, int]
    patterns: Mapping[str, str]
    """Regular expressions to look for in answers, in JavaScript syntax, by name."""
    times: Mapping[str, tuple[str, ...]]
    """Words used in times, such as months, seasons and "now", by kind."""
    wordings: Mapping[str, Wording]
    """Messages by problem code."""
