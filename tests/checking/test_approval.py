"""A story whose words are no longer those that were approved is not published, and it is said why."""

from datetime import date

from storyguide.checking import check_stories
from storyguide.checking.previewing import why_unpublished
from storyguide.model.gates import agreed
from storyguide.model.story import Kind, Status

from tests.builders import a_story, an_edition

TODAY = date(2026, 4, 1)
LINES = {"approved_on": 10, "approved_words": 11}
OUTGROWN = {"approved_words": "3f2a-9c41", "wording": "0000-1111", "lines": LINES}


def test_a_wording_that_was_not_approved_is_told_and_not_published():
    story = a_story(**OUTGROWN)

    (problem,) = check_stories(an_edition(), [story], today=TODAY)

    assert (problem.code, problem.where.line, problem.blocks) == ("approval-outdated", 11, True)
    assert "on 12 March 2026" in problem.message
    assert "python3 build.py approve repair-cafe" in problem.mend
    assert not agreed(story, TODAY)


def test_the_wording_that_was_approved_is_published():
    story = a_story(approved_words="3f2a-9c41", wording="3f2a-9c41")

    assert check_stories(an_edition(), [story], today=TODAY) == []
    assert agreed(story, TODAY)


def test_a_story_without_a_mark_is_as_it_always_was():
    assert agreed(a_story(), TODAY)


def test_a_fact_file_needs_nobodys_yes():
    story = a_story(**OUTGROWN, kind=Kind.FACT_FILE, storyteller=None, consent=None)

    assert agreed(story, TODAY)


def test_nobody_is_told_of_a_story_still_being_written_or_gone():
    for status in (Status.DRAFT, Status.WITHDRAWN):
        problems = check_stories(an_edition(), [a_story(**OUTGROWN, status=status)], today=TODAY)

        assert "approval-outdated" not in {problem.code for problem in problems}


def test_a_preview_says_why_and_does_not_say_that_consent_is_missing():
    why = why_unpublished([a_story(**OUTGROWN)], today=TODAY, blocked=(), is_address=lambda _: True)

    assert why == {"repair-cafe": ("it has been changed since the storyteller approved it",)}
