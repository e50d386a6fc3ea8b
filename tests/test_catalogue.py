"""Every problem has its case, told in these words; its heading on the help page; and words that a volunteer knows."""

import inspect
import re
import shutil
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from storyguide import telling
from storyguide.cli.tin_downloads import problems_on_paper
from storyguide.editing.outside_links import problems_outside
from storyguide.model import problems as wordings
from storyguide.model.problem import Problem
from storyguide.reading.lines import lines_of
from storyguide.site.assembly import assemble
from storyguide.site.ledger import lacking_addresses, lost_addresses
from storyguide.site.security_txt import running_out

from tests import pictures
from tests.golden import assert_golden

CASES = Path(__file__).parent / "problems"
HELP = Path(__file__).parents[1] / "docs/help/problems.md"
TODAY = date(2026, 11, 22)

CODES = sorted(
    code
    for module in iter_modules(wordings.__path__)
    for code in re.findall(
        r'\bcode="([a-z0-9-]+)"', inspect.getsource(import_module(f"{wordings.__name__}.{module.name}"))
    )
)
JARGON = re.compile(
    r"\b(yaml|json|pars\w+|invalid|null|none type|scalar|mapping|string|boolean|integer|unicode|bytes?|traceback"
    r"|exception|error|regex|slugs?|syntax|metadata|front ?matter|repository|commit|git)\b",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"(?:, line \d+)?: (?P<message>.+)\n(?:      .*\n +\^+\n)?"
    r"  To mend it: (?P<mend>(?:.+\n)+?)  More: docs/help/problems\.md#(?P<heading>.+)\n"
)

Make = Callable[[Path], object]


def _expected(code: str) -> str:
    file = CASES / code / "expected.txt"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _words(code: str) -> tuple[str, str]:
    """What is told, and what is to be done."""
    told = _TOLD.search(_expected(code))
    assert told, code
    return told["message"], told["mend"].rstrip().replace("\n    ", "\n")


def _changed(before: str, after: str, encoding: str = "utf-8") -> Make:
    """Change the sound story that every guide made by code begins with."""

    def make(root: Path) -> None:
        text = (CASES / "_sound/story.md").read_text(encoding="utf-8")
        assert before in text
        file = root / "stories/repair-cafe/story.md"
        file.parent.mkdir()
        file.write_text(text.replace(before, after), encoding=encoding)

    return make


def _photo(data: Callable[[], bytes]) -> Make:
    return lambda root: pictures.put_photo(root, data())


def _story_in_a_folder_of_its_name(root: Path) -> None:
    (root / "stories/repair-cafe/story.md").mkdir(parents=True)


def _story_in_a_folder_named_like_its_title(root: Path) -> None:
    _changed("", "")(root)
    (root / "stories/repair-cafe").rename(root / "stories/Repair Café")


def _story_kept_elsewhere(root: Path) -> None:
    _changed("", "")(root)
    folder = root / "stories/repair-cafe"
    folder.rename(root / "elsewhere")
    folder.symlink_to(root / "elsewhere")


def _beside(files: dict[str, bytes]) -> Make:
    """A sound story, and further files by their paths."""

    def make(root: Path) -> None:
        _changed("", "")(root)
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)

    return make


_WORDS = "We meet on the first Saturday"

MADE: dict[str, Make] = {
    "no-edition": lambda root: (root / "stories/edition.yml").unlink(),
    "not-utf-8": _changed("", "", "cp1252"),
    "invisible-sign": _changed("Neighbours", "Neigh\x08bours"),
    "facts-too-long": _changed("Mo\n", "Mo\n" + "# a remark that goes on and on\n" * 1100),
    "file-too-long": _changed(_WORDS, "We mend.\n\n" * 100_000 + _WORDS),
    "words-too-long": _changed(_WORDS, "We mend.\n\n" * 10_000 + _WORDS),
    "line-too-long": _changed(_WORDS, "We mend. " * 2_500 + _WORDS),
    "too-much-page": _changed(_WORDS, "[^1]: x\n\n" + "word [^1] [^1]\n" * 5000 + _WORDS),
    "folder-name": _story_in_a_folder_named_like_its_title,
    "file-name": _beside({"stories/repair-cafe/aux.txt": b""}),
    "names-alike": _beside({"stories/repair-cafe/Notes.txt": b"", "stories/repair-cafe/notes.txt": b""}),
    "not-a-page": _beside({"docs/form.html": b""}),
    "picture-with-more": _beside({"docs/help/shed.jpg": pictures.phone_jpeg()}),
    "cannot-open": _story_in_a_folder_of_its_name,
    "leads-elsewhere": _story_kept_elsewhere,
    "missing-alt": _photo(pictures.jpeg),
    "missing-permission": _photo(pictures.jpeg),
    "missing-guardian": _photo(pictures.jpeg),
    "photo-not-listed": _photo(pictures.jpeg),
    "photo-unlisted": _beside({"stories/repair-cafe/bench.jpg": pictures.jpeg()}),
    "photo-missing": lambda root: pictures.put_photo(root, pictures.jpeg(), "bench 2.jpg"),
    "not-a-photo": _photo(pictures.web_page),
    "photo-cut-short": _photo(pictures.truncated_jpeg),
    "photo-too-large": _photo(pictures.bomb_png),
    "photo-file-too-large": _photo(lambda: pictures.jpeg() + bytes(101_000_000)),
    "photo-too-small": _photo(lambda: pictures.jpeg(pictures.upright(120, 90))),
    "photo-not-developed": _photo(pictures.jpeg),
    "our-fault": _changed("", ""),
}
"""What no text file can hold, or nobody should scroll past: added to the case's guide, or in its stead."""


