"""Each gate that keeps a story back, against each surface it might appear on: told apart by a word of its own."""

import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from storyguide.front.arguments import read_arguments
from storyguide.front.commands import COMMANDS
from storyguide.model.story import Status
from storyguide.reading.photos.likeness import likenesses, looks_like
from storyguide.tending.leaks import everything_said

from tests import pictures
from tests.conftest import TODAY, built
from tests.golden import assert_golden
from tests.previewed import committed

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("settled_day")]

PROJECT = Path(__file__).parents[1]
TABLE = PROJECT / "docs/how-it-is-made/gates.md"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO = TODAY - timedelta(days=200)

_STORY = """---
title: "The rhubarb of Millbank"
summary: "All about the {word}."
storyteller: Mo
place: Millbank
themes: [Company]
told_on: {told_on}
licence: {licence}
{consent}
{approval}
{more}
photos:
  - file: photo.jpg
    alt: "A {word}, seen from above."
    credit: Mo
    licence: CC BY-SA 4.0
    {people}
---
The {word} came to Millbank on a Tuesday, and {word} is what everybody calls it now.{words}
"""
_OPEN = {
    "told_on": f"{TODAY}",
    "licence": "CC BY-SA 4.0",
    "consent": f"consent:\n  given: {LONG_AGO}",
    "approval": f"approved_on: {LONG_AGO}",
    "more": "",
    "people": "",
    "words": "",
}
GATES: dict[str, dict[str, str]] = {
    "open": {},
    "no consent": {"consent": ""},
    "consent withdrawn": {"consent": f"consent:\n  given: {LONG_AGO}\n  withdrawn: {YESTERDAY}"},
    "consent ended": {"consent": f"consent:\n  given: {LONG_AGO}\n  until: {YESTERDAY}"},
    "consent on its last day": {"consent": f"consent:\n  given: {LONG_AGO}\n  until: {TODAY}"},
    "consent from tomorrow": {"consent": f"consent:\n  given: {TOMORROW}"},
    "consent for the web only": {"consent": f"consent:\n  given: {LONG_AGO}\n  for: [web]"},
    "consent for web and book": {"consent": f"consent:\n  given: {LONG_AGO}\n  for: [web, book]"},
    "consent for the book only": {"consent": f"consent:\n  given: {LONG_AGO}\n  for: [book]"},
    "consent written twice": {
        "consent": f"consent:\n  given: {LONG_AGO}\nconsent:\n  given: {LONG_AGO}\n  withdrawn: {YESTERDAY}"
    },
    "withdrawn, not indented": {"consent": f"consent:\n  given: {LONG_AGO}\nwithdrawn: {YESTERDAY}"},
    "withdrawn, misspelt": {"consent": f"consent:\n  given: {LONG_AGO}\n  widthdrawn: {YESTERDAY}"},
    **{
        f"status {status.value}": {"more": f"status: {status.value}"} for status in Status if status is not Status.READY
    },
    "status misspelt": {"more": "status: withdrwan"},
    "to appear tomorrow": {"more": f"publish_on: {TOMORROW}"},
    "not approved": {"approval": ""},
    "approved tomorrow": {"approval": f"approved_on: {TOMORROW}"},
    "changed since approval": {"approval": f"approved_on: {LONG_AGO}\napproved_words: 0000-0000"},
    "all rights kept": {"licence": "all rights kept"},
    "adults without permission": {"people": "people: adults"},
    "children without permission": {"people": "people: children"},
    "a telephone number": {"words": " Ring 07700 900123."},
}
"""What is otherwise in a story behind each gate."""
SURFACES = (
    "pages",
    "search",
    "sitemap",
    "feeds",
    "data",
    "book",
    "EPUB",
    "poster",
    "newsletter",
    "folder",
    "preview for strangers",
    "preview for editors",
    "photos for strangers",
    "photos",
    "cached photos",
    "check",
    "desk",
)
_NOWHERE: frozenset[str] = frozenset()
_EVERYWHERE = frozenset(SURFACES) - {"check", "desk"}
_EDITORS = frozenset({"preview for editors"})
_STRANGERS = frozenset({"preview for editors", "preview for strangers", "photos for strangers", "cached photos"})
_PASSED_ON = frozenset({"feeds", "data", "newsletter"})
EXPECTED = {
    "open": _EVERYWHERE,
    "no consent": _EDITORS,
    "consent withdrawn": _NOWHERE,
    "consent ended": _NOWHERE,
    "consent on its last day": _EVERYWHERE,
    "consent from tomorrow": _EDITORS,
    "consent for the web only": _EVERYWHERE - _PASSED_ON - {"book", "EPUB", "poster"},
    "consent for web and book": _EVERYWHERE - _PASSED_ON,
    "consent for the book only": _EDITORS,
    "consent written twice": _NOWHERE,
    "withdrawn, not indented": _NOWHERE,
    "withdrawn, misspelt": _NOWHERE,
    "status idea": _STRANGERS,
    "status draft": _STRANGERS,
    "status review": _STRANGERS,
    "status withdrawn": _NOWHERE,
    "status misspelt": _NOWHERE,
    "to appear tomorrow": _STRANGERS,
    "not approved": _EDITORS,
    "approved tomorrow": _EDITORS,
    "changed since approval": _EDITORS,
    "all rights kept": _EVERYWHERE - _PASSED_ON - {"book", "EPUB", "poster"},
    "adults without permission": _EDITORS,
    "children without permission": _EDITORS,
    "a telephone number": _EDITORS,
}
"""On which surfaces a story behind each gate is."""


