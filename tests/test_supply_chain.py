"""Nothing comes in that is not pinned by its bytes, and nothing goes out without its licence."""

import ast
import json
import re
import shutil
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from storyguide.cli.dependencies.licence_texts import put_licences
from storyguide.cli.dependencies.lock_files import relock
from storyguide.site.parts import CMS, SHIPPED, TEXTS, find_parts
from storyguide.site.shipped import FOLDER, SBOM, find_shipped

from tests.builders import an_edition
from tests.conftest import PROJECT
from tests.site_pages import files_in, pages_in

LOCKS = sorted(PROJECT.glob("requirements/*.txt"))
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
FROM_NPM = {
    name: json.loads((PROJECT / name / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in (".", "bench/peers")
}
"""What npm fetches, by the folder it is fetched for: the guide, and what its speed is measured against."""
ON_GITHUB = an_edition(repository="https://github.com/anytown/guide")

# What comes in


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_of_a_lock_is_one_version_with_the_hashes_of_its_files(lock: Path):
    pins = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

    loose = [pin for pin in pins if not re.match(r"[a-z0-9][a-z0-9.-]*==[\w.+!]+( ; [^\n]+)? \\\n    --hash=", pin)]
    assert loose == []
    assert [pin for pin in pins if re.search(r"://|@ |-e |\.git\b", pin.partition("\n    #")[0])] == []
    assert all(re.fullmatch("[0-9a-f]{64}", one) for pin in pins for one in re.findall(r"sha256:(\S+)", pin))


def _normal(name: str) -> str:
    """Return the name of a package as all ways to write it come to (PEP 503)."""
    return re.sub("[-_.]+", "-", name).lower()


def test_each_package_that_the_code_imports_is_a_dependency_of_its_own():
    """A plain `pip install` brings what is declared; what only comes along with something else may go with it."""
    office = DECLARED["dependency-groups"]["office"]  # the guide does without
    declared = {_normal(re.split(r"[^\w.-]", one)[0]) for one in [*DECLARED["project"]["dependencies"], *office]}
    brought_by = packages_distributions()
    imported: dict[str, str] = {}
    for file in sorted((PROJECT / "plugins/storyguide").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported.update((name.partition(".")[0], file.name) for name in names)

    others = {name: file for name, file in imported.items() if name not in {*sys.stdlib_module_names, "storyguide"}}

    assert {"segno", "watchfiles"} <= others.keys()
    missing = {
        name: file for name, file in others.items() if not declared & set(map(_normal, brought_by.get(name, ())))
    }
    assert missing == {}


@pytest.mark.parametrize("folder", FROM_NPM)
def test_all_that_npm_fetches_has_a_strong_hash_and_names_no_host(folder: str):
    fetched = {name: said for name, said in FROM_NPM[folder].items() if name}

    assert fetched
    assert [name for name, said in fetched.items() if not said.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, said in fetched.items() if "resolved" in said or "link" in said] == []
    # What tests judge pages with may have one, which is not run.
    assert [name for name, said in fetched.items() if said.get("hasInstallScript") and not said.get("dev")] == []


def test_locking_remakes_every_list_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    wanted = [PROJECT / "pyproject.toml", *(PROJECT / folder / "package.json" for folder in FROM_NPM)]
    for file in wanted:
        target = tmp_path / "project" / file.relative_to(PROJECT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    (tmp_path / "bin").mkdir()
    for name, makes in (("uv", 'echo >"$4"'), ("npm", "echo {} >package-lock.json")):
        tool = tmp_path / "bin" / name
        tool.write_text(f"#!/bin/sh\n{makes}\n", encoding="utf-8")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    made = list(relock(tmp_path / "project"))

    kept = [*LOCKS, *(PROJECT / folder / "package-lock.json" for folder in FROM_NPM)]
    assert sorted(made) == sorted(file.relative_to(PROJECT).as_posix() for file in kept)
    assert [name for name in made if not (tmp_path / "project" / name).is_file()] == []


def test_packages_come_ready_made_are_checked_and_run_nothing_while_they_are_fetched():
    """No source is built on the way in, so that no stranger's set-up program runs."""
    cli = PROJECT / "plugins/storyguide/cli"
    pip = re.findall(r'_install\(project, ([^)]*)"-r"', (cli / "environment.py").read_text(encoding="utf-8"))
    npm = (cli / "dependencies/npm.py").read_text(encoding="utf-8")

    assert len(pip) == 2
    assert all('"--require-hashes", "--only-binary=:all:", "--no-deps"' in one for one in pip)
    assert re.findall(r'\*command, ("\w+"), ("--[a-z-]+")', npm) == [('"ci"', '"--ignore-scripts"')]


def test_workflows_fetch_nothing_but_by_a_commit_and_what_is_locked():
    for file in sorted((PROJECT / ".github/workflows").glob("*.yml")):
        steps = [step for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values() for step in job["steps"]]

        used = [step["uses"] for step in steps if "uses" in step]
        assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one)] == [], file.name
        run = "\n".join(step.get("run", "") for step in steps)
        assert not re.search(r"\b(pip|pipx|uvx?|npm|npx|curl|wget|docker|apt(-get)?)\b", run), file.name


def test_known_faults_are_asked_for_each_week_without_a_right_to_write():
    audit = yaml.safe_load((PROJECT / ".github/workflows/audit.yml").read_text(encoding="utf-8"))

    assert set(audit[True]) == {"schedule", "workflow_dispatch"}  # YAML takes "on" for true
    assert audit["jobs"]["audit"]["permissions"] == {"contents": "read"}
    assert audit["jobs"]["audit"]["steps"][-1]["run"] == "python3 build.py audit"


def test_the_licence_of_the_search_is_that_of_the_very_version_that_makes_it():
    (made_by,) = re.findall(
        r"^pagefind-bin==(\S+)", (PROJECT / "requirements/guide.txt").read_text("utf-8"), re.MULTILINE
    )

    assert FROM_NPM["."]["node_modules/pagefind"]["version"] == made_by


# What goes out


def test_each_part_that_goes_out_brings_its_licence_as_its_makers_wrote_it():
    parts = find_parts()
    assert parts

    shipped = find_shipped(parts, ON_GITHUB)

    assert [one.name for one in shipped if one.use != "writing"] == [
        *("Atkinson Hyperlegible Next", "Bricolage Grotesque", "Baloo Da 2", "Noto Sans Devanagari"),
        *("Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tamil", "Vazirmatn", "Pagefind"),
    ]
    for one in shipped:
        text = (parts / TEXTS / Path(one.text).name).read_text(encoding="utf-8")
        assert re.search(r"copyright|©|\(c\)|Google Inc", text, re.IGNORECASE), one.name
        assert re.search(r"PERMISSION|Permission|Redistribution|Apache License", text), one.name
        assert one.licence in {"OFL-1.1", "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"}, one.name


def test_no_typeface_and_no_program_goes_out_that_is_not_listed():
    """A new one of either has to be given a line in storyguide/cli/dependencies/licence_texts.py."""
    parts = find_parts()
    assert parts
    listed = {one["file"].removesuffix(".txt") for one in json.loads((parts / SHIPPED).read_text(encoding="utf-8"))}

    faces = [*parts.glob("*.woff2"), *parts.glob("*.ttf"), *(parts / CMS).rglob("*.woff2")]
    programs = {re.split(r"[_.]", file.name)[0] for file in (parts / CMS).rglob("*.wasm")}

    assert [file.name for file in faces if not any(file.name.startswith(name) for name in listed)] == []
    assert programs == {"webp"}


def test_a_part_without_a_licence_is_not_made_ready(tmp_path: Path):
    modules = tmp_path / "node_modules"
    for name in ("@fontsource-variable/atkinson-hyperlegible-next", "@fontsource-variable/bricolage-grotesque"):
        shutil.copytree(
            PROJECT / "node_modules" / name, modules / name, ignore=shutil.ignore_patterns("files", "*.css")
        )
    (modules / "@fontsource-variable/bricolage-grotesque/LICENSE").unlink()

    with pytest.raises(FileNotFoundError, match=r"bricolage-grotesque.LICENSE"):
        put_licences(modules, tmp_path)


def test_a_site_tells_of_what_it_sends_along_and_has_every_licence_whole(anytown_site: Path):
    parts = find_parts()
    assert parts
    page = pages_in(anytown_site)["about/licences/index.html"]

    texts = {path: content for path, content in files_in(anytown_site).items() if path.startswith(f"{FOLDER}/")}
    linked = [address for _, address, _ in page.addresses if address.startswith("../../about/licences/texts/")]

    assert {f"../../{path}" for path in texts} == set(linked)
    assert len(linked) == 9
    assert "Pagefind 1.5.2: MIT licence" in page.text
    assert all(content == (parts / TEXTS / Path(path).name).read_bytes() for path, content in texts.items())
    assert SBOM in files_in(anytown_site)


def test_the_editor_is_told_of_only_where_there_is_one():
    parts = find_parts()

    assert {one.use for one in find_shipped(parts, an_edition(), search=False)} == {"reading", "printing"}
    assert {one.use for one in find_shipped(parts, ON_GITHUB)} == {"reading", "printing", "searching", "writing"}
    assert find_shipped(None, ON_GITHUB) == ()


def test_the_package_takes_every_file_along_that_is_not_python():
    taken = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
    package = PROJECT / "plugins/storyguide"

    matched = {path for pattern in taken["storyguide"] for path in package.glob(pattern)}
    there = {path for path in package.rglob("*") if path.is_file() and "cache" not in str(path.relative_to(package))}
    assert sorted(path for path in there - matched if path.suffix != ".py") == []


def test_nothing_of_the_engines_own_goes_out(anytown_site: Path):
    """So neither its licence nor its theme's need be shown."""
    assert [path for path in files_in(anytown_site) if re.search("material|mkdocs|bundle", path)] == []
