"""The tins, and all that asks for a story, can be read by an eleven-year-old: measured by formula, page by page."""

import re
from pathlib import Path

import pyphen
import pytest
from storyguide.making.output import OutputPage
from storyguide.making.pages.tell import make_tell
from storyguide.model.guide import Guide
from storyguide.reading.edition import read_edition

PROJECT = Path(__file__).parents[1]
OLDEST = 12
"""Years."""
_BRITISH = pyphen.Pyphen(lang="en_GB")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BLOCK_END = re.compile(r"</(?:p|li|h\d|nav|div)>|<br>")
_TAG = re.compile(r"<[^>]*>")
_MARKS = re.compile(r"[*_`#>|]|\[ \]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE)

_VOWELS = re.compile("[aeiouy]+")
_SILENT = re.compile("(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![td])ed$")

EDITIONS = (PROJECT, PROJECT / "tests" / "guides" / "anytown")
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


def words_in(html: str) -> str:
    """What a page's HTML says, each paragraph, heading and line of a list a sentence of its own."""
    parts = (" ".join(_TAG.sub("", part).split()) for part in _BLOCK_END.split(html))
    return " ".join(part if part[-1] in ".?!:" else f"{part}." for part in parts if part)


def syllables_of(word: str) -> int:
    """As many as the hyphens a printer might set or as the groups of vowels, whichever are more: better too old."""
    vowels = len(_VOWELS.findall(_SILENT.sub("", word.lower())))
    return max(1, vowels, len(_BRITISH.positions(word)) + 1)


def reading_age(text: str) -> float:
    """Years, by the Flesch-Kincaid grade (Kincaid and others, 1975): years of school, which begins at five."""
    words = re.findall(r"[\w’'-]+", text)
    sentences = max(1, len(re.findall(r"[.?!:]+(?=\s|$)", text)))
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 + 5


def test_every_page_of_every_tin_can_be_read_at_eleven(capsys: pytest.CaptureFixture[str]):
    ages = {page: reading_age(words_of(page)) for page in PAGES}

    by_tin: dict[str, list[float]] = {}
    for page, age in ages.items():
        by_tin.setdefault(page.parent.name, []).append(age)
    with capsys.disabled():
        print("\nReading ages, mean and oldest page of each tin:")
        for tin, found in by_tin.items():
            print(f"  {tin}: {sum(found) / len(found):.1f}, {max(found):.1f}")
    assert len(by_tin) == 6
    assert {page.relative_to(PROJECT).as_posix(): age for page, age in ages.items() if age >= OLDEST} == {}


@pytest.mark.parametrize("root", EDITIONS, ids=lambda root: root.name)
def test_the_page_that_asks_for_a_story_can_be_read_at_eleven(root: Path, capsys: pytest.CaptureFixture[str]):
    edition, _ = read_edition(root)
    assert edition
    (page,) = [made for made in make_tell(Guide(edition=edition)) if isinstance(made, OutputPage)]

    age = reading_age(words_in(page.html))

    with capsys.disabled():
        print(f"\nReading age of “{page.title}”: {age:.1f}")
    assert age < OLDEST


def test_the_first_door_for_contributors_can_be_read_at_eleven(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    _, first, *_ = re.split(r"(?m)^## ", (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    page = tmp_path / "first.md"
    page.write_text(first, encoding="utf-8")

    age = reading_age(words_of(page))

    with capsys.disabled():
        print(f"\nReading age of the first door: {age:.1f}")
    assert age < OLDEST


def test_a_page_written_for_committees_would_be_found_out(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: x\n---\nStakeholder engagement methodologies necessitate interdisciplinary collaboration "
        "throughout organisational transformation, notwithstanding institutional considerations.\n",
        encoding="utf-8",
    )

    assert reading_age(words_of(page)) > OLDEST
