"""The table of a story's texts: every field is approved by its storyteller or declared a mere fact, never forgotten."""

from dataclasses import replace

from storyguide.making.downloads.story_paper import story_pieces
from storyguide.model.guide import Guide
from storyguide.model.story import Barrier
from storyguide.model.story_sections import MERE_FACTS, SECTIONS
from storyguide.reading.approval import mark_of_wording
from storyguide.reading.story_fields import STORY_FIELDS

from tests.builders import a_story, an_edition


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