def _word(number: int) -> str:
    """A word that stands nowhere else, and in which no other is."""
    return "zxqv" + "".join("abcdefghij"[int(figure)] for figure in f"{number:03}") + "vqxz"


WORDS = {
    (gate, kind): _word(3 * number + at)
    for number, gate in enumerate(GATES)
    for at, kind in enumerate(("story", "translation"))
}


def _written(word: str, gate: str, more: str = "") -> str:
    facts = _OPEN | GATES[gate]
    return _STORY.format(word=word, **(facts | {"more": f"{facts['more']}\n{more}"}))


@pytest.fixture(scope="module")
def root(drawn_anytown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anytown with a story behind each gate, and beside each a translation that is itself open."""
    root = tmp_path_factory.mktemp("gates") / "anytown"
    shutil.copytree(drawn_anytown, root)
    committed(root)
    for number, gate in enumerate(GATES):
        for at, kind in enumerate(("story", "translation")):
            word = WORDS[gate, kind]
            folder = root / "stories" / f"{kind}-{number}"
            folder.mkdir()
            more = f"language: pl\ntranslation_of: story-{number}" if kind == "translation" else ""
            text = _written(word, gate if kind == "story" else "open", more)
            (folder / "story.md").write_text(text, "utf-8")
            (folder / "photo.jpg").write_bytes(pictures.patterned(2 * number + at))
    return root


def _type(root: Path, command: str, *words: str) -> str:
    said = StringIO()
    with redirect_stdout(said):
        COMMANDS[command](PROJECT, read_arguments(PROJECT, [command, "--root", str(root), *words]))
    return said.getvalue()


def _printed(folder: Path) -> str:
    found = []
    for file in folder.glob("*.pdf"):
        with PdfDocument(file) as opened:
            found += [page.get_textpage().get_text_range() for page in opened]
    return "".join("".join(found).split()).replace("\ufffe", "").replace("-", "")


def _below(site: Path, wanted: Callable[[str], bool]) -> str:
    parts = []
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.is_file() and wanted(path):
            aside = site.parent / "aside"
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir()
            shutil.copy(file, aside / file.name)
            parts.append(everything_said(aside))
    return "\n".join(parts)


def _posters(root: Path, to: Path) -> str:
    names = [f"{kind}-{number}" for number in range(len(GATES)) for kind in ("story", "translation")]
    for name in names:
        _type(root, "poster", name, "--to", str(to / name))
    return "\n".join(_printed(to / name) for name in names if (to / name).is_dir())


@pytest.fixture(scope="module")
def said(root: Path) -> dict[str, str]:
    """All that each surface says."""
    beside = root.parent
    site = beside / "site"
    assert built(root, site, today=TODAY).built
    _type(root, "book", "--to", str(beside / "book"))
    _type(root, "newsletter", f"{TODAY:%Y-%m}", "--to", str(beside / "letter"))
    _type(root, "folder", str(beside / "folder"))
    _type(root, "preview", "--since", "HEAD", "--out", str(beside / "editors"))
    _type(root, "preview", "--since", "HEAD", "--agreed-only", "--out", str(beside / "strangers"))
    assert built(root, site, today=TODAY).built
    (beside / "epub").mkdir()
    for file in (beside / "book").glob("*.epub"):
        shutil.copy(file, beside / "epub")
    return {
        "pages": _below(site, lambda path: path.endswith(".html")),
        "search": _below(site, lambda path: "pagefind" in path or "search" in path),
        "sitemap": _below(site, lambda path: path.startswith("sitemap")),
        "feeds": _below(site, lambda path: path.startswith("feed") and not path.endswith(".html")),
        "data": _below(site, lambda path: path.startswith("data/") and not path.endswith(".html")),
        "book": _printed(beside / "book"),
        "EPUB": everything_said(beside / "epub"),
        "poster": _posters(root, beside / "posters"),
        "newsletter": everything_said(beside / "letter"),
        "folder": everything_said(beside / "folder"),
        "check": "".join(_type(root, "check", "--format", form) for form in ("text", "json", "comment")),
        "desk": _type(root, "desk") + _type(root, "desk", "--json") + _type(root, "desk", "--csv"),
        "preview for editors": everything_said(beside / "editors"),
        "preview for strangers": everything_said(beside / "strangers"),
    }


@pytest.fixture(scope="module")
def found(root: Path, said: dict[str, str]) -> dict[tuple[str, str], frozenset[str]]:
    """Where a story behind each gate and its translation are found, by a word, a photo, or an address in a sitemap."""
    beside = root.parent
    seen = {
        "photos": _pictures_in(beside / "site/photos"),
        "photos for strangers": _pictures_in(beside / "strangers"),
        "cached photos": _pictures_in(root / ".cache/photos"),
    }
    result = {}
    for number, gate in enumerate(GATES):
        for at, kind in enumerate(("story", "translation")):
            marks = dict.fromkeys(said, WORDS[gate, kind]) | {"sitemap": f"/{kind}-{number}/"}
            likeness = likenesses(pictures.patterned(2 * number + at))
            result[gate, kind] = frozenset(surface for surface, text in said.items() if marks[surface] in text) | {
                surface for surface, files in seen.items() if any(looks_like(data, likeness) for data in files)
            }
    return result


def _pictures_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.rglob("*-400*.jpg"))]


@pytest.mark.parametrize("kind", ["story", "translation"])
@pytest.mark.parametrize("gate", GATES)
def test_behind_each_gate_a_story_and_its_translation_are_where_they_may_be_and_nowhere_else(
    found: dict[tuple[str, str], frozenset[str]], gate: str, kind: str
):
    assert sorted(found[gate, kind]) == sorted(EXPECTED[gate])


@pytest.mark.parametrize("gate", ["open", "no consent", "status draft", "consent ended", "status withdrawn"])
def test_a_proof_is_for_whoever_tells_the_story_until_it_has_gone(root: Path, tmp_path: Path, gate: str):
    _type(root, "proof", f"story-{list(GATES).index(gate)}", "--out", str(tmp_path))

    proof = everything_said(tmp_path)
    assert (WORDS[gate, "story"] in proof) == (gate not in {"consent ended", "status withdrawn"})


def test_the_table_of_gates_is_written_down(found: dict[tuple[str, str], frozenset[str]], accept: bool):
    print(_table(found))

    before, _, _ = TABLE.read_text("utf-8").partition("| gate |")
    assert_golden(before + _table(found), TABLE, accept)


def _table(found: dict[tuple[str, str], frozenset[str]]) -> str:
    lines = ["| gate | " + " | ".join(SURFACES) + " |", "|---" * (len(SURFACES) + 1) + "|"]
    for gate in GATES:
        cells = ["yes" if surface in found[gate, "story"] else "" for surface in SURFACES]
        lines.append(f"| {gate} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
