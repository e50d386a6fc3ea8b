"""The outline with its areas or places."""

from dataclasses import replace
from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st
from storyguide.making.chart import chart_of_area, chart_of_areas
from storyguide.making.labels import covers, overlap
from storyguide.making.outline import draw, draw_outline
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


def a_guide_of(*stories, outline=SQUARE):
    """One area for each number of stories, in a row."""
    areas = [an_area(slug=f"area-{n}", name=f"Area {n}", places=(f"place-{n}",)) for n in range(len(stories))]
    places = [
        a_place(slug=f"place-{n}", name=f"Place {n}", area=f"area-{n}", point=Point(51.0, -1.28 + 0.06 * n))
        for n in range(len(stories))
    ]
    told = [
        a_story(slug=f"story-{n}-{k}", places=(f"place-{n}",))
        for n, number in enumerate(stories)
        for k in range(number)
    ]
    edition = an_edition(outline=outline, places=tuple(places), areas=tuple(areas))
    return a_guide(edition=edition, stories=tuple(told))


def test_an_area_is_a_link_that_says_its_name_and_number():
    drawn = draw_outline(a_guide_with_outline(), "../")

    assert 'href="../places/riverside-area/"' in drawn
    assert "<title>Riverside: 1 story</title>" in drawn


def test_an_area_without_stories_is_a_link_all_the_same():
    drawn = draw_outline(a_guide_of(1, 0), "")

    assert 'href="places/area-1/"' in drawn
    assert "<title>Area 1: no stories yet</title>" in drawn


def test_a_place_without_stories_is_named_but_leads_nowhere():
    chart = chart_of_area(a_guide_with_outline(), "riverside-area")

    drawn = draw(chart, "../../")

    assert 'href="../../places/millbank/"' in drawn
    assert ">Lee</text>" in drawn
    assert "places/lee/" not in drawn


def test_the_place_whose_page_it_is_is_marked():
    chart = chart_of_area(a_guide_with_outline(), "riverside-area")

    assert draw(chart, "", here="millbank").count('aria-current="page"') == 1
    assert "aria-current" not in draw(chart, "")


def test_four_times_the_stories_are_four_times_the_circle():
    small, large = chart_of_areas(a_guide_of(9, 36)).spots

    assert (small.number, large.number) == (9, 36)
    assert 1.9 < large.radius / small.radius < 2.1


@given(st.lists(st.integers(0, 3), min_size=2, max_size=3))
def test_more_stories_never_make_a_smaller_circle(numbers):
    spots = sorted(chart_of_areas(a_guide_of(*numbers)).spots, key=lambda spot: spot.number)

    assert [spot.radius for spot in spots] == sorted(spot.radius for spot in spots)


def test_the_figures_have_room_in_their_circle():
    (few, many) = chart_of_areas(a_guide_of(1, 1000)).spots

    assert few.radius * 2 >= 11 * len("1") + 6
    assert many.radius * 2 >= 11 * len("1000") + 6


def test_an_edition_without_an_outline_is_drawn_as_points_with_a_mark_for_north():
    drawn = draw_outline(a_guide_with_outline(outline=None), "")

    assert 'href="places/riverside-area/"' in drawn
    assert "North is at the top" in drawn
    assert "ground" not in drawn
    assert "Whose outline" not in drawn


def test_an_outline_says_whose_it_is():
    assert '<a href="../about/licences/">Whose outline this is</a>' in draw_outline(a_guide_with_outline(), "../")


def test_an_edition_that_knows_no_point_has_nothing_drawn():
    guide = a_guide(edition=an_edition(outline=SQUARE))

    assert draw_outline(guide, "") == ""
    assert chart_of_areas(guide) is None
    assert chart_of_area(guide, "riverside-area") is None


def test_a_place_without_a_point_keeps_nobody_else_off_the_drawing():
    places = (a_place(point=Point(51.0, -1.25)), a_place(name="Lee"))
    edition = an_edition(places=places, areas=(an_area(places=("millbank", "lee")),))

    chart = chart_of_area(a_guide(edition=edition), "riverside-area")

    assert [spot.slug for spot in chart.spots] == ["millbank"]


def test_one_place_alone_in_its_area_can_be_drawn():
    edition = an_edition(outline=SQUARE, places=(a_place(point=Point(51.0, -1.25)),))

    (spot,) = chart_of_area(a_guide(edition=edition, stories=(a_story(),)), "riverside-area").spots

    assert 200 <= spot.x <= 280


NAMES = st.text("aeiklmnorstwW", min_size=3, max_size=12)
TOWNS = st.lists(
    st.tuples(NAMES, st.floats(50.91, 51.09), st.floats(-1.29, -1.11), st.integers(0, 4)),
    min_size=1,
    max_size=36,
)


@given(TOWNS, st.booleans())
def test_in_any_town_no_name_lies_on_another_or_on_a_circle(town, outlined):
    places = tuple(
        a_place(slug=f"p{n}", name=name, area=f"a{n % 5}", point=Point(north, east))
        for n, (name, north, east, _) in enumerate(town)
    )
    areas = tuple(
        an_area(slug=f"a{k}", name=f"Area {k}", places=tuple(p.slug for p in places if p.area == f"a{k}"))
        for k in range(5)
    )
    stories = tuple(
        a_story(slug=f"s{n}-{k}", places=(f"p{n}",)) for n, (*_, number) in enumerate(town) for k in range(number)
    )
    edition = an_edition(outline=SQUARE if outlined else None, places=places, areas=areas)
    guide = a_guide(edition=edition, stories=stories)

    whole = chart_of_areas(guide, places=True)
    close = [chart for area in areas if (chart := chart_of_area(guide, area.slug))]

    for chart in (whole, *close):
        names = [spot.label.box for spot in chart.spots if spot.label]
        circles = [(spot.x, spot.y, spot.radius) for spot in chart.spots]
        assert not any(overlap(one, other) for one, other in combinations(names, 2))
        assert not any(covers(name, circle) for name in names for circle in circles)
    names = [spot.aside.box for spot in whole.spots if spot.aside]
    names += [place.label.box for place in whole.places if place.label]
    dots = [(place.x, place.y, place.radius) for place in whole.places]
    assert not any(overlap(one, other) for one, other in combinations(names, 2))
    assert not any(covers(name, dot) for name in names for dot in dots)


@given(st.lists(st.tuples(st.floats(50.96, 51.04), st.floats(-1.24, -1.16)), min_size=2, max_size=4))
def test_however_near_two_areas_lie_a_finger_finds_each(points):
    places = tuple(a_place(slug=f"p{n}", area=f"a{n}", point=Point(*point)) for n, point in enumerate(points))
    areas = tuple(an_area(slug=f"a{n}", name="Lee", places=(f"p{n}",)) for n in range(len(points)))

    chart = chart_of_areas(a_guide(edition=an_edition(outline=SQUARE, places=places, areas=areas)))

    for one, other in combinations(chart.spots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 74, "38 + 38, less what rounding takes"
