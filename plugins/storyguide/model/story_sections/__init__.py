"""The ordered table of what a story says: its texts, which of them its storyteller says, and where each is shown.

Facts are named as in story.md, those of a group with a dot: "photos.alt"; the words beneath them are "words". Each text
stands in one section or in NEVER_SHOWN, and every other fact in MERE_FACTS. The page, papers, the book, feeds, the open
data, search, the approval mark, the terms of a story taken down and the hostile cases take what they say from here.
tests/test_story_sections.py fails on a fact that is in no list, and on a text that is not shown where its row says, or
is shown anywhere else. Replies are in no section: they are their writers' words, with a consent of their own.

A new text is a row of reading/story_fields, an attribute of Story, and a section here. With `plain` it needs no more:
every surface shows it as a heading and paragraphs.
"""

from collections.abc import Iterator

from storyguide.model.story import Story
from storyguide.model.story_sections.section import Approved, Row, Section, Surface, Text
from storyguide.model.story_sections.texts import (
    of_barriers,
    of_difference,
    of_notices,
    of_photos,
    of_recognition,
    of_references,
    of_storyteller,
)

__all__ = [
    "ASSETS",
    "BARRIERS",
    "DIFFERENCE",
    "EVIDENCE",
    "JOIN_IN",
    "LINKS",
    "MERE_FACTS",
    "NEVER_SHOWN",
    "NOTICES",
    "SECTIONS",
    "SOURCES",
    "TINS",
    "Section",
    "Surface",
    "approved_texts",
    "headed_sections",
    "plain_sections",
    "texts_on",
]

_PRINTED = Surface.PAGE | Surface.PAPER | Surface.BOOK
_EVERYWHERE = _PRINTED | Surface.POSTER | Surface.FEED | Surface.DATA | Surface.SEARCH
_FOUND = _PRINTED | Surface.SEARCH

DIFFERENCE = Section(
    "difference",
    (
        Row("difference.what", _FOUND, "changed"),
        Row("difference.whom", _FOUND, "whom"),
        Row("difference.how_we_know", _FOUND, "known"),
    ),
    of_difference,
    "What changed",
)
BARRIERS = Section(
    "barriers",
    (Row("barriers.barrier", _PRINTED), Row("barriers.eased_by", _FOUND, "eased")),
    of_barriers,
    "What stood in the way",
)
ASSETS = Section(
    "assets",
    (Row("assets", _FOUND, "used"),),
    lambda story: (Text("assets", text, kind) for kind, text in story.assets),
    "What was already there",
)
EVIDENCE = Section(
    "evidence",
    (Row("dimensions", _FOUND | Surface.DATA, "shows"),),
    lambda story: (Text("dimensions", one.sentence, one.dimension) for one in story.evidence),
    "What this story shows",
)
TINS = Section(
    "tins",
    (Row("tins", _FOUND, "tin"),),
    lambda story: (Text("tins", one.how, one.tin) for one in story.tins),
    "Try it where you live",
)
JOIN_IN = Section(
    "join in",
    (Row("join_in", _FOUND | Surface.FEED, "join in"),),
    lambda story: [Text("join_in", story.join_in)],
    "How to join in",
)
NOTICES = Section(
    "notices",
    # They run out, and a book and a feed's reader keep what they have.
    (Row("offers.text", Surface.PAGE | Surface.PAPER), Row("needs.text", Surface.PAGE | Surface.PAPER)),
    of_notices,
    "Offers and needs",
)
_CITED = _PRINTED | Surface.FEED | Surface.DATA
SOURCES = Section(
    "sources",
    (
        Row("sources.title", _CITED),
        Row("sources.address", _CITED),
        Row("sources.archived", _PRINTED),
        Row("sources.claim", _CITED),
        Row("sources.as_of", _CITED),
        Row("sources.disputed", _CITED),
    ),
    lambda story: of_references("sources", story.sources),
    "Where this comes from",
)
LINKS = Section(
    "links",
    (Row("links.title", _PRINTED), Row("links.address", _PRINTED), Row("links.archived", _PRINTED)),
    lambda story: of_references("links", story.links),
    "More to read",
)

_NAMED = _PRINTED | Surface.FEED | Surface.DATA

