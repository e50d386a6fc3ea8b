"""Trails are read from their file, and every fault in it is told."""

from pathlib import Path

import pytest
from storyguide.model.source import Source
from storyguide.reading.edition import read_edition
from storyguide.reading.trails import read_trails

from tests.reading.test_edition import SOUND as EDITION

SOUND = """\
trails:
  - title: Things that were carried
    summary: A toaster and a pot.
    intro: |
      Begin by the *river*.
    time: an afternoon
    how: on foot
    stops:
      - story: repair-cafe
        words: Start with [a toaster](../repair-cafe/story.md).
      - {story: soup-on-the-steps, words: Then a pot.}
  - {title: Uphill, slug: up, summary: Two hills., stops: []}
"""


@pytest.fixture
def told(tmp_path: Path):
    """Called with the text of the file, gives what was read and what was told."""

    def read(text: str):
        (tmp_path / "stories").mkdir(exist_ok=True)
        (tmp_path / "stories/trails.yml").write_text(text, encoding="utf-8")
        return read_trails(tmp_path)

    return read


def test_a_trail_is_read_whole_and_in_order(told):
    (carried, uphill), problems = told(SOUND)

    assert problems == ()
    assert (carried.slug, carried.title) == ("things-that-were-carried", "Things that were carried")
    assert carried.summary == "A toaster and a pot."
    assert carried.intro.html == "<p>Begin by the <em>river</em>.</p>\n"
    assert (carried.time, carried.how) == ("an afternoon", "on foot")
    assert [stop.story for stop in carried.stops] == ["repair-cafe", "soup-on-the-steps"]
    assert carried.stops[0].words.stories == ("repair-cafe",)
    assert carried.stops[0].source == Source("stories/trails.yml", 9)
    assert uphill.slug == "up"
    assert (uphill.time, uphill.how, uphill.intro.html) == ("", "", "")


def test_a_guide_without_trails_is_sound(tmp_path):
    assert read_trails(tmp_path) == ((), ())


def test_the_edition_has_its_trails(tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/edition.yml").write_text(EDITION, encoding="utf-8")
    (tmp_path / "stories/trails.yml").write_text(SOUND + "  - {title: Down}\n", encoding="utf-8")

    edition, problems = read_edition(tmp_path)

    assert [trail.slug for trail in edition.trails] == ["things-that-were-carried", "up"]
    assert [problem.where for problem in problems] == [Source("stories/trails.yml", 13)]


@pytest.mark.parametrize(("change", "code", "line"), [
    (("        words: Start with [a toaster](../repair-cafe/story.md).\n", ""), "missing-fact", 9),
    (("      - story: repair-cafe\n        words:", "      - words:"), "missing-fact", 9),
    (("    summary: A toaster and a pot.\n", ""), "missing-fact", 2),
    (("    summary: A", "    sumary: A"), "unknown-fact", 3),
    (("story: soup-on-the-steps", "story: repair-cafe"), "same-twice", 11),
    (("story: repair-cafe", "story: Repair Café"), "not-an-address-name", 9),
    (("title: Uphill, slug: up", "title: Things that were carried"), "listed-twice", 12),
    (("title: Uphill, slug: up", "title: В гору"), "no-address", 12),
    (("words: Then a pot.", "words: Then a <b>pot</b>."), "html-in-words", 11),
    (("trails:\n", "trials:\n"), "unknown-fact", 1),
])  # fmt: skip
def test_a_fault_is_told_with_its_line(told, change, code, line):
    assert change[0] in SOUND

    _, problems = told(SOUND.replace(*change))

    assert (code, line) in [(problem.code, problem.where.line) for problem in problems]


def test_a_stop_that_cannot_be_read_is_left_out_and_its_trail_kept(told):
    (carried, _), _ = told(SOUND.replace("words: Then a pot.", "word: Then a pot."))

    assert [stop.story for stop in carried.stops] == ["repair-cafe"]


def test_each_fault_is_told_once(told):
    _, problems = told(SOUND.replace("Begin by the *river*.", "Begin by the river. " * 200))

    assert [problem.code for problem in problems] == ["too-long"]
