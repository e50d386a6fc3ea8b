"""The map page: the drawing and its equal, the list."""

import re
from dataclasses import replace

from storyguide.making.cards import Cards
from storyguide.making.pages.map import make_map
from storyguide.making.pages.places import make_places
from storyguide.model.place import Point

from tests.builders import a_guide, a_place, a_story, an_area, an_edition
from tests.making.test_outline import SQUARE


def a_guide_of_two_areas(**changes):
    places = (
        a_place(point=Point(51.0, -1.25)),
        a_place(name="Lee", point=Point(51.02, -1.2)),
        a_place(name="Lark Hill", area="hilltop-area", point=Point(51.05, -1.15)),
    )
    areas = (
        an_area(places=("millbank", "lee")),
        an_area(slug="hilltop-area", name="Hilltop", places=("lark-hill",)),
    )
    edition = an_edition(outline=SQUARE, places=places, areas=areas)
    stories = (a_story(), a_story(slug="kites", places=("lark-hill",)))
    return a_guide(edition=replace(edition, **changes), stories=stories)


def the_map(guide):
    (page,) = make_map(guide)
    assert page.url == "map/"
    return page


def links(html):
    return re.findall(r'href="\.\./places/([^"]+)/"', html)


def test_the_list_has_every_area_and_place_in_the_order_of_the_drawing():
    page = the_map(a_guide_of_two_areas())

    drawing, listed = page.html.split('id="list"')

    assert links(drawing) == ["riverside-area", "hilltop-area"]
    assert links(listed) == ["riverside-area", "millbank", "lee", "hilltop-area", "lark-hill"]


def test_the_first_link_past_the_crumbs_skips_the_drawing():
    page = the_map(a_guide_of_two_areas())

    after = page.html.split("</nav>", 1)[1]

    assert re.search(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)', after).groups() == (
        "#list",
        "Skip the map: read the list",
    )


def test_a_place_without_stories_is_named_as_such():
    page = the_map(a_guide_of_two_areas())

    assert re.search(r"Lee <span>none yet</span>", page.html)


def test_whose_outline_it_is_is_said_in_full():
    assert '<p class="small thanks" id="whose" tabindex="-1">Ours</p>' in the_map(a_guide_of_two_areas()).html


def test_an_edition_without_an_outline_has_a_chart_and_the_list():
    page = the_map(a_guide_of_two_areas(outline=None))

    assert "North is at the top" in page.html
    assert 'id="whose"' not in page.html
    assert len(links(page.html)) == 2 + 5


def test_places_whose_whereabouts_are_unknown_are_said_to_be_in_the_list_only():
    guide = a_guide_of_two_areas()
    places = tuple(replace(place, point=None) if place.slug == "lee" else place for place in guide.edition.places)

    page = the_map(a_guide_of_two_areas(places=places))

    assert "Only in the list, since the guide does not know where they lie: Lee." in page.html
    assert page.html.count("data-north") == 2


def test_an_edition_that_knows_no_point_has_the_list_only_and_no_script():
    guide = a_guide_of_two_areas()
    places = tuple(replace(place, point=None) for place in guide.edition.places)

    page = the_map(a_guide_of_two_areas(places=places))

    assert "<svg" not in page.html
    assert "Skip the map" not in page.html
    assert links(page.html) == ["riverside-area", "millbank", "lee", "hilltop-area", "lark-hill"]
    assert "scripts" not in page.meta


def test_map_and_places_lead_to_one_another():
    guide = a_guide_of_two_areas()

    places = next(iter(make_places(guide, Cards(guide))))

    assert 'href="../map/"' in places.html
    assert 'href="../places/"' in the_map(guide).html
    assert places.meta["section"] == the_map(guide).meta["section"] == "map/"
