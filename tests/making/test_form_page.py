"""The form's page: what it asks, for the screen and for paper, and the rules it hands to its script."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from storyguide.making.output import OutputPage
from storyguide.making.pages.form import make_form
from storyguide.model.edition import Contact
from storyguide.model.guide import Guide
from storyguide.model.theme import Theme
from storyguide.reading.questions import form_of

from tests.form_cases import edition


def page_of(**changes: object) -> OutputPage:
    """The page of Anytown, with something changed in it."""
    town = replace(edition(), **changes)
    (page,) = make_form(Guide(edition=town, form=form_of(town)))
    return page


def rules_of(page: OutputPage) -> dict[str, object]:
    found = re.search(r'data-form="([^"]*)"', page.html)
    assert found
    return json.loads(unescape(found[1]))


def test_a_guide_without_a_form_has_no_page_for_it():
    assert list(make_form(Guide(edition=edition()))) == []


def test_eight_questions_are_asked_each_with_a_heading():
    html = page_of().html

    assert len(re.findall(r'<section class="question" id="ask-', html)) == 8
    assert "Question 8 of 8" in html
    assert "Eight questions." in html


def test_every_field_has_a_label_or_a_legend_and_its_own_id():
    html = page_of().html

    fields = re.findall(r'<(?:input|select|textarea) (?:type="\w+" )?id="([^"]+)"', html)
    assert set(fields) <= set(re.findall(r'<label for="([^"]+)"', html))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_only_the_storytellers_own_name_is_filled_in_by_a_device():
    assert re.findall(r'name="([^"]+)"[^>]* autocomplete="name"', page_of().html) == ["storyteller"]


def test_nothing_is_sent_by_a_form_of_the_browsers_own():
    assert "<form" not in page_of().html


def test_the_choices_of_the_edition_stand_there_as_text():
    html = page_of(themes=(Theme(slug="x", name="</script><b>Tea & co."),)).html

    assert "</script>" not in html
    assert 'value="&lt;/script&gt;&lt;b&gt;Tea &amp; co."' in html
    (themes,) = [
        one
        for one in rules_of(page_of(themes=(Theme(slug="x", name="</script>"),)))["blanks"]
        if one["fact"] == "themes"
    ]
    assert themes["known"] == ["</script>"]


def test_the_script_is_given_what_it_judges_by_and_no_words_of_the_page():
    rules = rules_of(page_of())

    assert {one["fact"]: one.get("longest") for one in rules["blanks"]}["title"] == 80
    assert rules["later"] == ["approved_on"]
    assert "missing-alt" in rules["wordings"]


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (Contact(email="stories@example.org"), ["mailto:stories@example.org?subject=", "Attach the file"]),
        (Contact(), ["have no shared address yet", "to a neighbour who can hand it on"]),
        (
            Contact(post="The Old Ticket Office"),
            ["by post to The Old Ticket Office", "bring it to The Old Ticket Office"],
        ),
    ],
)
def test_it_says_where_the_story_goes_then(contact: Contact, said: list[str]):
    html = page_of(contact=contact).html

    assert all(words in html for words in said)
    assert ("mailto:" in html) == bool(contact.email)


def test_an_edition_of_one_language_does_not_ask_which():
    assert 'data-fact="language"' in page_of().html
    assert 'data-fact="language"' not in page_of(languages=("en-GB",)).html