def _guide(code: str, root: Path) -> Path:
    """A guide to Anytown with one fault."""
    shutil.copytree(CASES / "_base", root)
    if (CASES / code / "in").is_dir():
        shutil.copytree(CASES / code / "in", root, dirs_exist_ok=True)
    if code in MADE:
        MADE[code](root)
    return root


def _problems(root: Path) -> tuple[Problem, ...]:
    """All that is told of this guide, of its paper, its links and its addresses too."""
    assembly = assemble(root, today=TODAY)
    return (
        assembly.problems
        + problems_on_paper(assembly.guide, root, faces=None)
        + problems_outside(assembly.guide, root)
        + lost_addresses(assembly)
        + lacking_addresses(assembly)
        + running_out(assembly.guide)
    )


@pytest.mark.parametrize("code", CODES)
def test_a_fault_gets_these_words(code, tmp_path, monkeypatch, accept):
    if code == "photo-not-developed":  # as if the photo were replaced while it is being read
        monkeypatch.setattr("storyguide.reading.photos.darkroom.key_of", lambda *_: "another")
    if code == "our-fault":
        monkeypatch.setattr("storyguide.reading.stories.read_story", lambda *_, **__: 1 // 0)

    problems = _problems(_guide(code, tmp_path / "guide"))

    assert [problem.code for problem in problems] == [code]
    told = telling.as_text(problems, lines=lines_of(tmp_path / "guide"))
    assert_golden(told, CASES / code / "expected.txt", accept)


def test_a_guide_without_faults_gets_none(tmp_path):
    root = _guide("_base", tmp_path / "guide")
    _changed("", "")(root)

    assembly = assemble(root, today=TODAY)

    assert assembly.problems == ()
    assert [story.slug for story in assembly.guide.stories] == ["repair-cafe"]


def test_no_case_is_left_over():
    cases = {folder.name for folder in CASES.iterdir() if not folder.name.startswith("_")}

    assert cases | MADE.keys() == set(CODES)


def test_every_problem_has_a_code_of_its_own():
    assert len(set(CODES)) == len(CODES) > 100


def test_the_help_page_has_a_heading_for_every_problem_and_no_other():
    headings = re.findall(r"^### (.+)$", HELP.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(heading.lower().replace(" ", "-") for heading in headings) == CODES


def test_the_help_page_begins_each_heading_with_the_words_that_led_there(accept):
    page = HELP.read_text(encoding="utf-8")

    assert_golden(_HEADED.sub(_with_its_words, page), HELP, accept)


def test_every_problem_leads_to_its_heading():
    assert [code for code in CODES if _TOLD.search(_expected(code))["heading"] != code] == []


_HEADED = re.compile(r"^### (?P<name>.+)\n\n(?:(?:- \*(?:It says|To mend it).*\n)+\n)?", re.MULTILINE)


def _with_its_words(heading: re.Match[str]) -> str:
    """The heading, and under it what is told in the case of this code."""
    message, mend = _words(heading["name"].lower().replace(" ", "-"))
    first, *lines = mend.split("\n")
    example = " …" if lines else ""  # which the words below it show line by line
    said = f"- *It says:* {_escaped(message)}\n- *To mend it:* {_escaped(first)}{example}\n"
    return f"### {heading['name']}\n\n{said}\n"


def _escaped(text: str) -> str:
    signs = re.sub(r"[\\`*\[\]]", r"\\\g<0>", text)
    return signs.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_one_a_volunteer_knows(code):
    message, mend = _words(code)

    assert re.search(r"[.?]”?$", message), "a message is a sentence"
    assert message[0].isupper() or message[0] == "“"
    assert mend[0].isupper()
    assert not JARGON.findall(re.sub(r"“[^”]*”", "", f"{message} {mend}")), "only what was written may be jargon"
