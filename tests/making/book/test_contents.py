"""The book's running order: which stories are in it, in what order, and what is said of those that are not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from storyguide.making.book.book import Book
from storyguide.making.book.choosing import Choice
from storyguide.making.book.contents import contents
from storyguide.making.downloads.paper import Facts, Para, Piece, plain
from storyguide.model.guide import Guide
from storyguide.model.people import Consent
from storyguide.model.story import Kind, Notice, Story

from tests.builders import a_guide, a_photo, a_story, some_words

ADDRESS = "https://anytown.example/"


def guide_of(*stories: Story, **changes: Any) -> Guide:
    return a_guide(stories=stories, **changes)


def slugs(book: Book) -> list[str]:
    return [story.slug for story in book.stories]


def said(pieces: tuple[Piece, ...]) -> str:
    """The words of paragraphs and of what stands beside names."""
    parts = []
    for piece in pieces:
        if isinstance(piece, Para):
            parts.append(plain(piece.words))
        elif isinstance(piece, Facts):
            parts += [f"{name}: {said(held)}" for name, held in piece.rows]
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("All rights to it are kept", {"licence": "all rights kept"}),
        (
            "has agreed to the web, and not to a book",
            {"consent": Consent(given=date(2026, 3, 1), surfaces=("web", "feeds"))},
        ),
    ],
)
def test_a_story_that_may_not_be_copied_is_left_out_and_named(why: str, changes: dict[str, Any]):
    kept = a_story(slug="kept", title="A quiet one", words=some_words(html="<p>Quagmire.</p>"), **changes)

    book = contents(guide_of(a_story(), kept))

    assert slugs(book) == ["repair-cafe"]
    assert book.missing is not None
    assert "A quiet one" in said(book.missing.pieces)
    assert why in said(book.missing.pieces)
    assert "Quagmire" not in repr(book)


def test_a_fact_file_needs_nobodys_consent():
    fact_file = a_story(slug="bench", kind=Kind.FACT_FILE, storyteller=None, consent=None)

    (story,) = contents(guide_of(fact_file)).stories

    assert not story.told
    assert story.by.startswith("A fact-file, not yet a story.")


def test_a_story_that_cannot_be_printed_is_left_out_and_named_in_letters_that_can():
    strange = a_story(slug="shorba", title="شوربہ", language="ur")

    book = contents(guide_of(a_story(), strange), unprintable={"shorba": "ہ"})

    assert slugs(book) == ["repair-cafe"]
    assert book.missing is not None
    assert "ہ" not in said(book.missing.pieces)
    assert "shorba: No typeface at hand has its letters" in said(book.missing.pieces)


def test_a_photo_that_may_not_be_copied_stays_out():
    kept = a_photo(file="kept.jpg", licence="all rights kept", caption="Quagmire")

    (story,) = contents(guide_of(a_story(photos=(kept,)))).stories

    assert story.drawn
    assert "Quagmire" not in repr(story)


def test_what_holds_until_a_day_only_is_no_part_of_a_book():
    offering = a_story(offers=(Notice(text="Forty marrows", until=date(2026, 9, 1)),))

    assert "marrows" not in repr(contents(guide_of(offering)))


def test_a_booklet_holds_what_is_all_of_what_was_asked():
    made = a_story(slug="made", themes=("making",))
    grown = a_story(slug="grown", themes=("growing",))
    guide = guide_of(made, grown)

    booklet = contents(guide, Choice(theme="making", place="millbank"))

    assert slugs(booklet) == ["made"]
    assert booklet.subtitle == "Stories about making from Millbank"
    assert not booklet.opening
    assert not booklet.appendix


def test_each_story_knows_its_permanent_address_and_the_code_that_leads_there():
    (story,) = contents(guide_of(a_story()), address=ADDRESS).stories

    assert story.address == "https://anytown.example/stories/repair-cafe/"
    assert story.code


def test_while_the_guide_has_no_address_there_is_no_code():
    book = contents(guide_of(a_story()))

    assert book.stories[0].address == "stories/repair-cafe/"
    assert not book.stories[0].code
    assert not [name for name in book.files if name.startswith("code")]


def test_a_link_leads_to_a_story_of_the_same_book_and_nowhere_else():
    words = '<p><a href="story:near">near</a> and <a href="story:far">far</a></p>'
    linking = a_story(slug="linking", words=some_words(html=words, stories=("near", "far")))
    far = a_story(slug="far", licence="all rights kept")

    book = contents(guide_of(linking, a_story(slug="near"), far))

    assert "story-near" in repr(book.stories)
    assert "story-far" not in repr(book.stories)


def test_reading_programs_know_a_book_again_when_it_was_bound_anew_elsewhere_or_renamed():
    before = a_guide()
    renamed = replace(before.edition, name="Anytown, Told", began_as=before.edition.name)
    after = replace(before, edition=renamed)

    assert contents(after, address="https://elsewhere.example/").id == contents(before).id
    assert contents(before, Choice(theme=before.edition.themes[0].slug)).id != contents(before).id


def test_the_index_has_each_story_under_its_places_and_themes():
    book = contents(guide_of(a_story()))

    assert [(entry.name, [story.slug for story in entry.stories]) for entry in book.places] == [
        ("Millbank", ["repair-cafe"])
    ]
    assert [entry.name for entry in book.themes] == ["Making"]
