"""Trails: which are walked, what their pages say, and how they are drawn."""

import re

from storyguide.making.pages.trails import make_trails
from storyguide.making.trail_map import draw_trail
from storyguide.model.place import Outline, Point

from tests.builders import a_guide, a_place, a_stop, a_story, a_trail, an_area, an_edition, some_words

SQUARE = Outline(rings=(((-1.3, 50.9), (-1.1, 50.9), (-1.1, 51.1), (-1.3, 51.1), (-1.3, 50.9)),), attribution="Ours")
STORIES = (
    a_story(slug="repair-cafe", location=Point(51.0, -1.25)),
    a_story(slug="soup", title="Soup", location=Point(51.05, -1.15)),
    a_story(slug="marrows", title="Marrows", location=None),
)
MILLBANK = Point(50.95, -1.2)


def a_guide_with(*trails, stories=STORIES, point=MILLBANK, outline=SQUARE):
    edition = an_edition(
        trails=trails,
        outline=outline,
        places=(a_place(point=point), a_place(name="Lee")),
        areas=(an_area(places=("millbank", "lee")),),
    )
    return a_guide(edition=edition, stories=stories)


def pages(guide):
    return {page.url: page for page in make_trails(guide)}


def numbers(drawn) -> list[str]:
    return re.findall(r'<text class="number"[^>]*>([^<]*)</text>', drawn)


def test_a_trail_lists_its_stops_in_order_with_its_own_words():
    trail = a_trail(
        stops=(
            a_stop("soup", words=some_words(html="<p>Start with a pot.</p>")),
            a_stop("repair-cafe", words=some_words(html="<p>Then a toaster.</p>")),
        )
    )

    html = pages(a_guide_with(trail))["trails/things-that-were-carried/"].html

    assert html.index("Start with a pot.") < html.index("Then a toaster.")
    assert 'href="../../stories/soup/"' in html
    assert 'src="../../stories/soup/cover.svg"' in html


def test_a_stop_that_is_not_published_is_left_out_and_a_trail_too_short_has_no_page():
    short = a_trail(title="Short", stops=(a_stop("repair-cafe"), a_stop("gone")))
    long = a_trail(title="Long", stops=(*a_trail().stops, a_stop("gone")))
    guide = a_guide_with(short, long)

    made = pages(guide)

    assert list(made) == ["trails/", "trails/long/"]
    assert "gone" not in made["trails/long/"].html
    assert [trail.slug for trail in guide.trails_with["repair-cafe"]] == ["long"]


def test_a_guide_without_trails_has_the_page_and_asks():
    assert "There is no trail yet." in pages(a_guide_with())["trails/"].html


def test_a_trail_leads_to_the_trails_beside_it():
    guide = a_guide_with(a_trail(title="One"), a_trail(title="Two"), a_trail(title="Three"))

    html = pages(guide)["trails/two/"].html

    assert 'href="../../trails/one/"' in html
    assert 'href="../../trails/three/"' in html


def test_links_in_a_trails_words_lead_to_stories_and_pictures_are_left_out():
    words = some_words(
        html='<p><a href="story:soup">Soup</a>, <a href="story:gone">gone</a>.</p><p><img src="pot.jpg" alt=""></p>',
        stories=("soup", "gone"),
        photos=("pot.jpg",),
    )

    html = pages(a_guide_with(a_trail(intro=words)))["trails/things-that-were-carried/"].html

    assert '<p><a href="../../stories/soup/">Soup</a>, gone.</p>' in html
    assert "pot.jpg" not in html


def test_what_is_not_known_of_the_way_is_not_said():
    known, unknown = a_trail(title="Known", time="an hour", how="by ferry"), a_trail(title="Unknown")

    made = pages(a_guide_with(known, unknown))

    assert "an hour" in made["trails/known/"].html
    assert "by ferry" in made["trails/known/"].html
    assert "How to go" not in made["trails/unknown/"].html


def test_each_stop_is_drawn_at_its_own_point_else_at_its_places():
    trail = a_trail(stops=(a_stop("repair-cafe"), a_stop("soup"), a_stop("marrows")))
    guide = a_guide_with(trail)

    drawn = draw_trail(guide.trails[0], guide)

    assert numbers(drawn) == ["1", "2", "3"]
    assert drawn.count("L", drawn.index('class="way"'), drawn.index("<circle")) == 2


def test_stops_at_one_point_share_a_dot():
    stories = tuple(a_story(slug=slug, location=None) for slug in ("b", "c")) + STORIES[:1]
    trail = a_trail(stops=(a_stop("repair-cafe"), a_stop("b"), a_stop("c")))
    guide = a_guide_with(trail, stories=stories)

    assert numbers(draw_trail(guide.trails[0], guide)) == ["1", "2, 3"]


def test_a_stop_without_a_point_is_in_the_list_only():
    trail = a_trail(stops=(a_stop("marrows"), a_stop("repair-cafe"), a_stop("soup")))
    guide = a_guide_with(trail, point=None)

    assert numbers(draw_trail(guide.trails[0], guide)) == ["2", "3"]


def test_a_trail_of_one_point_has_no_map_and_speaks_of_none():
    trail = a_trail(stops=(a_stop("repair-cafe"), a_stop("marrows")))
    guide = a_guide_with(trail, point=None)

    assert draw_trail(guide.trails[0], guide) == ""
    assert "The line shows" not in pages(guide)["trails/things-that-were-carried/"].html


def test_an_edition_without_an_outline_still_has_the_way():
    guide = a_guide_with(a_trail(), outline=None)

    drawn = draw_trail(guide.trails[0], guide)

    assert numbers(drawn) == ["1", "2"]
    assert 'class="ground"' not in drawn
