"""The same sources give the same bytes, whatever machine they are built on: told by the list of all files."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from storyguide.site.digests import LIST

from tests.conftest import PROJECT
from tests.faults.small import write_guide

_BUILD = """
import json, os, sys
from pathlib import Path
root, site, changed = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
sys.path[:0] = changed["path"]
if "umask" in changed:
    os.umask(changed["umask"])
if "locale" in changed:
    import locale
    for name in changed["locale"]:
        try:
            locale.setlocale(locale.LC_ALL, name)
            break
        except locale.Error:
            pass
if "processors" in changed:
    os.cpu_count = lambda: changed["processors"]
    os.sched_getaffinity = lambda _: set(range(changed["processors"]))
if "backwards" in changed:
    # The order in which a disk tells what lies in a folder is its own affair.
    scandir, listdir = os.scandir, os.listdir
    class Backwards:
        def __init__(self, place="."):
            with scandir(place) as found:
                self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
        def __iter__(self): return self.found
        def __next__(self): return next(self.found)
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def close(self): pass
    os.scandir, os.listdir = Backwards, lambda place=".": sorted(listdir(place), reverse=True)
from storyguide.engines.mkdocs.engine import MkDocs
from storyguide.site.publish import publish
published = publish(root, site, engine=MkDocs())
assert published.built, published.told
"""
_NOON = "1795003200"  # of 18 November 2026

SURROUNDINGS: Mapping[str, Mapping[str, object]] = {
    "another folder": {"folder": "My Guide #1 100% (é)"},
    "another time zone": {"env": {"TZ": "Pacific/Kiritimati"}},
    "another day and hour": {"env": {"SOURCE_DATE_EPOCH": "1797989999"}},
    "another language": {
        "env": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "locale": ["de_DE.UTF-8", "fr_FR.UTF-8", "C"],
    },
    "another order of files": {"backwards": True},
    "another umask": {"umask": 0o077},
    "another hash seed": {"env": {"PYTHONHASHSEED": "4321"}},
    "another number of processors": {"processors": 1},
    "other times of change": {"times": 86_400},
}


def manifest(folder: Path, surroundings: Mapping[str, object]) -> bytes:
    """The list of all files of the site of a rich small guide, built from nothing in these surroundings."""
    folder = folder / str(surroundings.get("folder", "plain"))
    files = sorted(write_guide(folder / "guide", rich=True).rglob("*"), reverse="backwards" in surroundings)
    for number, file in enumerate(files if "times" in surroundings else []):
        os.utime(file, (number * 86_400, number * 86_400))
    given = surroundings.get("env", {})
    assert isinstance(given, dict)
    env = {"PYTHONHASHSEED": "1", "TZ": "Europe/London", "SOURCE_DATE_EPOCH": _NOON, "LC_ALL": "C.UTF-8", **given}
    changed = {**surroundings, "path": [str(PROJECT / "plugins")]}
    command = [sys.executable, "-c", _BUILD, str(folder / "guide"), str(folder / "site"), json.dumps(changed)]
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return (folder / "site" / LIST).read_bytes()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return manifest(tmp_path_factory.mktemp("usual"), {"processors": 2})


@pytest.mark.parametrize("what", SURROUNDINGS)
def test_other_surroundings_give_the_same_bytes(what: str, usual: bytes, tmp_path: Path):
    assert manifest(tmp_path, SURROUNDINGS[what]).splitlines() == usual.splitlines()


def test_the_list_is_one_that_sha256sum_reads(anytown_site: Path):
    listed = (anytown_site / LIST).read_text(encoding="utf-8").splitlines()
    there = {path.relative_to(anytown_site).as_posix() for path in anytown_site.rglob("*") if path.is_file()}

    assert {line.split("  ", 1)[1] for line in listed} == there - {LIST}
    if tool := shutil.which("sha256sum"):
        done = subprocess.run([tool, "--check", "--strict", "--quiet", LIST], cwd=anytown_site, check=False)
        assert done.returncode == 0
