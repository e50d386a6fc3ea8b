"""The table of a story's texts: every field is approved by its storyteller or declared a mere fact, never forgotten."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from storyguide.making.book.binding import Bindery
from storyguide.making.cards import Cards
from storyguide.making.downloads.story_paper import story_pieces
from storyguide.making.output import OutputPage
from storyguide.making.pages.stories import make_stories
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.people import Storyteller
from storyguide.model.photo import Photo, Rendition
from storyguide.model.story import Barrier, Difference, Notice, Recognition, Reference, Story, TinUse
from storyguide.model.story_sections import MERE_FACTS, SECTIONS
from storyguide.model.when import Happened
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.story_fields import STORY_FIELDS

from tests.builders import a_guide, a_photo, a_story, a_tin, an_edition, some_words


def test_each_field_of_a_story_is_in_one_section_or_declared_a_mere_fact():
    named = [name for section in SECTIONS for name in section.fields] + list(MERE_FACTS)
    fields = STORY_FIELDS.keys() if isinstance(STORY_FIELDS, dict) else [one.name for one in STORY_FIELDS]
    assert sorted(named) == sorted(fields)


def test_what_eased_a_barrier_is_in_the_mark():
    plain = a_story(barriers=(Barrier(barrier="rent"),))
    eased = replace(plain, barriers=(Barrier(barrier="rent", eased_by="The library lent a shelf."),))
    other = replace(plain, barriers=(Barrier(barrier="rent", eased_by="The chapel lent a shelf."),))
    assert len({mark_of_wording(one) for one in (plain, eased, other)}) == 3


def test_a_barrier_that_nothing_eased_leaves_the_mark_as_it_was():
    assert mark_of_wording(a_story(barriers=(Barrier(barrier="rent"),))) == mark_of_wording(a_story())


def test_what_eased_a_barrier_is_on_paper():
    story = a_story(barriers=(Barrier(barrier="rent", eased_by="The library lent a shelf."), Barrier(barrier="no-key")))
    written = str(list(story_pieces(story, Guide(edition=an_edition(), stories=(story,)), {"": "cover.jpg"})))
    for words in ("What stood in the way", "Rent. What eased it: ", "The library lent a shelf.", "No key"):
        assert words in written


APPROVED: dict[str, Any] = {
    "title": lambda word: {"title": word},
    "summary": lambda word: {"summary": word},
    "name": lambda word: {"storyteller": Storyteller(slug="mo", name=word)},
    "organisation": lambda word: {"organisation": word},
    "collaborators": lambda word: {"collaborators": (word,)},
    "access": lambda word: {"access": word},
    "content note": lambda word: {"content_note": word},
    "words": lambda word: {"words": some_words(html=f"<p>{word}</p>")},
    "alt": lambda word: {"photos": (a_developed_photo(alt=word),)},
    "caption": lambda word: {"photos": (a_developed_photo(caption=word),)},
    "credit": lambda word: {"photos": (a_developed_photo(credit=word),)},
    "what changed": lambda word: {"difference": Difference(what=word)},
    "for whom": lambda word: {"difference": Difference(what="x", whom=word)},
    "how we know": lambda word: {"difference": Difference(what="x", how_we_know=word)},
    "eased by": lambda word: {"barriers": (Barrier(barrier="rent", eased_by=word),)},
    "assets": lambda word: {"assets": (("skills", word),)},
    "evidence": lambda word: {"evidence": (Evidence(dimension="confident", sentence=word),)},
    "tins": lambda word: {"tins": (TinUse(tin="our-tin", how=word),)},
    "join in": lambda word: {"join_in": word},
}
FACTS: dict[str, Any] = {
    "happened": lambda word: {"happened": Happened(written=word, first_year=1874, last_year=1874, order=(1874, 0))},
    "translator": lambda word: {"translator": word},
    "offers": lambda word: {"offers": (Notice(text=word),)},
    "needs": lambda word: {"needs": (Notice(text=word),)},
    "link": lambda word: {"links": (Reference(title=word),)},
    "source": lambda word: {"sources": (Reference(title=word),)},
    "claim": lambda word: {"sources": (Reference(title="x", claim=word),)},
    "as of": lambda word: {"sources": (Reference(title="x", as_of=word),)},
    "disputed": lambda word: {"sources": (Reference(title="x", disputed=word),)},
    "award": lambda word: {"recognition": (Recognition(award=word),)},
    "award year": lambda word: {"recognition": (Recognition(award="x", year=word),)},
}


def a_developed_photo(**changes: Any) -> Photo:
    rendition = Rendition(path="photos/abc-360.jpg", type="image/jpeg", width=360, height=180, file=Path("x"))
    return a_photo(renditions=(rendition,), **changes)


def on_page_and_paper(story: Story) -> tuple[str, str]:
    guide = a_guide(stories=(story,), tins=(a_tin(),))
    made = make_stories(guide, Cards(guide), address="https://guide.example/")
    page = next(each for each in made if isinstance(each, OutputPage) and each.path.endswith(f"{story.slug}.md"))
    return page.html, str(list(story_pieces(story, guide, {"": "cover.jpg", "bench.jpg": "bench.jpg"})))


@pytest.mark.parametrize("text", APPROVED)
def test_what_the_page_says_in_the_storytellers_name_is_on_paper_and_in_the_mark(text: str):
    story, other = (a_story(**APPROVED[text](word)) for word in ("Quixotic", "Vellichor"))

    page, written = on_page_and_paper(story)

    assert "Quixotic" in page and "Quixotic" in written
    assert mark_of_wording(story) != mark_of_wording(other)


@pytest.mark.parametrize("text", FACTS)
def test_a_mere_fact_on_the_page_is_on_paper_and_not_in_the_mark(text: str):
    story, other = (a_story(**FACTS[text](word)) for word in ("Quixotic", "Vellichor"))

    page, written = on_page_and_paper(story)

    assert "Quixotic" in page and "Quixotic" in written
    assert mark_of_wording(story) == mark_of_wording(other)


@pytest.mark.parametrize("text", [text for text in (*APPROVED, *FACTS) if text != "alt"])
def test_a_text_in_letters_that_no_typeface_has_is_known_before_the_book_is_printed(text: str):
    story = a_story(**(APPROVED | FACTS)[text]("\U00012000"))

    assert Bindery(None).unprintable([story]) == {story.slug: "\U00012000"}
