"""What a cover promises: the same for the same story, another for another, and safe to stand on any page."""

import gzip
import re
from statistics import median
from xml.etree import ElementTree

import pytest
from storyguide.making.covers import LANDMARKS, SCENES, SIGNS, compose, svg
from storyguide.making.covers.inks import INKS
from storyguide.model import drawings

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {f"{SVG}{name}" for name in ("svg", "g", "path", "circle", "ellipse", "defs", "pattern", "use")}


def in_every_scene(count):
    return [compose(f"story-{nth}", [scene]) for scene in sorted(SCENES) for nth in range(count)]


def test_a_story_keeps_its_picture():
    once, again = svg(compose("knit-and-natter", ["craft"])), svg(compose("knit-and-natter", ["craft"]))

    assert once == again


def test_thirty_allotments_are_thirty_pictures():
    drawn = {svg(compose(f"plot-{nth}", ["allotment"])) for nth in range(30)}

    assert len(drawn) == 30


def test_three_hundred_stories_have_three_hundred_pictures():
    drawn = {svg(compose(f"story-{nth}", sorted(SCENES))) for nth in range(300)}

    assert len(drawn) == 300


def test_stories_of_several_scenes_use_them_all():
    scenes = {compose(f"story-{nth}", ["tea", "canal", "school"]).scene for nth in range(60)}

    assert scenes == {"tea", "canal", "school"}


def test_a_scene_nobody_has_drawn_is_passed_over():
    cover = compose("story", ["moon-base", "choir"])

    assert cover.scene == "choir"


def test_a_story_without_a_scene_still_gets_a_picture():
    cover = compose("story", [])

    assert cover.scene in SCENES


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_is_described_in_a_sentence(scene):
    for nth in range(20):
        description = compose(f"story-{nth}", [scene]).description

        assert re.fullmatch(r"A paper-cut picture of [a-z].*[a-z]\.", description)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_a_picture_holds_flat_shapes_and_nothing_that_runs_or_fetches(scene):
    for nth in range(12):
        root = ElementTree.fromstring(svg(compose(f"story-{nth}", [scene])))  # noqa: S314 - our own drawing

        for element in root.iter():
            assert element.tag in ALLOWED
            assert not [name for name in element.attrib if name == "style" or name.startswith("on") or "{" in name]
            assert element.get("href", "#").startswith("#")


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_whatever_a_picture_refers_to_is_in_it_once(scene):
    for nth in range(12):
        text = svg(compose(f"story-{nth}", [scene]))

        ids = re.findall(r' id="([^"]+)"', text)
        wanted = set(re.findall(r'(?:url\(|href=")#([^")]+)', text))

        assert sorted(ids) == sorted(set(ids))
        assert set(ids) == wanted


def test_only_the_inks_of_the_press_are_used():
    used = {colour for cover in in_every_scene(5) for colour in re.findall(r'#[0-9a-f]{6}(?=")', svg(cover))}

    assert used <= set(INKS.values())


def test_pictures_are_light():
    drawn = [svg(cover).encode() for cover in in_every_scene(10)]

    assert median(len(text) for text in drawn) <= 9_500
    assert max(len(text) for text in drawn) <= 18_500
    assert median(len(gzip.compress(text)) for text in drawn) <= 3_000
    assert max(len(gzip.compress(text)) for text in drawn) <= 4_000


def test_a_picture_is_four_wide_to_three_high():
    root = ElementTree.fromstring(svg(compose("story", ["park"])))  # noqa: S314 - our own drawing

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("800", "600", "0 0 800 600")


def test_every_name_an_edition_may_ask_for_has_its_drawing_and_no_drawing_is_unnamed():
    assert frozenset(drawings.SCENES) == SCENES
    assert frozenset(drawings.LANDMARKS) == LANDMARKS
    assert frozenset(drawings.SIGNS) == SIGNS
