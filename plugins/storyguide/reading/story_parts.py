"""Tables and kinds for a story's larger facts: storyteller, photos, consent, sources and others."""

import re
from collections.abc import Callable
from typing import TypeVar

from storyguide.model.framework import Evidence
from storyguide.model.people import DAY_TO_FILL_IN, SURFACES, Consent, Storyteller
from storyguide.model.photo import Photo
from storyguide.model.problems import stories as wording
from storyguide.model.slug import NO_FOLDERS, slug_of
from storyguide.model.story import Barrier, Difference, Notice, Recognition, Reference, TinUse
from storyguide.reading.groups import ALWAYS, Field, Table, group_of, list_of, sentences, table
from storyguide.reading.kinds import Kind, a_line, text_of
from storyguide.reading.values import DAY, LICENCE, WEB_ADDRESS, YES_OR_NO, a_choice
from storyguide.reading.written import Group, Reading, Written

T = TypeVar("T")
S = TypeVar("S")
Make = Callable[[dict[str, object], str, int, Reading], T | None]
"""Function that builds a model value from (facts read, key, line, reading)."""

UNNAMED = "A storyteller who asked not to be named"
"""Credit of a storyteller who asked not to be named."""

_LINE = a_line()
_PHOTO_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[^\s/\\:.*?\"<>|\x00-\x1f\x7f-\x9f\u200e-\u202e\u2060-\u2069]"
    r"[^/\\:*?\"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069]*"
    r"\.(?:jpe?g|png|webp|hei[cf]|avif|tiff?|gif)",
    re.IGNORECASE,
)
"""Name of a picture file without folder, invisible characters or names that some computers do not allow."""
GUARDIAN = re.compile(r"\b(?:parents?|guardians?|carers?|mothers?|fathers?|mums?|dads?)\b", re.IGNORECASE)
"""Words that name a parent or guardian."""
REFUSAL = re.compile(r"(?:no|not|none|never|without|pending|unknown|n/a)\b|\W*$", re.IGNORECASE)
"""Statements of permission that grant none."""


def _made_by(model: Callable[..., T], *needed: str) -> Make[T]:
    """Return a function that builds the model value if all needed facts were read."""

    def make(found: dict[str, object], key: str, line: int, reading: Reading) -> T | None:
        return model(**found) if found.keys() >= set(needed) else None

    return make


def _short_as(model: Callable[..., T], name: str, kind: Kind[str]) -> Callable[[Written, str, Reading], T | None]:
    """Return a function that reads plain text as the single fact of this name."""

    def read(value: Written, key: str, reading: Reading) -> T | None:
        text = kind.read(value, key, reading)
        return None if text is None else model(**{name: text})

    return read


def _turned(kind: Kind[S], into: Callable[[S], T]) -> Kind[T]:
    def read(value: Written, key: str, reading: Reading) -> T | None:
        found = kind.read(value, key, reading)
        return None if found is None else into(found)

    return Kind(read, kind.schema)


def _read_photo_name(value: Written, key: str, reading: Reading) -> str | None:
    text = text_of(value, key, reading)
    if text is None or _PHOTO_NAME.fullmatch(text):
        return text
    reading.tell(wording.not_a_photo_name(reading.at(value.line), text))
    return None


PHOTO_NAME = Kind(_read_photo_name, {"type": "string", "pattern": "^[^/\\\\:]+$"})


def _storyteller(name: str, about: str = "", photo: str = "") -> Storyteller:
    if name.casefold() in ("anonymous", "anon"):
        return Storyteller(slug="", name=UNNAMED, about=about, photo=photo)
    slug = slug_of(name)
    return Storyteller(slug=f"{slug}-storyteller" if slug in NO_FOLDERS else slug, name=name, about=about, photo=photo)


