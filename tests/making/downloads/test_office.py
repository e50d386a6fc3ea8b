"""Files one can type into, read back by other libraries than the one that wrote them."""

import pytest
from storyguide.making.downloads.office import typeable
from storyguide.making.downloads.pandoc import find_pandoc
from storyguide.model.tin import Plan, Prose, Write

from tests.making.downloads.every_kind import BLOCKS, a_paper, a_whole
from tests.making.downloads.reading_back import read_docx, read_odt


def as_docx(paper):
    return read_docx(typeable(paper, "docx", find_pandoc())).opened


def as_odt(paper):
    return read_odt(typeable(paper, "odt", find_pandoc())).opened


def test_a_file_of_word_has_a_title_a_language_and_headings_in_order():
    opened = as_docx(a_whole())

    headings = [p.style.name for p in opened.paragraphs if p.style.name.startswith("Heading")]
    assert (opened.core_properties.title, opened.core_properties.language) == ("Our tin", "en-GB")
    assert headings[:3] == ["Heading 1", "Heading 2", "Heading 3"]
    assert headings.count("Heading 1") == 1


def test_the_title_is_said_once():
    assert [p.text for p in as_docx(a_whole()).paragraphs].count("Our tin") == 1


def test_a_file_of_word_is_on_a4():
    (section,) = as_docx(a_paper(Write(question="Who?"))).sections

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_an_answer_goes_into_a_box_of_as_many_lines():
    (box,) = as_docx(a_paper(Write(question="Who?", lines=4))).tables

    assert len(box.rows) == 1
    assert len(box.cell(0, 0).paragraphs) == 4


def test_a_plan_is_a_table_with_a_row_of_headings_and_empty_rows():
    (plan,) = as_docx(a_paper(Plan(question="What now?", rows=3))).tables

    assert [cell.text for cell in plan.rows[0].cells] == ["What will we do?", "How?", "Who?", "By when?"]
    assert [cell.text.strip() for row in plan.rows[1:] for cell in row.cells] == [""] * 12


def test_tables_can_be_seen():
    opened = as_docx(a_paper(Plan(question="What now?")))

    assert opened.styles["Table"].element.xpath(".//w:tblBorders/w:insideV")


def test_boxes_to_tick_are_signs_one_can_type_over():
    texts = [p.text for p in as_docx(a_paper(BLOCKS["check"][0])).paragraphs]

    assert "☐ the kettle is off" in texts


def test_a_file_of_libreoffice_has_a_title_headings_and_tables():
    opened = as_odt(a_whole())

    assert opened.meta.title == "Our tin"
    assert [heading.level for heading in opened.body.headers][:3] == ["1", "2", "3"]
    assert opened.body.xpath("//table:table-header-rows")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_the_same_paper_makes_the_same_bytes(kind, monkeypatch):
    first = typeable(a_whole(), kind, find_pandoc())

    monkeypatch.setenv("TZ", "Asia/Kolkata")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert typeable(a_whole(), kind, find_pandoc()) == first


def test_words_cannot_bring_in_a_file():
    paper = a_paper(Prose(html="<p>&lt;img src=/etc/hostname&gt; &lt;iframe src=/etc/passwd&gt;</p>"))

    assert "<iframe src=/etc/passwd>" in "\n".join(p.text for p in as_docx(paper).paragraphs)
