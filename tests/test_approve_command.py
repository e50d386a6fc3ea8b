"""The approve command: what it writes, when it refuses, and what a changed word and a changed space do afterwards."""

from datetime import date
from pathlib import Path

import pytest
from storyguide.assembly import assemble
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.tending.approving import approved

from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("settled_day")

PROJECT = Path(__file__).parents[1]
SLUG = "soup-on-the-steps"


def run(root: Path, command: str, *words: str) -> int:
    return COMMANDS[command](PROJECT, read_arguments(PROJECT, [command, "--root", str(root), *words]))


def file_of(root: Path, slug: str = SLUG) -> Path:
    return root / "stories" / slug / "story.md"


def change(root: Path, before: str, after: str, slug: str = SLUG) -> None:
    file = file_of(root, slug)
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def published(root: Path) -> bool:
    guide = assemble(root, today=TODAY).guide
    return SLUG in guide.by_slug


def told(root: Path) -> list[str]:
    return [one.code for one in assemble(root, today=TODAY).problems if f"/{SLUG}/" in one.where.path]


def test_it_changes_the_day_and_adds_the_mark_and_not_a_byte_besides(anytown: Path, capsys: pytest.CaptureFixture[str]):
    before = file_of(anytown).read_text(encoding="utf-8").split("\n")

    assert run(anytown, "approve", SLUG, "--on", "2026-10-03") == 0

    after = file_of(anytown).read_text(encoding="utf-8").split("\n")
    at = before.index("approved_on: 2026-02-19")
    mark = after[at + 1].removeprefix("approved_words: ")
    assert after == [*before[:at], "approved_on: 2026-10-03", f"approved_words: {mark}", *before[at + 1 :]]
    out = capsys.readouterr().out
    assert "Barnaby Kettle said yes to “Soup on the steps” on 3 October 2026." in out
    assert mark in out


def test_a_changed_word_withdraws_the_approval_and_a_changed_space_does_not(anytown: Path):
    run(anytown, "approve", SLUG)

    change(anytown, "nobody drowns", "nobody\n   drowns")
    assert published(anytown)
    assert told(anytown) == []
    change(anytown, "## The dog", "The dog\n-------")
    assert published(anytown)
    change(anytown, "Leeks, barley", "Leeks, butter")
    assert not published(anytown)
    assert told(anytown) == ["approval-outdated"]
    assert run(anytown, "approve", SLUG) == 0
    assert published(anytown)


def test_another_caption_name_or_title_withdraws_it_too(anytown: Path):
    for before, after in (
        ("storyteller: Barnaby Kettle", "storyteller: Barnaby Pot"),
        ('title: "Soup', 'title: "Stew'),
        ("with a large pot", "with a small pot"),
        ("Bring a bowl.", "Bring two bowls."),
    ):
        assert run(anytown, "approve", SLUG) == 0
        change(anytown, before, after)
        assert told(anytown) == ["approval-outdated"], after


def test_a_fact_that_is_corrected_leaves_it_alone(anytown: Path):
    run(anytown, "approve", SLUG)

    change(anytown, "place: Ferry Steps", "place: Millbank")

    assert published(anytown)


def test_an_approval_from_before_there_were_marks_is_good(anytown: Path):
    change(anytown, "Leeks, barley", "Leeks, butter")

    assert published(anytown)


def test_a_story_that_was_never_approved_is_from_then_on(anytown: Path):
    change(anytown, "approved_on: 2026-02-19\n", "")
    assert not published(anytown)

    assert run(anytown, "approve", SLUG) == 0

    assert published(anytown)


def test_a_draft_stays_one(anytown: Path, capsys: pytest.CaptureFixture[str]):
    change(anytown, "join_in:", "status: draft\njoin_in:")

    assert run(anytown, "approve", SLUG) == 0

    assert not published(anytown)
    assert "Its status is “draft”: to publish it, write: status: ready" in capsys.readouterr().out


