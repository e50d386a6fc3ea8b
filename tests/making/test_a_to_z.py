"""Every story by its title."""

import re

import pytest
from storyguide.making.lines import Lines
from storyguide.making.pages.a_to_z import ON_ONE_PAGE, by_letter, make_a_to_z
from storyguide.model.story import Kind

from tests.builders import a_guide, a_story, an_edition


def a_guide_of(*titles: str, language: str = "", **edition):
    stories = tuple(
        a_story(slug=f"story-{number}", title=title, language=language) for number, title in enumerate(titles)
    )
    return a_guide(edition=an_edition(**edition), stories=stories)


def letters(*titles: str, **more) -> list[tuple[str, list[str]]]:
    return [(letter, [story.title for story in stories]) for letter, stories in by_letter(a_guide_of(*titles, **more))]


def pages(*titles: str):
    guide = a_guide_of(*titles)
    return {page.url: page for page in make_a_to_z(guide, Lines(guide))}


@pytest.mark.parametrize(("title", "letter"), [
    ("The tunnel that stayed shut", "T"),
    ("the tunnel", "T"),
    ("A crossroads", "C"),
    ("An empty house", "E"),
    ("Another house", "A"),
    ("Them and us", "T"),
    ("A", "A"),
    ("The", "T"),
    ("Åsa’s bakery", "A"),
    ("Łódź comes to tea", "L"),
    ("Ökonomie", "O"),
    ("’Ow bist?", "O"),
    ("“The step”", "S"),
    ("26 food banks", "0–9"),
    ("٣ سنوات", "0–9"),
    ("Чай", "Ч"),
    ("چائے کی دکان", "چ"),
    ("ਚਾਹ", "ਚ"),
    ("!!!", "Other"),
])  # fmt: skip
def test_a_title_stands_under_the_letter_one_would_look_under(title, letter):
    assert letters(title) == [(letter, [title])]


def test_only_in_english_is_a_leading_article_passed_over():
    assert letters("A kávé", language="hu") == [("A", ["A kávé"])]
    assert letters("A kávé") == [("K", ["A kávé"])]
    assert letters("An Tobar", language="") == [("T", ["An Tobar"])]
    assert letters("An Tobar", language="ga") == [("A", ["An Tobar"])]


def test_figures_come_first_then_latin_letters_then_other_scripts():
    found = letters("Чай", "Zips", "Ämter", "7 beds", "Benches", "An apple", "???")

    assert [letter for letter, _ in found] == ["0–9", "A", "B", "Z", "Ч", "Other"]
    assert found[1][1] == ["Ämter", "An apple"]


def test_below_the_limit_all_stand_on_one_page_with_a_heading_for_each_letter():
    made = pages("The tunnel", "Benches")

    assert list(made) == ["stories/a-z/"]
    html = made["stories/a-z/"].html
    assert html.index('id="b"') < html.index("Benches") < html.index('id="t"') < html.index("The tunnel")
    assert 'href="#b"' in html


def test_above_the_limit_each_letter_has_a_page_and_every_story_stands_on_one():
    titles = [f"{'Benches' if number % 2 else 'Чай'} {number}" for number in range(ON_ONE_PAGE + 1)]

    made = pages(*titles)

    assert list(made) == ["stories/a-z/", "stories/a-z/b/", "stories/a-z/u0427/"]
    assert 'href="../../stories/a-z/u0427/"' in made["stories/a-z/"].html
    assert "story-0" not in made["stories/a-z/"].html
    listed = {slug for page in made.values() for slug in re.findall(r"stories/(story-\d+)/", page.html)}
    assert len(listed) == len(titles)
    assert 'aria-current="page"' in made["stories/a-z/b/"].html


def test_a_line_says_where_and_marks_a_fact_file_and_another_language():
    stories = (a_story(title="Kawiarnia", language="pl", kind=Kind.FACT_FILE, storyteller=None),)
    guide = a_guide(stories=stories)

    (page,) = make_a_to_z(guide, Lines(guide))

    assert '<a href="../../stories/repair-cafe/" lang="pl">Kawiarnia</a>' in page.html
    assert "Millbank" in page.html
    assert "Fact-file" in page.html
