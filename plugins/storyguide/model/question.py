"""What the form for telling a story asks: its questions, the room for each answer, and what is said of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Room(Enum):
    """What sort of answer there is room for."""

    LINE = "line"
    TEXT = "text"
    """Several lines; their ends are kept."""
    WORDS = "words"
    """The story itself."""
    TIME = "time"
    """When something happened, in one's own words."""
    DAY = "day"
    ONE = "one"
    """One of the choices."""
    SOME = "some"
    """As many of the choices as one likes."""
    NAMES = "names"
    """A few of the choices, or others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something an answer may be."""

    value: str
    """As the story's file has it."""
    words: str
    """As the form says it."""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """Room for one fact of a story."""

    fact: str
    """By its name in the story's file: "title", "consent.until", "photos.alt"; "words" for what is below them."""
    label: str
    help: str
    room: Room
    needed: bool = False
    longest: int = 0
    """In letters, of each name where there are several; 0 where only the file as a whole has an end."""
    most: int = 0
    """How many names."""
    lines: int = 1
    """Of room to write."""
    choices: tuple[Choice, ...] = ()
    public: bool = False
    """Whether an address of the group may stand here, which anywhere else would be private."""
    own: bool = True
    """Whether it is about whoever fills in the form, whose name their device may know already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked at once."""

    slug: str
    heading: str
    lead: str = ""
    blanks: tuple[Blank, ...] = ()
    photos: bool = False
    """Whether photos are asked for here, each with the blanks of a photo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is said of an answer, with {marks} where what was written goes."""

    message: str
    mend: str = ""
    """Empty where the form itself shows what to do."""
    quoted: int = 0
    """Letters up to which an answer is quoted in full; 0 for any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The whole of it: what is asked, in which order it is written down, and by what an answer is judged."""

    questions: tuple[Question, ...]
    photo: tuple[Blank, ...]
    """What is asked of each photo."""
    order: tuple[str, ...]
    """The facts of a story in the order in which its file has them."""
    later: tuple[str, ...]
    """Facts no story is published without that an editor sees to, together with the storyteller."""
    limits: Mapping[str, int]
    patterns: Mapping[str, str]
    """What is looked for in answers, as a browser understands it."""
    times: Mapping[str, tuple[str, ...]]
    """Words that times are told in: months, seasons, now."""
    wordings: Mapping[str, Wording]
    """By the code of the problem."""
