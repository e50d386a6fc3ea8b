"""Downloads made once, kept by what they are made from, and offered with their true sizes."""

import re
from dataclasses import replace

import pytest
from storyguide.making.downloads import Download
from storyguide.making.downloads.keeping import keep_downloads
from storyguide.making.downloads.pandoc import find_pandoc
from storyguide.making.output import OutputFile
from storyguide.making.pages.tins import make_tins
from storyguide.model.tin import Prose, Write

from tests.builders import a_guide
from tests.making.downloads.every_kind import a_full_guide, a_full_tin, a_sheet
from tests.site_pages import page_of

TIN, SHEET = "on-the-tin/our-tin/", "on-the-tin/our-tin/our-page/"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    guide = a_full_guide()
    return guide, keep_downloads(guide, tmp_path_factory.mktemp("kept"), pandoc=find_pandoc())


def names(folder):
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_a_tin_and_its_worksheet_are_offered_in_four_forms(made):
    guide, downloads = made
    (tin,) = guide.tins

    assert [one.path for one in downloads.of(tin)] == [f"{TIN}our-tin.{kind}" for kind in ("pdf", "docx", "odt", "txt")]
    assert [one.kind for one in downloads.of(tin, tin.worksheets[0])] == ["pdf", "docx", "odt", "txt"]
    assert downloads.problems == ()


def test_sizes_and_pages_are_true(made):
    _, downloads = made
    files = {file.path: file.content for file in downloads.files}

    for offered in downloads.offered.values():
        for one in offered:
            assert one.size == len(files[one.path].read_bytes())
            assert bool(one.pages) == (one.kind == "pdf")


def test_the_pages_offer_each_file_with_its_kind_and_size_beside_the_web_page(made):
    guide, downloads = made
    pages = {page.url: page for page in make_tins(guide, downloads) if not isinstance(page, OutputFile)}

    for url in (TIN, SHEET):
        text = " ".join(page_of(pages[url].html).text.split())
        for one in downloads.offered["our-tin", "our-page" if url == SHEET else ""]:
            pages_said = f"{one.pages} page{'s' if one.pages > 1 else ''}, " if one.pages else ""
            assert f"{one.name} , {pages_said}{one.weight}" in text or f"{one.name}, {pages_said}{one.weight}" in text
            assert one.path in pages[url].html
        assert "Web page" in text


def test_every_file_that_is_offered_is_published_and_no_other(made):
    guide, downloads = made

    published = {one.path for one in make_tins(guide, downloads) if isinstance(one, OutputFile)}

    assert published == {one.path for offered in downloads.offered.values() for one in offered}


def test_without_pandoc_there_is_no_link_to_what_it_would_have_made(tmp_path):
    guide = a_full_guide()

    downloads = keep_downloads(guide, tmp_path, pandoc=None)

    html = "".join(page.html for page in make_tins(guide, downloads) if not isinstance(page, OutputFile))
    assert {one.kind for offered in downloads.offered.values() for one in offered} == {"pdf", "txt"}
    assert not re.search(r"\.(docx|odt)", html)
    assert ".pdf" in html


def test_a_pandoc_that_does_not_work_is_none(tmp_path):
    broken = tmp_path / "pandoc"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)

    downloads = keep_downloads(a_full_guide(), tmp_path / "kept", pandoc=broken)

    assert {one.kind for offered in downloads.offered.values() for one in offered} == {"pdf", "txt"}


def test_what_has_not_changed_is_not_made_again(tmp_path, monkeypatch):
    keep_downloads(a_full_guide(), tmp_path)
    before = names(tmp_path)
    monkeypatch.setattr("storyguide.making.downloads.printing.Press.printed", None)

    again = keep_downloads(a_full_guide(), tmp_path)

    assert names(tmp_path) == before
    assert [one.kind for one in again.offered["our-tin", ""]] == ["pdf", "txt"]


def test_what_has_changed_is_made_again_and_the_rest_is_not(tmp_path):
    keep_downloads(a_full_guide(), tmp_path)
    before = names(tmp_path)

    keep_downloads(a_full_guide(a_full_tin(title="Our other tin", worksheets=(a_sheet(),))), tmp_path)

    assert len(names(tmp_path)) == len(before) + 4, "the title stands on the worksheet too"
    assert before.items() <= names(tmp_path).items()


def test_two_builds_in_two_folders_give_the_same_files(tmp_path, made):
    guide, downloads = made

    again = keep_downloads(guide, tmp_path, pandoc=find_pandoc())

    assert [one.content.read_bytes() for one in again.files] == [one.content.read_bytes() for one in downloads.files]


def test_a_guide_without_tins_makes_nothing_and_touches_nothing(tmp_path):
    downloads = keep_downloads(a_guide(), tmp_path / "kept")

    assert downloads.files == ()
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    ("lines", "far"),
    [(32, "6 lines"), (41, "half a page"), (59, "a page"), (110, "2.8 pages")],
)
def test_a_worksheet_that_runs_over_is_told_with_how_far(tmp_path, lines, far):
    questions = tuple(Write(question="And?", lines=min(30, lines - at)) for at in range(0, lines, 30))
    guide = a_full_guide(a_full_tin(worksheets=(a_sheet(blocks=questions),)))

    (problem,) = keep_downloads(guide, tmp_path, kinds=("pdf",)).problems

    assert problem.code == "worksheet-runs-over"
    assert f"runs about {far} over" in problem.message, problem.message
    assert not problem.blocks


def test_a_worksheet_of_no_said_length_may_be_long(tmp_path):
    sheet = replace(a_sheet(pages=0), blocks=(Write(question="And?", lines=30), Write(question="So?", lines=30)))

    assert keep_downloads(a_full_guide(a_full_tin(worksheets=(sheet,))), tmp_path, kinds=("pdf",)).problems == ()


def test_letters_without_a_face_are_told_with_their_file_and_the_other_forms_are_made(tmp_path):
    sheet = a_sheet(blocks=(Prose(html="<p>Fine.</p>"), Write(question="ਜੀ ਆਇਆਂ ਨੂੰ?", line=9)))

    downloads = keep_downloads(a_full_guide(a_full_tin(worksheets=(sheet,))), tmp_path)

    (problem,) = downloads.problems
    assert (problem.where.path, problem.where.line) == (sheet.source.path, 9)
    assert [one.kind for one in downloads.offered["our-tin", "our-page"]] == ["txt"]


@pytest.mark.parametrize(("size", "said"), [(300, "1 kB"), (41_400, "41 kB"), (1_240_000, "1.2 MB")])
def test_a_size_is_said_in_words(size, said):
    assert Download(path="x.pdf", kind="pdf", size=size).weight == said


def test_the_spare_room_is_not_kept_forever(tmp_path):
    for number in range(305):
        (tmp_path / f"{number:024x}.txt").write_text("old")

    keep_downloads(a_full_guide(), tmp_path)

    assert len(names(tmp_path)) == 4
