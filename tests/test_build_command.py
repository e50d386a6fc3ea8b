"""The front door: what is typed after build.py, and how the machine is made ready for it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from threading import Thread

import pytest
import yaml
from storyguide.cli import bootstrap
from storyguide.cli.arguments import read_arguments
from storyguide.cli.build_summary import build_summary
from storyguide.cli.dependencies import npm
from storyguide.cli.dependencies.assets import BRICOLAGE, BRICOLAGE_TTF, ensure_parts, find_parts
from storyguide.cli.dispatch import run_command
from storyguide.cli.environment import SetUpFailedError, add, is_ready, make_ready, python_of
from storyguide.cli.registry import command_names
from storyguide.cli.serving.local_server import Shown
from storyguide.editing.story_template import begun
from storyguide.reading.story_fields import STORY_FIELDS
from storyguide.site.publish import Published

PROJECT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

_TOOL = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
{does}
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A machine whose uv and pip only note what they were asked for, and a project on it."""

    class Machine:
        project = tmp_path / "project"
        told: list[str]

        def install(self, name: str, does: str = "exit 0") -> Path:
            tool = tmp_path / "bin" / name
            tool.parent.mkdir(exist_ok=True)
            tool.write_text(_TOOL.format(log=tmp_path / "log", does=does), encoding="utf-8")
            tool.chmod(0o755)
            return tool

        @property
        def asked(self) -> list[str]:
            log = tmp_path / "log"
            return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

        def say(self, words: str) -> None:
            self.told.append(words)

    made = Machine()
    made.told = []
    made.project.mkdir()
    shutil.copy(PROJECT / "build.py", made.project)
    shutil.copytree(PROJECT / "plugins/storyguide/cli", made.project / "plugins/storyguide/cli")
    shutil.copy(PROJECT / "plugins/storyguide/__init__.py", made.project / "plugins/storyguide")
    (made.project / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/guide.txt", "requirements/test.txt"):
        (made.project / name).write_text(f"# {name}\n", encoding="utf-8")
    made.install("uv")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(sys, "_base_executable", str(made.install("outer-python")), raising=False)
    return made


def build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "build.py", *arguments], cwd=project, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", command_names())
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        read_arguments(PROJECT, [command, "--help"])

    told = capsys.readouterr().out
    assert end.value.code == 0
    assert f"usage: python3 build.py {command}" in told
    assert f"examples:\n  python3 build.py {'' if command == 'site' else command}".rstrip() in told


def test_the_first_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read_arguments(PROJECT, ["--help"])

    told = capsys.readouterr().out
    assert [command for command in command_names() if not re.search(rf"^    {command}\b", told, re.M)] == []


def test_without_a_command_the_site_is_built():
    asked = read_arguments(PROJECT, [])

    assert (asked.command, asked.root, asked.strict) == ("site", PROJECT, False)


def test_settings_alone_are_the_sites():
    asked = read_arguments(PROJECT, ["--strict", "--site", "out"])

    assert (asked.command, asked.strict, asked.site) == ("site", True, Path("out"))


def test_what_follows_test_is_left_to_pytest():
    asked = read_arguments(PROJECT, ["test", "-k", "consent", "tests/checking", "--maxfail=1"])

    assert asked.further == ["-k", "consent", "tests/checking", "--maxfail=1"]


def test_an_unknown_command_is_met_with_the_nearest_before_anything_is_set_up(machine):
    done = build(machine.project, "chek")

    assert done.returncode == 2
    assert done.stderr.startswith("There is no command “chek”. Did you mean “check”?\n")
    assert not (machine.project / ".venv").exists()


def test_whoever_is_inside_an_outdated_venv_is_given_a_new_one(machine):
    inside = machine.project / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(machine.project / ".venv")], check=True)

    done = subprocess.run(
        [str(inside), "build.py", "check"], cwd=machine.project, capture_output=True, text=True, check=False
    )

    assert "Set up in" in done.stderr, done.stderr
    assert inside.exists()


def test_help_needs_no_set_up(machine):
    done = build(machine.project, "serve", "--help")

    assert done.returncode == 0
    assert not (machine.project / ".venv").exists()


def test_an_edition_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read_arguments(PROJECT, ["check", "--root", "nowhere"])

    assert "there is no folder “nowhere”" in capsys.readouterr().err


def test_setting_up_takes_only_what_the_list_vouches_for(machine):
    make_ready(machine.project, say=machine.say)

    first, second = machine.asked
    assert "--require-hashes --only-binary=:all: --no-deps -r requirements/guide.txt" in first
    assert second.endswith("--no-deps --no-build-isolation -e .")
    assert is_ready(machine.project)


