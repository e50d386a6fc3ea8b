"""Table of a story's facts, from which the reader, messages, help pages and completion in editors are made."""

from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.model.place import Precision
from storyguide.model.story import Kind as StoryKind
from storyguide.model.story import Status
from storyguide.reading import story_parts as parts
from storyguide.reading.groups import ALWAYS, Field, Table, list_of, names, table
from storyguide.reading.values import DAY, LANGUAGE, LICENCE, POINT, SLUG, TIME, a_line, a_text, one_of

TOLD = StoryKind.TOLD.value
"""Value of `kind` for a told story, and of `Field.needed` for facts required in told stories."""
FACT_FILE = StoryKind.FACT_FILE.value
"""Value of `kind` for a fact-file, and of `Field.needed` for facts required in fact-files."""

_LINE = a_line()
_NAME = a_line(80)


def _with_parts(rows: Table) -> tuple[Field, ...]:
    return tuple(rows.values())


STORY_FIELDS: Table = table(
    Field(
        name="title",
        kind=a_line(80),
        needed=ALWAYS,
        example='title: "The repair café"',
        help="What the story is called, in at most 80 letters.",
    ),
    Field(
        name="summary",
        kind=a_line(200),
        needed=ALWAYS,
        example='summary: "Neighbours mend what others would throw away."',
        help="One or two sentences for lists and search, in at most 200 letters.",
    ),
    Field(
        name="kind",
        kind=one_of(StoryKind),
        example="kind: told",
        help="“told” for a story in the storyteller’s own words, which is what it is when left out; “fact-file” for "
        "the editors’ notes from public sources.",
    ),
    Field(
        name="storyteller",
        kind=parts.STORYTELLER,
        needed=TOLD,
        example="storyteller: Mo",
        help="Whose story it is, by the name they wish: a first name, “a volunteer”, or anonymous.",
        parts=_with_parts(parts.STORYTELLER_PARTS),
    ),
    Field(
        name="organisation", kind=_LINE, example="organisation: Mill Lane Menders", help="The group, if there is one."
    ),
    Field(
        name="collaborators",
        kind=list_of(_NAME, 20),
        example="collaborators: [Ana, the allotment society]",
        help="Who else made it happen and wishes to be named.",
    ),
    Field(
        name="place",
        kind=names(_NAME, 2),
        needed=ALWAYS,
        example="place: Millbank",
        help="Where it happens: one or two names from the guide’s list of places.",
        attribute="places",
    ),
    Field(
        name="location",
        kind=POINT,
        example='location: "51.449, -1.249"',
        help="Degrees north and degrees east. They are rounded as “precision” says before anything is published.",
    ),
    Field(
        name="precision",
        kind=one_of(Precision),
        example="precision: area",
        help="How exactly the map may show it: exact, street, area (about a kilometre; so when left out) or hidden.",
    ),
    Field(name="access", kind=_LINE, example="access: by appointment", help="Whether one can go there, and how."),
    Field(
        name="themes",
        kind=names(_NAME, 4),
        needed=ALWAYS,
        example="themes: [Making, Growing]",
        help="What it is about: one to four names from the guide’s list of themes.",
    ),
    Field(
        name="dimensions",
        kind=parts.EVIDENCE,
        example="dimensions:\n  confident: Three of us now run the till.",
        help="What it shows: the name of a dimension, and one sentence from this story that shows it.",
        attribute="evidence",
    ),
    Field(name="told_on", kind=DAY, needed=ALWAYS, example="told_on: 2026-03-14", help="The day it was told."),
    Field(
        name="happened",
        kind=TIME,
        example="happened: spring 2012",
        help="When it happened, in your words: 2006, spring 2012, about 1974, 2014 to 2016, 2006 onwards.",
    ),
    Field(
        name="photos",
        kind=parts.PHOTOS,
        example="photos:\n  - file: bench.jpg\n    alt: A workbench\n    credit: Mo\n    licence: CC BY-SA 4.0",
        help="The photos beside the story, each with a description, a credit and a licence.",
        parts=_with_parts(parts.PHOTO_PARTS),
    ),
    Field(
        name="consent",
        kind=parts.CONSENT,
        needed=TOLD,
        example=f"consent:\n  given: {DAY_TO_FILL_IN}",
        help="What the storyteller agreed to. The signed form itself never comes here.",
        parts=_with_parts(parts.CONSENT_PARTS),
    ),
    Field(
        name="approved_on",
        kind=DAY,
        needed=TOLD,
        example=f"approved_on: {DAY_TO_FILL_IN}",
        help="The day the storyteller saw how it will look and said yes.",
    ),
    Field(
        name="approved_words",
        kind=_LINE,
        example="approved_words: 3f2a-9c41",
        help="The mark of the wording they said yes to; `python3 build.py approve` writes it. "
        "When a word is changed afterwards, the story waits until they have been asked again.",
    ),
    Field(
        name="licence",
        kind=LICENCE,
        needed=ALWAYS,
        example="licence: CC BY-SA 4.0",
        help="What others may do with the words: the name of a Creative Commons licence, or all rights kept.",
    ),
    Field(
        name="language", kind=LANGUAGE, example="language: ur", help="The sign of its language, if not the guide’s own."
    ),
    Field(
        name="translation_of",
        kind=SLUG,
        example="translation_of: repair-cafe",
        help="The folder of the story this is a translation of. It is only published with it.",
    ),
    Field(
        name="translated_from",
        kind=_LINE,
        example="translated_from: 3f2a-9c41",
        help="The mark of the wording it was translated from; the guide prints it.",
    ),
    Field(
        name="translator", kind=_NAME, example="translator: Ana", help="Who translated it, if they wish to be named."
    ),
    Field(name="join_in", kind=a_text(), example="join_in: Come on a Saturday at ten.", help="How to take part."),
    Field(
        name="offers",
        kind=parts.NOTICES,
        example="offers:\n  - text: A spare lathe\n    until: 2026-12-31",
        help="What the group can give.",
        parts=_with_parts(parts.NOTICE_PARTS),
    ),
    Field(
        name="needs",
        kind=parts.NOTICES,
        example="needs:\n  - text: A dry shed\n    until: 2026-12-31",
        help="What the group is looking for.",
        parts=_with_parts(parts.NOTICE_PARTS),
    ),
    Field(
        name="difference",
        kind=parts.DIFFERENCE,
        example="difference:\n  what: Fewer toasters thrown away",
        help="What changed, for whom, and how you know.",
        parts=_with_parts(parts.DIFFERENCE_PARTS),
    ),
    Field(
        name="barriers",
        kind=parts.BARRIERS,
        example="barriers:\n  - barrier: rent\n    eased_by: the library lent us a room",
        help="What stood in the way, and what helped.",
        parts=_with_parts(parts.BARRIER_PARTS),
    ),
    Field(
        name="assets",
        kind=parts.ASSETS,
        example="assets:\n  skills: soldering, patience",
        help="What you used: skills, buildings, land, networks, money.",
    ),
    Field(
        name="tins",
        kind=parts.TINS,
        example="tins:\n  reflective-practice: We ask its three questions after each session.",
        help="The On the Tin resources you used, each with a sentence on how.",
    ),
    Field(
        name="links",
        kind=parts.LINKS,
        example="links:\n  - title: Our page\n    address: https://example.org/",
        help="Where to read more.",
        parts=_with_parts(parts.REFERENCE_PARTS),
    ),
    Field(
        name="sources",
        kind=parts.SOURCES,
        needed=FACT_FILE,
        example="sources:\n  - title: Our page\n    address: https://example.org/\n    accessed: 2026-03-14",
        help="Where the facts come from.",
        parts=_with_parts(parts.SOURCE_PARTS),
    ),
    Field(
        name="content_note",
        kind=_LINE,
        example="content_note: Speaks of a death.",
        help="A word of warning, shown before the story.",
    ),
    Field(
        name="recognition",
        kind=parts.RECOGNITION,
        example='recognition:\n  - award: Volunteers of the year\n    year: "2024"',
        help="Awards, and who says so.",
        parts=_with_parts(parts.RECOGNITION_PARTS),
    ),
    Field(
        name="status",
        kind=one_of(Status),
        example="status: draft",
        help="How far it has come: idea, draft, review, ready (so when left out) or withdrawn.",
    ),
    Field(name="publish_on", kind=DAY, example="publish_on: 2026-06-01", help="The day from which it may be shown."),
    Field(
        name="review_on",
        kind=DAY,
        example="review_on: 2027-06-01",
        help="The day on which the editors want to look at it again; only their desk shows it.",
    ),
    Field(
        name="also_at",
        kind=list_of(SLUG),
        example="also_at: [mending-cafe]",
        help="Folder names it had before, so that old links still lead here.",
    ),
)
"""Facts of a story, in the order in which its file lists them."""
