"""A paper in each of its forms: all that is asked and said is in every one of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storyguide.making.downloads.as_html import as_html
from storyguide.making.downloads.as_text import ACROSS, as_text
from storyguide.making.downloads.as_typst import as_typst
from storyguide.making.downloads.office import typeable
from storyguide.making.downloads.pandoc import find_pandoc
from storyguide.making.downloads.printing import Press
from storyguide.model.tin import Plan, Prose, Write

from tests.making.downloads.every_kind import BLOCKS, a_paper, a_sheet, a_whole
from tests.making.downloads.reading_back import read_docx, read_odt, read_pdf

HOSTILE = '\\ # * _ ` $ < > @ [ ] ~ = - + / " \' } { ; #eval(1) // /* */ \\u{41} https://x.example <end> #"a"; 1.'
MARKUP = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def whole_in_every_form():
    paper = a_whole()
    pandoc = find_pandoc()
    assert pandoc, "the tests need pandoc: pip install -r requirements/office.txt"
    return {
        "pdf": read_pdf(Press([]).printed(paper).content).text,
        "docx": read_docx(typeable(paper, "docx", pandoc)).text,
        "odt": read_odt(typeable(paper, "odt", pandoc)).text,
        "txt": as_text(paper),
    }


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "txt"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_what_every_kind_of_block_says_is_in_every_form(kind, form, whole_in_every_form):
    _, said = BLOCKS[kind]

    assert one_line(said).casefold() in one_line(whole_in_every_form[form]).casefold()


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "txt"])
def test_the_label_the_sources_and_the_worksheet_are_in_every_form(form, whole_in_every_form):
    text = one_line(whole_in_every_form[form])

    for said in ("Neighbours", "ten minutes", "A book", "the idea", "Anytown’s neighbours", "What will we do now?"):
        assert said in text


@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "txt"])
def test_signs_that_mean_something_elsewhere_mean_nothing_here(form):
    paper = a_paper(Write(question=MARKUP), Prose(html=f"<p>{MARKUP}</p><pre><code>{MARKUP}</code></pre>"))
    pandoc = find_pandoc()
    made = {
        "pdf": lambda: read_pdf(Press([]).printed(paper).content).text,
        "docx": lambda: read_docx(typeable(paper, "docx", pandoc)).text,
        "odt": lambda: read_odt(typeable(paper, "odt", pandoc)).text,
        "txt": lambda: as_text(paper),
    }[form]()

    assert re.sub(r"\s", "", made).count(re.sub(r"\s", "", HOSTILE)) == 3


@settings(max_examples=40)
@given(st.text(st.characters(max_codepoint=0xFF, exclude_categories=["C"]), max_size=80))
def test_no_words_can_stop_the_press(words):
    html = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    paper = a_paper(Write(question=html), Prose(html=f"<p>{html}</p><ul><li>{html}</li></ul>"))

    printed = Press([]).printed(paper)

    assert printed.pages == 1
    assert as_html(paper) and as_text(paper)


def test_plain_text_keeps_within_72_letters():
    long = [line for line in as_text(a_whole()).split("\n") if len(line) > ACROSS]

    assert [line for line in long if "https://" not in line] == []


def test_plain_text_has_lines_to_write_on_and_boxes_to_tick():
    text = as_text(a_paper(Write(question="Who?", lines=3), BLOCKS["check"][0]))

    assert text.count("_" * ACROSS) == 3
    assert "[ ] the kettle is off" in text


def test_a_plan_has_a_line_for_each_answer_in_plain_text():
    text = as_text(a_paper(Plan(question="What now?", rows=2)))

    assert text.count("By when?: ___") == 2


def test_links_within_a_tin_lead_to_its_parts_and_others_to_the_web():
    source = as_typst(a_whole())

    assert '#link(label("our-page"))' in source
    assert '#link("https://anytown.example/stories/repair-cafe/")' in source


def test_a_guide_without_an_address_prints_none():
    paper = a_whole(address="")

    assert "anytown.example" not in as_typst(paper) + as_text(paper) + as_html(paper)
    assert "a story" in as_text(paper)


def test_a_worksheet_says_which_tin_it_belongs_to():
    assert "On the Tin: Our tin" in as_text(a_paper(*a_sheet().blocks))
