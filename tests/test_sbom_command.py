"""The list of parts, and what is said when somebody is asked about their faults."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dependencies import npm
from storyguide.cli.dependencies.known_faults import FAULTS, NOT_KNOWN, SOUND, audit
from storyguide.cli.dispatch import run_command
from storyguide.site.sbom import make_sbom
from storyguide.site.shipped import sbom

from tests.conftest import PROJECT


def parts_of(text: str) -> dict[str, dict[str, object]]:
    return {part["purl"]: part for part in json.loads(text)["components"]}


# The list


@pytest.mark.parametrize("everything", [False, True])
def test_it_has_the_shape_that_programs_read(everything: bool):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(make_sbom(PROJECT, everything=everything)) is None


def test_every_locked_part_is_in_it_once_with_its_hashes():
    python = {
        f"pkg:pypi/{name}@{version}"
        for lock in PROJECT.glob("requirements/*.txt")
        for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE)
    }
    locked = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    node = {path.rpartition("node_modules/")[2] for path, said in locked.items() if path and not said.get("optional")}

    parts = parts_of(make_sbom(PROJECT, everything=True))

    assert {purl for purl in parts if purl.startswith("pkg:pypi/")} == python
    assert {str(part["name"]) for purl, part in parts.items() if purl.startswith("pkg:npm/")} == node
    assert [purl for purl, part in parts.items() if not part["hashes"]] == []


def test_the_hashes_of_a_part_are_those_that_its_list_vouches_for():
    listed = (PROJECT / "requirements/office.txt").read_text(encoding="utf-8")

    (pandoc,) = (part for purl, part in parts_of(make_sbom(PROJECT)).items() if "/pypandoc-binary@" in purl)

    assert pandoc["hashes"] == [
        {"alg": "SHA-256", "content": digest} for digest in re.findall(r"sha256:([0-9a-f]{64})", listed)
    ]


def test_whatever_a_site_is_made_with_says_on_whose_terms():
    """Those of other systems too, which are not at hand here: a new one among them has to be written down."""
    assert [purl for purl, part in parts_of(make_sbom(PROJECT)).items() if not part.get("licenses")] == []


def test_a_package_that_carries_a_program_names_the_terms_of_both():
    parts = {purl.rpartition("@")[0]: part for purl, part in parts_of(make_sbom(PROJECT)).items()}

    assert parts["pkg:pypi/pypandoc-binary"]["licenses"] == [{"expression": "MIT AND GPL-2.0-or-later"}]


def test_what_a_site_is_made_with_is_told_from_what_only_tests_want():
    built_with, everything = parts_of(make_sbom(PROJECT)), parts_of(make_sbom(PROJECT, everything=True))

    assert {part["scope"] for part in built_with.values()} == {"required"}
    assert {purl for purl, part in everything.items() if part["scope"] == "required"} == set(built_with)
    assert not [purl for purl in built_with if "pytest" in purl or "axe-core" in purl]


def test_a_part_says_its_licence_as_it_stands_in_its_own_package():
    parts = {purl.rpartition("@")[0]: part for purl, part in parts_of(make_sbom(PROJECT)).items()}

    assert parts["pkg:pypi/mkdocs"]["licenses"] == [{"expression": "BSD-2-Clause"}]
    assert parts["pkg:pypi/pyyaml"]["licenses"] == [{"license": {"name": "MIT License"}}]
    assert parts["pkg:npm/%40sveltia/cms"]["licenses"] == [{"expression": "MIT"}]


def a_project(folder: Path) -> Path:
    (folder / "requirements").mkdir()
    for name in ("requirements/guide.txt", "requirements/office.txt", "package-lock.json"):
        (folder / name).write_bytes((PROJECT / name).read_bytes())
    return folder


def test_it_is_the_same_every_time_and_kept_until_a_lock_changes(tmp_path: Path):
    project = a_project(tmp_path)
    kept = project / ".cache/sbom.json"

    (first,) = sbom(project)
    time = kept.stat().st_mtime_ns
    (second,) = sbom(project)
    kept.write_text(kept.read_text(encoding="utf-8").replace("mkdocs", "mkducks"), encoding="utf-8")
    (after_damage,) = sbom(project)
    (project / "requirements/office.txt").write_text(
        f"pypandoc-binary==9.9 \\\n    --hash=sha256:{'0' * 64}\n", "utf-8"
    )
    (after_a_change,) = sbom(project)

    assert first == second == after_damage
    assert time
    assert "pkg:pypi/pypandoc-binary@9.9" in str(after_a_change.content)


def test_where_the_locks_are_not_there_is_none(tmp_path: Path):
    assert list(sbom(tmp_path)) == []


def test_the_command_writes_it_or_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "parts.json"

    statuses = [
        run_command(PROJECT, read_arguments(PROJECT, ["sbom", *more]))
        for more in ([], ["--out", str(out)], ["--out", str(tmp_path / "no/such/folder.json")])
    ]

    assert statuses == [0, 0, 1]
    assert out.read_text(encoding="utf-8") == make_sbom(PROJECT)
    said = capsys.readouterr()
    assert said.out.startswith(make_sbom(PROJECT))
    assert "could not be written" in said.err


# Asking for faults


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(npm, "npm", lambda: ["npm"])
    monkeypatch.setattr("storyguide.cli.dependencies.known_faults.npm", lambda: ["npm"])
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/guide.txt").write_text("pillow==13.0.0\n", encoding="utf-8")
    return tmp_path


def answering(pypi: object, node: object):
    """Somebody who answers for both, and counts as the network."""

    def run(command: Sequence[str], folder: Path) -> str:
        answer = pypi if "pip_audit" in command else node
        return answer if isinstance(answer, str) else json.dumps(answer)

    return run


SOUND_PYPI = {"dependencies": [{"name": "pillow", "version": "13.0.0", "vulns": []}], "fixes": []}
SOUND_NPM = {"vulnerabilities": {}}


def test_when_nothing_is_known_it_says_so(project: Path):
    assert audit(project, run=answering(SOUND_PYPI, SOUND_NPM)) == (
        SOUND,
        ["No fault is known of any part that is locked."],
    )


def test_a_known_fault_is_told_with_what_mends_it(project: Path):
    pypi = {
        "dependencies": [
            {"name": "pillow", "version": "13.0.0", "vulns": [{"id": "PYSEC-2027-1", "fix_versions": ["13.0.1"]}]}
        ]
    }
    fault = {"title": "Runs what it reads", "url": "https://github.com/advisories/GHSA-x"}
    node = {
        "vulnerabilities": {
            "leaflet": {"range": "<1.9.5", "via": [fault], "fixAvailable": False},
            "@sveltia/cms": {"range": "*", "via": ["leaflet"], "fixAvailable": False},
        }
    }

    status, told = audit(project, run=answering(pypi, node))

    assert status == FAULTS
    assert told == [
        "pillow 13.0.0 (requirements/guide.txt): PYSEC-2027-1. It is mended in 13.0.1.",
        "leaflet <1.9.5 (package-lock.json): Runs what it reads (https://github.com/advisories/GHSA-x). "
        "Nobody says yet in which version it is mended.",
        "2 faults are known. Raise the version in pyproject.toml or package.json, then: python3 build.py lock",
    ]


@pytest.mark.parametrize(
    "pypi", ["", "Traceback", "[]", '{"message": "405"}'], ids=["nothing", "words", "a list", "no"]
)
def test_no_answer_is_not_taken_for_a_good_one(project: Path, pypi: str):
    status, told = audit(project, run=answering(pypi, {"statusCode": 405, "message": "Method Not Allowed"}))

    assert status == NOT_KNOWN
    assert told == [
        "Not known: all of requirements/guide.txt. PyPI gave no answer.",
        "Not known: all of package-lock.json. npm gave no answer.",
        "So this says nothing about whether the parts are sound. Try again later.",
    ]


def test_a_part_that_was_passed_over_is_not_taken_for_a_sound_one(project: Path):
    """As pip-audit does with an exit status of 0 where it could not look a part up."""
    passed_over = {"dependencies": [{"name": "pillow", "skip_reason": "Dependency not found on PyPI"}], "fixes": []}

    status, told = audit(project, run=answering(passed_over, SOUND_NPM))

    assert status == NOT_KNOWN
    assert told[0] == "Not known: pillow in requirements/guide.txt. Dependency not found on PyPI."


def test_a_fault_counts_for_more_than_what_could_not_be_asked(project: Path):
    pypi = {"dependencies": [{"name": "pillow", "version": "1", "vulns": [{"id": "A-1", "fix_versions": []}]}]}

    status, _ = audit(project, run=answering(pypi, ""))

    assert status == FAULTS
