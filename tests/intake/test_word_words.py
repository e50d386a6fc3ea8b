"""Whatever words stand in a Word document are kept, or it is said that they were not."""

from collections.abc import Callable

import pytest

from tests.intake.conftest import Taken
from tests.intake.ooxml import box, document, drawing, field, p, part, run

Take = Callable[..., Taken]
TITLE = p("Kites over the allotments")


def words_of(take: Take, *paragraphs: str, **more: object) -> str:
    return take("kites.docx", document(TITLE + "".join(paragraphs), **more)).words  # type: ignore[arg-type]


CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
CHECKBOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/>'
    '<w:listEntry w:val="Blue"/></w:ddList></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f'<w:fldSimple w:instr=" DATE ">{run("3 May")}</w:fldSimple>', "3 May"),
        (field(" MERGEFIELD Name ", run("Ana")), "Ana"),
        (field(' IF "a" = "a" ', run("yes")), "yes"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
            + field(" MERGEFIELD Town ", run("Leeds"))
            + '<w:r><w:instrText> = "Leeds" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("here")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "here",
        ),
        (field(" MACROBUTTON NoMacro type here "), "type here"),
        (field(" EQ \\* jc2 \\o\\ad(\\s\\up 9(take),凧) "), "凧 (take)"),
        (CHECKBOX.format(""), "☐"),
        (CHECKBOX.format("<w:checked/>"), "☑"),
        (CHOICE, "Blue"),
        (CONTROL.format(run("chosen")), "chosen"),
        (f"<w:smartTag>{run('Leeds')}</w:smartTag>", "Leeds"),
        (f"<w:customXml>{run('Leeds')}</w:customXml>", "Leeds"),
        (f"<w:dir>{run('Leeds')}</w:dir>", "Leeds"),
        ("<w:r><w:t>up</w:t><w:noBreakHyphen/><w:t>wind</w:t></w:r>", "up\u2011wind"),
        ("<w:r><w:t>up</w:t><w:softHyphen/><w:t>wind</w:t></w:r>", "upwind"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Arial" w:char="2192"/></w:r>', "→"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>take</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>凧</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "凧 (take)",
        ),
    ],
)
def test_words_within_a_line_are_kept(take: Take, inside: str, words: str):
    assert words_of(take, p("On ", inside, " it flew.")) == f"On {words} it flew."


@pytest.mark.parametrize(
    "broken", ["begin", "separate", "end", "begin separate", "end begin", "begin begin separate end"]
)
def test_a_field_whose_ends_are_missing_loses_no_words(take: Take, broken: str):
    marks = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in broken.split())

    assert words_of(take, p("Before, ", marks, "within"), p("and after.")) == "Before, within\n\nand after."


def test_a_sign_of_an_unknown_font_is_told(take: Take):
    taken = take("kites.docx", document(TITLE + p("See ", '<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>')))

    assert taken.words == "See □"
    assert "A sign from a font of signs" in taken.told


WORDART = '<w:r><w:pict><v:shape><v:textpath string="Fly high"/></v:shape></w:pict></w:r>'
OLD_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    "boxed",
    [
        drawing(box(p("In a box."))),
        OLD_BOX.format(p("In a box.")),
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing(box(p("In a box.")))[5:-6]}</mc:Choice>'
        f"<mc:Fallback>{OLD_BOX.format(p('In a box.'))[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>",
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w99"/><mc:Fallback>{OLD_BOX.format(p("In a box."))[5:-6]}'
        "</mc:Fallback></mc:AlternateContent></w:r>",
        drawing("<a:sp><a:txBody><a:p><a:r><a:t>In a box.</a:t></a:r></a:p></a:txBody></a:sp>"),
    ],
    ids=["new", "old", "both", "unknown with old", "of a canvas"],
)
def test_words_in_a_box_are_kept_once_and_follow_the_line_they_hang_on(take: Take, boxed: str):
    assert words_of(take, p("Before. ", boxed, "Still before."), p("After.")) == (
        "Before. Still before.\n\nIn a box.\n\nAfter."
    )


def test_drawn_letters_are_words(take: Take):
    assert words_of(take, p(WORDART), p("After.")) == "Fly high\n\nAfter."


def test_a_box_keeps_its_lists_tables_and_boxes(take: Take):
    inner = p("Outer. ", drawing(box(p("Inner."))))

    assert words_of(take, p("Before."), p(drawing(box(inner, p("Last."))))) == "Before.\n\nOuter.\n\nInner.\n\nLast."


