"""What the desk tells at a terminal, in a spreadsheet and to a program; and what its exit status says."""

import csv
import json
from argparse import Namespace
from io import StringIO
from pathlib import Path

import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.commands.desk import run as desk
from storyguide.editing.desk import desk_of
from storyguide.editing.desk.formats import WIDTH, as_csv, as_json, as_text
from storyguide.model.edition import Edition

from tests.builders import a_story
from tests.desk.cases import TODAY, everything, of

PROJECT = Path(__file__).parents[1]


def asked(root: Path, *words: str) -> Namespace:
    return read_arguments(PROJECT, ["desk", "--root", str(root), *words])


def test_it_fits_a_terminal_of_the_usual_width():
    told = as_text(everything()).splitlines()

    assert [line for line in told if len(line) > WIDTH and "https://" not in line] == []
    assert not any(line.endswith(" ") for line in told)
    assert "\n\n\n" not in as_text(everything())


def test_each_story_is_told_under_its_state_with_who_to_ask():
    told = as_text(everything())

    held, shown = told.index("Held back until mended (3)"), told.index("With the storyteller, for their yes (1)")
    assert held < told.index("Children in a photo") < told.index("The photographer: The photo “stall.jpg”") < shown
    assert "1 with the storyteller, 1 review, 1 draft, 1 idea, 1 ready" in told.replace("\n", " ")


def test_every_story_has_a_line_of_a_spreadsheet():
    rows = list(csv.DictReader(StringIO(as_csv(everything()))))

    by_folder = {row["folder"]: row for row in rows}
    assert len(rows) == len(everything().rows)
    assert by_folder["ending"]["consent until"] == "2027-01-03"
    assert by_folder["ending"]["who to ask"] == "the storyteller"
    assert by_folder["unread"]["line"] == "3"


def test_no_title_is_worked_out_by_a_spreadsheet():
    (row,) = csv.DictReader(StringIO(as_csv(of(a_story(title='=HYPERLINK("https://x.example")')))))

    assert row["title"].startswith("'=")


def test_all_of_it_is_told_to_programs():
    told = json.loads(as_json(everything()))

    assert told["day"] == "2026-11-22"
    assert {row["state"] for row in told["rows"]} >= {"held back", "review due", "taken down"}
    assert told["rows"][0]["needs"][0]["where"]["path"].startswith("stories/")


def test_an_empty_desk_says_how_to_begin():
    told = as_text(desk_of(Edition(name="Our guide", town="Anytown"), (), (), today=TODAY))

    assert "Nothing lies on it yet." in told


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 0),
        (("--fail-on", "held,with-the-storyteller"), 0),
        (("--fail-on", "draft"), 1),
        (("--fail-on", "held", "--fail-on", "unused"), 1),
        (("--fail-on", "helt"), 2),
        (("--csv", "--fail-on", "taken-down"), 1),
    ],
)
def test_the_exit_status_answers_what_was_asked(anytown: Path, words: tuple[str, ...], status: int):
    assert desk(PROJECT, asked(anytown, *words)) == status


def test_a_slip_is_met_with_the_nearest(anytown: Path, capsys: pytest.CaptureFixture[str]):
    desk(PROJECT, asked(anytown, "--fail-on", "consent-endin"))

    assert "Did you mean “consent-ending”?" in capsys.readouterr().err


def test_an_edition_that_cannot_be_read_is_told_of(anytown: Path, capsys: pytest.CaptureFixture[str]):
    (anytown / "stories/edition.yml").unlink()

    assert desk(PROJECT, asked(anytown)) == 2
    assert "edition" in capsys.readouterr().err
