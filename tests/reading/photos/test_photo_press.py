"""Pixels: upright, in sRGB, on paper, and nothing with them."""

from io import BytesIO

import exifread
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from storyguide.reading.photos.outcome import Pressed, Reason, Refusal
from storyguide.reading.photos.press import keep, press
from storyguide.reading.photos.remains import remains

from tests import pictures

pytestmark = pytest.mark.slow


def pressed(data):
    """The published pictures, opened, widest of each type last."""
    found = press(data)
    assert isinstance(found, tuple), found
    return [Image.open(BytesIO(one.content)) for one in found]


def colour_near(picture, corner):
    """The colour a fifth of the way in from a corner."""
    x = picture.width * 4 // 5 if "right" in corner else picture.width // 5
    y = picture.height * 4 // 5 if "bottom" in corner else picture.height // 5
    return picture.convert("RGB").getpixel((x, y))


def alike(one, other, by=14):
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


CARRIERS = {
    "jpeg": pictures.phone_jpeg,
    "webp": pictures.webp,
    "png": pictures.png,
    "heic": pictures.heic,
    "avif": pictures.avif,
    "tiff": pictures.tiff,
    "jpeg 2000": pictures.jpeg_2000,
    "bitmap": pictures.bitmap,
    "gif": pictures.moving_gif,
    "double": pictures.double_jpeg,
}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "webp", "png", "heic", "avif", "tiff", "double"])
def test_a_photo_stands_upright_however_the_camera_was_held(kind, orientation):
    data = CARRIERS[kind](orientation)

    for picture in pressed(data):
        assert picture.width > picture.height
        for corner, colour in pictures.CORNERS.items():
            assert alike(colour_near(picture, corner), colour), corner


@pytest.mark.parametrize("kind", ["jpeg", "webp", "png", "heic", "avif", "tiff", "double"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_that_is_kept_stands_upright_too(kind, orientation):
    kept = keep(CARRIERS[kind](orientation))

    assert isinstance(kept, Pressed)
    picture = Image.open(BytesIO(kept.content))
    assert picture.size == (480, 360)
    for corner, colour in pictures.CORNERS.items():
        assert alike(colour_near(picture, corner), colour), corner


TIFFS = {
    "packed by LZW": {"compression": "tiff_lzw"},
    "packed as a zip is": {"compression": "tiff_adobe_deflate"},
    "packed as JPEG": {"compression": "jpeg"},
    "packed by runs": {"compression": "packbits"},
    "of eight gigabytes at most": {"big_tiff": True},
}


@pytest.mark.parametrize("orientation", [1, 3, 6])
@pytest.mark.parametrize("how", TIFFS)
def test_a_scan_is_shown_however_it_was_packed(how, orientation):
    for picture in pressed(pictures.tiff(orientation, **TIFFS[how])):
        assert picture.width > picture.height
        for corner, colour in pictures.CORNERS.items():
            assert alike(colour_near(picture, corner), colour, by=20), corner


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "LAB", "I;16", "F"])
def test_a_scan_is_shown_however_its_colours_are_written_down(mode):
    upright = pictures.upright()
    if mode == "LAB":
        profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        stored = ImageCms.profileToProfile(upright, *profiles, outputMode="LAB")
    elif mode == "I;16":
        stored = upright.convert("L").point([256 * value for value in range(256)], "I").convert("I;16")
    else:
        stored = upright.convert(mode)
    data = BytesIO()
    stored.save(data, "TIFF")

    grey = mode in {"1", "L", "I;16", "F"}
    for picture in pressed(data.getvalue()):
        for corner, colour in pictures.CORNERS.items():
            shown = Image.new("RGB", (1, 1), colour).convert("L").convert("RGB").getpixel((0, 0)) if grey else colour
            assert mode == "1" or alike(colour_near(picture, corner), shown, by=25), corner


def test_of_a_scan_of_several_pages_the_first_is_taken():
    data = BytesIO()
    pictures.upright().save(data, "TIFF", save_all=True, append_images=[pictures.noise(480, 360)])

    for picture in pressed(data.getvalue()):
        assert alike(colour_near(picture, "top right"), pictures.CORNERS["top right"])