def test_a_machine_that_is_ready_goes_straight_to_the_guides_own_python(machine):
    make_ready(machine.project, say=machine.say)
    own = python_of(machine.project)
    own.unlink()
    own.write_text('#!/bin/sh\necho "$@"\nexit 7\n', encoding="utf-8")
    own.chmod(0o755)

    done = build(machine.project, "check", "--format", "json")

    assert done.stdout.split("build.py ")[1] == "check --format json\n"
    assert (done.returncode, done.stderr) == (7, "")
    assert len(machine.asked) == 2


@pytest.mark.parametrize("file", ["requirements/guide.txt", "pyproject.toml"])
def test_another_list_is_set_up_anew(machine, file: str):
    make_ready(machine.project, say=machine.say)

    (machine.project / file).write_text("# another\n", encoding="utf-8")

    assert not is_ready(machine.project)


def test_a_folder_that_was_moved_is_set_up_anew(machine, tmp_path: Path):
    make_ready(machine.project, say=machine.say)

    moved = machine.project.rename(tmp_path / "moved")

    assert not is_ready(moved)


def test_a_set_up_that_fails_is_told_in_one_line_and_begun_again_next_time(machine):
    machine.install("uv", 'echo "working"; echo "error: no such host" >&2; exit 1')
    machine.install("outer-python", 'case "$*" in *install*) echo "ERROR: hashes differ"; exit 1;; esac')

    with pytest.raises(SetUpFailedError) as failure:
        make_ready(machine.project, say=machine.say)

    assert str(failure.value).endswith("The last thing heard was: ERROR: hashes differ")
    assert "\n" not in str(failure.value)
    assert not is_ready(machine.project)


def test_what_a_broken_off_set_up_left_behind_is_cleared(machine):
    half_made = machine.project / ".venv" / "lib" / "half-made"
    half_made.mkdir(parents=True)

    make_ready(machine.project, say=machine.say)

    assert not half_made.exists()


def test_a_venv_that_is_kept_elsewhere_is_let_go_and_what_it_leads_to_is_left_alone(machine, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "lib").mkdir(parents=True)
    (machine.project / ".venv").symlink_to(elsewhere, target_is_directory=True)

    make_ready(machine.project, say=machine.say)

    assert is_ready(machine.project)
    assert not (machine.project / ".venv").is_symlink()
    assert list(elsewhere.iterdir()) == [elsewhere / "lib"]


def test_a_venv_that_leads_nowhere_is_made_anew(machine, tmp_path: Path):
    (machine.project / ".venv").symlink_to(tmp_path / "nowhere", target_is_directory=True)

    make_ready(machine.project, say=machine.say)

    assert is_ready(machine.project)
    assert not (tmp_path / "nowhere").exists()


def test_where_uv_cannot_reach_its_source_pip_is_asked(machine):
    machine.install("uv", "exit 1")

    make_ready(machine.project, say=machine.say)

    assert [line.split()[0] for line in machine.asked if "-e ." in line] == ["uv", "outer-python"]
    assert is_ready(machine.project)


def test_what_only_tests_need_is_fetched_once(machine):
    make_ready(machine.project, say=machine.say)

    for _ in range(2):
        add(machine.project, "requirements/test.txt", purpose="to test the guide", say=machine.say)

    assert len([line for line in machine.asked if "requirements/test.txt" in line]) == 1


def test_a_failure_to_set_up_is_words_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch, capsys, tmp_path: Path):
    def fail(*_: object, **__: object) -> None:
        raise SetUpFailedError("What the guide needs could not be fetched.")

    monkeypatch.setattr(bootstrap, "make_ready", fail)

    status = bootstrap.main(tmp_path, ["check"])

    assert status == 1
    assert capsys.readouterr().err == "What the guide needs could not be fetched.\n"


@pytest.mark.parametrize("group", PYPROJECT["dependency-groups"])
def test_each_lock_pins_what_it_is_made_from_and_names_no_address(group: str):
    wanted = PYPROJECT["dependency-groups"][group] + (PYPROJECT["project"]["dependencies"] if group == "guide" else [])
    asked = [re.sub(r"\[.*?\]", "", one).partition(";")[0] for one in wanted if "==" in one]

    made = (PROJECT / f"requirements/{group}.txt").read_text(encoding="utf-8")

    pinned = [pin.split(" \\")[0] for pin in re.split(r"\n(?=\w)", made)]
    assert asked
    assert [one for one in asked if not any(pin.split(" ;")[0] == one for pin in pinned)] == []
    assert all("--hash=sha256:" in pin for pin in re.split(r"\n(?=\w)", made))
    assert "://" not in made


