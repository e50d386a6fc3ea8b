"""PDFs that everybody can read: tagged, titled, in a language, with every letter in them."""

from dataclasses import replace
from unicodedata import normalize

import pikepdf
import pytest
from pypdfium2 import PdfDocument
from storyguide.making.downloads.paper import Tongue
from storyguide.making.downloads.printing import NoFaceError, Press
from storyguide.model.tin import Prose, Write
from storyguide.site.parts import find_parts

from tests.making.downloads.every_kind import a_paper, a_whole
from tests.making.downloads.reading_back import read_pdf


@pytest.fixture(scope="module")
def whole():
    return read_pdf(Press([]).printed(a_whole()).content).opened


def tags(opened):
    """What every part of the document is tagged as, in order."""

    def below(element):
        if isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield str(element.S)
            kids = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                yield from below(kid)

    return list(below(opened.Root.StructTreeRoot))


def test_a_pdf_is_tagged_titled_and_in_a_language(whole):
    assert whole.Root.MarkInfo.Marked == True  # noqa: E712 - a value of the PDF’s own
    assert str(whole.Root.Lang) == "en-GB"
    assert str(whole.docinfo["/Title"]) == "Our tin"
    assert whole.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712


def test_a_pdf_says_that_it_is_for_everybody(whole):
    with whole.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"


def test_headings_lists_and_tables_are_tagged_as_what_they_are(whole):
    found = tags(whole)

    assert [tag for tag in found if tag.startswith("/H")][:3] == ["/H1", "/H2", "/H3"]
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/Link"} <= set(found)
    assert found.count("/TH") == 2 + 4, "the table in the words, and the plan"


def test_every_face_is_in_the_file(whole):
    fonts = [
        font
        for page in whole.pages
        for font in page.Resources.get("/Font", {}).values()
        for font in font.DescendantFonts
    ]

    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in fonts)


def test_the_same_paper_is_printed_to_the_same_bytes():
    assert Press([]).printed(a_whole()).content == Press([]).printed(a_whole()).content


def test_a_pdf_knows_no_day(whole):
    assert "/CreationDate" not in whole.docinfo
    assert "/ModDate" not in whole.docinfo


def test_each_page_says_which_it_is_and_where_it_is_from(whole):
    text = read_pdf(Press([]).printed(a_whole()).content).text

    assert "Page 1 of 4" in text
    assert "https://anytown.example/on-the-tin/our-tin/" in text
    assert "The Community Lover's Guide to Anytown" in text


def test_a_worksheet_of_two_pages_is_known_to_be_one():
    printed = Press([]).printed(a_paper(Write(question="a", lines=25), Write(question="b", lines=10)))

    assert printed.pages == 2
    assert 20 < printed.end < 150


def test_the_longest_room_to_write_stays_on_the_paper():
    printed = Press([]).printed(a_paper(Write(question="word " * 400, lines=30)))

    assert (printed.pages, printed.end < 275) == (2, True)


@pytest.mark.parametrize("letters", ["ਜ", "ے", "🎉", "漢"])
def test_letters_without_a_face_stop_the_press_and_are_named(letters):
    with pytest.raises(NoFaceError) as stopped:
        Press([]).printed(a_paper(Prose(html=f"<p>Say {letters} to all.</p>")))

    assert stopped.value.letters == letters


def test_the_guides_own_faces_are_used_where_there_are_any():
    parts = find_parts()
    assert parts, "the tests need the faces: python3 build.py parts"

    made = read_pdf(Press([parts]).printed(a_paper(Prose(html="<p>Łódź, <strong>bold</strong></p>"))).content).opened

    named = {str(f.BaseFont).partition("+")[2] for page in made.pages for f in page.Resources.Font.values()}
    assert any("Atkinson" in name for name in named)
    assert any("Bricolage" in name for name in named)
    assert not any("Libertinus" in name for name in named)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ur", "چھ بجے وہ چوتھی سیڑھی پر تھا، ٹھہرے ہوئے"),
        ("ar", "كل يوم جمعة يجلس الناس على الدرج"),
        ("pa", "ਹਰ ਸ਼ੁੱਕਰਵਾਰ ਨੂੰ ਸਾਂਝੀ ਰਸੋਈ ਵਿੱਚ ਕੌਰ ਸਿੰਘ"),
        ("bn", "প্রতি শুক্রবার সিঁড়িতে সবাই একসঙ্গে বসে পাঁচটায়"),
        ("gu", "દર શુક્રવારે પગથિયાં પર શ્રી ક્ષમા"),
        ("hi", "हर शुक्रवार सीढ़ियों पर राष्ट्र स्त्री क्षमा"),
        ("ta", "ஒவ்வொரு வெள்ளிக்கிழமையும் படிகளில் ஸ்ரீ"),
        ("uk", "Щоп’ятниці на сходах"),
    ],
)
def test_the_letters_of_other_scripts_come_back_as_they_were_written(language, words):
    parts = find_parts()
    assert parts, "the tests need the faces: python3 build.py parts"
    whole = a_paper(Prose(html=f"<p>{words}</p>"))
    paper = replace(whole, pieces=(Tongue(language=language, pieces=tuple(whole.pieces)),))

    with PdfDocument(Press([parts]).printed(paper).content) as document:
        text = normalize("NFC", document[0].get_textpage().get_text_range())

    # PDFium guesses where there was a space; what counts is that no letter is lost, comes twice or elsewhere.
    assert normalize("NFC", "".join(words.split())) in "".join(text.split())


def test_an_address_too_long_for_the_press_is_printed_as_its_words():
    long = f'<p><a href="https://example.org/{"x" * 9000}">Here</a> it is.</p>'

    assert "Here it is." in read_pdf(Press([]).printed(a_paper(Prose(html=long))).content).text


def test_the_letters_that_no_face_has_are_picked_out():
    assert Press([]).lacks("aжਜéے") == "ਜے"
