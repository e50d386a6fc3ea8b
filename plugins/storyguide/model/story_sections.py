"""The ordered table of a story's texts: which fields of its file its storyteller approves, and which are mere facts.

A field of the story table stands in one section or in MERE_FACTS; tests/test_story_sections.py fails on any other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from storyguide.model.story import Story

Texts = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Section:
    """A part of a story's page whose texts are said in the storyteller's name, and so stand in the approval mark."""

    key: str
    fields: tuple[str, ...]
    """Names of the fields it shows, as they are written in story.md."""
    texts: Callable[[Story], Texts]
    """(label, text) pairs, in the order of the page. Labels are part of the mark: changing one ends every approval."""
    heading: str = ""
    """Heading on the page and on paper; empty where the section has none."""


def _storyteller(story: Story) -> Texts:
    if story.storyteller:
        yield "name", story.storyteller.name
        yield "about", story.storyteller.about


def _photos(story: Story) -> Texts:
    for photo in story.photos:
        yield "photo", photo.alt
        yield "caption", photo.caption
        yield "credit", photo.credit


def _difference(story: Story) -> Texts:
    if story.difference:
        yield "changed", story.difference.what
        yield "whom", story.difference.whom
        yield "known", story.difference.how_we_know


BARRIERS = Section(
    "barriers",
    ("barriers",),
    # Labelled with the barrier, since the same help against another barrier says something else.
    lambda story: (("eased", f"{one.barrier}: {one.eased_by}") for one in story.barriers if one.eased_by),
    "What stood in the way",
)

SECTIONS = (
    Section("title", ("title",), lambda story: [("title", story.title)]),
    Section("summary", ("summary",), lambda story: [("summary", story.summary)]),
    Section("storyteller", ("storyteller",), _storyteller),
    Section("organisation", ("organisation",), lambda story: [("organisation", story.organisation)]),
    Section("collaborators", ("collaborators",), lambda story: (("with", name) for name in story.collaborators)),
    Section("access", ("access",), lambda story: [("access", story.access)]),
    Section("content note", ("content_note",), lambda story: [("note", story.content_note)]),
    Section("words", (), lambda story: [("words", story.words.html)]),
    Section("photos", ("photos",), _photos),
    Section("difference", ("difference",), _difference, "What changed"),
    BARRIERS,
    Section(
        "assets",
        ("assets",),
        lambda story: (("used", f"{kind}: {text}") for kind, text in story.assets),
        "What was already there",
    ),
    Section(
        "evidence",
        ("dimensions",),
        lambda story: (("shows", f"{one.dimension}: {one.sentence}") for one in story.evidence),
        "What this story shows",
    ),
    Section(
        "tins",
        ("tins",),
        lambda story: (("tin", f"{one.tin}: {one.how}") for one in story.tins),
        "Try it where you live",
    ),
    Section("join in", ("join_in",), lambda story: [("join in", story.join_in)], "How to join in"),
)
"""Every section the storyteller approves, in the order in which the approval mark is made."""

MERE_FACTS = {
    "kind": "a choice from a list",
    "place": "a name from the edition's list",
    "location": "a point, rounded as precision says",
    "precision": "a choice from a list",
    "themes": "names from the edition's list",
    "told_on": "a day",
    "happened": "a time",
    "consent": "days and choices; never shown",
    "approved_on": "a day",
    "approved_words": "the mark itself",
    "licence": "a choice from a list",
    "language": "a language tag",
    "translation_of": "the name of another story",
    "translated_from": "what the translation was made from",
    "translator": "the credit of somebody other than the storyteller",
    "offers": "the group's notices, which change and run out without the story changing",
    "needs": "the group's notices, which change and run out without the story changing",
    "links": "titles of what others wrote, with their addresses",
    "sources": "titles and claims of what others wrote, as the editors read them",
    "recognition": "an award, its year and who says so: public record",
    "status": "a choice from a list",
    "publish_on": "a day",
    "review_on": "a day; never shown",
    "also_at": "older names of the story's folder",
}
"""Fields outside the approval mark, each with the reason."""


def approved_texts(story: Story) -> Iterator[tuple[str, str]]:
    """Yield the (label, text) pairs the storyteller approves, in the order of the mark; the words are HTML."""
    for section in SECTIONS:
        yield from section.texts(story)
