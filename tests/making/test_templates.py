"""Templates: short enough to be read, each with a context of exactly what it reads."""

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import jinja2
import pytest
import storyguide
from jinja2 import StrictUndefined, meta, nodes
from storyguide import making
from storyguide.making.output import OutputPage
from storyguide.making.page import make_page
from storyguide.making.pages.redirects import MovedPage
from storyguide.making.render import TEMPLATES, Context, Standing, render, template

_PACKAGE = Path(storyguide.__file__).parent
MOST_LINES, WIDEST = 80, 160
_SUFFIXES = {".html", ".xml", ".xhtml", ".opf"}
_INCLUDE = re.compile(r'{% include "([^"]+)" \+?%}')
_IMPORT = re.compile(r'{% import "([^"]+)"')


def every_template(*folders: Path) -> list[Path]:
    return sorted(
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in _SUFFIXES and "__pycache__" not in file.parts
    )


def name(file: Path) -> str:
    return file.relative_to(_PACKAGE).as_posix()


def contexts() -> list[type[Context]]:
    for module in pkgutil.walk_packages(making.__path__, f"{making.__name__}."):
        import_module(module.name)
    return sorted(_named(Context), key=lambda context: context.template)


def _named(kind: type[Context]) -> Iterator[type[Context]]:
    for context in kind.__subclasses__():
        if "template" in vars(context):
            yield context
        yield from _named(context)


def read_by(of: str) -> set[str]:
    """The variables that a template and the parts of it read and do not set themselves."""
    environment = template(of).environment
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, of)
    parsed = environment.parse(source)
    imported = {found.target for found in parsed.find_all(nodes.Import)}
    return meta.find_undeclared_variables(parsed) - imported


@pytest.mark.parametrize("file", every_template(TEMPLATES, _PACKAGE / "theme"), ids=name)
def test_a_template_fits_on_a_screen(file: Path):
    lines = file.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= MOST_LINES, "split it into parts that say what they are"
    assert [number for number, line in enumerate(lines, 1) if len(line) > WIDEST] == []


def test_every_template_has_one_context_or_is_part_of_another():
    files = {file.relative_to(TEMPLATES).as_posix(): file for file in every_template(TEMPLATES)}
    texts = [file.read_text(encoding="utf-8") for file in files.values()]
    parts = {part for text in texts for find in (_INCLUDE, _IMPORT) for part in find.findall(text)}

    assert sorted([*(context.template for context in contexts()), *parts]) == sorted(files)


@pytest.mark.parametrize("context", contexts(), ids=lambda context: context.template)
def test_a_context_has_what_its_template_reads_and_nothing_else(context: type[Context]):
    assert is_dataclass(context)
    given = {field.name for field in fields(context)}
    of_any_page = {field.name for field in fields(Standing)} - given
    read = read_by(context.template)

    assert read - of_any_page == given


def test_a_template_that_reads_what_it_is_not_given_is_an_error():
    moved = MovedPage(story_title="Knit & natter", to="../knit/", address="stories/knit/")
    del vars(moved)["address"]

    with pytest.raises(jinja2.UndefinedError, match="address"):
        render(moved)
    assert template("moved.html").environment.undefined is StrictUndefined


def test_a_page_is_filled_from_its_context_and_escapes_it():
    moved = MovedPage(story_title="Knit & natter", to="../knit/", address="stories/knit/")

    page = make_page("stories/old.md", moved, title="Moved")

    assert isinstance(page, OutputPage)
    assert page.url == "stories/old/"
    assert '<a href="../knit/">Knit &amp; natter</a> now stands at <code>stories/knit/</code>' in page.html
