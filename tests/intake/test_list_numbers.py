"""Lists are numbered in a draft as they are in the document, by a list where Markdown has it and else by words."""

from collections.abc import Callable

import pytest

from tests.intake import odf
from tests.intake.conftest import Taken
from tests.intake.ooxml import document, p, part

Take = Callable[..., Taken]
TITLE = p("Kites over the allotments")


def level(at: int, text: str, style: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(words: str, num: int = 1, at: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


def counted(take: Take, levels: str, *paragraphs: str, nums: str = "", styles: str = "") -> str:
    """The words of a document with one definition of a list; num 1 is made from it."""
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )
    parts = {"word/numbering.xml": part("numbering", numbering), "word/styles.xml": part("styles", styles)}
    return take("kites.docx", document(TITLE + p("First.") + "".join(paragraphs), None, parts)).words.removeprefix(
        "First.\n\n"
    )


A, B, C = item("Find it."), item("Cut it."), item("Fly it.")


@pytest.mark.parametrize(
    ("levels", "written"),
    [
        (level(0, "%1."), "1. Find it.\n2. Cut it."),
        (level(0, "%1)"), "1. Find it.\n2. Cut it."),
        (level(0, "%1"), "1. Find it.\n2. Cut it."),
        (level(0, "%1.", start=7), "7. Find it.\n8. Cut it."),
        (level(0, "\uf0b7", "bullet"), "- Find it.\n- Cut it."),
        (level(0, "o", "bullet"), "- Find it.\n- Cut it."),
        (level(0, "Note:", "bullet"), "Note: Find it.\n\nNote: Cut it."),
        (level(0, "Step %1:"), "Step 1: Find it.\n\nStep 2: Cut it."),
        (level(0, "%1.", "lowerLetter"), "a. Find it.\n\nb. Cut it."),
        (level(0, "(%1)", "upperLetter", start=26), "(Z) Find it.\n\n(AA) Cut it."),
        (level(0, "%1.", "lowerRoman", start=3), "iii. Find it.\n\niv. Cut it."),
        (level(0, "%1.", "upperRoman", start=1999), "MCMXCIX. Find it.\n\nMM. Cut it."),
        (level(0, "%1.", "decimalZero"), "01. Find it.\n\n02. Cut it."),
        (level(0, "%1", "ordinal", start=11), "11th Find it.\n\n12th Cut it."),
        (level(0, "%1.", start=0), "0. Find it.\n\n1. Cut it."),
        (level(0, "", "none"), "Find it.\n\nCut it."),
    ],
)
def test_numbers_stand_as_word_shows_them(take: Take, levels: str, written: str):
    read = counted(take, levels, A, B).replace("\\", "")

    assert read == written


def test_a_list_goes_on_after_a_paragraph(take: Take):
    assert counted(take, level(0, "%1."), A, B, p("Wait."), C) == "1. Find it.\n2. Cut it.\n\nWait.\n\n3. Fly it."


def test_a_second_list_of_the_same_definition_goes_on_unless_it_begins_anew(take: Take):
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = again.replace("</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>')
    second = item("Cut it.", 2), item("Fly it.", 2)

    assert counted(take, level(0, "%1."), A, p("x"), *second, nums=again).endswith("x\n\n2. Cut it.\n3. Fly it.")
    assert counted(take, level(0, "%1."), A, p("x"), *second, nums=anew).endswith("x\n\n5. Cut it.\n6. Fly it.")


@pytest.mark.parametrize(
    ("levels", "written"),
    [
        (level(0, "%1.") + level(1, "%2."), "1. Find it.\n   1. here\n   2. there\n2. Cut it.\n   1. now"),
        (
            level(0, "%1.") + level(1, "%1.%2"),
            "1. Find it.\n\n   1.1 here\n\n   1.2 there\n\n2. Cut it.\n\n   2.1 now",
        ),
        (
            level(0, "%1.") + level(1, "%2)", "lowerLetter"),
            "1. Find it.\n\n   a) here\n\n   b) there\n\n2. Cut it.\n\n   a) now",
        ),
        (
            level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"),
            "I. Find it.\n\n1.1 here\n\n1.2 there\n\nII. Cut it.\n\n2.1 now",
        ),
        (
            level(0, "%1.") + level(1, "%2.", more='<w:lvlRestart w:val="0"/>'),
            "1. Find it.\n   1. here\n   2. there\n\n2. Cut it.\n\n   3. now",
        ),
        (level(0, "*", "bullet") + level(1, "-", "bullet"), "- Find it.\n  - here\n  - there\n- Cut it.\n  - now"),
    ],
)
def test_lists_within_lists_are_numbered_as_word_does(take: Take, levels: str, written: str):
    read = counted(take, levels, A, item("here", at=1), item("there", at=1), B, item("now", at=1)).replace("\\", "")

    assert read == written


def test_a_list_that_begins_with_its_second_level_is_a_list(take: Take):
    assert counted(take, level(0, "%1.") + level(1, "%2."), item("here", at=1), A) == "1. here\n\n1) Find it."


def test_a_number_may_come_from_a_style(take: Take):
    styles = (
        '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Ours"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="M"><w:name w:val="More"/>'
        '<w:basedOn w:val="N"/></w:style>'
    )
    off = p("None.", style="N", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')

    read = counted(take, level(0, "Step %1:"), p("One.", style="N"), off, p("Two.", style="M"), styles=styles)

    assert read == "Step 1: One.\n\nNone.\n\nStep 2: Two."


def test_numbers_of_headings_are_told_and_their_words_kept(take: Take):
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    heading = p("Wood", style="H", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')

    assert counted(take, level(0, "Step %1:"), heading, styles=styles) == "## Step 1: Wood"
    assert counted(take, level(0, "%1."), heading, styles=styles) == "## Wood"


def test_numbers_in_writing_that_the_guide_cannot_write_are_told(take: Take):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.", "cardinalText")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    taken = take("kites.docx", document(TITLE + A, None, {"word/numbering.xml": part("numbering", numbering)}))

    assert taken.words == "1. Find it."
    assert "numbered in a way that the guide cannot write" in taken.told


@pytest.mark.parametrize("num", ["9", "", "x", "-1"])
def test_an_item_of_a_list_that_is_not_there_is_a_paragraph(take: Take, num: str):
    lost = p("Lost.", properties=f'<w:numPr><w:ilvl w:val="x"/><w:numId w:val="{num}"/></w:numPr>')

    assert counted(take, level(0, "%1."), lost) == "Lost."


NUMBER = 'style:num-format="1" style:num-suffix="."'


@pytest.mark.parametrize(
    ("style", "written"),
    [
        (NUMBER, "1. Find it.\n2. Cut it."),
        (f'{NUMBER} text:start-value="7"', "7. Find it.\n8. Cut it."),
        ('style:num-format="a" style:num-suffix=")"', "a) Find it.\n\nb) Cut it."),
        ('style:num-format="I" style:num-suffix="."', "I. Find it.\n\nII. Cut it."),
        ('style:num-format="1" style:num-prefix="Step " style:num-suffix=":"', "Step 1: Find it.\n\nStep 2: Cut it."),
        ('style:num-format="1" loext:num-list-format="Step %1%:"', "Step 1: Find it.\n\nStep 2: Cut it."),
        ('style:num-format=""', "Find it.\n\nCut it."),
    ],
)
def test_numbers_stand_as_libreoffice_shows_them(take: Take, style: str, written: str):
    listed = odf.items("Find it.", "Cut it.", facts='text:style-name="L"')

    taken = take("kites.odt", odf.text(listed, odf.numbered("L", style)))

    assert taken.words.replace("\\", "") == written


@pytest.mark.parametrize(
    ("facts", "first"),
    [("", 1), ('text:continue-numbering="true"', 3), ('text:continue-list="one"', 3), ('text:continue-list="two"', 1)],
)
def test_a_list_in_opendocument_goes_on_where_it_says_so(take: Take, facts: str, first: int):
    one = odf.items("Find it.", "Cut it.", facts='text:style-name="L" xml:id="one"')
    then = odf.items("Fly it.", facts=f'text:style-name="L" {facts}')

    taken = take("kites.odt", odf.text(one + odf.p("Wait.") + then, odf.numbered("L", NUMBER)))

    assert taken.words == f"1. Find it.\n2. Cut it.\n\nWait.\n\n{first}. Fly it."


def test_lists_within_lists_of_opendocument_are_numbered_as_they_are_shown(take: Take):
    inner = odf.items("here", "there")
    listed = (
        f'<text:list text:style-name="L"><text:list-item>{odf.p("Find it.")}{inner}'
        f"{odf.p('Still it.')}</text:list-item>"
        f'<text:list-item text:start-value="5">{odf.p("Cut it.")}</text:list-item>'
        f"<text:list-item>{inner}</text:list-item></text:list>"
    )
    deeper = 'style:num-format="a" style:num-suffix="." text:display-levels="2"'

    taken = take("kites.odt", odf.text(listed, odf.numbered("L", NUMBER, deeper)))

    assert taken.words.replace("\\", "") == (
        "1. Find it.\n\n   1.a. here\n\n   1.b. there\n\n   Still it.\n\n5) Cut it.\n\n   5.a. here\n\n   5.b. there"
    )


def test_a_line_whose_number_was_taken_away_is_kept_and_the_list_goes_on(take: Take):
    listed = (
        f'<text:list text:style-name="L"><text:list-item>{odf.p("One.")}</text:list-item>'
        f"<text:list-header>{odf.p('No number.')}</text:list-header>"
        f"<text:list-item>{odf.p('Two.')}</text:list-item></text:list>"
    )

    taken = take("kites.odt", odf.text(listed, odf.numbered("L", NUMBER)))

    assert taken.words == "1. One.\n\nNo number.\n\n2. Two."
