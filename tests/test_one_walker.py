"""HTML is taken apart in one place: no other module has a pattern of what a tag looks like."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import storyguide

PACKAGE = Path(storyguide.__file__).parent
PROJECT = Path(__file__).parents[1]
WALKER = PACKAGE / "model" / "markup"

NO_HTML = {
    ("commonmark.py", "<!--"): "Markdown: code and comments, whichever begins first",
    ("commonmark.py", "<(?:[a-zA-Z]"): "Markdown: an address between angle brackets",
    ("growing.py", "<!"): "kept from html.parser, which reads what others wrote, and stops at it",
    ("letter_content.py", "\\s*<"): "an e-mail address behind a name",
    ("office.py", ""): "the XML of an office document's styles",
    ("opendocument.py", "<(?:\\w+:)?document"): "the root of an XML file, in its first bytes",
    ("word_package.py", "<(?:\\w+:)?document"): "the root of an XML file, in its first bytes",
    ("metadata.py", "<!--"): "Markdown: a comment before the facts",
    ("other_marks.py", "<!--"): "Markdown: comments that other programs act on",
    ("verdicts.py", "P<"): "a pattern of patterns",
    ("pdf_words.py", "<(["): "a string of a PDF in figures",
}
"""Patterns with an angle bracket that is no tag of HTML: the file, what the pattern holds, and what it is about."""

_CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
_SYNTAX = re.compile(r"\(\?(?:<[=!]|P<\w+>|P=\w+\))|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""What a pattern says with angle brackets about something else, and sets of signs."""
_TAG = re.compile(r"<(?!\?)|=\"")
_HARDLY_ELSE = re.compile(r"</\?|<\(/\?\)|\[\^>\]\*>")
"""Parts of patterns by their look, wherever they stand."""


def _patterns(source: str) -> Iterator[str]:
    """Every text that is given to `re`, and every other one that has the look of a pattern of tags."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _calls_re(node.func) and node.args:
            texts = "".join(filter(None, map(_text, ast.walk(node.args[0]))))
            if _TAG.search(_SYNTAX.sub("", texts)):
                yield texts
        elif (text := _text(node)) and _HARDLY_ELSE.search(text):
            yield text


def _calls_re(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and called.attr in _CALLS
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
    )


def _text(node: ast.AST) -> str:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) else value.decode("latin-1") if isinstance(value, bytes) else ""


def _modules() -> Iterator[Path]:
    for folder in (PACKAGE, PROJECT / "bench"):
        yield from (module for module in sorted(folder.rglob("*.py")) if WALKER not in module.parents)


def test_no_pattern_of_tags_stands_outside_the_walker():
    found = [
        f"{module.relative_to(PROJECT)}: {pattern}"
        for module in _modules()
        for pattern in _patterns(module.read_text(encoding="utf-8"))
        if not any(module.name == name and part in pattern for name, part in NO_HTML)
    ]

    assert found == []


def test_no_exception_is_kept_for_a_pattern_that_has_gone():
    patterns = {module.name: list(_patterns(module.read_text(encoding="utf-8"))) for module in _modules()}

    assert [
        exception for exception in NO_HTML if not any(exception[1] in each for each in patterns.get(exception[0], ()))
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        'T = re.compile(r"<[^>]*>")',
        'T = re.compile(r\'<a href="([^"]*)"\')',
        'T = re.compile(rb"<meta\\b")',
        "re.sub(r' alt=\"[^\"]*\"', '', html)",
        'T = re.compile(rf"<({NAMES})>")',
        'T = rb"</?(?:em|strong)>"',
    ],
)
def test_a_pattern_of_tags_is_known_for_one(source):
    assert list(_patterns(f"import re\n{source}"))


@pytest.mark.parametrize(
    "source",
    [
        'T = re.compile(r"(?<=a)b(?<!c)(?P<d>e)(?P=d)")',
        'T = re.compile(r"[<>]")',
        'T = re.compile(r"<?https?://")',
        "T = '<a href=\"x\">'",
    ],
)
def test_a_pattern_of_anything_else_is_none(source):
    assert not list(_patterns(f"import re\n{source}"))
