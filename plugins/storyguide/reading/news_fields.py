"""Tables of the facts at the top of news posts and replies; readers and help pages are made from them."""

from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.reading import story_parts as parts
from storyguide.reading.groups import ALWAYS, Field, Table, list_of, table
from storyguide.reading.values import DAY, SLUG, TIME, YES_OR_NO, a_line

_NAME = a_line(80)

NEWS_FIELDS: Table = table(
    Field(
        name="title",
        kind=_NAME,
        needed=ALWAYS,
        example="title: The book is out",
        help="What the post is called, in at most 80 letters.",
    ),
    Field(
        name="summary",
        kind=a_line(200),
        needed=ALWAYS,
        example="summary: Sixteen stories on paper, and a party on Friday.",
        help="One or two sentences for lists and for the newsletter, in at most 200 letters.",
    ),
    Field(
        name="date",
        kind=DAY,
        needed=ALWAYS,
        example="date: 2026-11-22",
        help="The day it bears. It is shown from that day on.",
        attribute="on",
    ),
    Field(
        name="category",
        kind=_NAME,
        example="category: The guide",
        help="What it is chiefly of: a name from the edition’s list of them.",
    ),
    Field(
        name="by",
        kind=_NAME,
        example="by: Jo Inkwell",
        help="Who wrote it, by the name they wish; leave it out and it is from the editors.",
    ),
    Field(
        name="stories",
        kind=list_of(SLUG, 20),
        example="stories: [repair-cafe]",
        help="The folders of the stories it is about.",
    ),
    Field(
        name="happened_next",
        kind=SLUG,
        example="happened_next: repair-cafe",
        help="The folder of the story of which it tells what happened next. The story’s page then leads to it.",
    ),
    Field(
        name="coming_soon",
        kind=YES_OR_NO,
        example="coming_soon: true",
        help="Whether it announces a story that is not here yet. Name nobody in it who has not agreed to be named.",
    ),
    Field(
        name="expected",
        kind=TIME,
        example="expected: February 2027",
        help="Beside “coming_soon”: the month in which the story is expected.",
    ),
)
"""Facts of a news post."""

REPLY_FIELDS: Table = table(
    Field(
        name="by",
        kind=_NAME,
        needed=ALWAYS,
        example="by: Ana",
        help="Who wrote it, by the name they wish: a first name, “a neighbour”, or anonymous.",
    ),
    Field(name="on", kind=DAY, needed=ALWAYS, example="on: 2026-11-22", help="The day on which they wrote it."),
    Field(
        name="consent",
        kind=parts.CONSENT,
        needed=ALWAYS,
        example=f"consent:\n  given: {DAY_TO_FILL_IN}",
        help="That they agree to its being published beneath the story, as with a story’s own consent.",
        parts=tuple(parts.CONSENT_PARTS.values()),
    ),
)
"""Facts of a reply to a story."""