SECTIONS = (
    Section("title", (Row("title", _EVERYWHERE, "title"),), lambda story: [Text("title", story.title)]),
    Section("summary", (Row("summary", _EVERYWHERE, "summary"),), lambda story: [Text("summary", story.summary)]),
    Section(
        "storyteller",
        (
            Row("storyteller.name", _NAMED | Surface.SEARCH, "name"),
            Row("storyteller.about", Surface.PAGE | Surface.PAPER, "about"),
        ),
        of_storyteller,
    ),
    Section(
        "organisation",
        (Row("organisation", _NAMED | Surface.SEARCH, "organisation"),),
        lambda story: [Text("organisation", story.organisation)],
    ),
    Section(
        "collaborators",
        (Row("collaborators", _PRINTED, "with"),),
        lambda story: (Text("collaborators", name) for name in story.collaborators),
    ),
    Section("access", (Row("access", _PRINTED, "access"),), lambda story: [Text("access", story.access)]),
    Section(
        "content note", (Row("content_note", _NAMED, "note"),), lambda story: [Text("content_note", story.content_note)]
    ),
    Section(
        "words",
        (Row("words", _FOUND | Surface.FEED, "words"),),
        lambda story: [Text("words", story.words.html)],
    ),
    Section(
        "photos",
        (
            Row("photos.alt", _NAMED | Surface.POSTER, "photo"),
            Row("photos.caption", _NAMED | Surface.SEARCH, "caption"),
            Row("photos.credit", _NAMED, "credit"),
        ),
        of_photos,
    ),
    *(DIFFERENCE, BARRIERS, ASSETS, EVIDENCE, TINS, JOIN_IN, NOTICES, SOURCES, LINKS),
    Section(
        "happened",
        (Row("happened", _PRINTED | Surface.DATA),),
        lambda story: [Text("happened", story.happened.written if story.happened else "")],
    ),
    Section("translator", (Row("translator", _NAMED),), lambda story: [Text("translator", story.translator)]),
    Section("recognition", (Row("recognition.award", _PRINTED), Row("recognition.year", _PRINTED)), of_recognition),
)
"""Every section, in the order of the approval mark; those with a heading also in the order in which they are shown.

A plain section comes after those that have a look of their own.
"""

MERE_FACTS = {
    "kind": "a choice from a list",
    "storyteller.photo": "the name of a file",
    "place": "a name from the edition's list",
    "location": "a point, rounded as precision says",
    "precision": "a choice from a list",
    "themes": "names from the edition's list",
    "told_on": "a day",
    "photos.file": "the name of a file",
    "photos.decorative": "yes or no",
    "photos.licence": "a choice from a list",
    "photos.people": "a choice from a list",
    "consent.given": "a day",
    "consent.until": "a day",
    "consent.for": "choices from a list",
    "consent.withdrawn": "a day",
    "approved_on": "a day",
    "licence": "a choice from a list",
    "language": "a language tag",
    "translation_of": "the name of another story",
    "offers.until": "a day",
    "needs.until": "a day",
    "sources.accessed": "a day",
    "status": "a choice from a list",
    "publish_on": "a day",
    "review_on": "a day",
    "also_at": "older names of the story's folder",
}
"""Facts that are no text of the story, each with what it is."""

NEVER_SHOWN = {
    "photos.permission": "for the editors: who agreed to a photo, and how",
    "approved_words": "the mark itself",
    "translated_from": "the mark of the wording a translation was made from",
    "recognition.source": "for the editors: where an award can be looked up",
}
"""Texts that no page, paper or file made for readers holds, each with what it is for."""


def texts_on(surface: Surface, story: Story) -> Iterator[Text]:
    """Yield each text of a story that a surface shows, in the order of the table; empty ones are left out."""
    for section in SECTIONS:
        if shown := section.shown_on(surface):
            yield from (text for text in section.texts(story) if text.text and text.fact in shown)


def headed_sections(surface: Surface) -> Iterator[Section]:
    """Yield each section with a heading of which a surface shows anything, in the order in which it shows them."""
    return (section for section in SECTIONS if section.heading and section.shown_on(surface))


def plain_sections(surface: Surface, story: Story) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Yield each plain section of which a surface has something to show, with its texts."""
    for section in SECTIONS:
        if section.plain and (shown := section.shown_on(surface)):
            texts = tuple(text.text for text in section.texts(story) if text.text and text.fact in shown)
            if texts:
                yield section, texts


def approved_texts(story: Story) -> Iterator[Approved]:
    """Yield each text that the storyteller says, in the order of the approval mark; empty ones are left out."""
    for section in SECTIONS:
        if labels := section.labels:
            for text in section.texts(story):
                if text.text and text.fact in labels:
                    yield Approved(labels[text.fact], text.text, text.about)