def test_nothing_is_written_when_the_proof_shows_other_words(anytown: Path, capsys: pytest.CaptureFixture[str]):
    run(anytown, "proof", SLUG)
    change(anytown, "Leeks, barley", "Leeks, butter")
    before = file_of(anytown).read_bytes()

    assert run(anytown, "approve", SLUG) == 1

    assert "shows other words than the story has now" in capsys.readouterr().err
    assert file_of(anytown).read_bytes() == before
    run(anytown, "proof", SLUG)
    assert run(anytown, "approve", SLUG) == 0


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("consent:\n  given: 2026-02-15\n", "", "says that the storyteller agreed to be published at all"),
        ("consent:\n  given: 2026-02-15", "consent:\n  withdrawn: 2026-02-16", "has been taken down"),
        ("consent:\n", "consent:\n  until: 2026-03-01\n", "consent has ended"),
        ("place: Ferry Steps", "place: Fery Steps", "has to be mended before anybody can say yes"),
        ("The water came", "<font>The</font> water came", "has to be mended before anybody can say yes"),
        ("kind: told", "kind: fact-file", "waits for nobody’s yes"),
    ],
)
def test_it_refuses_in_a_sentence(anytown: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, why: str):
    change(anytown, 'title: "', 'kind: told\ntitle: "')
    change(anytown, before, after)
    kept = file_of(anytown).read_bytes()

    assert run(anytown, "approve", SLUG) == 1

    assert why in capsys.readouterr().err
    assert file_of(anytown).read_bytes() == kept


def test_a_day_to_come_and_a_story_that_is_not_there_are_refused(anytown: Path, capsys: pytest.CaptureFixture[str]):
    assert run(anytown, "approve", SLUG, "--on", "2199-01-01") == 1
    assert "1 January 2199 is still to come." in capsys.readouterr().err
    assert run(anytown, "approve", "soup-on-the-step") == 1
    assert "Did you mean “soup-on-the-steps”?" in capsys.readouterr().err


def test_a_slip_in_a_draft_that_would_hold_it_back_is_told_before_its_yes(
    anytown: Path, capsys: pytest.CaptureFixture[str]
):
    change(anytown, "place: Ferry Steps", "place: Fery Steps\nstatus: draft")

    assert run(anytown, "approve", SLUG) == 1

    assert "Change it to “Ferry Steps”." in capsys.readouterr().out


DAY = date(2026, 3, 12)
FACTS = "---\ntitle: A\nsummary: B\nstoryteller: Mo\nplace: Millbank\nthemes: [Making]\ntold_on: 2026-03-14\n"
MORE = "consent:\n  given: 2026-03-01\nlicence: CC BY-SA 4.0\n---\nWe meet.\n"


def written(facts: str) -> str:
    data = approved((FACTS + facts + MORE).encode(), DAY)
    assert data
    text = data.decode()
    assert text.startswith(FACTS.replace("\n", "\r\n") if "\r" in text else FACTS)
    return text


def test_a_remark_stays_beside_the_day_and_marks_keep_their_line():
    facts = 'approved_words: "3f2a-9c41"  # by telephone\napproved_on: 1 March  # at her kitchen table\n'

    lines = written(facts).split("\n")

    assert lines[7].endswith("  # by telephone")
    assert lines[7].startswith("approved_words: ")
    assert lines[8] == "approved_on: 2026-03-12  # at her kitchen table"


def test_facts_that_stand_empty_are_filled_in():
    lines = written("approved_on:\napproved_words: \n").split("\n")

    assert lines[7] == "approved_on: 2026-03-12"
    assert lines[8].startswith("approved_words: ")


def test_lines_end_as_they_did():
    data = (FACTS + MORE).replace("\n", "\r\n").encode()

    after = approved(data, DAY)

    assert after
    assert after.count(b"\r\n") == after.count(b"\n") == data.count(b"\n") + 2


def test_facts_written_in_another_way_are_left_to_a_person():
    assert approved(b"---\n{title: A, approved_on: 2026-01-01}\n---\nWe meet.\n", DAY) is None
    assert approved((FACTS + "approved_on:\n  2026-03-01\n" + MORE).encode(), DAY) is None


def test_doing_it_twice_changes_nothing():
    once = written("")

    assert approved(once.encode(), DAY) == once.encode()


def test_nothing_is_written_when_a_proof_made_under_its_older_name_shows_other_words(
    anytown: Path, capsys: pytest.CaptureFixture[str]
):
    run(anytown, "proof", SLUG)
    run(anytown, "rename", SLUG, "broth-on-the-steps")
    change(anytown, "Leeks, barley", "Leeks, butter", "broth-on-the-steps")

    assert run(anytown, "approve", "broth-on-the-steps") == 1

    assert "shows other words than the story has now" in capsys.readouterr().err