@pytest.mark.parametrize("form", [{}, {"no_jp2": True}], ids=["in boxes", "bare"])
@pytest.mark.parametrize("levels", [1, 2, 6])
def test_a_large_jpeg_2000_is_brought_down_while_it_is_decoded(form, levels):
    data = BytesIO()
    pictures.upright(4000, 3000).save(data, "JPEG2000", num_resolutions=levels, **form)

    for picture in pressed(data.getvalue()):
        assert picture.width > picture.height
        for corner, colour in pictures.CORNERS.items():
            assert alike(colour_near(picture, corner), colour), corner


@pytest.mark.parametrize("kind", CARRIERS)
def test_nothing_but_pixels_is_published(kind):
    data = CARRIERS[kind]()
    assert any(telltale in data for telltale in (*pictures.TELLTALES, b"G\0P\0S")), "the fixture hides something"

    published = press(data)

    for one in published:
        assert not [telltale for telltale in pictures.TELLTALES if telltale.lower() in one.content.lower()]
        assert exifread.process_file(BytesIO(one.content), details=True) == {}


def test_what_another_reader_finds_in_the_source_is_really_there():
    tags = exifread.process_file(BytesIO(pictures.phone_jpeg(6)))

    assert {"GPS GPSLatitude", "EXIF BodySerialNumber", "Image Orientation"} <= set(tags)


@pytest.mark.parametrize(
    "left",
    [
        {"exif": pictures.details()},
        {"comment": "Telltale"},
        {"icc_profile": pictures.srgb_profile()},
        {"dpi": (300, 300)},
        {"xmp": b"<x/>"},
    ],
    ids=lambda left: next(iter(left)),
)
def test_anything_left_in_a_finished_jpeg_is_found(left):
    assert remains(pictures.jpeg()) == ""
    assert remains(pictures.jpeg(**left)) != ""


def test_anything_left_in_a_finished_webp_is_found():
    bare = press(pictures.jpeg())[0].content

    assert remains(bare) == ""
    assert remains(pictures.webp()) != ""
    assert remains(bare + b"after-the-end") != ""


def test_a_film_after_the_end_of_a_finished_jpeg_is_found():
    assert remains(pictures.jpeg() + b"after-the-end") != ""


def test_wide_colours_become_the_same_colours_in_srgb():
    wide = (60, 180, 90)

    widest = pressed(pictures.wide_colour_jpeg(wide))[-1]

    seen = _as_shown_by_profile(wide)
    assert not alike(seen, wide), "the profile makes a difference"
    assert alike(colour_near(widest, "top left"), seen, by=3)


def _as_shown_by_profile(colour):
    profile = ImageCms.ImageCmsProfile(BytesIO(pictures.wide_profile()))
    turned = ImageCms.profileToProfile(Image.new("RGB", (1, 1), colour), profile, ImageCms.createProfile("sRGB"))
    return turned.getpixel((0, 0))


@pytest.mark.parametrize("orientation", [0, 99])
def test_an_orientation_that_means_nothing_is_passed_over(orientation):
    data = pictures.jpeg(exif=pictures.details(orientation))

    for picture in pressed(data):
        assert alike(colour_near(picture, "top left"), pictures.CORNERS["top left"])


def test_a_profile_that_is_junk_is_passed_over():
    data = pictures.jpeg(icc_profile=b"Telltale" * 30)

    for picture in pressed(data):
        assert alike(colour_near(picture, "top left"), pictures.CORNERS["top left"])


def test_what_is_see_through_shows_the_guides_paper():
    for picture in pressed(pictures.palette_png()):
        assert alike(colour_near(picture, "top left"), (255, 250, 240), by=4)
        assert alike(picture.convert("RGB").getpixel((200, 200)), (200, 40, 40), by=8)


def test_a_large_see_through_picture_is_brought_down_in_strips_without_a_seam():
    for picture in pressed(pictures.see_through_png(4500)):
        assert all(low >= high - 2 for low, high in picture.convert("RGB").getextrema())


def test_a_large_picture_is_brought_down_whole():
    data = BytesIO()
    pictures.upright(5003, 3001).save(data, "PNG")

    for picture in pressed(data.getvalue()):
        for corner, colour in pictures.CORNERS.items():
            assert alike(colour_near(picture, corner), colour), corner