_NAME = a_line(80)
STORYTELLER_PARTS: Table = table(
    Field(
        name="name", kind=_NAME, needed=ALWAYS, example="name: Mo", help="As they wish to be credited, or anonymous."
    ),
    Field(name="about", kind=_LINE, example="about: runs the repair café", help="A few words on who they are."),
    Field(name="photo", kind=PHOTO_NAME, example="photo: mo.jpg", help="One of the photos listed under photos."),
)
STORYTELLER = group_of(
    _made_by(_storyteller, "name"),
    STORYTELLER_PARTS,
    of="storyteller",
    short=_short_as(_storyteller, "name", _NAME),
    short_schema=_NAME.schema,
)

CONSENT_PARTS: Table = table(
    Field(name="given", kind=DAY, needed=ALWAYS, example=f"given: {DAY_TO_FILL_IN}", help="The day they agreed."),
    Field(
        name="until",
        kind=DAY,
        example=f"until: {DAY_TO_FILL_IN}",
        help="The last day on which it holds; leave out for no end.",
    ),
    Field(
        name="for",
        kind=list_of(a_choice(*SURFACES), len(SURFACES)),
        example="for: [web, book, feeds]",
        help="Where the story may appear: the website, the book, feeds and open data. Leave out for everywhere.",
        attribute="surfaces",
    ),
    Field(
        name="withdrawn",
        kind=DAY,
        example=f"withdrawn: {DAY_TO_FILL_IN}",
        help="The day they changed their mind: the story goes.",
    ),
)
_AGREED = group_of(_made_by(Consent), CONSENT_PARTS, of="consent")


def _read_consent(value: Written, key: str, reading: Reading) -> Consent | None:
    # Elsewhere an empty fact counts as not given; here that might mean publishing against somebody's wish.
    if type(value) is Group:
        for name in ("until", "for", "withdrawn"):
            if name in value.lines and name not in value.values:
                reading.tell(wording.consent_left_open(reading.at(value.lines[name]), name))
    return _AGREED.read(value, key, reading)


CONSENT = Kind(_read_consent, _AGREED.schema)

PHOTO_PARTS: Table = table(
    Field(name="file", kind=PHOTO_NAME, needed=ALWAYS, example="file: bench.jpg", help="Its name, beside the story."),
    Field(
        name="alt", kind=a_line(400), example="alt: A workbench", help="What it shows, for people who cannot see it."
    ),
    Field(
        name="decorative",
        kind=YES_OR_NO,
        example="decorative: true",
        help="Instead of alt, when it shows nothing to know.",
    ),
    Field(name="caption", kind=_LINE, example="caption: Our first table", help="Words under the photo."),
    Field(name="credit", kind=_LINE, needed=ALWAYS, example="credit: Mo", help="Who took it."),
    Field(name="licence", kind=LICENCE, needed=ALWAYS, example="licence: CC BY-SA 4.0", help="As for the story."),
    Field(
        name="people",
        kind=a_choice("none", "adults", "children"),
        example="people: adults",
        help="Whether anybody can be recognised: none, adults or children.",
    ),
    Field(
        name="permission",
        kind=_LINE,
        example="permission: all three agreed in writing",
        help="How the people shown agreed; for children, how a parent or guardian did.",
    ),
)


def _photo(found: dict[str, object], key: str, line: int, reading: Reading) -> Photo | None:
    if "file" not in found:
        return None
    build: Callable[..., Photo] = Photo
    photo = build(**found)
    lines = reading.lines
    if not (photo.alt or photo.decorative) and f"{key}.alt" not in lines:
        reading.tell(wording.no_alt(reading.at(line), photo.file))
    if photo.people != "none":
        where = reading.at(lines.get(f"{key}.permission", lines.get(f"{key}.people", line)))
        if REFUSAL.match(photo.permission):
            reading.tell(wording.no_permission(where, photo.file, photo.people))
        elif photo.people == "children" and not GUARDIAN.search(photo.permission):
            reading.tell(wording.no_guardian(where, photo.file, photo.permission))
    return photo


PHOTOS = list_of(group_of(_photo, PHOTO_PARTS, of="photo"))

