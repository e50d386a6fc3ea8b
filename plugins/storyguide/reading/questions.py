"""Build the online story form from the table of a story's facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from storyguide.model.edition import Edition
from storyguide.model.licence import LICENCES
from storyguide.model.question import Blank, Choice, Form, Question, Room
from storyguide.reading.contacts import PUBLIC
from storyguide.reading.days import FIRST_YEAR, LAST_YEAR
from storyguide.reading.groups import ALWAYS
from storyguide.reading.limits import LONGEST_LINE, LONGEST_WORDS
from storyguide.reading.photos.recipe import MOST_BYTES
from storyguide.reading.photos.sizes import LEAST
from storyguide.reading.story_fields import STORY_FIELDS, TOLD
from storyguide.reading.verdicts import patterns, times, wordings
from storyguide.reading.when import LONGEST

WORDS = "words"
"""Name of the input field for the story's own text."""
LONGEST_SIDE = 2048
"""Longer side in pixels of photos the form sends: enough to print, and small enough to e-mail ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asks:
    """The wording of an input field, as far as the table of facts does not give it."""

    label: str
    room: Room = Room.LINE
    lines: int = 1
    help: str = ""
    """Replacement for the table's help text, where that speaks of a file."""
    needed: bool = False
    """Whether the field is required although its row in the table is optional (a sibling fact could replace it
    there)."""
    own: bool = True


_Asked = Mapping[str, _Asks]

_QUESTIONS: tuple[tuple[str, str, str, _Asked], ...] = (
    (
        "name",
        "What shall we call your story?",
        "",
        {
            "title": _Asks(label="Its title"),
            "summary": _Asks(label="What it is about", lines=3),
        },
    ),
    (
        "words",
        "Tell it in your own words",
        "As you would to a friend. What do you do? How did it begin? What was hard?",
        {
            WORDS: _Asks(
                label="Your story",
                room=Room.WORDS,
                lines=9,
                help="Two paragraphs will do, two pages are plenty. Leave an empty line between paragraphs.",
            ),
            "language": _Asks(label="The language you write in", room=Room.ONE, help="Any of these is welcome."),
        },
    ),
    (
        "teller",
        "Whose story is it?",
        "",
        {
            "storyteller": _Asks(label="Your name, as you wish to be named"),
            "organisation": _Asks(label="Your group", help="If there is one.", own=False),
        },
    ),
    (
        "place",
        "Where is it, and when?",
        "",
        {
            "place": _Asks(
                label="The place", room=Room.NAMES, help="The neighbourhood is enough. Never a home address."
            ),
            "happened": _Asks(label="When it happened", room=Room.TIME),
        },
    ),
    (
        "themes",
        "What is it about?",
        "",
        {"themes": _Asks(label="Themes", room=Room.NAMES, help="Choose one to four.")},
    ),
    (
        "photos",
        "Have you any photos?",
        "Ask everybody in them first; with children, a parent or guardian.",
        {},
    ),
    (
        "more",
        "What has changed, and who can join in?",
        "",
        {
            "difference.what": _Asks(label="What is different now, and for whom", lines=4, help="And how you know."),
            "join_in": _Asks(
                label="How somebody can join in",
                room=Room.TEXT,
                lines=3,
                help="A group’s own e-mail address or number may stand here: everybody can read it.",
            ),
        },
    ),
    (
        "say",
        "What may we do with it?",
        "Nothing is published before you have seen how it will look and said yes. You can change your mind later.",
        {
            "consent.for": _Asks(
                label="Where it may appear", room=Room.SOME, help="Tick each that you agree to.", needed=True
            ),
            "consent.until": _Asks(label="Until when", room=Room.DAY, help="Leave this empty for no end."),
            "licence": _Asks(
                label="What others may do with your words and photos",
                room=Room.ONE,
                help="What you choose will stand under your story.",
            ),
        },
    ),
)
_OF_A_PHOTO: _Asked = {
    "photos.alt": _Asks(
        label="What it shows",
        lines=2,
        needed=True,
        help="For people who cannot see it: who or what is there, and what is going on.",
    ),
    "photos.credit": _Asks(label="Who took it", help="A name, as they wish to be named.", own=False),
    "photos.people": _Asks(label="Can anybody be recognised?", room=Room.ONE, help="By a face, a uniform or a name."),
    "photos.permission": _Asks(label="How they agreed to be shown", own=False),
}

