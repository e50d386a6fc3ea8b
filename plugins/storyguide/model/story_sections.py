"""The ordered table of a story's texts: which its teller approves, which are facts, which nobody sees.

Facts are named as in story.md, those of a group with a dot: "photos.alt". Each stands in one section, in MERE_FACTS or
in NEVER_SHOWN; tests/test_story_sections.py fails on any other, and on a text that is not where the table says.
Replies are in no section: they are their writers' words, published with a consent of their own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storyguide.model.story import Story


class Text(NamedTuple):
    """A text of a story as its storyteller approves it."""

    label: str
    """Part of the approval mark: changing one ends every approval."""
    text: str
    """Plain text; HTML where the label is "words"."""
    about: str = ""
    """Slug or choice the text is said of, and part of the mark: help with another barrier is another thing."""


Texts = Iterable[Text]


def _none(story: Story) -> Texts:
    return ()


@dataclass(frozen=True)
class Section:
    """A part of a story's page, with the facts it shows."""

    key: str
    fields: tuple[str, ...]
    """The facts it shows in the storyteller's name; all of them stand in the approval mark."""
    texts: Callable[[Story], Texts] = _none
    """Texts for the approval mark, in the order of the page; none of a section that shows mere facts alone."""
    heading: str = ""
    """Heading on the page and on paper; empty where the section has none."""


def _storyteller(story: Story) -> Texts:
    if story.storyteller:
        yield Text("name", story.storyteller.name)
        yield Text("about", story.storyteller.about)


def _photos(story: Story) -> Texts:
    for photo in story.photos:
        yield Text("photo", photo.alt)
        yield Text("caption", photo.caption)
        yield Text("credit", photo.credit)


def _difference(story: Story) -> Texts:
    if story.difference:
        yield Text("changed", story.difference.what)
        yield Text("whom", story.difference.whom)
        yield Text("known", story.difference.how_we_know)


DIFFERENCE = Section(
    "difference", ("difference.what", "difference.whom", "difference.how_we_know"), _difference, "What changed"
)
BARRIERS = Section(
    "barriers",
    ("barriers.eased_by",),
    lambda story: (Text("eased", one.eased_by, one.barrier) for one in story.barriers if one.eased_by),
    "What stood in the way",
)
ASSETS = Section(
    "assets",
    ("assets",),
    lambda story: (Text("used", text, kind) for kind, text in story.assets),
    "What was already there",
)
EVIDENCE = Section(
    "evidence",
    ("dimensions",),
    lambda story: (Text("shows", one.sentence, one.dimension) for one in story.evidence),
    "What this story shows",
)
TINS = Section(
    "tins",
    ("tins",),
    lambda story: (Text("tin", one.how, one.tin) for one in story.tins),
    "Try it where you live",
)
JOIN_IN = Section("join in", ("join_in",), lambda story: [Text("join in", story.join_in)], "How to join in")
NOTICES = Section("notices", (), heading="Offers and needs")
SOURCES = Section("sources", (), heading="Where this comes from")
LINKS = Section("links", (), heading="More to read")

BELOW_THE_WORDS = (DIFFERENCE, BARRIERS, ASSETS, EVIDENCE, TINS, JOIN_IN, NOTICES, SOURCES, LINKS)
"""The sections with a heading, in the order in which page and paper show them."""

SECTIONS = (
    Section("title", ("title",), lambda story: [Text("title", story.title)]),
    Section("summary", ("summary",), lambda story: [Text("summary", story.summary)]),
    Section("storyteller", ("storyteller.name", "storyteller.about"), _storyteller),
    Section("organisation", ("organisation",), lambda story: [Text("organisation", story.organisation)]),
    Section("collaborators", ("collaborators",), lambda story: (Text("with", name) for name in story.collaborators)),
    Section("access", ("access",), lambda story: [Text("access", story.access)]),
    Section("content note", ("content_note",), lambda story: [Text("note", story.content_note)]),
    Section("words", (), lambda story: [Text("words", story.words.html)]),
    Section("photos", ("photos.alt", "photos.caption", "photos.credit"), _photos),
    *BELOW_THE_WORDS,
)
"""Every section, in the order in which the approval mark is made."""

_NOTICE = "the group's notice, which changes and runs out without the story changing"
_OF_OTHERS = "what others wrote, as the editors read it"
_RECORD = "public record"
MERE_FACTS = {
    "kind": "a choice from a list",
    "storyteller.photo": "the name of a file",
    "place": "a name from the edition's list",
    "location": "a point, rounded as precision says",
    "precision": "a choice from a list",
    "themes": "names from the edition's list",
    "told_on": "a day",
    "happened": "a time",
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
    "translator": "the credit of somebody other than the storyteller",
    "offers.text": _NOTICE,
    "offers.until": "a day",
    "needs.text": _NOTICE,
    "needs.until": "a day",
    "barriers.barrier": "a name from the register; in the mark only along with what eased it",
    "links.title": _OF_OTHERS,
    "links.address": "an address",
    "links.archived": "an address",
    "sources.title": _OF_OTHERS,
    "sources.address": "an address",
    "sources.archived": "an address",
    "sources.claim": _OF_OTHERS,
    "sources.accessed": "a day",
    "sources.as_of": "a time",
    "sources.disputed": _OF_OTHERS,
    "recognition.award": _RECORD,
    "recognition.year": _RECORD,
    "status": "a choice from a list",
    "publish_on": "a day",
    "review_on": "a day",
    "also_at": "older names of the story's folder",
}
"""Facts that are no part of the approval mark, each with the reason."""

NEVER_SHOWN = {
    "photos.permission": "for the editors: who agreed to a photo, and how",
    "approved_words": "the mark itself",
    "translated_from": "the mark of the wording a translation was made from",
    "recognition.source": "for the editors: where an award can be looked up",
}
"""Texts that no page, paper or file made for readers holds, each with what it is for."""


def approved_texts(story: Story) -> Iterator[Text]:
    """Yield each text the storyteller approves, in the order of the mark."""
    for section in SECTIONS:
        yield from section.texts(story)
