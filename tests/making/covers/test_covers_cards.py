"""The painted side of covers: share cards, and that paint and SVG are one picture."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat, features
from storyguide.making.covers import SCENES, compose
from storyguide.making.covers.card import share_card
from storyguide.making.covers.inks import INKS
from storyguide.making.covers.painting import Sheet, paint
from storyguide.making.covers.shapes import box, cut, oval, place
from storyguide.site.parts import BRICOLAGE_TTF, FURTHER_TTFS, find_parts


def opened(card):
    return Image.open(BytesIO(card))


def difference(one, other):
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_makes_a_card_of_the_right_size_and_weight(scene):
    card = share_card(compose("story", [scene]), "A pot, a table and nineteen chairs", "Anytown", "The story guide")

    assert opened(card).size == (1200, 630)
    assert opened(card).format == "JPEG"
    assert len(card) <= 90_000


def test_a_card_carries_no_metadata():
    card = opened(share_card(compose("story", ["tea"]), "Tea", "Anytown", "The story guide"))

    assert not card.getexif()
    assert set(card.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_same_story_gets_the_same_card():
    cover = compose("story", ["tea"])

    assert share_card(cover, "Tea", "Anytown", "Guide") == share_card(cover, "Tea", "Anytown", "Guide")


def test_the_title_is_on_the_card():
    cover = compose("story", ["tea"])

    titled, bare = (opened(share_card(cover, title, "Anytown", "Guide")) for title in ("Tea for forty", ""))

    panel = (0, 60, 520, 500)
    assert difference(titled.crop(panel), bare.crop(panel)) > 5


def test_a_title_the_font_cannot_write_is_left_out():
    cover = compose("story", ["tea"])

    assert share_card(cover, "ਚਾਹ", "Anytown", "Guide") == share_card(cover, "", "Anytown", "Guide")


@pytest.mark.parametrize(
    ("title", "joined"), [("Żurek w Łodzi", False), ("سیڑھیوں پر شوربہ", True), ("ਪਹਾੜੀ ਉੱਤੇ ਰਸੋਈ", True)]
)
def test_a_title_in_other_letters_is_written_in_them_where_the_machine_can_join_them(title, joined):
    parts = find_parts()
    assert parts, "the tests need the faces: python3 build.py parts"
    fonts = [parts / name for name in (BRICOLAGE_TTF, *FURTHER_TTFS)]
    cover = compose("story", ["tea"])

    titled, bare = (opened(share_card(cover, words, "Anytown", "Guide", fonts)) for words in (title, ""))

    left, right = ((0, 160, 260, 320), (300, 160, 486, 320))
    written = [difference(titled.crop(side), bare.crop(side)) > 5 for side in (left, right)]
    if joined and not features.check("raqm"):
        assert written == [False, False]
    elif title.startswith("س"):
        assert written[1]
    else:
        assert written[0]


def test_a_very_long_title_stays_on_its_panel():
    cover = compose("story", ["tea"])

    longest, bare = (opened(share_card(cover, title, "", "")) for title in ("Everybody brings something " * 20, ""))

    below = (0, 520, 520, 630)
    assert difference(longest.crop(below), bare.crop(below)) < 1


def test_a_painted_picture_has_the_shape_asked_for():
    assert paint(compose("story", ["canal"]), 400, 300).size == (400, 300)


def test_two_scenes_look_nothing_alike():
    canal, library = (paint(compose("story", [scene]), 200, 150) for scene in ("canal", "library"))

    assert difference(canal, library) > 40


def test_a_mirrored_cover_is_painted_the_other_way_round():
    covers = [compose(f"story-{nth}", ["canal"]) for nth in range(20)]

    assert {cover.mirrored for cover in covers} == {True, False}


def test_paint_lands_where_the_drawing_says():
    sheet = Sheet(200, 200)
    piece = place(cut("M0 0H20V10H0Z", "tomato", 0), 60, 40, 2, flip=True)
    for part in (*box(0, 0, 100, 100, "canal", 0).parts, *piece.parts, *oval(20, 80, 6, 6, "sun").parts):
        sheet.paste(part, (2, 0, 0, 2, 0, 0))

    picture = sheet.picture()

    assert [picture.getpixel(spot) for spot in ((40, 50), (70, 50), (20, 80), (5, 5))] == [
        tuple(bytes.fromhex(INKS[ink][1:])) for ink in ("tomato", "canal", "sun", "canal")
    ]
