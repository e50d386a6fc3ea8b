"""The poster command: one page for a window, whose square code leads to the story for good."""

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command

from tests.conftest import built
from tests.making.downloads.reading_back import read_pdf
from tests.reading_codes import codes_in

PROJECT = Path(__file__).parents[1]
ADDRESS = "https://anytown.example/"


def carry_out(root: Path, command: str, *words: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, [command, "--root", str(root), *words]))


def test_the_code_leads_to_the_story_even_after_it_was_renamed(anytown: Path, tmp_path: Path):
    out = tmp_path / "window"
    assert carry_out(anytown, "poster", "repair-cafe", "--to", str(out)) == 0
    (code,) = codes_in((out / "poster-repair-cafe-a4.pdf").read_bytes())
    assert code == "https://anytown.example/stories/repair-cafe/"

    assert carry_out(anytown, "rename", "repair-cafe", "mending-thursday") == 0
    site = tmp_path / "site"
    assert built(anytown, site).built

    old = (site / code.removeprefix(ADDRESS) / "index.html").read_text(encoding="utf-8")
    assert "stories/mending-thursday/" in old or "../mending-thursday/" in old
    assert carry_out(anytown, "poster", "mending-thursday", "--to", str(out)) == 0
    (code,) = codes_in((out / "poster-mending-thursday-a4.pdf").read_bytes())
    assert (site / code.removeprefix(ADDRESS) / "index.html").is_file()


def test_a_poster_of_a_place_is_one_page_that_everybody_can_read(drawn_anytown: Path, tmp_path: Path):
    assert carry_out(drawn_anytown, "poster", "lark-hill", "--size", "a3", "--to", str(tmp_path)) == 0

    data = (tmp_path / "poster-lark-hill-a3.pdf").read_bytes()
    with pikepdf.open(tmp_path / "poster-lark-hill-a3.pdf") as opened, opened.open_metadata() as about:
        (page,) = opened.pages
        assert [round(float(side) / 72 * 25.4) for side in page.MediaBox[2:]] == [297, 420]
        assert about["pdfuaid:part"] == "1"
    assert codes_in(data) == ["https://anytown.example/places/lark-hill/"]
    words = read_pdf(data).text
    assert "Lark Hill" in words
    assert "of what people do here for one another" in words


def test_while_the_guide_has_no_address_there_is_no_code_and_that_is_said(
    drawn_anytown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    root = tmp_path / "anytown"
    shutil.copytree(drawn_anytown, root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(ADDRESS, '""'), encoding="utf-8")

    assert carry_out(root, "poster", "marrow-race", "--to", str(tmp_path / "out")) == 0

    data = (tmp_path / "out/poster-marrow-race-a4.pdf").read_bytes()
    assert codes_in(data) == []
    assert "stories/marrow-race/" in read_pdf(data).text
    assert "The guide has no web address yet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("night-choir", "No poster was made of “The choir that sings after closing time”. All rights to it are kept"),
        ("kite-loft", "The story at stories/kite-loft has been taken down"),
        ("button-band", "The story at stories/button-band is not published; to see why, type: python3 build.py check"),
        ("umbrella-silk", "The story at stories/umbrella-silk has been taken down"),
        ("lark-hil", "No poster was made. The guide has no story and no place “lark-hil”. Did you mean “lark-hill”?"),
        ("xyzzy", "Name a story’s folder, or a place: button-cross, ferry-steps, hilltop-area, lark-hill, millbank"),
    ],
)
def test_what_cannot_be_a_poster_is_told_in_plain_words(
    drawn_anytown: Path, tmp_path: Path, slug: str, said: str, capsys: pytest.CaptureFixture[str]
):
    assert carry_out(drawn_anytown, "poster", slug, "--to", str(tmp_path)) == 1

    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_letters_without_a_typeface_are_told(anytown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    story = anytown / "stories/sanjhi-rasoi/story.md"
    story.write_text(re.sub("(?m)^title: .*", "title: ሾርባ", story.read_text(encoding="utf-8")), encoding="utf-8")

    assert carry_out(anytown, "poster", "sanjhi-rasoi", "--to", str(tmp_path / "out")) == 1

    assert "No poster was made, since no typeface of the guide has these letters: ሾ" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("named", "leads_to"),
    [
        ("mending-cafe", "stories/repair-cafe/"),
        ("stories/repair-cafe/story.md", "stories/repair-cafe/"),
        ("Lark Hill", "places/lark-hill/"),
        ("hilltop", "places/hilltop-area/"),
    ],
)
def test_what_it_is_of_may_be_named_as_people_name_it(
    drawn_anytown: Path, tmp_path: Path, named: str, leads_to: str, capsys: pytest.CaptureFixture[str]
):
    assert carry_out(drawn_anytown, "poster", named, "--to", str(tmp_path)) == 0

    assert [file.name for file in tmp_path.iterdir()] == [f"poster-{leads_to.split('/')[1]}-a4.pdf"]
    assert f"leads to {ADDRESS}{leads_to}" in capsys.readouterr().out


@pytest.mark.parametrize("command", [("poster", "repair-cafe"), ("newsletter", "2026-11"), ("book",)])
def test_where_a_file_is_in_the_way_nothing_is_made_and_that_is_said(
    drawn_anytown: Path, tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "notes").write_text("Kept.", encoding="utf-8")

    assert carry_out(drawn_anytown, *command, "--to", str(tmp_path / "notes/further/down")) == 1

    assert "notes is no folder. Name a folder with --to." in capsys.readouterr().err
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "Kept."


@pytest.mark.parametrize("title", ["Counterdisestablishmentarianism", "Donau" + "dampfschiff" * 6])
def test_no_word_runs_off_the_paper_however_long_it_is(anytown: Path, tmp_path: Path, title: str):
    story = anytown / "stories/marrow-race/story.md"
    story.write_text(story.read_text(encoding="utf-8").replace("The marrow race", title), encoding="utf-8")

    assert carry_out(anytown, "poster", "marrow-race", "--to", str(tmp_path / "out")) == 0

    page = pypdfium2.PdfDocument(tmp_path / "out/poster-marrow-race-a4.pdf")[0]
    words = page.get_textpage()
    assert title in words.get_text_range()
    assert max(words.get_charbox(n)[2] for n in range(words.count_chars())) < page.get_width() - 40
