"""Which stories are read next."""

from storyguide.making.related import Related
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide

from tests.builders import a_guide, a_place, a_story, a_theme, an_area, an_edition


def a_guide_of_two_areas(*stories) -> Guide:
    edition = an_edition(
        areas=(an_area(places=("millbank",)), an_area(slug="hill-area", name="Hill", places=("top-end",))),
        places=(a_place(), a_place(name="Top End", area="hill-area")),
        themes=(a_theme(), a_theme(name="Growing")),
    )
    return a_guide(edition=edition, stories=stories)


def test_a_story_elsewhere_about_the_same_thing_comes_first():
    here = a_story(slug="here")
    neighbour = a_story(slug="neighbour")
    elsewhere = a_story(slug="elsewhere", places=("top-end",))

    found = Related(a_guide_of_two_areas(here, neighbour, elsewhere)).to(here)

    assert [(story.slug, why) for story, why in found] == [
        ("elsewhere", "Also about making"),
        ("neighbour", "Also in Millbank"),
    ]


def test_a_story_about_something_else_that_shows_the_same_is_found():
    shows = (Evidence(dimension="confident", sentence="They found they could."),)
    here = a_story(slug="here", evidence=shows)
    other = a_story(slug="other", places=("top-end",), themes=("growing",), evidence=shows)

    found = Related(a_guide_of_two_areas(here, other)).to(here)

    assert [why for _, why in found] == ["Also shows Confident"]


def test_no_story_leads_to_itself_or_to_its_own_translation():
    here = a_story(slug="here")
    translation = a_story(slug="tutaj", translation_of="here", language="pl")

    related = Related(a_guide_of_two_areas(here, translation))

    assert related.to(here) == ()
    assert related.to(translation) == ()


def test_never_more_than_three_are_offered_and_none_twice():
    stories = [a_story(slug=f"story-{number}") for number in range(9)]

    found = Related(a_guide_of_two_areas(*stories)).to(stories[0])

    assert len(found) == 3
    assert len({story.slug for story, _ in found}) == 3
