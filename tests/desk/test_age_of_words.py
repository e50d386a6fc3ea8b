"""How old one must be to read a story: counted by letters, and near to what a dictionary of syllables gives."""

import re
from pathlib import Path

from storyguide.editing.desk.reading_age import reading_age
from storyguide.reading.stories import read_stories

from tests.test_reading_age import PAGES, words_of
from tests.test_reading_age import reading_age as by_dictionary

PROJECT = Path(__file__).parents[2]
TALK = "We meet on the first Saturday. Somebody always brings a toaster. Then we open it and look inside. "
COMMITTEE = (
    "Stakeholder engagement methodologies necessitate interdisciplinary collaboration throughout organisational "
    "transformation, notwithstanding institutional considerations. "
)


def test_it_is_within_a_year_of_a_dictionary_for_every_story_and_step_of_dudley():
    stories, _ = read_stories(PROJECT)
    told = {story.slug: (reading_age(story.words.html), by_dictionary(_said(story.words.html))) for story in stories}
    tins = {
        page.as_posix(): (reading_age(text := words_of(page)), by_dictionary(text))
        for page in PAGES
        if "worksheet" not in page.name
    }

    far = {name: ages for name, ages in (told | tins).items() if ages[0] is not None and abs(ages[0] - ages[1]) > 1}

    assert len(told) + len(tins) > 60
    assert far == {}


def _said(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", re.sub(r"(?<![.?!:])</(?:p|li|h\d)>", ". ", html))


def test_a_committee_is_harder_to_read_than_a_neighbour():
    assert (reading_age(f"<p>{TALK * 3}</p>") or 99) < 10
    assert (reading_age(f"<p>{COMMITTEE * 3}</p>") or 0) > 18


def test_of_a_few_words_nothing_is_said():
    assert reading_age("<p>We meet on the first Saturday.</p>") is None


def test_each_item_of_a_list_is_a_sentence_of_its_own():
    items = "".join("<li>a cup and a plate for each of us</li>\n" for _ in range(8))

    assert (reading_age(f"<ul>{items}</ul>") or 99) < 8


def test_a_table_is_not_read_as_one_long_sentence():
    table = "<table>" + "<tr><td>toasters mended</td><td>forty</td></tr>" * 40 + "</table>"

    assert reading_age(f"<p>{TALK * 3}</p>{table}") == reading_age(f"<p>{TALK * 3}</p>")
