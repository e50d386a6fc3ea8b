"""The mark of a wording: the same for all that reads the same, another for another word."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some
from storyguide.model.people import Storyteller
from storyguide.model.story import Difference, Notice, Story
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.story import read_story

from tests.builders import a_photo, a_story

FACTS = """---
title: The repair café
summary: Neighbours mend what others would throw away.
storyteller: Mo
place: Millbank
themes: [Making]
told_on: 2026-03-14
consent:
  given: 2026-03-01
approved_on: 2026-03-12
approved_words: 3f2a-9c41
licence: CC BY-SA 4.0
---
"""
WORDS = """We don't open on Sundays - "never", she said... The *rule* is short:

- bring a lamp
- bring a friend

## What it costs

Nothing at all. [Come in](https://example.org/).
"""

words = some.lists(some.from_regex(r"[a-zA-Zäöüéñłß0-9]{1,9}", fullmatch=True), min_size=1, max_size=12)
spaces = some.sampled_from([" ", "  ", "\n", " \n", "\n\n", "\t", "\u00a0", "\u2009", "   \n  "])


def read(body: str) -> Story:
    story, _ = read_story((FACTS + body).encode(), path="stories/repair-cafe/story.md", slug="repair-cafe")
    assert story
    return story


def mark(body: str) -> str:
    return mark_of_wording(read(body))


def spaced(said: list[str], between: list[str]) -> str:
    return said[0] + "".join(space + word for space, word in zip(between, said[1:], strict=False))


@given(words, some.data())
def test_however_words_are_spaced_their_mark_is_the_same(said: list[str], data: some.DataObject):
    between = data.draw(some.lists(spaces, min_size=len(said), max_size=len(said)))

    assert mark(f"So: {spaced(said, between)}") == mark(f"So: {' '.join(said)}")


@given(words, words, some.data())
def test_another_word_is_another_mark(said: list[str], others: list[str], data: some.DataObject):
    at = data.draw(some.integers(0, len(said) - 1))
    assume(others[0] != said[at])

    assert mark(f"So: {' '.join([*said[:at], others[0], *said[at + 1 :]])}") != mark(f"So: {' '.join(said)}")


@given(words, some.data())
def test_a_word_more_or_less_is_another_mark(said: list[str], data: some.DataObject):
    at = data.draw(some.integers(0, len(said) - 1))

    assert mark(f"So: {' '.join([*said[:at], *said[at + 1 :]])}") != mark(f"So: {' '.join(said)}")


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("don't", "don’t"),
        ('"never"', "“never”"),
        ("Sundays - ", "Sundays – "),
        ("said...", "said…"),
        ("*rule*", "_rule_"),
        ("*rule*", "**rule**"),
        ("- bring a lamp\n- bring", "* bring a lamp\n* bring"),
        ("## What it costs\n", "What it costs\n---\n"),
        ("https://example.org/", "https://example.org/there"),
        ("all. [", "all.\n["),
        ("never", "ne\u00adver"),
        ("short:", "short :"),
    ],
)
def test_what_reads_the_same_has_the_same_mark(written: str, otherwise: str):
    assert written in WORDS

    assert mark(WORDS.replace(written, otherwise)) == mark(WORDS)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("Nothing at all", "Nothing"),
        ("don't", "do"),
        ("open on", "openon"),
        ("Sundays", "sundays"),
        ("at all.", "at all?"),
        ("[Come in]", "[Stay out]"),
        ("a friend", "two friends"),
    ],
)
def test_what_reads_otherwise_has_another(written: str, otherwise: str):
    assert written in WORDS

    assert mark(WORDS.replace(written, otherwise)) != mark(WORDS)


def test_it_covers_all_that_the_page_says_in_the_storytellers_name():
    story = a_story(photos=(a_photo(caption="Ten past six."),), difference=Difference(what="Forty toasters."))
    teller = story.storyteller

    others = [
        replace(story, title="The repair cafe"),
        replace(story, summary="Neighbours mend."),
        replace(story, storyteller=Storyteller(slug="mo", name="Mo Inkpot")),
        replace(story, storyteller=replace(teller, about="has a screwdriver")),
        replace(story, organisation="Millbank Menders"),
        replace(story, collaborators=("Ana",)),
        replace(story, photos=(a_photo(caption="Ten past seven."),)),
        replace(story, photos=(a_photo(caption="Ten past six.", alt="A table."),)),
        replace(story, photos=()),
        replace(story, difference=Difference(what="Forty kettles.")),
        replace(story, join_in="Come on a Thursday."),
    ]

    assert len({mark_of_wording(one) for one in (story, *others)}) == len(others) + 1


def test_it_leaves_facts_alone():
    story = a_story()

    others = [
        replace(story, places=("lark-hill",), location=None, themes=("music",)),
        replace(story, offers=(Notice(text="A lathe"),), licence="CC BY 4.0"),
        replace(story, approved_on=None, approved_words="0000-0000"),
    ]

    assert {mark_of_wording(one) for one in others} == {mark_of_wording(story)}


def test_it_is_short_enough_to_be_read_out_and_nobody_takes_it_for_a_number():
    assert len(mark(WORDS)) == 9
    assert mark(WORDS)[4] == "-"


def test_what_was_approved_is_compared_with_what_stands_there():
    assert read(WORDS).outgrew_approval
    agreed = FACTS.replace("3f2a-9c41", mark(WORDS)) + WORDS
    assert not read_story(agreed.encode(), path="", slug="repair-cafe")[0].outgrew_approval


def test_without_a_mark_nothing_is_compared():
    before = (FACTS.replace("approved_words: 3f2a-9c41\n", "") + WORDS).encode()

    assert not read_story(before, path="", slug="repair-cafe")[0].outgrew_approval
