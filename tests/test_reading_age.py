"""The tins can be read by an eleven-year-old: measured by formula, page by page."""

import re
from pathlib import Path

import pytest
import textstat

PROJECT = Path(__file__).parents[1]
OLDEST = 12
"""Years. A grade of the Flesch-Kincaid formula is so many years of school, begun at five."""
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`#>|]|\[ \]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE)

PAGES = sorted((PROJECT / "docs" / "on-the-tin").glob("*/*.md"))


def words_of(page: Path) -> str:
    """What a page says, each line of a list or heading a sentence of its own; tables apart."""
    text = _LINK.sub(r"\1", _FRONT.sub("", page.read_text(encoding="utf-8")))
    parts = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+\.)\s)|\n(?=>)", text):
        said = " ".join(_MARKS.sub(" ", paragraph).split())
        if said and "---" not in said:
            parts.append(said if said[-1] in ".?!:" else f"{said}.")
    return " ".join(parts)


def test_every_page_of_every_tin_can_be_read_at_eleven(capsys: pytest.CaptureFixture[str]):
    textstat.set_lang("en_GB")
    ages = {page: textstat.flesch_kincaid_grade(words_of(page)) + 5 for page in PAGES}

    by_tin: dict[str, list[float]] = {}
    for page, age in ages.items():
        by_tin.setdefault(page.parent.name, []).append(age)
    with capsys.disabled():
        print("\nReading ages, mean and oldest page of each tin:")
        for tin, found in by_tin.items():
            print(f"  {tin}: {sum(found) / len(found):.1f}, {max(found):.1f}")
    assert len(by_tin) == 6
    assert {page.relative_to(PROJECT).as_posix(): age for page, age in ages.items() if age >= OLDEST} == {}


def test_a_page_written_for_committees_would_be_found_out(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: x\n---\nStakeholder engagement methodologies necessitate interdisciplinary collaboration "
        "throughout organisational transformation, notwithstanding institutional considerations.\n",
        encoding="utf-8",
    )

    assert textstat.flesch_kincaid_grade(words_of(page)) + 5 > OLDEST