def test_sixteen_bits_become_eight():
    for picture in pressed(pictures.deep_png()):
        assert alike(colour_near(picture, "top left"), (128, 128, 128), by=2)


def test_a_printers_picture_keeps_its_colours():
    for picture in pressed(pictures.cmyk_jpeg()):
        assert alike(colour_near(picture, "bottom left"), pictures.CORNERS["bottom left"], by=20)


def test_of_a_moving_picture_the_first_is_taken():
    for picture in pressed(pictures.moving_gif()):
        assert getattr(picture, "n_frames", 1) == 1
        assert alike(colour_near(picture, "top right"), pictures.CORNERS["top right"])


def test_a_photo_comes_in_both_types_narrowest_first():
    found = press(pictures.jpeg(pictures.noise(1600, 1200)))

    assert [(one.type, one.width) for one in found] == [
        *(("image/webp", width) for width in (400, 720, 1080, 1440)),
        *(("image/jpeg", width) for width in (400, 720, 1080, 1440)),
    ]


def busy(kind):
    """A picture of this type with something everywhere."""
    picture = pictures.noise(600, 450)
    if kind == "HEIC":
        return pictures.heic(picture=picture)
    saved = BytesIO()
    picture.save(saved, kind)
    return saved.getvalue()


@pytest.mark.parametrize("part", [0.01, 0.1, 0.5, 0.9])
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "HEIC", "AVIF", "TIFF", "JPEG2000", "BMP"])
def test_a_photo_cut_short_is_refused(kind, part):
    whole = busy(kind)

    assert press(whole[: int(len(whole) * part)]) == Refusal(Reason.CUT_SHORT)


def test_a_small_file_that_unfolds_into_a_vast_picture_is_refused_unopened():
    assert press(pictures.bomb_png()) == Refusal(Reason.TOO_LARGE, "more than 201")


def test_the_largest_photos_of_phones_are_brought_down():
    for width, height in ((12_000, 9_000), (16_320, 12_240), (30_000, 3_000)):
        shown = pressed(pictures.flat_jpeg(width, height))

        assert shown[-1].width == 1440


def test_a_picture_that_must_be_held_whole_is_taken_as_far_as_it_fits():
    assert isinstance(press(pictures.bomb_png(12_000, 9_000)), tuple)  # one byte a pixel
    assert press(pictures.flat_png(12_000, 9_000)) == Refusal(Reason.TOO_LARGE, "108")  # four


def test_a_scan_is_reckoned_by_the_depth_in_which_it_is_unpacked():
    assert press(pictures.deep_tiff(8_000, 6_000)) == Refusal(Reason.TOO_LARGE, "48")
    assert press(pictures.deep_tiff(6_000, 5_000)) == Refusal(Reason.CUT_SHORT)  # small enough to be begun


def test_a_large_photo_that_is_kept_is_brought_down_to_what_a_page_needs():
    kept = keep(pictures.flat_jpeg(12_000, 9_000))

    assert isinstance(kept, Pressed)
    assert (kept.width, kept.height) == (2560, 1920)


def test_a_drawing_in_postscript_is_not_given_to_any_interpreter():
    assert press(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 400\n") == Refusal(
        Reason.NOT_A_PHOTO, "a PostScript drawing"
    )


def test_a_tiny_picture_is_refused():
    assert press(pictures.jpeg(pictures.upright(120, 90))) == Refusal(Reason.TOO_SMALL, "120 by 90")


def test_the_same_photo_gives_the_same_bytes():
    data = pictures.phone_jpeg(6)

    assert press(data) == press(data)


@settings(max_examples=200)
@given(
    start=st.sampled_from([b"", *(carrier()[:length] for carrier in CARRIERS.values() for length in (16, 64, 300))]),
    rest=st.binary(max_size=600),
)
def test_no_bytes_stop_the_press(start, rest):
    found = press(start + rest)

    assert isinstance(found, (tuple, Refusal))


@settings(max_examples=100)
@given(kind=st.sampled_from(sorted(CARRIERS)), at=st.floats(0, 1), new=st.binary(min_size=1, max_size=40))
def test_no_damage_to_a_photo_stops_the_press(kind, at, new):
    whole = CARRIERS[kind]()
    place = int(at * len(whole))

    found = press(whole[:place] + new + whole[place + len(new) :])

    assert isinstance(found, (tuple, Refusal))
