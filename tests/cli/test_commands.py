"""Commands are found by being modules of one folder, declare all that others need to know, and wait for nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from storyguide.cli import commands
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
from storyguide.cli.outputs import files_holding, output_folders
from storyguide.cli.registry import command_names, load, names_in_help_order, outputs

from tests.previewed import Previewed

PROJECT = Path(__file__).parents[2]
CLI = PROJECT / "plugins/storyguide/cli"

KETTLES = """\
\"\"\"Counts the kettles.\"\"\"

from storyguide.cli.command import Command, Output, Topic
from storyguide.cli.terminal import tell

COMMAND = Command(
    topic=Topic.GIVEAWAYS,
    help="count the kettles",
    examples=("kettles --red",),
    outputs=(Output(folder="kettles", files_of="{slug}.txt"),),
)


def add_arguments(parser):
    parser.add_argument("--red", action="store_true", help="only red ones")


def run(project, asked):
    tell("7 red ones." if asked.red else "40.")
    return 3
"""


@pytest.fixture
def kettles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more file in the folder of commands."""
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands/kettles.py").write_text(KETTLES, encoding="utf-8")
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path / "commands")])
    monkeypatch.delitem(sys.modules, "storyguide.cli.commands.kettles", raising=False)


@pytest.mark.usefixtures("kettles")
def test_a_new_command_is_one_new_file(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read_arguments(PROJECT, ["--help"])
    assert "\n    kettles   count the kettles\n" in capsys.readouterr().out

    with pytest.raises(SystemExit):
        read_arguments(PROJECT, ["kettles", "--help"])
    assert "examples:\n  python3 build.py kettles --red\n" in capsys.readouterr().out

    assert run_command(PROJECT, read_arguments(PROJECT, ["kettles", "--red"])) == 3
    assert capsys.readouterr().out == "7 red ones.\n"


@pytest.mark.usefixtures("kettles")
def test_what_a_new_command_wrote_is_looked_through_and_named_without_a_word_elsewhere(tmp_path: Path):
    (tmp_path / "kettles").mkdir()
    for name in ("tea.txt", "cake.txt"):
        (tmp_path / "kettles" / name).touch()

    assert tmp_path / "kettles" in output_folders(tmp_path)
    assert files_holding(tmp_path, ["tea"], []) == [tmp_path / "kettles/tea.txt"]


def test_what_is_declared_of_a_preview_finds_the_stories_of_a_real_one(a_preview: Previewed, tmp_path: Path):
    (tmp_path / "preview").symlink_to(a_preview.out, target_is_directory=True)

    assert files_holding(tmp_path, ["repair-cafe"], []) == [tmp_path / "preview"]
    assert files_holding(tmp_path, ["no-such-story"], []) == []


def test_every_command_says_what_it_is_for_and_is_in_the_help_once():
    order = names_in_help_order()

    assert sorted(order) == command_names()
    assert order[:3] == ["site", "serve", "check"]
    for name in order:
        declared = load(name).COMMAND
        assert declared.examples, name
        assert declared.help[0].islower() or declared.help.startswith("PDF"), name
        assert not declared.help.endswith("."), name


def test_no_two_commands_write_into_the_same_folder():
    folders = [output.folder for output in outputs()]

    assert len(folders) == len(set(folders))
    assert folders[0] == "site"


def test_every_command_can_explain_itself_in_a_python_that_has_nothing_installed(tmp_path: Path):
    """Only the command line is there, none of the rooms, and `-S` keeps away whatever this Python has installed."""
    copy = tmp_path / "storyguide"
    shutil.copytree(CLI, copy / "cli", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "__init__.py").write_text((CLI.parent / "__init__.py").read_text(encoding="utf-8"), encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from storyguide.cli.registry import add_arguments, command_names\n"
        "from argparse import ArgumentParser\n"
        "for name in command_names(): add_arguments(name, ArgumentParser())\n"
        "print(*(name for name in ('inspect', 'dataclasses', 'subprocess', 'tempfile') if name in sys.modules))\n"
    )

    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert (done.stderr, done.stdout) == ("", "\n")  # nor is anything loaded that help has no need of and waits for
