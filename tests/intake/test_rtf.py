"""An RTF document is read with what it shows: words in any letters, headings, lists, tables, notes, photos."""

from collections.abc import Callable

import pytest

from tests import pictures
from tests.intake.conftest import Taken
from tests.intake.shown import quartered, seen_in

Take = Callable[..., Taken]

FONTS = r"{\fonttbl{\f0\fnil Calibri;}{\f1\fnil\fcharset204 Arial;}{\f2\fnil\fcharset2 Symbol;}{\f3\fcharset128 MS;}}"


def rtf(body: str, head: str = r"\ansi\ansicpg1252") -> bytes:
    """An RTF document with this between its table of fonts and its end."""
    return (r"{\rtf1" + head + r"\deff0" + FONTS + body + "}").encode("latin-1")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"\pard Beans.\par Peas.\par", "Beans.\n\nPeas."),
        (r"\pard Caf\'e9 \u8220?dig\u8221?\par x\par", "Café “dig”\n\nx"),
        (r"\pard \ldblquote Dig\rdblquote  he said \endash  it\rquote s\par x\par", "“Dig” he said – it’s\n\nx"),
        (r"\pard\f1 \'c1\'ee\'e1\'fb\f0  beans\par x\par", "Бобы beans\n\nx"),
        (r"\pard\f3 \'93\'a4\par x\par", "豆\n\nx"),
        (r"\pard\uc2 \u35910\'93\'a4 and \u127793?? \uc1\u-10180?\u-8391?\par x\par", "豆 and 🌱 🌹\n\nx"),
        (r"\pard We \b do\b0  and \i might\i0\par x\par", "We **do** and *might*\n\nx"),
        (r"\pard We {\b do} and {\strike not}\par x\par", "We **do** and ~~not~~\n\nx"),
        (r"\pard One\line two\par x\par", "One\\\ntwo\n\nx"),
        (r"\pard Read {\field{\*\fldinst{HYPERLINK " + '"https://example.org/g"' + r"}}{\fldrslt{our page}}}\par x\par",
         "Read [our page](https://example.org/g)\n\nx"),
        (r"\pard a \{b\} c\\d\par x\par", "a {b} c\\\\d\n\nx"),
        ("\\pard spread\r\n over\r\nlines\\par x\\par", "spread overlines\n\nx"),
        (r"\pard{\pntext\f2\'B7\tab}Beans\par{\pntext\f2\'B7\tab}Peas\par\pard x\par", "- Beans\n- Peas\n\nx"),
        (r"\pard{\listtext\pard 1.\tab}Dig\par{\listtext\pard 2.\tab}Wait\par\pard x\par", "1. Dig\n2. Wait\n\nx"),
        (r"\pard{\listtext\pard a)\tab}Dig\par\pard x\par", "a) Dig\n\nx"),
    ],
)  # fmt: skip
def test_words_are_read_as_they_are_shown(take: Take, body: str, words: str):
    taken = take("garden.rtf", rtf(r"\pard\outlinelevel0 The garden\par" + body))

    assert 'title: "The garden"' in taken.story or "title: The garden" in taken.story
    assert taken.words == words, taken.told


def test_a_mac_writes_in_letters_of_its_own(take: Take):
    taken = take("garden.rtf", rtf(r"\pard Title\par Caf\'8e is open\par", head=r"\mac"))

    assert taken.words == "Café is open"


def test_headings_are_known_by_their_style(take: Take):
    styles = r"{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 Second;}{\s4 heading 3;}}"

    taken = take(
        "garden.rtf", rtf(styles + r"\pard\outlinelevel0 T\par\pard\s3 Spring\par\pard\s4 May\par\pard Mud.\par")
    )

    assert taken.words == "## Spring\n\n### May\n\nMud."


def test_a_table_stands_as_one(take: Take):
    rows = "".join(rf"\trowd\cellx1\cellx2\intbl {a}\cell {b}\cell\row" for a, b in (("Bed", "Who"), ("One", "Mo")))

    taken = take("garden.rtf", rtf(rf"\pard Beds\par\pard{rows}\pard After.\par"))

    assert [line.split() for line in taken.words.splitlines() if "|" in line][::2] == [
        ["|", "Bed", "|", "Who", "|"],
        ["|", "One", "|", "Mo", "|"],
    ]
    assert taken.words.endswith("After.")


