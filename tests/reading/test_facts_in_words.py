"""A fact below the closing line of the facts is told, and holds its story back; words that only look alike are left."""

import pytest
from storyguide.reading.story import read_story

STORY = """---
title: The repair café
summary: Neighbours mend what others would throw away.
storyteller: Mo
place: Millbank
themes: [Making]
told_on: 2026-03-14
licence: CC BY-SA 4.0
approved_on: 2026-03-12
consent:
  given: 2026-03-01
---
{}
We meet on the first Saturday.
{}
"""
SLIPPED = (
    *("status: withdrawn\n---", "Status: Withdrawn", "status : draft", "status: withdrawn # by telephone"),
    *(
        "consent:\n  withdrawn: 2026-05-02",
        "withdrawn: 2026-05-02",
        "Withdrawn: 2026-05",
        "withdrawn:",
        "withdrawn: yes",
    ),
    *("until: 2026-05-02", "publish_on: 2030-01-01", "approved_on: 2026-03-12", "approved_words: 1234-5678"),
    *("consent: {given: 2026-03-01, for: [book]}", "consent: withdrawn"),
)
AT_THE_TOP = (
    "  for: [book]\n---",
    "licence: all rights kept\n---",
    "photos:\n  - file: bench.jpg\n---",
    "for: book\n---",
)
WORDS = (
    *("Status: nobody had any until the lantern walk.", "Consent: we asked everybody, and everybody said yes."),
    *("Until: Friday", "Withdrawn: the bus that brought us here", "until 2026-05-02 we met in the yard"),
    *("For: everybody who comes", "Title: The bus", "The rule: status, consent, and tea.", "Given: two hands"),
    "```\nstatus: withdrawn\n```",
)


def told(top: str, below: str = "") -> list[tuple[str, bool]]:
    _, problems = read_story(STORY.format(top, below).encode(), path="stories/x/story.md", slug="x")
    return [(problem.code, problem.blocks) for problem in problems if problem.code == "fact-in-words"]


@pytest.mark.parametrize("fact", SLIPPED)
def test_a_fact_that_keeps_a_story_back_is_told_wherever_it_stands_among_the_words(fact: str):
    assert told(fact)[:1] == [("fact-in-words", True)]
    assert told("", f"\n{fact}")[:1] == [("fact-in-words", True)]


@pytest.mark.parametrize("fact", AT_THE_TOP)
def test_any_fact_is_told_where_the_words_begin_with_it(fact: str):
    assert told(fact)[:1] == [("fact-in-words", True)]


@pytest.mark.parametrize("words", WORDS)
def test_words_that_only_look_alike_are_left_alone(words: str):
    assert told(words) == told("", f"\n{words}") == []
