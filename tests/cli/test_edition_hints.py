"""Commands that people are told to type work on the edition they were told it of."""

from pathlib import Path

import pytest
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.cli.edition_hints import with_root

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("told", "completed"),
    [
        ("python3 build.py approve tea", "python3 build.py approve --root ../town tea"),
        ("To see it: python3 build.py serve", "To see it: python3 build.py serve --root ../town"),
        ("  python3 build.py\nand then", "  python3 build.py --root ../town\nand then"),
        ("anew: python3 build.py --offline", "anew: python3 build.py --root ../town --offline"),
        ("python3 build.py\n      check stories/tea", "python3 build.py\n      check --root ../town stories/tea"),
        (
            "python3 build.py check, python3 build.py book",
            "python3 build.py check --root ../town, python3 build.py book --root ../town",
        ),
        ("To try again type: python3 build.py parts", "To try again type: python3 build.py parts"),
        ("python3 build.py check --root here", "python3 build.py check --root here"),
        ("python3 build.py checking", "python3 build.py --root ../town checking"),
    ],
)
def test_a_command_that_works_on_an_edition_names_it(told: str, completed: str):
    assert with_root(told, "../town") == completed


def test_a_folder_with_a_space_in_its_name_stays_one_word():
    assert with_root("python3 build.py serve", "../my town") == "python3 build.py serve --root '../my town'"


def test_what_a_command_tells_to_type_next_is_for_the_edition_it_worked_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "stories").mkdir()
    (tmp_path / "mkdocs.yml").touch()

    run_command(PROJECT, read_arguments(PROJECT, ["new", "tea", "--root", str(tmp_path)]))

    assert f"python3 build.py check --root {tmp_path} " in capsys.readouterr().out


def test_of_the_projects_own_edition_no_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "stories").mkdir()
    (tmp_path / "mkdocs.yml").touch()

    run_command(tmp_path, read_arguments(tmp_path, ["new", "tea"]))

    assert "--root" not in capsys.readouterr().out


def test_data_for_programs_is_left_as_it_is(anytown: Path, capsys: pytest.CaptureFixture[str]):
    story = anytown / "stories/repair-cafe/story.md"
    changed = story.read_text(encoding="utf-8").replace("approved_on:", "approved_words: 0000-0000\napproved_on:")
    story.write_text(changed, encoding="utf-8")

    for words in (["desk", "--json"], ["desk", "--csv"], ["check", "--format", "json"]):
        run_command(PROJECT, read_arguments(PROJECT, [*words, "--root", str(anytown)]))

        printed = capsys.readouterr().out
        assert "python3 build.py" in printed
        assert "--root" not in printed
