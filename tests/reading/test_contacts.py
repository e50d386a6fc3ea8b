"""Private ways to reach somebody are found in every writing of them, and other figures are left alone."""

import json
from hashlib import sha256

import pytest
from reading.contact_forms import FOUND, IN_MARKDOWN, LEFT_ALONE, PHONE, POSTCODE
from reading.contact_lists import INNOCENT, NUMBERS
from storyguide.reading.contacts import find_contacts, find_contacts_in_markdown, holds_contact
from storyguide.reading.story import read_story

from tests.test_catalogue import CASES

STORY = (CASES / "_sound/story.md").read_text(encoding="utf-8")


def told(summary: str = "Neighbours mend.", words: str = "We meet.") -> list[str]:
    """What is said of ways to reach somebody in a story's file with these."""
    facts = STORY.partition("\n---\n")[0].replace("Neighbours mend what others would throw away.", summary)
    _, problems = read_story(f"{facts}\n---\n{words}\n".encode(), path="stories/cafe/story.md", slug="cafe")
    return [problem.message for problem in problems if problem.code in ("contact-details", "link-not-allowed")]


def kinds(text: str) -> list[str]:
    return [one.kind for one in find_contacts(text)]


def test_each_writing_is_found_in_a_plain_text():
    assert [text for kind, text in FOUND if kinds(f"Come along: {text}") != [kind]] == []


@pytest.mark.parametrize("after", [".", ",", "!", ")", ":", ";", "?", "”", "…", ". Then come.", "\n\n2026 was better."])
def test_what_follows_it_hides_nothing(after: str):
    assert [text for kind, text in FOUND if kind not in kinds(f"Come along: {text}{after}")] == []


def test_each_is_found_as_markdown_shows_it():
    found = {text: [one.kind for one in find_contacts_in_markdown(text)] for _, text in IN_MARKDOWN}

    assert [text for kind, text in IN_MARKDOWN if found[text] != [kind]] == []
    assert [text for _, text in IN_MARKDOWN if not holds_contact(text)] == []


def test_other_figures_and_words_are_left_alone():
    assert [one.written for text in LEFT_ALONE for one in find_contacts(text)] == []
    assert [one.written for text in LEFT_ALONE for one in find_contacts_in_markdown(text)] == []


def test_the_line_is_that_of_the_source():
    text = "# Us\n\nWe met.\n\n- One\n- Two, on\n  07700 **900123**.\n"

    assert [(one.line, one.written) for one in find_contacts_in_markdown(text)] == [(7, "07700 900123")]


@pytest.mark.parametrize("before", ["", "Come along: ", "In 2018, 82 of us met for £346,135, 10.30-12.30. "])
def test_each_is_told_among_the_words_of_a_story(before: str):
    def is_told(kind: str, text: str) -> bool:
        opens = text.startswith(("-", ">", "#", "|"))
        messages = told(words=f"{before.rstrip()}\n\n{text}" if opens else before + text)
        return any(kind in message or "%40" in message for message in messages)

    assert [text for kind, text in [*FOUND, *IN_MARKDOWN] if not is_told(kind, text)] == []


def test_each_is_told_among_the_facts_of_a_story():
    def is_told(kind: str, text: str) -> bool:
        messages = told(summary=json.dumps(f"Come along: {text}", ensure_ascii=False))
        return any(kind in message for message in messages)

    on_one_line = [(kind, text) for kind, text in [*FOUND, *IN_MARKDOWN] if "\n" not in text]
    assert [text for kind, text in on_one_line if not is_told(kind, text)] == []


def test_no_mark_of_approved_words_is_taken_for_one():
    marks = (sha256(str(number).encode()).hexdigest() for number in range(20_000))

    assert [found for mark in marks for found in find_contacts(f"approved_words: {mark[:4]}-{mark[4:8]}")] == []


def test_other_figures_may_stand_in_a_story():
    assert {text: said for text in LEFT_ALONE if (said := told(summary=json.dumps(text), words=text))} == {}


@pytest.mark.parametrize("sentence", ["Come along: {}", "Come along: {}.", "In 2018 82 of us met. {}, then come"])
def test_every_number_on_the_list_is_found_whatever_stands_round_it(sentence: str):
    written = {text: sentence.format(text) for text in NUMBERS}

    assert [text for text, words in written.items() if PHONE not in kinds(words)] == []
    assert [text for text, words in written.items() if not any(PHONE in message for message in told(words=words))] == []


@pytest.mark.parametrize("sentence", ["{}", "We wrote down {}.", "There it was: {}, and we went on"])
def test_every_innocent_text_on_the_list_is_left_alone(sentence: str):
    written = {text: sentence.format(text) for text in INNOCENT}

    assert {text: found for text, words in written.items() if (found := kinds(words))} == {}
    assert {text: said for text, words in written.items() if (said := told(words=words))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "We live at room 4, B12 9AB",
        "Flat 3, room B12 9AB",
        "12 Mill Road, B12 9AB",
        "Mill road B12 9AB",
        "the postcode of the room: B12 9AB",
        "Room B12 9AB, 12 Mill Lane",
        "B12 9AB",
        "Find us by the road B12 9AB",
    ],
)
def test_a_postcode_near_an_address_is_found_whatever_room_it_speaks_of(text: str):
    assert [one.kind for one in find_contacts(text)] == [POSTCODE]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to mo@example.org.Then come", "mo@example.org"),
        ("Write to Mo@Example.Org", "Mo@Example.Org"),
        ("Write to Mo@Example.Co.Uk.", "Mo@Example.Co.Uk"),
        ("Write to MO@EXAMPLE.ORG.We answer", "MO@EXAMPLE.ORG"),
    ],
)
def test_an_address_ends_before_a_full_stop_that_lacks_its_space(text: str, address: str):
    assert [one.written for one in find_contacts(text)] == [address]
