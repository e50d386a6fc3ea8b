"""Dots on a drawing, each with room for a finger."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st
from storyguide.making.seats import find_seats

SHEET = (480, 560)
DOTS = st.lists(st.tuples(st.integers(40, 440), st.integers(40, 520), st.integers(10, 30)), max_size=12)


def test_a_dot_with_room_stays_where_it_belongs():
    assert find_seats([(100, 100, 20), (300, 300, 30)], [38, 38], SHEET) == [(100, 100), (300, 300)]


@given(st.tuples(st.integers(100, 380), st.integers(100, 460)), st.integers(0, 40), st.integers(0, 40))
def test_two_dots_on_one_another_move_apart(middle, across, down):
    x, y = middle

    one, other = find_seats([(x, y, 30), (x + across, y + down, 15)], [38, 38], SHEET)

    assert hypot(one[0] - other[0], one[1] - other[1]) >= 75
    assert one == (x, y)


@given(DOTS)
def test_no_dot_moves_far_or_leaves_the_sheet(dots):
    seats = find_seats(dots, [38] * len(dots), SHEET)

    for (x, y, _), seat in zip(dots, seats, strict=True):
        assert hypot(seat[0] - x, seat[1] - y) <= 121
        assert 0 <= seat[0] <= SHEET[0] and 0 <= seat[1] <= SHEET[1]


@given(st.permutations([(200, 200), (205, 205), (290, 200), (240, 280)]))
def test_neighbours_keep_apart_in_whatever_order_they_come(points):
    seats = find_seats([(*point, 20) for point in points], [30] * 4, SHEET)

    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= 59 for a, b in combinations(seats, 2))


def test_a_dot_steps_aside_to_leave_a_spared_one_to_be_seen():
    (seat,) = find_seats([(200, 200, 20)], [38], SHEET, spared=[(205, 200, 5)])

    assert hypot(seat[0] - 205, seat[1] - 200) >= 25
    assert hypot(seat[0] - 200, seat[1] - 200) <= 30
