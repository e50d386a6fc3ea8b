"""Imports point one way: command line and engines know the rooms, the rooms know the model, the model knows nobody."""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest
import storyguide

PACKAGE = Path(storyguide.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_KNOW = {
    "model": {"model"},
    "reading": {"reading", "model"},
    "checking": {"checking", "model"},
    "making": {"making", "model"},
    "telling": {"telling", "model"},
    "side_by_side.py": set(),
    "transaction.py": set(),
    "editing": {"editing", "checking", "making", "reading", "telling", "model"},
    "cms": {"cms", "site", "making", "reading", "model"},
    "site": {"site", "cms", "preview", "engines", "checking", "telling", "editing", "making", "reading", "model"},
    "engines": {"engines", "site", "cms", "telling", "making", "reading", "model"},
    "preview": {"preview", "engines", "site", "cms", "editing", "telling", "making", "reading", "model"},
    "intake": {"intake", "reading", "model"},
    "cli": {
        *("cli", "preview", "engines", "site", "cms", "editing", "intake", "telling"),
        *("making", "checking", "reading", "model"),
    },
    "__init__.py": set(),
}
"""Each room, and the rooms it may import from."""

FOR_ALL = {"side_by_side", "transaction", "__version__", "CACHE"}

ONLY_IN = {
    "mkdocs": ("engines/mkdocs/", "cli/"),
    "material": ("engines/mkdocs/",),
    "properdocs": ("engines/mkdocs/",),
    "PIL": ("reading/photos/", "making/covers/painting.py", "making/covers/card.py"),
    "pi_heif": ("reading/photos/",),
    "yaml": ("reading/", "engines/", "cms/", "cli/", "intake/issue_form.py"),
    "jinja2": ("making/", "engines/", "site/"),
    "typst": ("making/downloads/printing.py",),
    "segno": ("making/codes.py",),
    "comrak": ("reading/commonmark.py",),
    "nh3": ("reading/",),
    "click": ("cli/", "engines/mkdocs/"),
    "defusedxml": ("intake/xml.py",),
}
"""Libraries, and the only places that may know of them."""


@cache
def imported(module: Path) -> tuple[tuple[str, int], ...]:
    """Everything a module imports, wherever in it: full name and line."""
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(name.name, node.lineno) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: write the import out in full"
            source = node.module or ""
            plain = source == "storyguide"
            found += (
                [(f"{source}.{name.name}", node.lineno) for name in node.names] if plain else [(source, node.lineno)]
            )
    return tuple(found)


def placed(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def room(module: Path) -> str:
    return placed(module).split("/")[0]


@pytest.mark.parametrize("name", sorted({room(module) for module in MODULES}))
def test_a_room_knows_only_the_rooms_below_it(name: str):
    wrong = [
        f"{placed(module)}, line {line}: {imports}"
        for module in MODULES
        if room(module) == name
        for imports, line in imported(module)
        if imports.startswith("storyguide.") and imports.split(".")[1] not in MAY_KNOW[name] | FOR_ALL
    ]

    assert wrong == []


@pytest.mark.parametrize("name", ["model", "side_by_side.py", "__init__.py"])
def test_the_model_stands_on_the_standard_library_alone(name: str):
    wrong = [
        f"{placed(module)}, line {line}: {imports}"
        for module in MODULES
        if room(module) == name
        for imports, line in imported(module)
        if imports.split(".")[0] not in sys.stdlib_module_names | {"storyguide"}
    ]

    assert wrong == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_only_where_its_work_is_done(library: str):
    wrong = [
        f"{placed(module)}, line {line}"
        for module in MODULES
        for imports, line in imported(module)
        if imports.split(".")[0] == library and not placed(module).startswith(ONLY_IN[library])
    ]

    assert wrong == []


@pytest.mark.parametrize("name", ["model", "checking", "making"])
def test_checks_and_pages_ask_no_clock_and_no_chance(name: str):
    wrong = [
        f"{placed(module)}: {called}"
        for module in MODULES
        if room(module) == name
        for called in ("date.today(", "datetime.now(", "time.time(", "random.", "uuid1(", "uuid4(", "time.localtime(")
        if called in module.read_text(encoding="utf-8")
    ]

    assert wrong == []


def test_no_module_is_named_for_having_no_job():
    assert {module.stem for module in MODULES}.isdisjoint({"utils", "util", "helpers", "helper", "common", "core"})


def test_every_module_says_its_one_job_in_a_sentence():
    wrong = []
    for module in MODULES:
        said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
        if not said.split("\n")[0].endswith((".", "?")):
            wrong.append(placed(module))

    assert wrong == []