def test_the_front_end_parts_are_pinned_and_name_no_address():
    wanted = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version
    assert all("resolved" not in one and "integrity" in one for name, one in locked.items() if name)


def test_the_heading_face_is_small_and_has_the_letters_of_english_and_its_neighbours():
    from fontTools.ttLib import TTFont

    parts = find_parts()

    assert parts
    painted = TTFont(parts / BRICOLAGE_TTF)
    assert (parts / BRICOLAGE).stat().st_size <= 19_000
    assert "fvar" not in painted
    assert set(map(ord, "Dudley’s “Lye” – Siân & Zoë £5… Łódź, Żurek")) <= set(painted.getBestCmap())


def test_without_npm_the_readers_own_fonts_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(npm, "npm", list)
    told: list[str] = []

    parts = ensure_parts(tmp_path, say=told.append)

    assert parts is None
    assert told == [
        "The guide’s own fonts could not be fetched, so it will show in the reader’s. "
        "To try again type: python3 build.py parts"
    ]


def test_fonts_made_from_another_list_are_not_used(tmp_path: Path):
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".cache" / "parts").mkdir(parents=True)
    (tmp_path / ".cache" / "parts" / ".made-from").write_text("something else", encoding="utf-8")

    assert find_parts(tmp_path) is None


def test_a_build_ends_in_a_few_plain_lines():
    published = Published(
        built=True, stories=1, pages=1234, photos=2, held=("tea", "cake"), gone=("choir",), seconds=0.74
    )

    assert list(build_summary(published, Path.cwd() / "site")) == [
        "Built 1 story on 1,234 pages with 2 photos in 0.7 seconds.",
        "Held back until mended: tea, cake.",
        "Taken down: choir.",
        "The site is in site. Its first page is index.html there; to see it, type: python3 build.py serve",
    ]


def test_a_build_that_came_to_nothing_says_what_to_do():
    (told,) = build_summary(Published(built=False), Path("site"))

    assert told == "Nothing was built. Mend what is told above, then type the same again."


def test_a_built_site_is_shown_to_this_machine_only_and_with_its_own_page_for_what_is_missing(tmp_path: Path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "index.html").write_text("All stories", encoding="utf-8")
    (tmp_path / "404.html").write_text("Not here", encoding="utf-8")

    with Shown(tmp_path) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        found = urllib.request.urlopen(server.address + "stories/").read()  # noqa: S310 (this machine's own)
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(server.address + "nothing/")  # noqa: S310 (as above)
        body = missing.value.read()
        server.shutdown()

    assert server.address.startswith("http://127.0.0.1:")
    assert found == b"All stories"
    assert (missing.value.code, body) == (404, b"Not here")


def test_a_new_story_asks_for_what_its_kind_needs_and_offers_the_rest():
    told, fact_file = (begun(STORY_FIELDS, kind=kind) for kind in ("told", "fact-file"))

    assert "\nstoryteller:\n" in told
    assert "\nconsent:\n" in told
    assert "storyteller:\n" not in fact_file
    assert "\nsources:\n" in fact_file
    assert "\n#join_in: " in told
    assert "\nstatus: draft\n" in told


def test_every_fact_of_a_new_story_can_be_taken_up_by_taking_away_the_sign_before_it():
    story = begun(STORY_FIELDS, kind="told")

    taken_up = re.sub(r"^#(?! )", "", story, flags=re.M)

    facts = yaml.safe_load(taken_up.split("---\n")[1])
    assert [name for name, field in STORY_FIELDS.items() if field.needed != "fact-file" and name not in facts] == []


def asked_for(*words: str):
    return read_arguments(PROJECT, list(words))


def test_a_new_story_is_never_laid_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "stories").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    asked = asked_for("new", "tea-and-tales", "--root", str(tmp_path))

    first, second = (run_command(PROJECT, asked) for _ in range(2))

    assert (first, second) == (0, 1)
    assert (tmp_path / "stories/tea-and-tales/story.md").is_file()
    assert "Choose another name." in capsys.readouterr().err


def test_a_folder_with_other_things_in_it_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "letters.txt").write_text("Dear all", encoding="utf-8")

    status = run_command(PROJECT, asked_for("folder", str(tmp_path)))

    assert status == 1
    assert (tmp_path / "letters.txt").is_file()
    assert "Name another folder." in capsys.readouterr().err
