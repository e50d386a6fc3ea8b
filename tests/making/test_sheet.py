"""Ground on a sheet."""

import re
from math import cos, radians

from hypothesis import given
from hypothesis import strategies as st
from storyguide.making.sheet import WIDE, Sheet

SQUARE = ((-1.3, 50.9), (-1.1, 50.9), (-1.1, 51.1), (-1.3, 51.1), (-1.3, 50.9))
POINTS = st.lists(
    st.tuples(st.floats(-179, 179, allow_nan=False), st.floats(-85, 85, allow_nan=False)), min_size=1, max_size=20
)


def corners(path):
    """Every corner a path of ours goes through."""
    found = []
    for ring in filter(None, path.split("M")):
        start, steps = ring.removesuffix("z").split("l")
        at = tuple(map(int, start.split()))
        found.append(at)
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            at = (at[0] + x, at[1] + y)
            found.append(at)
    return found


@given(POINTS, st.integers(0, 90))
def test_every_point_lies_on_its_sheet_clear_of_the_edge(points, edge):
    sheet = Sheet(points, edge)

    assert sheet.width == WIDE and 300 <= sheet.height <= 560
    for x, y in (sheet.at(*point) for point in points):
        assert edge - 1 <= x <= sheet.width - edge + 1
        assert edge - 1 <= y <= sheet.height - edge + 1


def test_north_is_up_east_is_right_and_a_square_mile_is_square():
    sheet = Sheet(SQUARE, 26)

    left, foot = sheet.at(-1.25, 51.0)
    right, top = sheet.at(-1.25 + 0.05 / cos(radians(51)), 51.05)

    assert right > left and top < foot
    assert abs((right - left) - (foot - top)) <= 2


def test_one_point_alone_stands_in_the_middle_with_ground_round_it():
    sheet = Sheet([(-1.2, 51.0)], 90)

    assert sheet.at(-1.2, 51.0) == (sheet.width // 2, sheet.height // 2)
    assert sheet.at(-1.2, 51.004)[1] > 0


def test_ground_is_drawn_through_all_its_corners():
    sheet = Sheet(SQUARE, 26)

    assert set(corners(sheet.path([SQUARE]))) == {sheet.at(*corner) for corner in SQUARE}


def test_of_ground_that_reaches_far_beyond_only_what_shows_is_drawn():
    sheet = Sheet([(-1.2, 51.0)], 90)
    world = ((-60.0, -60.0), (60.0, -60.0), (60.0, 60.0), (-60.0, 60.0), (-60.0, -60.0))

    drawn = corners(sheet.path([world]))

    assert {x for x, _ in drawn} == {-24, sheet.width + 24}
    assert {y for _, y in drawn} == {-24, sheet.height + 24}


def test_ground_elsewhere_is_not_drawn_at_all():
    assert Sheet([(20.0, 20.0)], 90).path([SQUARE]) == ""


def test_a_coast_measured_to_the_yard_is_drawn_no_finer_than_can_be_seen():
    fine = tuple((-1.3 + 0.2 * step / 50_000, 50.9) for step in range(50_001)) + SQUARE[2:]

    assert len(Sheet(SQUARE, 26).path([fine])) < 4_000
