"""The poster command: one page for a window, whose square code leads to the story for good."""

import shutil
from pathlib import Path

import pikepdf
import pytest
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.conftest import built
from tests.making.downloads.reading_back import read_pdf
from tests.reading_codes import codes_in

PROJECT = Path(__file__).parents[1]
ADDRESS = "https://anytown.example/"


def carry_out(root: Path, command: str, *words: str) -> int:
    return COMMANDS[command](PROJECT, read_arguments(PROJECT, [command, "--root", str(root), *words]))


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
        ("lark-hil", "The guide has no story and no place “lark-hil”. Did you mean “lark-hill”? No poster was made."),
        ("sanjhi-rasoi", "No poster was made, since no typeface of the guide has these letters:"),
    ],
)
def test_what_cannot_be_a_poster_is_told_in_plain_words(
    drawn_anytown: Path, tmp_path: Path, slug: str, said: str, capsys: pytest.CaptureFixture[str]
):
    assert carry_out(drawn_anytown, "poster", slug, "--to", str(tmp_path)) == 1

    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
