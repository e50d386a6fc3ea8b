"""Pictures and words in what is drawn in an OpenDocument text are kept as it shows them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests import pictures
from tests.intake.conftest import Taken
from tests.intake.odf import flat, frame, graphic, inline_picture, p, text
from tests.intake.shown import colours_in, quartered, seen_in

Take = Callable[..., Taken]
PARTS = {"Pictures/a.png": quartered()}
"""800 by 600 pixels that do not say how large they are: 21.17 by 15.875 cm at 96 to the inch."""
HALF_WIDTH, HALF_HEIGHT = "10.5834cm", "7.9376cm"


def photo_of(taken: Taken, number: int = 1) -> Path:
    assert taken.folder, taken.told
    return taken.folder / f"photo-{number}.jpg"


def showing(taken_frame: str, styles: str = "", **more: object) -> bytes:
    return text(p(taken_frame) + p("We flew them."), styles, parts=PARTS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clip", "seen"),
    [
        (f"rect(0cm, 0cm, 0cm, {HALF_WIDTH})", "TR TR BR BR"),
        (f"rect(0cm, {HALF_WIDTH}, {HALF_HEIGHT}, 0cm)", "TL TL TL TL"),
        (f"rect({HALF_HEIGHT} 0cm 0cm 0cm)", "BL BR BL BR"),
        ("rect(0in, 4.16667in, 0in, 0in)", "TL TL BL BL"),
        ("rect(0pt, 300.1pt, 0pt, auto)", "TL TL BL BL"),
    ],
)
def test_only_what_a_crop_leaves_is_kept(take: Take, clip: str, seen: str):
    styles = graphic("Base", f'fo:clip="{clip}"') + graphic("fr1", "", "Base")

    taken = take("kites.odt", showing(frame(facts='draw:style-name="fr1"'), styles))

    assert seen_in(photo_of(taken)) == seen
    assert colours_in(photo_of(taken)) == set(seen.split())
    assert "only what is seen there was kept" in taken.told


@pytest.mark.parametrize("dots", [72, 96, 300])
def test_a_crop_is_measured_at_the_pictures_own_resolution(take: Take, dots: int):
    written = BytesIO()
    pictures.upright(800, 600).save(written, "PNG", dpi=(dots, dots))
    away = 400 / dots * 2.54 + 0.001
    styles = graphic("fr1", f'fo:clip="rect(0cm, {away}cm, 0cm, 0cm)"')
    data = text(p(frame(facts='draw:style-name="fr1"')), styles, parts={"Pictures/a.png": written.getvalue()})

    assert colours_in(photo_of(take("kites.odt", data))) == {"TL", "BL"}


def test_the_frame_tells_at_which_resolution_a_crop_was_meant(take: Take):
    """The picture says 300, and the program that cropped it took 96: what is left fits the frame only so."""
    written = BytesIO()
    pictures.upright(800, 600).save(written, "PNG", dpi=(300, 300))
    styles = graphic("fr1", f'fo:clip="rect(0cm, {HALF_WIDTH}, 0cm, 0cm)"')
    facts = 'draw:style-name="fr1" svg:width="4cm" svg:height="6cm"'
    data = text(p(frame(facts=facts)), styles, parts={"Pictures/a.png": written.getvalue()})

    assert colours_in(photo_of(take("kites.odt", data))) == {"TL", "BL"}


def test_a_crop_that_cannot_be_is_never_kept_whole(take: Take):
    styles = graphic("fr1", 'fo:clip="rect(0cm, 90cm, 0cm, 90cm)"')

    taken = take("kites.odt", showing(frame(facts='draw:style-name="fr1"'), styles))

    assert taken.files == ["story.md"]
    assert "crop it in a photo program" in taken.told


@pytest.mark.parametrize(
    ("transform", "mirror", "seen"),
    [
        ("rotate (1.5707963267949) translate (1cm, 2cm)", "", "TR BR TL BL"),
        ("rotate (-1.5707963)", "", "BL TL BR TR"),
        ("rotate(3.14159)", "", "BR BL TR TL"),
        ("", "horizontal", "TR TL BR BL"),
        ("", "vertical", "BL BR TL TR"),
        ("", "vertical horizontal", "BR BL TR TL"),
        ("", "horizontal-on-odd", "TR TL BR BL"),
        ("rotate (1.5707963)", "horizontal", "TL BL TR BR"),
        ("matrix(0 1 -1 0 0cm 0cm)", "", "BL TL BR TR"),
        ("matrix(-1 0 0 1 0cm 0cm)", "", "TR TL BR BL"),
        ("scale (1 1) skewX (0)", "none", "TL TR BL BR"),
    ],
)
def test_a_picture_is_turned_and_mirrored_as_it_is_shown(take: Take, transform: str, mirror: str, seen: str):
    styles = graphic("fr1", f'style:mirror="{mirror}"')

    taken = take("kites.odt", showing(frame(facts=f'draw:style-name="fr1" draw:transform="{transform}"'), styles))

    assert seen_in(photo_of(taken)) == seen


def test_a_picture_in_a_group_that_is_turned_is_turned_with_it(take: Take):
    inner = frame(facts='draw:transform="rotate (1.5707963)"')
    group = f'<draw:g draw:transform="rotate (1.5707963)"><draw:g>{inner}</draw:g></draw:g>'

    assert seen_in(photo_of(take("kites.odt", showing(group)))) == "BR BL TR TL"


def test_what_a_shape_is_filled_with_is_kept_as_the_shape_shows_it(take: Take):
    fill = '<draw:fill-image draw:name="sky" xlink:href="Pictures/a.png"/>'
    styles = graphic("gr1", 'draw:fill="bitmap" draw:fill-image-name="sky"')

    square = take("a.odt", showing('<draw:rect draw:style-name="gr1"/>', styles, more=fill))
    round_one = take("b.odt", showing('<draw:ellipse draw:style-name="gr1"/>', styles, more=fill))

    assert seen_in(photo_of(square)) == "TL TR BL BR"
    with Image.open(photo_of(round_one)) as photo:
        assert min(photo.getpixel((3, 3))) > 200  # type: ignore[type-var,arg-type]
    assert "cut to a shape" in round_one.told


@pytest.mark.parametrize(
    ("href", "said"),
    [
        ("https://example.org/spy.png", "kept elsewhere, was not fetched"),
        ("../kite.png", "kept elsewhere, was not fetched"),
        ("file:///home/kite.png", "kept elsewhere, was not fetched"),
        ("Pictures/gone.png", "A picture is missing from the document"),
        ("", "A picture is missing from the document"),
    ],
)
def test_a_picture_that_is_not_in_the_document_costs_only_itself(take: Take, href: str, said: str):
    taken = take("kites.odt", showing(frame(f'<draw:image xlink:href="{href}"/>')))

    assert taken.words == "We flew them."
    assert said in taken.told


@pytest.mark.parametrize("href", ["Pictures/a.png", "./Pictures/a.png", "media/a%20b.png", "a.png", "Pictures\\a.png"])
def test_a_picture_is_found_wherever_it_lies(take: Take, href: str):
    parts = {"Pictures/a.png": quartered(), "media/a b.png": quartered(), "a.png": quartered()}

    taken = take("kites.odt", text(p(frame(f'<draw:image xlink:href="{href}"/>')), parts=parts))

    assert taken.files == ["photo-1.jpg", "story.md"]


def test_of_a_picture_in_two_formats_the_photo_is_taken(take: Take):
    both = '<draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/a.png"/>'
    parts = {"Pictures/a.svg": "<svg/>", **PARTS}

    taken = take("kites.odt", text(p(frame(both)), parts=parts))

    assert taken.words.count("![A kite on a hill](photo-1.jpg)") == 1


SHAPES = ["custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "connector", "caption", "polyline"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("place", ["in a line", "on the page", "in a group"])
def test_words_in_shapes_are_kept_wherever_they_hang(take: Take, shape: str, place: str):
    drawn = f"<draw:{shape}>{p('In a shape.')}</draw:{shape}>"
    drawn = f"<draw:g>{drawn}</draw:g>" if place == "in a group" else drawn
    body = drawn + p("After.") if place == "on the page" else p(f"A line.{drawn}") + p("After.")

    words = take("kites.odt", text(body)).words.replace("\n\n", " ")

    assert words == ("In a shape. After." if place == "on the page" else "A line. In a shape. After.")


def test_words_in_boxes_are_kept_with_their_lists_and_boxes(take: Take):
    inner = frame(f"<draw:text-box>{p('Inner.')}</draw:text-box>")
    listed = f"<text:list><text:list-item>{p('Point.')}</text:list-item></text:list>"
    outer = frame(f"<draw:text-box>{p(f'Outer.{inner}')}{listed}</draw:text-box>")

    assert take("kites.odt", text(p(f"Line.{outer}"))).words == "Line.\n\nOuter.\n\nInner.\n\n- Point."


def test_charts_formulas_and_shapes_without_words_are_told(take: Take):
    drawn = frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="Pictures/a.png"/>')
    sheet = frame('<draw:object-ole xlink:href="./Object 2"/>')

    taken = take("kites.odt", text(p(f"Words.{drawn}{sheet}<draw:line/>"), parts=PARTS))

    assert taken.files == ["story.md"]
    for said in ("Charts, diagrams and formulas", "Another document within", "Shapes and lines drawn"):
        assert said in taken.told


def test_a_flat_text_is_read_with_its_picture(take: Take):
    taken = take("kites.fodt", flat(p("Words.") + p(frame(inline_picture(quartered())))))

    assert taken.words == "Words.\n\n![A kite on a hill](photo-1.jpg)"


FIELDS = [
    ("<text:span>one</text:span>", "one"),
    ("<text:ruby><text:ruby-base>凧</text:ruby-base><text:ruby-text>take</text:ruby-text></text:ruby>", "凧 (take)"),
    ('<text:user-field-get text:name="a">one</text:user-field-get>', "one"),
    ("<text:bookmark-ref>one</text:bookmark-ref>", "one"),
    ("<text:placeholder>one</text:placeholder>", "one"),
    ('<text:conditional-text text:string-value-if-true="no">one</text:conditional-text>', "one"),
    ('<text:drop-down><text:label text:value="a"/>one</text:drop-down>', "one"),
    ("<text:meta-field>one</text:meta-field>", "one"),
    ('<text:hidden-text text:is-hidden="false">one</text:hidden-text>', "one"),
    ('a<text:s text:c="2"/>b', "a b"),
    ("a<text:tab/>b", "a b"),
    ("a<text:soft-page-break/>b", "ab"),
    ('<text:a xlink:href="https://example.org/a#b">one</text:a>', "[one](https://example.org/a#b)"),
    ('<text:a xlink:href="mailto:box@example.org">one</text:a>', "[one](mailto:box@example.org)"),
    ('<text:a xlink:href="../other.odt">one</text:a>', "one"),
    ('<text:a xlink:href="#Heading|outline">one</text:a>', "one"),
]


@pytest.mark.parametrize(("inside", "words"), FIELDS)
def test_words_within_a_line_are_kept(take: Take, inside: str, words: str):
    assert take("kites.odt", text(p(f"On {inside} it flew."))).words == f"On {words} it flew."


@pytest.mark.parametrize(
    "body",
    [
        f"<text:section>{p('Kept.')}</text:section>",
        f"<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body><text:index-title>{p('Kept.')}</text:index-title>"
        "</text:index-body></text:table-of-content>",
        f"<text:numbered-paragraph>{p('Kept.')}</text:numbered-paragraph>",
        f"<table:table><table:table-row><table:table-cell>{p('Kept.')}</table:table-cell></table:table-row></table:table>",
        f"<text:unknown-wrapping>{p('Kept.')}</text:unknown-wrapping>",
    ],
)
def test_whole_paragraphs_in_wrappings_are_kept(take: Take, body: str):
    assert take("kites.odt", text(p("Before.") + body)).words == "Before.\n\nKept."


@pytest.mark.parametrize(
    "hidden",
    [
        f'<text:section text:is-hidden="true">{p("Unseen.")}</text:section>',
        p('<text:hidden-paragraph text:is-hidden="true"/>Unseen.'),
        p('Seen.<text:hidden-text text:is-hidden="true">Unseen.</text:hidden-text>'),
        "<table:table><table:table-row table:visibility='collapse'><table:table-cell>"
        f"{p('Unseen.')}</table:table-cell></table:table-row></table:table>",
    ],
)
def test_hidden_words_are_left_out_and_told(take: Take, hidden: str):
    taken = take("kites.odt", text(p("Before.") + hidden))

    assert "Unseen" not in taken.story
    assert "Words that were hidden" in taken.told


def test_words_at_the_edges_of_pages_are_told(take: Take):
    more = (
        f"<office:master-styles><style:master-page><style:header>{p('The Kite Club')}</style:header>"
        f"<style:footer-left>{p('1')}</style:footer-left></style:master-page></office:master-styles>"
    )

    taken = take("kites.odt", text(p("Words."), more=more))

    assert "The Kite Club" not in taken.story and "“The Kite Club”" in taken.told


def test_damaged_styles_cost_only_looks(take: Take):
    taken = take("kites.odt", text(p("Words."), parts={"styles.xml": "<broken"}))

    assert taken.words == "Words."
    assert "A part of the document could not be read" in taken.told


def test_covered_cells_leave_the_columns_as_they_were(take: Take):
    cell = "<table:table-cell>{}</table:table-cell>"
    rows = (
        f"<table:table-row>{cell.format(p('Both'))}<table:covered-table-cell/>{cell.format(p('C'))}</table:table-row>"
        f"<table:table-row>{''.join(cell.format(p(each)) for each in '123')}</table:table-row>"
    )

    words = take("kites.odt", text(p("x.") + f"<table:table>{rows}</table:table>")).words

    assert words.endswith("| Both |  | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |")


def test_a_text_nested_beyond_reason_is_told_so(take: Take):
    deep = "<text:section>" * 500 + p("Words.") + "</text:section>" * 500

    taken = take("kites.odt", text(deep))

    assert taken.status == 1 and "it is damaged" in taken.told
