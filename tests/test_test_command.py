"""The test command shares the tests out among processes: each is run once, and a fault in any of them is told."""

import os
import shutil
from pathlib import Path

import pytest
from storyguide.front import browser, npm, parts, upkeep
from storyguide.front.arguments import read_arguments

from tests.conftest import PROJECT
from tests.shared_out import SECONDS

pytestmark = pytest.mark.slow

_CONFTEST = "from tests.shared_out import pytest_addoption, pytest_runtestloop\n"
_SETTINGS = (
    "[tool.pytest.ini_options]\ntestpaths = ['tests']\npythonpath = ['.']\naddopts = '-q'\nmarkers = ['slow: long']\n"
)
_TEST = """
import os
from pathlib import Path
import pytest

def note(name):
    with (Path(os.environ["NOTED"]) / f"{{name}}-{{os.getpid()}}").open("x"):
        pass

@pytest.mark.parametrize("number", range(3))
def test_quick(number):
    note(f"{name}-{{number}}")

@pytest.mark.slow
def test_slow():
    note("{name}-slow")
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with tests that note that they ran, on a machine where everything they need is there."""
    project = tmp_path / "project"
    for name in ("test_one", "test_two", "test_three", "browser/test_pages"):
        file = project / "tests" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_TEST.format(name=file.stem), encoding="utf-8")
    (project / "tests/conftest.py").write_text(_CONFTEST, encoding="utf-8")
    (project / "pyproject.toml").write_text(_SETTINGS, encoding="utf-8")
    shutil.copy(PROJECT / "tests/shared_out.py", project / "tests")
    (tmp_path / "noted").mkdir()
    monkeypatch.setenv("NOTED", str(tmp_path / "noted"))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT / "plugins"))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.chdir(project)
    for module, name in ((upkeep, "add"), (npm, "fetch"), (parts, "ensure_parts"), (browser, "ensure_browser")):
        monkeypatch.setattr(module, name, lambda *_, **__: None)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return project


def typed(project: Path, *words: str) -> int:
    return upkeep.UPKEEP["test"](project, read_arguments(project, ["test", *words]))


def ran(project: Path) -> list[str]:
    """The tests that were run, as often as they were."""
    return sorted(file.name.rpartition("-")[0] for file in (project.parent / "noted").iterdir())


QUICK = [f"{name}-{number}" for name in ("test_one", "test_three", "test_two") for number in range(3)]


def test_quick_runs_each_test_once_and_none_that_is_slow_or_needs_a_browser(project: Path):
    assert typed(project, "quick") == 0

    assert ran(project) == QUICK


def test_without_quick_every_test_is_run_once(project: Path):
    assert typed(project) == 0

    of_pages = [f"test_pages-{number}" for number in range(3)]
    slow = [f"{name}-slow" for name in ("test_one", "test_two", "test_three", "test_pages")]
    assert ran(project) == sorted([*QUICK, *of_pages, *slow])


def test_what_follows_quick_is_left_to_pytest(project: Path):
    assert typed(project, "quick", "tests/test_two.py") == 0

    assert {name.partition("-")[0] for name in ran(project)} == {"test_two"}


def test_a_test_that_fails_in_any_process_is_told_and_fails_the_command(
    project: Path, capfd: pytest.CaptureFixture[str]
):
    for name in ("test_four", "test_five"):
        text = f"def test_that_fails():\n    assert '{name}' == 'sound'\n"
        (project / f"tests/{name}.py").write_text(text, encoding="utf-8")

    assert typed(project, "quick") == 1

    said = capfd.readouterr().out
    assert "FAILED tests/test_four.py::test_that_fails" in said
    assert "FAILED tests/test_five.py::test_that_fails" in said
    assert ran(project) == QUICK


def test_a_process_that_dies_fails_the_command(project: Path):
    (project / "tests/test_four.py").write_text(
        "import os\n\ndef test_that_dies():\n    os._exit(9)\n", encoding="utf-8"
    )

    assert typed(project, "quick") == 9


def test_the_longest_modules_are_those_of_the_tests():
    there = {file.stem for file in (PROJECT / "tests").rglob("test_*.py")}

    assert SECONDS.keys() - there == set()
