"""A translation is where its original is, and nowhere else, in whatever way its original goes or is kept back."""

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from storyguide.assembly import Assembly, assemble
from storyguide.engines.ledger import LEDGER, keep_addresses, lost_addresses
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS

from tests.conftest import TODAY
from tests.test_catalogue import CASES

pytestmark = pytest.mark.usefixtures("settled_day")

BEFORE, YESTERDAY, TOMORROW = TODAY - timedelta(days=99), TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SOUND = re.sub(r"\d{4}-\d\d-\d\d", str(BEFORE), (CASES / "_sound/story.md").read_text("utf-8"))
GIVEN, APPROVED = f"  given: {BEFORE}\n", f"approved_on: {BEFORE}\n"
NOT_HERE = {
    "withdrawn": (GIVEN, f"{GIVEN}  withdrawn: {YESTERDAY}\n"),
    "ended": (GIVEN, f"{GIVEN}  until: {YESTERDAY}\n"),
    "taken down by its status": (APPROVED, f"{APPROVED}status: withdrawn\n"),
    "a draft": (APPROVED, f"{APPROVED}status: draft\n"),
    "to come": (APPROVED, f"{APPROVED}publish_on: {TOMORROW}\n"),
    "without consent": (f"consent:\n{GIVEN}", ""),
    "for the book": (GIVEN, f"{GIVEN}  for: [book]\n"),
    "agreed to from tomorrow": (GIVEN, f"  given: {TOMORROW}\n"),
    "approved tomorrow": (APPROVED, f"approved_on: {TOMORROW}\n"),
    "not approved": (APPROVED, ""),
    "changed since": (APPROVED, f"{APPROVED}approved_words: 0000-0000\n"),
    "in a place nobody knows": ("place: Millbank", "place: Millbnak"),
    "with a telephone number": ("We meet on", "Ring 07700 900123. We meet on"),
    "not to be read": ("title:", 'title: "\x08\n  - ['),
    "without facts": ("---\n", "\n"),
}
GONE = {"withdrawn", "ended", "taken down by its status"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A guide of a story that has been published, with a translation that has had another name."""
    shutil.copytree(CASES / "_base", tmp_path, dirs_exist_ok=True)
    more = "language: cy\ntranslation_of: first\nalso_at: [caffi]\nlicence"
    for slug, text in (("first", SOUND), ("welsh", SOUND.replace("licence", more))):
        (tmp_path / "stories" / slug).mkdir()
        (tmp_path / "stories" / slug / "story.md").write_text(text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Anytown\n", "utf-8")
    guide = read(tmp_path).guide
    assert [story.slug for story in guide.stories] == ["first", "welsh"]
    keep_addresses(tmp_path, guide)
    return tmp_path


def read(root: Path) -> Assembly:
    return assemble(root, today=TODAY)


def change(root: Path, name: str) -> None:
    before, after = NOT_HERE[name]
    assert before in SOUND
    (root / "stories/first/story.md").write_text(SOUND.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize("name", NOT_HERE)
def test_a_translation_is_not_published_without_its_original(root: Path, name: str):
    change(root, name)

    assembly = read(root)

    assert assembly.guide.stories == ()
    assert ("welsh" in assembly.guide.gone) == (name in GONE)


@pytest.mark.parametrize("name", NOT_HERE)
def test_why_it_is_not_is_said_in_its_own_file(root: Path, name: str):
    change(root, name)

    told = [problem for problem in read(root).problems if problem.where.path == "stories/welsh/story.md"]

    assert [problem.code for problem in told if "first" in problem.message] != []


@pytest.mark.parametrize("name", NOT_HERE)
def test_none_of_its_addresses_counts_as_lost_meanwhile(root: Path, name: str):
    change(root, name)

    lost = [problem.message for problem in lost_addresses(read(root))]

    assert "caffi" in (root / LEDGER).read_text("utf-8")
    assert [message for message in lost if "welsh" in message or "caffi" in message] == []


@pytest.mark.parametrize("name", sorted(NOT_HERE.keys() - GONE))
def test_the_desk_does_not_call_it_published(root: Path, capsys: pytest.CaptureFixture[str], name: str):
    change(root, name)
    COMMANDS["desk"](root, read_arguments(root, ["desk", "--root", str(root), "--json"]))

    rows = {row["slug"]: row for row in json.loads(capsys.readouterr().out)["rows"]}

    assert rows["welsh"]["state"] != "published"


def test_a_translation_whose_original_was_taken_away_waits_and_says_so(root: Path):
    shutil.rmtree(root / "stories/first")

    assembly = read(root)

    assert assembly.guide.stories == ()
    assert [p.code for p in assembly.problems if p.where.path == "stories/welsh/story.md" and "first" in p.message]


def test_a_translation_is_back_as_soon_as_its_original_is(root: Path):
    change(root, "ended")
    read(root)
    (root / "stories/first/story.md").write_text(SOUND, "utf-8")

    assert [story.slug for story in read(root).guide.stories] == ["first", "welsh"]
