"""The check command: what is asked about is told, in the way asked for, and mended where that is safe."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storyguide.cli.arguments import read_arguments
from storyguide.cli.commands.check import FORMATS
from storyguide.cli.dispatch import run_command

from tests import pictures
from tests.reading.test_fixes import files

PROJECT = Path(__file__).parents[1]
CASES = PROJECT / "tests/problems"
SOUND = (CASES / "_sound/story.md").read_text(encoding="utf-8")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Anytown's lists, one sound story, and one with a slip that holds it back."""
    root = tmp_path / "edition"
    shutil.copytree(CASES / "_base", root)
    (root / "mkdocs.yml").touch()
    put(root, "repair-cafe", SOUND)
    put(root, "seed-swap", SOUND.replace("[Making, Growing]", "[Makeing]"))
    return root


def put(root: Path, slug: str, text: str) -> Path:
    file = root / "stories" / slug / "story.md"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return file


def check(root: Path, *words: str) -> int:
    return run_command(PROJECT, read_arguments(PROJECT, ["check", "--root", str(root), *words]))


def test_all_is_told_with_lines_places_and_a_count(edition: Path, capsys):
    status = check(edition)

    assert status == 1
    assert capsys.readouterr().out == (
        "stories/seed-swap/story.md, line 6: The guide has no theme called “Makeing”.\n"
        "      themes: [Makeing]\n"
        "               ^^^^^^^\n"
        "  To mend it: Change it to “Making”.\n"
        "  More: docs/help/problems.md#unknown-theme\n"
        "\n"
        "1 problem in 1 file, to be mended before publishing.\n"
    )


@pytest.mark.parametrize("path", ["stories/repair-cafe", "stories/repair-cafe/story.md", "repair-cafe"])
def test_only_what_was_asked_about_is_told_and_decides(edition: Path, path: str, capsys):
    status = check(edition, path)

    assert status == 0
    assert capsys.readouterr().out == "Nothing to mend. Elsewhere in the guide there is 1 more problem.\n"


def test_a_photo_stands_for_its_story(edition: Path, capsys):
    (edition / "stories/seed-swap/seeds.jpg").touch()

    status = check(edition, "stories/seed-swap/seeds.jpg", "--format", "json")

    told = json.loads(capsys.readouterr().out)
    assert status == 1
    assert [problem["code"] for problem in told["problems"]] == ["photo-unlisted", "unknown-theme"]


def test_paths_are_found_from_where_one_stands(edition: Path, monkeypatch, capsys):
    monkeypatch.chdir(edition / "stories/seed-swap")

    assert check(edition, ".") == 1
    assert check(edition, "../repair-cafe") == 0


@pytest.mark.parametrize("path", ["stories/repair-caff", "../elsewhere", "/", ""])
def test_a_path_that_leads_nowhere_is_named_and_nothing_checked(edition: Path, path: str, capsys):
    status = check(edition, path) if path else check(edition, "no such")

    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert told.err.startswith(f"There is no “{path or 'no such'}” in this edition.")


def test_a_name_that_is_not_quite_the_folders_is_met_with_it(edition: Path, capsys):
    check(edition, "Repair café")

    assert "Did you mean “stories/repair-cafe”?" in capsys.readouterr().err


def test_a_guide_without_an_edition_cannot_be_checked(edition: Path, capsys):
    (edition / "stories/edition.yml").unlink()

    status = check(edition)

    told = capsys.readouterr()
    assert (status, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith("There is no file stories/edition.yml here")


def test_what_the_machine_refuses_is_one_plain_sentence(edition: Path, monkeypatch, capsys):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "stories/edition.yml")

    monkeypatch.setattr("storyguide.site.assembly.read_edition", refuse)

    status = check(edition)

    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert told.err == "The edition could not be read: “stories/edition.yml” Permission denied.\n"


def test_an_edition_that_cannot_be_read_is_told_whatever_was_asked_about(edition: Path, capsys):
    (edition / "stories/edition.yml").write_text("strapline: Nothing else\n", encoding="utf-8")

    status = check(edition, "stories/repair-cafe")

    assert status == 1
    assert "stories/edition.yml: The edition has no “name”." in capsys.readouterr().out


