"""A place in a file opens in the program the editors write with, where that has addresses of its own."""

from pathlib import Path

import pytest
from storyguide.editing.desk import opener_of
from storyguide.model.source import Source

WHERE = Source("stories/tea-and-tales/story.md", 12)


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("code --wait", "vscode://file/home/ida/our%20guide/stories/tea-and-tales/story.md:12"),
        ("/usr/local/bin/codium", "vscodium://file/home/ida/our%20guide/stories/tea-and-tales/story.md:12"),
        (
            '"C:\\Program Files\\VS Code\\Code.exe" -w',
            "vscode://file/home/ida/our%20guide/stories/tea-and-tales/story.md:12",
        ),
        ("subl -n -w", "subl://open?url=file:///home/ida/our%20guide/stories/tea-and-tales/story.md&line=12"),
        ("pycharm64.exe", "pycharm://open?file=/home/ida/our%20guide/stories/tea-and-tales/story.md&line=12"),
        ("idea", "idea://open?file=/home/ida/our%20guide/stories/tea-and-tales/story.md&line=12"),
        ("mate -w", "txmt://open?url=file:///home/ida/our%20guide/stories/tea-and-tales/story.md&line=12"),
    ],
)
def test_a_program_is_known_by_the_word_it_is_started_with(command: str, address: str):
    opener = opener_of({"EDITOR": command}, Path("/home/ida/our guide"))

    assert opener
    assert opener.address_of(WHERE) == address


def test_the_program_with_a_window_comes_first():
    opener = opener_of({"EDITOR": "mate", "VISUAL": "code"}, Path("/guide"))

    assert opener and opener.name == "VS Code"


@pytest.mark.parametrize("settings", [{}, {"EDITOR": "vim"}, {"EDITOR": ""}, {"EDITOR": "nano 'unclosed"}])
def test_a_program_without_such_addresses_opens_nothing(settings: dict[str, str]):
    assert opener_of(settings, Path("/guide")) is None


def test_a_file_as_a_whole_opens_at_its_first_line():
    opener = opener_of({"EDITOR": "code"}, Path("/guide"))

    assert opener and opener.address_of(Source("stories/edition.yml")).endswith("/stories/edition.yml:1")
