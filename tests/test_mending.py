"""Ten faults, each in a story of its own: told with their lines, keeping nobody else back, mended as told."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from storyguide.site.ledger import LEDGER

from tests.conftest import built
from tests.pictures import jpeg

SOUND = """---
title: "The swap shelf"
summary: "Leave a jar, take a jar."
storyteller: Ida Buttonhook
place: Lark Hill
themes: [Company]
told_on: 2026-05-03
photos:
  - file: shelf.jpg
    alt: "A shelf with nine jars."
    credit: Ida Buttonhook
    licence: CC BY-SA 4.0
consent:
  given: 2026-05-01
approved_on: 2026-05-02
licence: CC BY-SA 4.0
---
There is a shelf by the pump. Somebody dusts it.
"""


@dataclass(frozen=True)
class Fault:
    code: str
    seed: Callable[[str], str]
    line: int
    said: str
    """Part of what is told as the mend."""
    mend: Callable[[list[str]], None]
    """Does to the file's lines what is told, and no more."""


def put(written: str, instead: str) -> Callable[[str], str]:
    return lambda text: text.replace(written, instead, 1)


def write(line: int, text: str) -> Callable[[list[str]], None]:
    def mend(lines: list[str]) -> None:
        lines[line - 1] = text

    return mend


def change(line: int, written: str, instead: str) -> Callable[[list[str]], None]:
    def mend(lines: list[str]) -> None:
        assert written in lines[line - 1]
        lines[line - 1] = lines[line - 1].replace(written, instead)

    return mend


def add(after: int, *added: str) -> Callable[[list[str]], None]:
    def mend(lines: list[str]) -> None:
        lines[after:after] = added

    return mend


def delete(line: int) -> Callable[[list[str]], None]:
    def mend(lines: list[str]) -> None:
        del lines[line - 1]

    return mend


FAULTS = {
    "colon-in-title": Fault(
        "colon-in-value",
        put('"The swap shelf"', "The swap shelf: jars"),
        2,
        'title: "The swap shelf: jars"',
        write(2, 'title: "The swap shelf: jars"'),
    ),
    "misspelt-key": Fault("unknown-fact", put("summary:", "sumary:"), 3, "“summary”", change(3, "sumary", "summary")),
    "unknown-theme": Fault(
        "unknown-theme", put("[Company]", "[Compny]"), 6, "“Company”", change(6, "Compny", "Company")
    ),
    "missing-alt": Fault(
        "missing-alt",
        put('    alt: "A shelf with nine jars."\n', ""),
        9,
        "alt: Two women mending a bicycle in a church hall",
        add(9, "    alt: Nine jars on a shelf"),
    ),
    "bad-date": Fault(
        "not-a-day", put("2026-05-03", "31 May 26"), 7, "told_on: 2026-03-14", write(7, "told_on: 2026-05-31")
    ),
    "tab": Fault("tab", put("  given", "\tgiven"), 14, "Press the space bar instead", change(14, "\t", "  ")),
    "duplicate-key": Fault(
        "written-twice",
        put("place: Lark Hill", "place: Lark Hill\nplace: Millbank"),
        6,
        "Keep the right one and delete the other.",
        delete(6),
    ),
    "false-jpeg": Fault("not-a-photo", lambda text: text, 9, "Put the picture itself in its place", lambda lines: None),
    "missing-consent": Fault(
        "missing-fact",
        put("consent:\n  given: 2026-05-01\n", ""),
        2,
        "consent:\n      given: YEAR-MONTH-DAY",
        add(1, "consent:", "  given: 2026-03-01"),
    ),
    "unknown-place": Fault(
        "unknown-place", put("Lark Hill", "Lurk Hill"), 5, "“Lark Hill”", change(5, "Lurk Hill", "Lark Hill")
    ),
}
NOT_A_PHOTO = b"<!DOCTYPE html><title>Sign in</title><p>Please sign in to see this picture.</p>"


@pytest.fixture
def faulty(anytown: Path) -> Path:
    """Anytown before it was ever published, with ten more stories, each with one fault, and one without any."""
    (anytown / LEDGER).unlink()
    for name in ("kite-loft", "pickle-club"):
        shutil.rmtree(anytown / "stories" / name)  # gone, which is told too
    for slug, seed in {"swap-shelf": lambda text: text, **{slug: fault.seed for slug, fault in FAULTS.items()}}.items():
        folder = anytown / "stories" / slug
        folder.mkdir()
        (folder / "story.md").write_text(seed(SOUND), encoding="utf-8")
        (folder / "shelf.jpg").write_bytes(NOT_A_PHOTO if slug == "false-jpeg" else jpeg())
    return anytown


def test_each_of_ten_faults_is_told_once_with_its_file_its_line_and_what_to_do(faulty: Path, tmp_path: Path):
    told = built(faulty, tmp_path / "site").problems

    assert {problem.where.path: (problem.code, problem.where.line) for problem in told} == {
        f"stories/{slug}/story.md": (fault.code, fault.line) for slug, fault in FAULTS.items()
    }
    assert len(told) == 10
    for problem in told:
        assert FAULTS[problem.where.path.split("/")[1]].said in problem.mend.replace("\n  given", "\n      given")


def test_the_other_stories_are_built_and_so_is_the_one_with_a_false_photo(faulty: Path, tmp_path: Path):
    published = built(faulty, tmp_path / "site")

    pages = {path.parent.name for path in (tmp_path / "site/stories").glob("*/index.html")}
    assert {"swap-shelf", "false-jpeg", "repair-cafe", "bus-shelter-library"} <= pages
    assert set(published.held) == FAULTS.keys() - {"false-jpeg"}
    assert pages.isdisjoint(published.held)


def test_each_mend_works(faulty: Path, tmp_path: Path):
    for slug, fault in FAULTS.items():
        file = faulty / "stories" / slug / "story.md"
        lines = file.read_text(encoding="utf-8").split("\n")
        fault.mend(lines)
        file.write_text("\n".join(lines), encoding="utf-8")
    (faulty / "stories/false-jpeg/shelf.jpg").write_bytes(jpeg())

    published = built(faulty, tmp_path / "site")

    assert published.told == ""
    assert published.held == ()
    assert published.stories == 9 + 1 + 10