@pytest.mark.parametrize(("strict", "status"), [((), 0), (("--strict",), 1)])
def test_reminders_count_when_one_is_strict(edition: Path, strict: tuple[str, ...], status: int):
    twice = SOUND.replace("[Making, Growing]", "[Making, Making]")
    (edition / "stories/repair-cafe/story.md").write_text(twice, encoding="utf-8")

    assert check(edition, "repair-cafe", *strict) == status


@pytest.mark.parametrize("how", FORMATS)
def test_every_way_of_telling_gives_the_same_verdict(edition: Path, how: str, capsys):
    assert check(edition, "--format", how) == 1
    assert "Makeing" in capsys.readouterr().out
    assert check(edition, "repair-cafe", "--format", how) == 0


@pytest.mark.parametrize("how", ["comment", "summary"])
def test_each_problem_leads_to_its_help_where_that_is_published(edition: Path, how: str, monkeypatch, capsys):
    with (edition / "stories/edition.yml").open("a", encoding="utf-8") as file:
        file.write("repository: https://example.org/anytown\n")

    check(edition, "--format", how)
    monkeypatch.setenv("SITE_ADDRESS", "https://guide.example/")
    check(edition, "--format", how)

    told = capsys.readouterr().out
    assert "(https://example.org/anytown/blob/HEAD/docs/help/problems.md#unknown-theme)" in told
    assert "(https://guide.example/help/problems/#unknown-theme)" in told


def test_what_can_be_mended_is_mended_and_said_and_the_rest_told(edition: Path, capsys):
    faulty = SOUND.replace("title: The repair café", "tilte: Tea: a story").replace("2026-03-14", "31/01/1953")
    file = put(edition, "tea", faulty.replace("Millbank", "Nowhere"))
    (file.parent / "story.md").chmod(0o640)

    status = check(edition, "tea", "--fix")

    told = capsys.readouterr().out
    assert told.startswith(
        "stories/tea/story.md\n"
        "  line 2: “tilte: Tea: a story” is now “tilte: \"Tea: a story\"”\n"
        "  line 2: “tilte” is now “title”\n"
        "  line 7: “31/01/1953” is now “1953-01-31”\n"
        "Mended 3 things.\n\n"
        "stories/tea/story.md, line 5: The guide has no place called “Nowhere”.\n"
    )  # fmt: skip
    assert status == 1
    assert 'title: "Tea: a story"\n' in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in file.parent.iterdir()) == ["story.md"]


@pytest.mark.parametrize(("written", "slip", "to_do"), [
    ("status: ready", "colaborators: [Ana]", "Change it to “collaborators”."),
    ("status: ready", "traslator: Ana", "Change it to “translator”."),
    ("title:", "tilte:", "Change it to “title”."),
    ("title: The repair café", "title: Tea: a story", 'Put quotation marks round the words: title: "Tea: a story"'),
    ("  given:", "\tgiven:", "Press the space bar instead, so that it reads “  given"),
    ("2026-03-14", "31/01/1953", "Write: told_on: 1953-01-31"),
    ("a toaster.", "a toaster: ![A boat](Boat.JPG)", "Change it to “boat.jpg”."),
])  # fmt: skip
def test_the_slips_most_often_made_are_met_with_what_to_type(
    edition: Path, written: str, slip: str, to_do: str, capsys
):
    photo = "photos:\n  - file: boat.jpg\n    alt: A boat\n    credit: Mo\n    licence: CC BY-SA 4.0\n"
    text = SOUND.replace("consent:", f"{photo}status: ready\nconsent:")
    assert text.count(written) == 1
    file = put(edition, "tea", text.replace(written, slip))
    (file.parent / "boat.jpg").write_bytes(pictures.jpeg())

    check(edition, "tea", "--format", "json")

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert to_do in problem["mend"]


def test_a_photo_whose_file_has_other_capitals_is_shown_all_the_same_and_its_name_put_right(edition: Path, capsys):
    photo = "photos:\n  - file: Boat.JPG\n    alt: A boat\n    credit: Mo\n    licence: CC BY-SA 4.0\n"
    file = put(edition, "tea", SOUND.replace("consent:", f"{photo}consent:"))
    (file.parent / "boat.jpg").write_bytes(pictures.jpeg())

    before = check(edition, "tea")
    check(edition, "tea", "--fix")

    assert before == 0
    assert "line 9: “Boat.JPG” is now “boat.jpg”" in capsys.readouterr().out