def test_notes_and_boxes_are_no_part_of_the_line_they_hang_on(take: Take):
    note = r"{\super\chftn{\footnote\pard\plain\chftn Nor after.}}"
    box = r"{\shp{\*\shpinst{\sp{\sn fLine}{\sv 0}}{\shptxt\pard In a box.\par}}{\shprslt old}}"

    taken = take("garden.rtf", rtf(rf"\pard Title\par Not ready{note} then.{box}\par After.\par"))

    assert taken.words == "Not ready[^1] then.\n\nIn a box.\n\nAfter.\n\n[^1]: Nor after."


def test_a_photo_stands_in_its_place_and_cropped_as_it_was(take: Take):
    coded = quartered().hex()
    broken = "\n".join(coded[at : at + 128] for at in range(0, len(coded), 128))
    pict = rf"{{\*\shppict{{\pict\picwgoal8000\pichgoal6000\piccropr4000\piccropb0\pngblip {broken}}}}}"

    taken = take(
        "garden.rtf", rtf(rf"\pard Title\par Before.\par{pict}{{\nonshppict{{\pict\wmetafile8 00}}}}\par After.\par")
    )

    assert taken.words == "Before.\n\n![](photo-1.jpg)\n\nAfter."
    assert taken.folder and seen_in(taken.folder / "photo-1.jpg") == "TL TL BL BL"


def test_a_photo_written_as_bytes_is_read_too(take: Take):
    photo = pictures.jpeg()
    data = rtf(r"\pard Title\par Words.\par{\pict\jpegblip\binXX }\par").replace(
        b"\\binXX ", b"\\bin%d " % len(photo) + photo
    )

    assert take("garden.rtf", data).files == ["photo-1.jpg", "story.md"]


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (r"{\v hidden}", "Words that were hidden in the document were left out."),
        (r"{\deleted gone}", "Words that were struck out while changes were being tracked were left out."),
        (r"{\*\annotation\pard Is this so?}", "  | Is this so?"),
        (r"{\header\pard St Mary\par}", "Words at the head or foot of its pages were left out: “St Mary”."),
        (r"{\pict\wmetafile8\picw10\pich10 0100}", "Charts, diagrams and formulas were left out"),
        (r"{\object\objemb{\*\objdata 0105}{\result{\pict\wmetafile8 01}}}", "Another document within the document"),
        (r"{\f2 \'e8\'01}", "stands as □"),
    ],
)
def test_what_is_left_out_is_told(take: Take, piece: str, said: str):
    taken = take("garden.rtf", rtf(rf"\pard Title\par Beans{piece} and peas.\par"))

    assert said in taken.told
    assert taken.words.startswith("Beans") and taken.words.endswith(" and peas.")


@pytest.mark.parametrize(
    "data",
    [
        rtf(r"\pard Beans")[:-1],
        rtf(r"\pard Beans\par}}}}} and more"),
        rtf(r"\pard Beans\par\bin999999 "),
        rtf(r"\pard Beans\u99999999?\u-1?\u55357?\uc99999\f77\s-5\outlinelevel99\'zz\par"),
        rtf(r"{\stylesheet{\s0") + b"\\pard Beans",
        rtf(r"\pard Beans\par{\pict\jpegblip zz0}{\field{\*\fldinst HYPERLINK}{\fldrslt }}"),
        b"\xef\xbb\xbf \n" + rtf(r"\pard Beans\par"),
    ],
)
def test_a_document_that_is_odd_or_broken_is_read_as_far_as_it_goes(take: Take, data: bytes):
    taken = take("garden.rtf", data)

    assert "Traceback" not in taken.told
    assert taken.status in (0, 1)


def test_what_lies_too_deep_is_refused(take: Take):
    assert "is damaged" in take("garden.rtf", b"{\\rtf1" + b"{" * 5000 + b"Beans").told
