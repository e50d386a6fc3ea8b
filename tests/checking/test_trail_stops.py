"""Whether trails lead anywhere."""

from storyguide.checking import check_trails
from storyguide.model.source import Source

from tests.builders import a_stop, a_story, a_trail, some_words

STORIES = (a_story(slug="repair-cafe"), a_story(slug="soup", also_at=("old-soup",)), a_story(slug="marrows"))


def told(*trails, published=("repair-cafe", "soup", "marrows"), held=()):
    problems = check_trails(trails, STORIES, held=held, published=published)
    return [(problem.code, problem.mend) for problem in problems if not problem.blocks]


def test_a_trail_through_published_stories_is_sound():
    assert told(a_trail()) == []


def test_a_stop_the_guide_does_not_have_is_met_with_the_nearest():
    trail = a_trail(stops=(*a_trail().stops, a_stop("marows")))

    assert told(trail) == [("unknown-stop", "Change it to “marrows”.")]


def test_a_stop_under_an_old_address_is_met_with_the_new():
    trail = a_trail(stops=(a_stop("repair-cafe"), a_stop("marrows"), a_stop("old-soup")))

    assert told(trail) == [("unknown-stop", "Change it to “soup”.")]


def test_a_stop_that_is_not_published_is_told_and_the_trail_goes_on():
    trail = a_trail(stops=(*a_trail().stops, a_stop("marrows")))

    assert [code for code, _ in told(trail, published=("repair-cafe", "soup"))] == ["stop-not-published"]


def test_a_story_that_could_not_be_read_is_held_back_and_not_unknown():
    trail = a_trail(stops=(*a_trail().stops, a_stop("torn-page")))

    assert [code for code, _ in told(trail, held=("torn-page",))] == ["stop-not-published"]


def test_a_trail_with_one_stop_left_is_told_as_well():
    assert [code for code, _ in told(a_trail(), published=("soup",))] == ["stop-not-published", "trail-too-short"]


def test_words_that_show_a_picture_or_lead_nowhere_are_told_where_they_stand():
    words = some_words(photos=("pot.jpg",), stories=("nobody",), lines={"pot.jpg": 7})
    trail = a_trail(intro=words, source=Source("stories/trails.yml", 2))

    found = list(check_trails([trail], STORIES, held=(), published=("repair-cafe", "soup")))

    assert [(problem.code, problem.where.line) for problem in found] == [("picture-on-trail", 7), ("no-such-story", 2)]
