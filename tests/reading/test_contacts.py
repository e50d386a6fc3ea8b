"""Private ways to reach somebody are found in every writing of them, and other figures are left alone."""

import pytest
from reading.contact_forms import FOUND, IN_MARKDOWN, LEFT_ALONE
from storyguide.reading.contacts import find_contacts, find_contacts_in_markdown, holds_contact


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_each_writing_is_found_in_a_plain_text(kind: str, text: str):
    assert [one.kind for one in find_contacts(f"Come along: {text}")] == [kind]


@pytest.mark.parametrize(("kind", "text"), FOUND)
@pytest.mark.parametrize("after", [".", ",", "!", ")", ":", ";", "?", "”", "…", ". Then come.", "\n\n2026 was better."])
def test_what_follows_it_hides_nothing(kind: str, text: str, after: str):
    assert kind in [one.kind for one in find_contacts(f"Come along: {text}{after}")]


@pytest.mark.parametrize(("kind", "text"), IN_MARKDOWN)
def test_each_is_found_as_markdown_shows_it(kind: str, text: str):
    assert [one.kind for one in find_contacts_in_markdown(text)] == [kind]
    assert holds_contact(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_figures_and_words_are_left_alone(text: str):
    assert [one.written for one in find_contacts(text)] == []
    assert [one.written for one in find_contacts_in_markdown(text)] == []


def test_the_line_is_that_of_the_source():
    text = "# Us\n\nWe met.\n\n- One\n- Two, on\n  07700 **900123**.\n"

    assert [(one.line, one.written) for one in find_contacts_in_markdown(text)] == [(7, "07700 900123")]
