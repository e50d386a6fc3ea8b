"""The guide's own drawings: skyline, doors, tin, signs and mark."""

import re
from xml.etree import ElementTree

import pytest
from storyguide.making.covers.doors import doors
from storyguide.making.covers.signs import SIGNS, mark, sign
from storyguide.making.covers.skyline import LANDMARKS, door, hero, tin


def ids(*drawings):
    return re.findall(r' id="([^"]+)"', "".join(drawings))


def fills(drawing):
    return re.findall(r'fill="([^"]+)"', drawing)


@pytest.mark.parametrize("name", sorted(LANDMARKS))
def test_every_landmark_can_crown_the_hill(name):
    with_it, without = hero([name], "town"), hero([], "town")

    assert ElementTree.fromstring(with_it).get("viewBox") == "0 0 760 600"  # noqa: S314 - our own drawing
    assert with_it != without or name == "trees"


def test_a_landmark_nobody_has_drawn_is_passed_over():
    assert hero(["space-port", "castle"], "town") == hero(["castle"], "town")


def test_a_skyline_stays_as_it_is():
    assert hero(["castle", "canal"], "town") == hero(["castle", "canal"], "town")


def test_drawings_may_stand_on_one_page():
    tins = (tin("One", "one"), tin("Two", "two"))

    all_ids = ids(hero(["castle"], "town"), door("town"), *doors("town"), *tins, mark(), sign("sun"))

    assert len(all_ids) == len(set(all_ids))


@pytest.mark.parametrize("drawing", [hero(["castle"], "town"), door("town"), tin("One", "one"), *doors("town")])
def test_what_a_drawing_is_filled_with_exists(drawing):
    here = {f"url(#{ident})" for ident in ids(drawing)}

    assert all(re.fullmatch("none|#[0-9a-f]{6}", fill) or fill in here for fill in fills(drawing))


@pytest.mark.parametrize("town", ["Anytown", "Dudley"])
def test_three_doors_differ_and_stay_as_they_are(town):
    drawn = list(doors(town))

    assert len(set(drawn)) == 3
    assert drawn == list(doors(town))


def test_a_tin_shows_its_label_as_words():
    drawn = ElementTree.fromstring(tin("Salt & <vinegar>", "salt"))  # noqa: S314 - our own drawing

    assert " ".join(drawn.itertext()).split() == ["Salt", "&", "<vinegar>"]


def test_a_name_with_odd_letters_is_no_trouble_for_a_tin():
    ElementTree.fromstring(tin("Tin", 'a "tin" & more'))  # noqa: S314 - our own drawing


def test_every_sign_differs_from_the_plain_one():
    drawn = {sign(name) for name in (*SIGNS, "no such sign")}

    assert len(drawn) == len(SIGNS) + 1


def test_a_sign_nobody_has_drawn_is_a_plain_one():
    assert sign("no such sign") == sign("another")