@pytest.mark.parametrize(
    "wrapped",
    [
        CONTROL.format(p("Wrapped.")),
        f"<w:customXml>{p('Wrapped.')}</w:customXml>",
        f'<w:ins w:id="1" w:author="A">{p("Wrapped.")}</w:ins>',
        f'<w:moveTo w:id="1" w:author="A">{p("Wrapped.")}</w:moveTo>',
        run("Wrapped."),
        f'<w:fldSimple w:instr="DATE">{run("Wrapped.")}</w:fldSimple>',
        f"<w:tbl><w:tr>{CONTROL.format('<w:tc>' + p('Wrapped.') + '</w:tc>')}</w:tr></w:tbl>",
        f"<w:tbl>{CONTROL.format('<w:tr><w:tc>' + p('Wrapped.') + '</w:tc></w:tr>')}</w:tbl>",
        f"<mc:AlternateContent><mc:Choice Requires='w99'>{p('Wrapped.')}</mc:Choice></mc:AlternateContent>",
    ],
)
def test_whole_paragraphs_in_wrappings_are_kept(take: Take, wrapped: str):
    assert words_of(take, p("Before."), wrapped, p("After.")) == "Before.\n\nWrapped.\n\nAfter."


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ('HYPERLINK "https://example.org/a" \\o "Words on it" \\t "_blank"', "https://example.org/a"),
        ('HYPERLINK \\o "Words" "https://example.org/a"', "https://example.org/a"),
        ('HYPERLINK "https://example.org/a" \\l "tails"', "https://example.org/a#tails"),
        ("HYPERLINK https://example.org/a \\n", "https://example.org/a"),
        ('hyperlink "https://example.org/a" \\m', "https://example.org/a"),
        ("HYPERLINK \u201chttps://example.org/a\u201d", "https://example.org/a"),
    ],
)
@pytest.mark.parametrize("is_simple", [True, False])
def test_a_link_leads_where_its_field_says_without_its_switches(take: Take, code: str, address: str, is_simple: bool):
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{run("our page")}</w:fldSimple>'

    words = words_of(take, p("See ", simple if is_simple else field(code, run("our page")), "."))

    assert words == f"See [our page]({address})."


def test_a_link_keeps_its_place_on_the_page_and_a_place_in_the_document_is_words(take: Take):
    links = f'<w:hyperlink r:id="rId5" w:anchor="tails" w:tooltip="Words">{run("tails")}</w:hyperlink>'
    within = f'<w:hyperlink w:anchor="_Toc1">{run("below")}</w:hyperlink>'
    targets = {"rId5": ("hyperlink", "https://example.org/kites", "External")}

    words = words_of(take, p("See ", links, " and ", within, "."), targets=targets)

    assert words == "See [tails](https://example.org/kites#tails) and below."


def test_what_was_struck_out_is_told_with_rows_and_ends_of_paragraphs(take: Take):
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format("", p("a"), p("b")) + row.format("", p("c"), p("d"))
    struck = row.format('<w:del w:id="1" w:author="A"/>', p("gone"), p("too"))
    joined = p("One ", properties='<w:rPr><w:del w:id="2" w:author="A"/></w:rPr>')

    taken = take("kites.docx", document(TITLE + joined + p("line.") + f"<w:tbl>{table}{struck}</w:tbl>"))

    assert taken.words == "One line.\n\n| a | b |\n| --- | --- |\n| c | d |"
    assert "struck out while changes were being tracked" in taken.told


def test_a_large_first_letter_stays_with_its_word(take: Take):
    assert words_of(take, p("O", properties='<w:framePr w:dropCap="drop"/>'), p("nce it flew.")) == "Once it flew."


def test_cells_that_span_others_leave_the_columns_as_they_were(take: Take):
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Both")}</w:tc><w:tc>{p("C")}</w:tc></w:tr>'
    tall = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{p('2')}</w:tc><w:tc>{p('3')}</w:tc></w:tr>"

    words = words_of(take, p("First."), f"<w:tbl>{wide}{tall}</w:tbl>")

    assert words.endswith("| Both |  | C |\n| --- | --- | --- |\n|  | 2 | 3 |")


def test_a_table_in_a_table_gives_its_words(take: Take):
    inner = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('a')}{inner}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"

    assert words_of(take, p("First."), outer).split() == ["First.", "a", "x", "y", "b"]


STYLES = (
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="T"><w:name w:val="More"/><w:basedOn w:val="S"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="K2"><w:name w:val="Ours"/><w:basedOn w:val="K1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Loop"/><w:basedOn w:val="L"/></w:style>'
)


def styled(*paragraphs: str) -> bytes:
    return document(
        TITLE + "".join(paragraphs), {"rId1": ("styles", "styles.xml")}, {"word/styles.xml": part("styles", STYLES)}
    )


def test_words_hidden_by_a_style_that_is_made_from_another_are_left_out(take: Take):
    taken = take("kites.docx", styled(p("Seen. ", run("Unseen.", '<w:rStyle w:val="T"/>')), p("Looped.", style="L")))

    assert taken.words == "Seen.\n\nLooped."
    assert "Words that were hidden" in taken.told


def test_headings_and_quotations_are_known_by_what_their_styles_are_made_from(take: Take):
    taken = take("kites.docx", styled(p("Ours", style="K2"), p("One.", style="Q"), p("Two.", style="Q")))

    assert taken.words == "## Ours\n\n> One.\n>\n> Two."


def test_a_note_that_is_missing_or_damaged_costs_only_itself(take: Take):
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'

    taken = take("kites.docx", document(TITLE + p("Up", reference, " it went.")))

    assert taken.words == "Up it went."
    assert "A part of the document could not be read" in taken.told


def test_notes_at_the_foot_and_at_the_end_are_kept_with_what_is_in_them(take: Take):
    marks = '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>'
    loop = p("A foot.", marks[0])
    parts = {
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{loop}</w:footnote>'),
        "word/endnotes.xml": part(
            "endnotes", f'<w:endnote w:id="1">{p("An end.", drawing(box(p("Boxed."))))}</w:endnote>'
        ),
    }

    words = words_of(take, p("Up", marks[0], " and down", marks[1], "."), parts=parts)

    assert words == "Up[^1] and down[^end-1].\n\n[^1]: A foot.[^1]\n\n[^end-1]: An end.\n\n    Boxed."
