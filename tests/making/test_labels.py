"""Names on a drawing: beside their dots, never on one another, left off where there is no room."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storyguide.making.labels import covers, overlap, place_labels, room_for

SHEET = (480, 560)
WORDS = st.text("aeilmnorstWMGLÉżł’ -", min_size=1, max_size=16).filter(str.strip)
SPOTS = st.tuples(WORDS, st.tuples(st.integers(0, 480), st.integers(0, 560), st.integers(4, 36)))
CROWDS = st.lists(SPOTS, max_size=40)


@given(CROWDS, st.sampled_from([12, 15, 19]))
def test_no_name_touches_another_or_a_dot_or_the_edge_however_many_there_are(crowd, size):
    names, dots = [name for name, _ in crowd], [dot for _, dot in crowd]

    placed = place_labels(names, dots, SHEET, size=size)

    boxes = [label.box for label in placed if label]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(covers(box, dot) for box in boxes for dot in dots)
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= SHEET[0] and box[3] <= SHEET[1] for box in boxes)


@given(CROWDS)
def test_the_same_names_stand_in_the_same_places(crowd):
    names, dots = [name for name, _ in crowd], [dot for _, dot in crowd]

    assert place_labels(names, dots, SHEET) == place_labels(names, dots, SHEET)


@given(st.sets(st.tuples(st.integers(0, 1), st.integers(0, 4)), min_size=1), st.data())
def test_where_there_is_room_every_name_is_there(fields, data):
    dots = [(120 + 240 * column, 60 + 110 * row, data.draw(st.integers(6, 30))) for column, row in sorted(fields)]

    assert None not in place_labels(["Millbank"] * len(dots), dots, SHEET)


def test_a_name_says_truly_what_room_it_takes():
    (label,) = place_labels(["Ferry Steps"], [(240, 280, 16)], SHEET)

    assert label
    assert label.box == room_for("Ferry Steps", label.x, label.y, label.anchor, 19)


def test_a_name_stands_above_its_dot_if_it_can():
    (label,) = place_labels(["Lee"], [(240, 280, 16)], SHEET)

    assert label
    assert (label.x, label.anchor) == (240, "middle")
    assert label.y < 280 - 16


def test_the_larger_dot_has_the_first_choice():
    dots = [(240, 280, 8), (240, 240, 20)]

    _, large = place_labels(["Lee", "Stourbridge"], dots, SHEET)

    assert large
    assert (large.x, large.anchor) == (240, "middle") and large.y < 220


@pytest.mark.parametrize("dot", [(2, 200, 16), (478, 200, 16), (200, 2, 16), (200, 558, 16)])
def test_a_name_at_the_edge_stays_on_the_sheet(dot):
    (label,) = place_labels(["Wollaston"], [dot], SHEET)

    assert label
    left, top, right, bottom = label.box
    assert left >= 0 and right <= SHEET[0] and top >= 0 and bottom <= SHEET[1]


def test_a_name_with_nowhere_to_stand_is_left_off():
    middle, ring = (240, 280, 10), [(240 + x, 280 + y, 40) for x in (-60, 0, 60) for y in (-60, 60)]

    names = place_labels(["Lee", *"abcdef"], [middle, (180, 280, 40), (300, 280, 40), *ring[:4]], SHEET)

    assert names[0] is None


def test_a_name_is_put_where_it_hides_fewer_of_what_is_spared():
    above = [(240 + x, 250, 4) for x in (-30, -10, 10, 30)]

    (label,) = place_labels(["Millbank"], [(240, 280, 16)], SHEET, spared=above)

    assert label
    assert not any(covers(label.box, dot) for dot in above)