_CHOICES = {
    "consent.for": {
        "web": "On this website",
        "book": "In the guide as a book, on paper or on a screen",
        "feeds": "In feeds and open data: the lists of new stories and the tables that apps and other websites fetch",
    },
    "photos.people": {"none": "No, nobody", "adults": "Yes, adults only", "children": "Yes, children too"},
}
"""Labels of choices, by fact and value; other values are shown as they are."""
_CONDITIONS = {
    "BY": "must say whose it is",
    "NC": "may not sell it",
    "ND": "may not change it",
    "SA": "must share what they make of it in the same way",
}


def form_of(edition: Edition) -> Form:
    """Return the form for telling a story of this edition."""
    return Form(
        questions=tuple(
            Question(
                slug=slug,
                heading=heading,
                lead=lead,
                blanks=tuple(
                    _blank(fact, asks, edition)
                    for fact, asks in asked.items()
                    if fact != "language" or len(edition.languages) > 1
                ),
                photos=slug == "photos",
            )
            for slug, heading, lead, asked in _QUESTIONS
        ),
        photo=tuple(_blank(fact, asks, edition) for fact, asks in _OF_A_PHOTO.items()),
        order=tuple(STORY_FIELDS),
        later=("approved_on",),
        limits={
            "words": LONGEST_WORDS,
            "line": LONGEST_LINE,
            "photos": _number(STORY_FIELDS["photos"].kind.schema, "maxItems"),
            "least": LEAST,
            "bytes": MOST_BYTES,
            "side": LONGEST_SIDE,
            "firstYear": FIRST_YEAR,
            "lastYear": LAST_YEAR,
            "time": LONGEST,
        },
        patterns=patterns(),
        times=times(),
        wordings=wordings(),
    )


def _blank(fact: str, asks: _Asks, edition: Edition) -> Blank:
    """Return the input field of a fact, such as "title" or "consent.until"."""
    whole, _, part = fact.partition(".")
    row = owner = STORY_FIELDS.get(whole)
    if owner and part:
        row = next(each for each in owner.parts if each.name == part)
    # The credit of a photo is required, though photos are optional; the words of an optional group are optional too.
    optional = owner is not row and owner is not None and not owner.needed and whole != "photos"
    schema = row.kind.schema if row else {}
    return Blank(
        fact=fact,
        label=asks.label,
        help=asks.help or (row.help if row else ""),
        room=asks.room,
        needed=asks.needed or row is None or (row.needed in (ALWAYS, TOLD) and not optional),
        longest=_number(schema, "maxLength"),
        most=_number(schema, "maxItems") if asks.room is Room.NAMES else 0,
        lines=asks.lines,
        choices=_choices(fact, schema, edition),
        public=whole in PUBLIC,
        own=asks.own,
    )


def _number(schema: object, key: str) -> int:
    """Return the number under this key in a JSON Schema, searched depth first; 0 if there is none."""
    found = _found(schema, key)
    return found if isinstance(found, int) else 0


def _found(schema: object, key: str) -> object:
    """Return the first value under this key in a JSON Schema or its parts; None if there is none."""
    if isinstance(schema, Mapping):
        return schema.get(key) or next((found for each in schema.values() if (found := _found(each, key))), None)
    if isinstance(schema, list):
        return next((found for each in schema if (found := _found(each, key))), None)
    return None


def _choices(fact: str, schema: Mapping[str, object], edition: Edition) -> tuple[Choice, ...]:
    if fact == "place":
        areas = {area.slug: area.name for area in edition.areas}
        return tuple(Choice(value=p.name, words=p.name, group=areas.get(p.area, "")) for p in edition.places)
    if fact == "themes":
        return tuple(Choice(value=theme.name, words=theme.name) for theme in edition.themes)
    if fact == "language":
        return tuple(Choice(value=tag, words=tag) for tag in edition.languages)
    if fact == "licence":
        return tuple(Choice(value=name, words=_in_words(name)) for name in LICENCES)
    known = _CHOICES.get(fact, {})
    enum = _found(schema, "enum")
    values = [str(value) for value in enum] if isinstance(enum, list) else []
    return tuple(Choice(value=value, words=known.get(value, value)) for value in values)


def _in_words(licence: str) -> str:
    """Return a licence described by what it asks of others."""
    terms = [_CONDITIONS[sign] for sign in licence.replace("-", " ").split() if sign in _CONDITIONS]
    if terms:
        return f"Copy it; they {', '.join(terms)} ({licence})"
    return f"Anything, without naming you ({licence})" if LICENCES[licence].shares else "Nothing without asking you"
