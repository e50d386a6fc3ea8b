"""Which sizes a photo is published in."""

from hypothesis import given
from hypothesis import strategies as st
from storyguide.reading.photos.sizes import LEAST, TALLEST, WIDTHS, sizes_for


def test_a_phone_photo_gets_every_width():
    sizes = sizes_for(4000, 3000)

    assert sizes == ((400, 300), (720, 540), (1080, 810), (1440, 1080))


def test_an_upright_photo_goes_no_taller_than_a_screen():
    sizes = sizes_for(3000, 4000)

    assert sizes == ((400, 533), (720, 960), (1080, 1440))


def test_a_small_photo_keeps_its_own_width_as_the_last():
    assert sizes_for(600, 450) == ((400, 300), (600, 450))


def test_a_width_hardly_above_another_gets_no_size_of_its_own():
    assert sizes_for(760, 570) == ((400, 300), (720, 540))


def test_a_photo_below_the_narrowest_width_is_published_as_it_is():
    assert sizes_for(300, 220) == ((300, 220),)


@given(width=st.integers(LEAST, 250_000), height=st.integers(LEAST, 250_000))
def test_every_shape_has_a_size_and_none_is_enlarged(width, height):
    sizes = sizes_for(width, height)

    assert sizes
    assert list(sizes) == sorted(set(sizes))
    for one, tall in sizes:
        assert 1 <= one <= min(width, WIDTHS[-1])
        assert 1 <= tall <= min(height, TALLEST)
