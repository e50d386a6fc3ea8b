"""What the list of all stories can be narrowed by, and its cards as data."""

import json

from storyguide.making.filters import PER_FILE, Group, groups_of, make_filters
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.story import Kind

from tests.builders import a_dimension, a_framework, a_guide, a_place, a_story, a_theme, an_area, an_edition


def group(guide: Guide, key: str) -> Group:
    return next(group for group in groups_of(guide) if group.key == key)


def files(guide: Guide) -> dict[str, dict]:
    return {made.path: json.loads(made.content) for made in make_filters(guide)}


def test_places_stand_under_their_area_in_the_editions_order_with_stories_or_without():
    area = an_area(places=("millbank", "ferry-steps"))
    edition = an_edition(areas=(area,), places=(a_place(), a_place(name="Ferry Steps")))

    places = group(a_guide(edition=edition), "place")

    assert places.terms == [
        ("riverside-area", "Riverside area", -1),
        ("millbank", "Millbank", 0),
        ("ferry-steps", "Ferry Steps", 0),
    ]
    assert places.of == [[1]]


def test_a_story_has_each_of_its_terms_once():
    edition = an_edition(themes=(a_theme(), a_theme(name="Music")))
    shown = (
        Evidence(dimension="confident", sentence="We mended it."),
        Evidence(dimension="confident", sentence="And again."),
    )
    stories = (a_story(themes=("music", "making"), evidence=shown), a_story(slug="soup"))
    guide = a_guide(edition=edition, stories=stories)

    assert group(guide, "theme").of == [[1, 0], [0]]
    assert group(guide, "dimension").of == [[0], []]


def test_stories_are_told_apart_by_the_first_framework_under_its_own_name():
    other = a_framework(slug="ferry-rules", name="Ferry rules", dimensions=(a_dimension(name="Punctual"),))
    story = a_story(evidence=(Evidence(dimension="punctual", sentence="We left on time."),))
    guide = a_guide(edition=an_edition(frameworks=(a_framework(), other)), stories=(story,))

    dimensions = group(guide, "dimension")

    assert (dimensions.name, dimensions.terms) == ("Anytown ways", [("confident", "Confident", -1)])
    assert dimensions.of == [[]]


def test_an_edition_without_a_framework_has_no_such_group():
    assert [one.key for one in groups_of(a_guide(edition=an_edition(frameworks=())))] == [
        "place",
        "theme",
        "kind",
        "language",
    ]


def test_kinds_and_languages_are_those_some_story_has_named_as_readers_know_them():
    stories = (a_story(language="ur"), a_story(slug="soup", kind=Kind.FACT_FILE), a_story(slug="song", language="tlh"))
    guide = a_guide(edition=an_edition(languages=("en-GB", "pl", "ur")), stories=stories)

    assert group(guide, "kind").terms == [("told", "Told stories", -1), ("fact-file", "Fact-files", -1)]
    assert group(guide, "language").terms == [("en-GB", "English", -1), ("ur", "اردو", -1), ("tlh", "tlh", -1)]
    assert group(guide, "language").of == [[1], [0], [2]]


def test_cards_stand_in_the_guides_order_some_dozens_to_a_file():
    stories = tuple(a_story(slug=f"story-{number:03d}") for number in range(PER_FILE + 1))

    made = files(a_guide(stories=stories))

    assert list(made) == ["stories/filters.json", "stories/cards/0.json", "stories/cards/1.json"]
    urls = [card["url"] for number in (0, 1) for card in made[f"stories/cards/{number}.json"]["cards"]]
    assert urls == [f"stories/{story.slug}/" for story in stories]


def test_files_of_one_build_know_each_other_and_those_of_another_order_do_not():
    one, soup = a_story(), a_story(slug="soup")

    before, after = files(a_guide(stories=(one, soup))), files(a_guide(stories=(soup, one)))

    assert {made["order"] for made in before.values()} == {before["stories/filters.json"]["order"]}
    assert before["stories/filters.json"]["order"] != after["stories/filters.json"]["order"]


def test_a_story_with_a_note_gives_its_note_and_not_its_summary():
    (card,) = files(a_guide(stories=(a_story(content_note="A flood."),)))["stories/cards/0.json"]["cards"]

    assert card["note"] == "A flood."
    assert "summary" not in card


def test_a_guide_without_stories_has_no_cards():
    assert list(files(a_guide(stories=()))) == ["stories/filters.json"]