EVIDENCE = _turned(sentences(), lambda found: tuple(Evidence(dimension=slug, sentence=text) for slug, text in found))
TINS = _turned(sentences(), lambda found: tuple(TinUse(tin=slug, how=text) for slug, text in found))
ASSETS = sentences(a_choice("skills", "buildings", "land", "networks", "money"))

REFERENCE_PARTS: Table = table(
    Field(name="title", kind=_LINE, needed=ALWAYS, example="title: Our first year", help="What the page is called."),
    Field(name="address", kind=WEB_ADDRESS, example="address: https://example.org/", help="Where it is."),
    Field(name="archived", kind=WEB_ADDRESS, example="archived: https://example.org/copy", help="A kept copy of it."),
)
SOURCE_PARTS: Table = table(
    *REFERENCE_PARTS.values(),
    Field(name="claim", kind=a_line(600), example="claim: the year it began", help="What it is the source of."),
    Field(name="accessed", kind=DAY, example="accessed: 2026-03-14", help="The day it was read."),
    Field(name="as_of", kind=_LINE, example='as_of: "2019"', help="The time it speaks of."),
    Field(
        name="disputed",
        kind=a_line(600),
        example="disputed: another says 2018",
        help="What another source says instead.",
    ),
)
LINKS = list_of(group_of(_made_by(Reference, "title"), REFERENCE_PARTS, of="link"))
SOURCES = list_of(group_of(_made_by(Reference, "title"), SOURCE_PARTS, of="source"), 100)

NOTICE_PARTS: Table = table(
    Field(name="text", kind=_LINE, needed=ALWAYS, example="text: A spare lathe", help="What it is."),
    Field(name="until", kind=DAY, example="until: 2026-12-31", help="The last day on which it stands."),
)
NOTICES = list_of(
    group_of(
        _made_by(Notice, "text"),
        NOTICE_PARTS,
        of="notice",
        short=_short_as(Notice, "text", _LINE),
        short_schema=_LINE.schema,
    )
)

DIFFERENCE_PARTS: Table = table(
    Field(
        name="what", kind=a_line(600), needed=ALWAYS, example="what: Fewer toasters thrown away", help="What changed."
    ),
    Field(name="whom", kind=_LINE, example="whom: forty households", help="For whom."),
    Field(name="how_we_know", kind=a_line(600), example="how_we_know: we count them", help="How you know."),
)
DIFFERENCE = group_of(
    _made_by(Difference, "what"),
    DIFFERENCE_PARTS,
    of="difference",
    short=_short_as(Difference, "what", a_line(600)),
    short_schema=_LINE.schema,
)


def _read_barrier(value: Written, key: str, reading: Reading) -> str | None:
    text = _LINE.read(value, key, reading)
    if text is None:
        return None
    reading.written[key] = text
    return slug_of(text)


_BARRIER = Kind(_read_barrier, _LINE.schema)
BARRIER_PARTS: Table = table(
    Field(
        name="barrier",
        kind=_BARRIER,
        needed=ALWAYS,
        example="barrier: rent",
        help="What stood in the way.",
    ),
    Field(name="eased_by", kind=a_line(600), example="eased_by: the library lent us a room", help="What helped."),
)
BARRIERS = list_of(
    group_of(
        _made_by(Barrier, "barrier"),
        BARRIER_PARTS,
        of="barrier",
        short=_short_as(Barrier, "barrier", _BARRIER),
        short_schema=_LINE.schema,
    )
)

RECOGNITION_PARTS: Table = table(
    Field(name="award", kind=_LINE, needed=ALWAYS, example="award: Volunteers of the year", help="What was won."),
    Field(name="year", kind=a_line(40), example='year: "2024"', help="When."),
    Field(name="source", kind=a_line(400), example="source: https://example.org/", help="Who says so."),
)
RECOGNITION = list_of(group_of(_made_by(Recognition, "award"), RECOGNITION_PARTS, of="award"))
