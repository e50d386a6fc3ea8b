"""The code is as tidy and as typed as it is meant to be."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "judge",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=" ".join,
)
def test_nothing_is_left_to_say_about_the_code(judge):
    told = subprocess.run([sys.executable, "-m", *judge], cwd=PROJECT, capture_output=True, text=True, check=False)

    assert told.returncode == 0, told.stdout + told.stderr


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5 loses matches of `(...)*+` (python/cpython issue 106052); `(?>(...)*)` says the same."""
    repeated = re.compile(r"\)[*+?]\+")
    sources = [PROJECT / "build.py", *(PROJECT / "plugins").rglob("*.py")]

    assert [source.name for source in sources if repeated.search(source.read_text(encoding="utf-8"))] == []
