"""The outline and its names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.making.labels import place_labels
from storyguide.making.outline import draw_outline
from storyguide.model.place import Outline, Point

from tests.builders import a_guide, a_place, a_story, an_area, an_edition

SQUARE = Outline(rings=(((-1.3, 50.9), (-1.1, 50.9), (-1.1, 51.1), (-1.3, 51.1), (-1.3, 50.9)),), attribution="Ours")


def a_guide_with_outline(**changes):
    places = (
        a_place(point=Point(51.0, -1.25)),
        a_place(name="Lee", point=Point(51.02, -1.2)),
    )
    edition = an_edition(outline=SQUARE, places=places, areas=(an_area(places=("millbank", "lee")),))
    return a_guide(edition=replace(edition, **changes))


def test_an_area_is_a_link_that_says_its_name_and_number():
    drawn = draw_outline(a_guide_with_outline(), "../")

    assert 'href="../places/riverside-area/"' in drawn
    assert "<title>Riverside: 1 story</title>" in drawn


def test_a_place_without_stories_is_named_but_leads_nowhere():
    drawn = draw_outline(a_guide_with_outline(), "../../", "riverside-area")

    assert 'href="../../places/millbank/"' in drawn
    assert ">Lee</text>" in drawn
    assert "places/lee/" not in drawn


def test_an_edition_without_an_outline_has_none_drawn():
    assert draw_outline(a_guide_with_outline(outline=None), "") == ""


def test_one_place_alone_in_its_area_can_be_drawn():
    edition = an_edition(outline=SQUARE, places=(a_place(point=Point(51.0, -1.25)),))

    assert "<svg" in draw_outline(a_guide(edition=edition, stories=(a_story(),)), "", "riverside-area")


def box_of(name, label):
    width = 9.2 * len(name)
    left = label.x - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, label.y - 15, left + width, label.y + 4


def test_names_of_near_neighbours_do_not_cover_one_another():
    names = ["Stourbridge", "Oldswinford", "Lye"]
    dots = [(200, 200, 16), (214, 238, 16), (290, 190, 16)]

    boxes = [box_of(*pair) for pair in zip(names, place_labels(names, dots, (480, 480)), strict=True)]

    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("dot", [(2, 200, 16), (478, 200, 16), (200, 2, 16), (200, 478, 16)])
def test_a_name_at_the_edge_stays_on_the_sheet(dot):
    (label,) = place_labels(["Wollaston"], [dot], (480, 480))

    left, top, right, bottom = box_of("Wollaston", label)
    assert left >= 0 and right <= 480 and top >= 0 and bottom <= 480


@given(st.lists(st.tuples(st.integers(0, 480), st.integers(0, 480), st.integers(6, 23)), max_size=30))
def test_every_dot_gets_one_name_whatever_lies_where(dots):
    assert len(place_labels(["Name"] * len(dots), dots, (480, 480))) == len(dots)
