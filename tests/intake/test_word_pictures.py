"""A picture in a Word document is kept as the document shows it, and nothing that was cut off it is."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests import pictures
from tests.intake.conftest import Taken
from tests.intake.ooxml import box, document, drawing, group, p, part, picture, rels, run
from tests.intake.shown import colours_in, quartered, seen_in

Take = Callable[..., Taken]
TITLE = p("Kites over the allotments")
HERE = {"rId9": ("image", "media/image1.png")}


def showing(*drawn: str, image: bytes | None = None) -> bytes:
    """A document that shows a picture of four quarters in these ways."""
    body = TITLE + "".join(p(each) for each in drawn) + p("We flew them until dusk.")
    return document(body, HERE, {"word/media/image1.png": image or quartered()})


def photo_of(taken: Taken, number: int = 1) -> Path:
    assert taken.folder, taken.told
    return taken.folder / f"photo-{number}.jpg"


QUARTER_TURN = {0: "TL TR BL BR", 1: "BL TL BR TR", 2: "BR BL TR TL", 3: "TR BR TL BL"}
MIRRORED = "TR TL BR BL"


@pytest.mark.parametrize(
    ("crop", "seen"),
    [
        ('l="50000"', "TR TR BR BR"),
        ('r="50000"', "TL TL BL BL"),
        ('t="50000"', "BL BR BL BR"),
        ('b="50000" r="50000"', "TL TL TL TL"),
        ('l="50%" t="50%"', "BR BR BR BR"),
        ('l="-5000" r="50000"', "TL TL BL BL"),
    ],
)
def test_only_what_a_crop_leaves_is_kept(take: Take, crop: str, seen: str):
    taken = take("kites.docx", showing(drawing(picture(crop=crop))))

    assert seen_in(photo_of(taken)) == seen
    assert colours_in(photo_of(taken)) == set(seen.split())
    assert "only what is seen there was kept" in taken.told


def test_no_pixel_that_was_partly_cut_off_is_kept(take: Take):
    taken = take("kites.docx", showing(drawing(picture(crop='l="33333" t="12345"'))))

    with Image.open(photo_of(taken)) as photo:
        assert photo.size == (800 - 267, 600 - 75)


@pytest.mark.parametrize(
    ("turn", "seen"),
    [
        ('rot="5400000"', QUARTER_TURN[1]),
        ('rot="10800000"', QUARTER_TURN[2]),
        ('rot="-5400000"', QUARTER_TURN[3]),
        ('rot="16200000"', QUARTER_TURN[3]),
        ('flipH="1"', MIRRORED),
        ('flipV="1"', "BL BR TL TR"),
        ('flipH="true" flipV="1"', QUARTER_TURN[2]),
        ('flipH="1" rot="5400000"', "BR TR BL TL"),
        ('rot="5200000"', QUARTER_TURN[1]),
        ('rot="900000"', QUARTER_TURN[0]),
    ],
)
def test_a_picture_is_turned_and_mirrored_as_the_document_shows_it(take: Take, turn: str, seen: str):
    taken = take("kites.docx", showing(drawing(picture(turn=turn))))

    assert seen_in(photo_of(taken)) == seen
    assert ("stood askew" in taken.told) == (turn in ('rot="5200000"', 'rot="900000"'))


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        (group(picture(), 'rot="5400000"'), QUARTER_TURN[1]),
        (group(group(picture(), 'rot="5400000"', "wpg:grpSp"), 'rot="5400000"'), QUARTER_TURN[2]),
        (group(picture(turn='rot="5400000"'), 'flipH="1"'), "TL BL TR BR"),
        (group(picture(crop='l="50000"'), 'flipH="1"'), "TR TR BR BR"),
        (group(group(picture(crop='b="50000"'), 'flipH="1"', "wpg:grpSp"), 'rot="10800000"'), "TL TR TL TR"),
    ],
    ids=["turned", "turned twice", "turned in a mirrored group", "cropped in a mirrored group", "all of it"],
)
def test_a_picture_in_a_group_is_seen_as_the_group_shows_it(take: Take, drawn: str, seen: str):
    assert seen_in(photo_of(take("kites.docx", showing(drawing(drawn))))) == seen


def test_a_picture_that_is_shown_cropped_and_whole_is_kept_as_both(take: Take):
    taken = take("kites.docx", showing(drawing(picture(crop='l="50000"')), drawing(picture()), drawing(picture())))

    assert taken.files == ["photo-1.jpg", "photo-2.jpg", "story.md"]
    assert seen_in(photo_of(taken)) == "TR TR BR BR"
    assert seen_in(photo_of(taken, 2)) == QUARTER_TURN[0]
    assert taken.words.count("(photo-2.jpg)") == 2


def test_what_a_shape_is_filled_with_is_kept_as_the_shape_shows_it(take: Take):
    fill = '<a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect l="-100000"/></a:stretch></a:blipFill>'
    shape = f'<wps:wsp><wps:spPr><a:prstGeom prst="rect"/>{fill}</wps:spPr></wps:wsp>'

    taken = take("kites.docx", showing(drawing(shape)))

    assert seen_in(photo_of(taken)) == "TR TR BR BR"


def test_what_lies_outside_an_oval_is_not_kept(take: Take):
    oval = Image.new("RGB", (600, 600), (0, 0, 255))
    oval.paste((255, 0, 0), (0, 0, 60, 60))
    written = BytesIO()
    oval.save(written, "PNG")

    taken = take("kites.docx", showing(drawing(picture(shape="ellipse")), image=written.getvalue()))

    with Image.open(photo_of(taken)) as photo:
        assert min(photo.getpixel((5, 5))) > 200  # type: ignore[type-var,arg-type]
        assert photo.getpixel((300, 300))[2] > 240  # type: ignore[index]
    assert "cut to a shape" in taken.told


@pytest.mark.parametrize("shape", ["star5", "heart", "snip1Rect"])
def test_a_picture_cut_to_a_shape_nobody_can_follow_is_told_and_left_out(take: Take, shape: str):
    taken = take("kites.docx", showing(drawing(picture(shape=shape))))

    assert taken.files == ["story.md"]
    assert "crop it in a photo program" in taken.told


@pytest.mark.parametrize("damaged", [b"no picture", quartered()[:2000], b""])
def test_a_cropped_picture_that_cannot_be_cropped_is_never_kept_whole(take: Take, damaged: bytes):
    data = document(
        TITLE + p(drawing(picture(crop='l="50000"'))) + p("We flew them."), HERE, {"word/media/image1.png": damaged}
    )

    taken = take("kites.docx", data)

    assert taken.files == ["story.md"]
    assert "crop it in a photo program" in taken.told or "A picture is missing" in taken.told


def test_what_was_cropped_away_is_not_left_in_a_preview_or_in_what_a_camera_noted(take: Take):
    phone = pictures.phone_jpeg(1)
    data = document(TITLE + p(drawing(picture(crop='l="10000"'))), HERE, {"word/media/image1.png": phone})

    kept = photo_of(take("kites.docx", data)).read_bytes()

    assert [mark for mark in pictures.TELLTALES if mark in kept] == []
    assert kept.count(b"\xff\xd8\xff") == 1


def test_a_turn_in_the_document_stands_for_the_one_the_camera_noted(take: Take):
    """Word shows the pixels as they are stored, and turns a photo held sideways itself."""
    sideways = pictures.jpeg(pictures.turned(6, 800, 600), exif=pictures.details(6))

    turned = take("a.docx", showing(drawing(picture(turn='rot="5400000"')), image=sideways))
    plain = take("b.docx", showing(drawing(picture()), image=sideways))
    cropped = take("c.docx", showing(drawing(picture(crop='b="50000"')), image=sideways))

    assert seen_in(photo_of(turned)) == QUARTER_TURN[0]
    assert seen_in(photo_of(plain)) == QUARTER_TURN[0]
    assert colours_in(photo_of(cropped)) == {"TR", "BR"}


VML = '<w:r><w:pict><v:shape {shape}><v:imagedata r:id="rId9" {image}/></v:shape></w:pict></w:r>'


@pytest.mark.parametrize(
    ("shape", "image", "seen"),
    [
        ("", 'cropleft="32768f"', "TR TR BR BR"),
        ("", 'cropbottom=".5"', "TL TR TL TR"),
        ('style="rotation:90"', "", QUARTER_TURN[1]),
        ('style="width:9pt; rotation:-5898240fd"', "", QUARTER_TURN[3]),
        ('style="flip:x"', "", MIRRORED),
        ('style="flip:y x"', 'croptop="50%"', "BR BL BR BL"),
    ],
)
def test_the_same_holds_for_pictures_in_the_older_drawings(take: Take, shape: str, image: str, seen: str):
    taken = take("kites.docx", showing(VML.format(shape=shape, image=image)))

    assert seen_in(photo_of(taken)) == seen
    assert colours_in(photo_of(taken)) == set(seen.split())


def test_an_older_shape_filled_with_a_picture_shows_it(take: Take):
    fill = '<w:r><w:pict><v:rect><v:fill r:id="rId9" type="frame"/></v:rect></w:pict></w:r>'

    assert seen_in(photo_of(take("kites.docx", showing(fill)))) == QUARTER_TURN[0]


def test_a_picture_written_in_two_ways_is_taken_once(take: Take):
    older = VML.format(shape="", image="")
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg">{drawing(group(picture()))[5:-6]}</mc:Choice>'
        f"<mc:Fallback>{older[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    taken = take("kites.docx", showing(both))

    assert taken.words.count("![") == 1


def test_a_drawing_for_newer_programs_gives_way_to_the_picture_beside_it(take: Take):
    newer = '<a:extLst><a:ext><asvg:svgBlip r:embed="rId8"/></a:ext></a:extLst>'
    drawn = picture().replace('<a:blip r:embed="rId9"/>', f'<a:blip r:embed="rId9">{newer}</a:blip>')
    only = picture().replace('<a:blip r:embed="rId9"/>', f"<a:blip>{newer}</a:blip>")
    targets = {**HERE, "rId8": ("image", "media/image2.svg")}
    parts = {"word/media/image1.png": quartered(), "word/media/image2.svg": "<svg/>"}

    both = take("a.docx", document(TITLE + p(drawing(drawn)), targets, parts))
    alone = take("b.docx", document(TITLE + p(drawing(only)) + p("Words."), targets, parts))

    assert both.files == ["photo-1.jpg", "story.md"]
    assert alone.files == ["story.md"] and "an SVG drawing" in alone.told


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (("image", "https://example.org/spy.png", "External"), "kept elsewhere, was not fetched"),
        (("image", "file:///C:/kite.png", "External"), "kept elsewhere, was not fetched"),
        (("image", "media/gone.png"), "A picture is missing from the document"),
        (None, "A picture is missing from the document"),
    ],
)
def test_a_picture_that_is_not_in_the_document_costs_only_itself(take: Take, target, said: str):
    body = TITLE + p("Before it. ", drawing(picture()), "After it.")

    taken = take("kites.docx", document(body, {"rId9": target} if target else {}))

    assert taken.words == "Before it. After it."
    assert said in taken.told


def test_a_hidden_or_struck_out_picture_is_not_kept(take: Take):
    struck = f'<w:del w:id="1" w:author="A">{drawing(picture())}</w:del>'

    taken = take("kites.docx", showing(drawing(picture(), 'hidden="1"'), struck))

    assert taken.files == ["story.md"]
    assert "A picture that was hidden" in taken.told and "struck out" in taken.told


def test_pictures_and_words_at_the_edges_of_pages_are_told_and_not_kept(take: Take):
    header = f"{p('The Kite Club')}{p(drawing(picture()))}"
    targets = {"rId3": ("header", "header1.xml"), **HERE}
    parts = {
        "word/header1.xml": part("hdr", header),
        "word/_rels/header1.xml.rels": rels(HERE),
        "word/media/image1.png": quartered(),
    }

    taken = take("kites.docx", document(TITLE + p("We flew them."), targets, parts))

    assert taken.files == ["story.md"]
    assert "The Kite Club" not in taken.story
    assert "“The Kite Club”" in taken.told and "A picture at the head or foot" in taken.told


def test_shapes_over_a_picture_are_told(take: Take):
    cover = '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr></wps:wsp>'

    taken = take("kites.docx", showing(drawing(group(picture() + cover))))

    assert taken.files == ["photo-1.jpg", "story.md"]
    assert "If one lay over a picture, look at that photo" in taken.told


def test_charts_and_formulas_are_told(take: Take):
    body = TITLE + p("A sum: ", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>") + p(drawing("<c:chart xmlns:c='c'/>"))

    taken = take("kites.docx", document(body + p(run("Done."))))

    assert "Charts, diagrams and formulas were left out" in taken.told
    assert taken.words == "A sum:\n\nDone."


def test_words_in_a_group_with_a_picture_are_kept(take: Take):
    taken = take("kites.docx", showing(drawing(group(picture() + box(p("Mo’s kite"))))))

    assert "![A kite on a hill](photo-1.jpg)\n\nMo’s kite" in taken.words
