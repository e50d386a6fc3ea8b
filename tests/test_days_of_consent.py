"""Nothing the guide says can be pasted as a yes that nobody gave."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from storyguide.editing.story_template import begun
from storyguide.model.people import DAY_TO_FILL_IN
from storyguide.model.problems import fields, stories
from storyguide.model.source import Source
from storyguide.reading.news_fields import REPLY_FIELDS
from storyguide.reading.story_fields import STORY_FIELDS, TOLD
from storyguide.site.assembly import assemble

from tests.test_catalogue import CASES, CODES, TODAY, _expected

PROJECT = Path(__file__).parents[1]
PAGES = sorted((PROJECT / "docs/help").glob("*.md"))
HERE = Source("stories/repair-cafe/story.md", 3)
DAYS = ("given", "until", "withdrawn", "approved_on")
A_YES = re.compile(
    r"(?:\b(?:given|withdrawn|approved_on)|consent:\s+until): *[\"']?\d|permission: [^|\n]*\d{4}|approve \S+ --on \d"
)
"""A day after one of the facts by which somebody agrees."""


def offered(told: str) -> str:
    """What is said to be typed; what stands in the file may be shown as it is."""
    return "\n".join(re.findall(r"To mend it: ((?:.+\n)+?)  More:", told))


def test_a_yes_is_known_when_it_is_seen():
    for text in ("consent:\n  given: 2026-03-01", "approved_on: 2026-03-12", "permission: all agreed on 1 March 2026"):
        assert A_YES.search(text)


@pytest.mark.parametrize("code", CODES)
def test_no_mend_says_yes_for_anybody(code: str):
    assert not A_YES.search(offered(_expected(code)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_help_page_says_yes_for_anybody(page: Path):
    ours = "\n".join(line for line in page.read_text("utf-8").splitlines() if not line.startswith("- *It says:*"))

    assert not A_YES.search(ours)


@pytest.mark.parametrize("rows", [STORY_FIELDS, REPLY_FIELDS], ids=["story", "reply"])
def test_no_example_says_yes_for_anybody(rows):
    parts = [part for row in rows.values() if row.name == "consent" for part in row.parts]
    assert parts

    for row in (*rows.values(), *parts):
        assert not A_YES.search(row.example)


def test_a_new_story_says_yes_for_nobody():
    assert not A_YES.search(begun(STORY_FIELDS, kind=TOLD).replace("\n#", "\n"))


@pytest.mark.parametrize("name", DAYS)
def test_a_day_that_cannot_be_read_is_to_be_said_by_a_person(name: str):
    mend = fields.not_a_day(HERE, name, "when we met", ()).mend

    assert mend.endswith(f"{name}: {DAY_TO_FILL_IN}")


@pytest.mark.parametrize("name", ["until", "withdrawn"])
def test_a_day_left_open_is_to_be_said_by_a_person(name: str):
    assert f"{name}: {DAY_TO_FILL_IN}" in stories.consent_left_open(HERE, name).mend


@pytest.mark.parametrize("name", ["given", "approved_on"])
def test_what_is_pasted_as_it_stands_publishes_nothing(tmp_path: Path, name: str):
    shutil.copytree(CASES / "_base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "stories/repair-cafe").mkdir()
    sound = (CASES / "_sound/story.md").read_text("utf-8")
    file = tmp_path / "stories/repair-cafe/story.md"
    file.write_text(sound, "utf-8")
    assert assemble(tmp_path, today=TODAY).guide.stories
    file.write_text(re.sub(rf"{name}: .+", f"{name}: {DAY_TO_FILL_IN}", sound), "utf-8")

    assembly = assemble(tmp_path, today=TODAY)

    assert assembly.guide.stories == ()
    assert [problem.code for problem in assembly.problems if problem.blocks] == ["not-a-day"]


def test_a_day_written_in_another_order_is_the_person_s_own():
    assert fields.not_a_day(HERE, "given", "1 March 2026", [date(2026, 3, 1)]).mend == "Write: given: 2026-03-01"
