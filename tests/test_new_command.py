"""The new command: a story begun with what is known, which lacks nothing but what a person must give."""

import shutil
from pathlib import Path

import pytest
from storyguide.assembly import assemble
from storyguide.front import new
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("settled_day")

PROJECT = Path(__file__).parents[1]
KNOWN = (
    "--summary",
    "Leave a jar.",
    "--place",
    "Millbank",
    "--theme",
    "making",
    "--theme",
    "Growing",
    "--teller",
    "Ida",
)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    root = tmp_path / "edition"
    shutil.copytree(PROJECT / "tests/problems/_base", root)
    (root / "mkdocs.yml").touch()
    return root


def begin(root: Path, *words: str) -> int:
    return COMMANDS["new"](PROJECT, read_arguments(PROJECT, ["new", "--root", str(root), *words]))


def told(root: Path) -> list[tuple[str, str]]:
    """What is to be said of the guide: code, and what is quoted."""
    problems = assemble(root, today=TODAY).problems  # a story is begun on the day it is
    assert not any(problem.blocks for problem in problems)
    return [(problem.code, problem.message) for problem in problems]


def test_a_story_begun_lacks_its_words_and_what_only_people_can_say(edition: Path, capsys):
    status = begin(edition, "The “swap”: a shelf & more", *KNOWN)

    assert status == 0
    assert (edition / "stories/the-swap-a-shelf-and-more/story.md").is_file()
    assert told(edition) == [
        ("missing-fact", "The story has no “consent”."),
        ("missing-fact", "The story has no “approved_on”."),
        ("no-words", "The story has no words yet."),
    ]
    assert "python3 build.py check" in capsys.readouterr().out


def test_a_fact_file_lacks_its_words_and_its_sources(edition: Path):
    begin(edition, "The swap", *KNOWN[:-2], "--fact-file")

    assert told(edition) == [
        ("missing-fact", "The story has no “sources”."),
        ("no-words", "The story has no words yet."),
    ]


def test_what_was_typed_stands_in_the_file_as_it_was_typed(edition: Path):
    begin(edition, "Tea: a story", *KNOWN)

    text = (edition / "stories/tea-a-story/story.md").read_text(encoding="utf-8")
    assert '\ntitle: "Tea: a story"\n' in text
    assert '\nthemes: ["making", "Growing"]\n' in text
    assert '\nstoryteller: "Ida"\n' in text
    assert "\nstatus: draft\n" in text


@pytest.mark.parametrize("words", [
    ("Tea", "--place", "Milbank"), ("Tea", "--theme", "Makeing"), ("Te<a",), ("Tea " * 30,),
    ("Tea", "--place", "Millbank", "--place", "Weir Lane", "--place", "Sandy Wharf"), ("Tea", "--summary", "x" * 300),
])  # fmt: skip
def test_what_cannot_stand_in_a_story_is_said_and_nothing_written(edition: Path, words: tuple[str, ...], capsys):
    status = begin(edition, *words)

    assert status == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(each.name for each in (edition / "stories").iterdir()) == ["edition.yml", "frameworks"]


def test_a_long_title_makes_a_folder_name_of_whole_words(edition: Path):
    begin(edition, "The long afternoon on which everybody mended everybody else’s toasters")

    assert (edition / "stories/the-long-afternoon-on-which-everybody-mended-everybody-elses").is_dir()


@pytest.mark.parametrize("words", [(), ("ਚੱਕੀ",)])
def test_a_story_needs_a_name_its_folder_can_have(edition: Path, words: tuple[str, ...], capsys):
    assert begin(edition, *words) == 1
    assert "Type a name for the folder: python3 build.py new tea-and-tales" in capsys.readouterr().err


def test_nothing_is_written_over(edition: Path, capsys):
    begin(edition, "The swap", *KNOWN)
    file = edition / "stories/the-swap/story.md"
    file.write_text("mine", encoding="utf-8")

    statuses = begin(edition, "The swap", *KNOWN), begin(edition, "the-swap")

    assert statuses == (1, 1)
    assert file.read_text(encoding="utf-8") == "mine"


def at_the_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody who answers so, and presses Ctrl+D after that; gives the questions."""
    asked: list[str] = []
    left = iter(answers)

    def ask(question: str) -> str:
        asked.append(question)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(new, "somebody_is_there", lambda: True)
    monkeypatch.setattr("builtins.input", ask)
    return asked


def test_somebody_at_the_terminal_is_asked_what_was_not_typed(edition: Path, monkeypatch):
    asked = at_the_terminal(monkeypatch, "The swap", "Leave a jar.", "Ida", "9", "weir lane", "1, Growing")

    status = begin(edition)

    text = (edition / "stories/the-swap/story.md").read_text(encoding="utf-8")
    assert status == 0
    assert '\nplace: "Weir Lane"\n' in text
    assert '\nthemes: ["Making", "Growing"]\n' in text
    assert [code for code, _ in told(edition)] == ["missing-fact", "missing-fact", "no-words"]
    assert len(asked) == 6
    assert "   2  Weir Lane\n" in asked[3]


def test_whoever_answers_nothing_gets_a_file_that_asks(edition: Path, monkeypatch):
    asked = at_the_terminal(monkeypatch)

    status = begin(edition, "the-swap")

    assert status == 0
    assert len(asked) == 5
    assert "\ntitle:\n" in (edition / "stories/the-swap/story.md").read_text(encoding="utf-8")


def test_nothing_is_asked_of_a_script(edition: Path, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))

    assert begin(edition, "The swap") == 0