def test_only_what_was_asked_about_is_mended(edition: Path, capsys):
    before = (edition / "stories/seed-swap/story.md").read_bytes()

    status = check(edition, "repair-cafe", "--fix")

    assert status == 0
    assert "There was nothing that can be mended without you." in capsys.readouterr().out
    assert (edition / "stories/seed-swap/story.md").read_bytes() == before


def test_a_theme_or_place_with_one_slip_is_mended(edition: Path, capsys):
    status = check(edition, "--fix")

    assert status == 0
    assert "line 6: “Makeing” is now “Making”" in capsys.readouterr().out


def test_data_stays_data_while_something_is_mended(edition: Path, capsys):
    check(edition, "--fix", "--format", "json")

    told = capsys.readouterr()
    assert json.loads(told.out)["problems"] == []
    assert "“Makeing” is now “Making”" in told.err


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=files() | st.binary(max_size=60), how=st.sampled_from(FORMATS))
def test_nothing_in_a_story_breaks_the_check(edition: Path, story: bytes, how: str):
    (edition / "stories/seed-swap/story.md").write_bytes(story)

    assert check(edition, "--fix", "--format", how) in (0, 1)


FAULTS = [
    ("title: The repair café", "title: The repair: café"),
    ("summary:", "sumary:"),
    ("[Making, Growing]", "[Makeing, Growign]"),
    ("2026-03-14", "31/01/1953"),
    ("Millbank", "Milbank"),
    ("  given:", "\tgiven:"),
    ("a toaster.", "a [toaster](../no-such-story/) and <b>tea</b>."),
    ("licence: CC BY-SA 4.0\n", ""),
]


def work_for(root: Path, faulty: bool, count: int) -> int:
    """How many calls it takes to check so many stories: what a busy machine does not change."""
    shutil.rmtree(root / "stories/seed-swap", ignore_errors=True)
    for number in range(count):
        text = SOUND.replace("somebody", "somebody or other " * 40 + "somebody")
        for written, instead in FAULTS[number % len(FAULTS) :][:1] if faulty else ():
            assert written in text
            text = text.replace(written, instead)
        put(root, f"story-{number:04}", text)
    calls = 0

    def count_one(_frame: object, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_one)
    try:
        check(root)
    finally:
        sys.setprofile(None)
    return calls


def copy(edition: Path, name: str) -> Path:
    return Path(shutil.copytree(edition, edition.parent / name))


def test_faulty_stories_take_less_than_three_times_the_work_of_sound_ones(edition: Path, capsys):
    sound = work_for(copy(edition, "sound"), faulty=False, count=80)
    faulty = work_for(copy(edition, "faulty"), faulty=True, count=80)

    assert faulty < 3 * sound


def test_the_work_grows_with_the_number_of_stories_and_no_faster(edition: Path, capsys):
    few = work_for(copy(edition, "few"), faulty=True, count=24)
    many = work_for(copy(edition, "many"), faulty=True, count=96)

    assert many < 4.4 * few


def test_what_is_told_of_five_hundred_faulty_stories_can_be_read(edition: Path, capsys):
    for number in range(500):
        written, instead = FAULTS[number % len(FAULTS)]
        put(edition, f"story-{number:04}", SOUND.replace(written, instead))

    status = check(edition)

    told = capsys.readouterr().out
    assert status == 1
    assert len(told.splitlines()) < 700
    assert "Not a day: and 53 more like this, in 53 files." in told
    assert told.splitlines()[-1].startswith("689 problems in 501 files") or "problems in 501 files" in told


def test_a_worksheet_that_runs_over_its_paper_is_told_before_anything_is_built(edition: Path, capsys):
    shutil.copytree(CASES / "worksheet-runs-over" / "in", edition, dirs_exist_ok=True)

    check(edition)

    assert "docs/help/problems.md#worksheet-runs-over" in capsys.readouterr().out
