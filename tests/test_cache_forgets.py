"""What is kept between builds holds nothing of a story once it has been taken down, in whatever way that was said."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from storyguide.editing.leaks.search import everything_said

from tests.conftest import TODAY, built

pytestmark = pytest.mark.slow

STORY = """---
title: The quixpepper of Millbank
summary: All about the quixpepper.
storyteller: Quixpepper Jones
place: Millbank
themes: [Company]
told_on: 2026-06-06
consent:
  given: 2026-06-01
approved_on: 2026-06-05
licence: CC BY-SA 4.0
---
The quixpepper came on a Tuesday.
"""
TRANSLATION = (
    STORY.replace("quixpepper", "zwarbleblint")
    .replace("Quixpepper", "Zwarbleblint")
    .replace("licence", "language: pl\ntranslation_of: pepper\nlicence")
)
REPLY = "---\nby: Ana\non: 2026-06-10\nconsent:\n  given: 2026-06-10\n---\nI grew a vimpleflax beside it.\n"
WORDS = ("quixpepper", "zwarbleblint", "vimpleflax")


def consent_ended(text: str) -> str:
    return text.replace("given: 2026-06-01", f"given: 2026-06-01\n  until: {TODAY - timedelta(days=1)}")


def consent_withdrawn(text: str) -> str:
    return text.replace("given: 2026-06-01", f"given: 2026-06-01\n  withdrawn: {TODAY}")


def status_withdrawn(text: str) -> str:
    return text.replace("licence", "status: withdrawn\nlicence")


@pytest.fixture
def told(anytown: Path) -> Path:
    """Anytown with a story, its translation and a reply to it, built."""
    for slug, text in (("pepper", STORY), ("blint", TRANSLATION)):
        (anytown / "stories" / slug).mkdir()
        (anytown / "stories" / slug / "story.md").write_text(text, "utf-8")
    (anytown / "stories/pepper/replies").mkdir()
    (anytown / "stories/pepper/replies/ana.md").write_text(REPLY, "utf-8")
    built(anytown, anytown.parent / "site")
    return anytown


def cached(root: Path) -> str:
    return everything_said(root / ".cache").casefold()


def test_what_was_read_of_a_story_is_kept_while_it_stands(told: Path):
    said = cached(told)

    assert [word for word in WORDS if word in said] == list(WORDS)


@pytest.mark.parametrize("change", [consent_ended, consent_withdrawn, status_withdrawn], ids=lambda one: one.__name__)
def test_nothing_of_a_story_its_translation_and_its_replies_is_kept_once_it_is_gone(
    told: Path, change: Callable[[str], str]
):
    (told / "stories/pepper/story.md").write_text(change(STORY), "utf-8")
    for _ in range(2):
        built(told, told.parent / "site")

        said = cached(told)
        assert [word for word in WORDS if word in said] == []


def test_nothing_is_kept_of_a_story_whose_last_day_has_passed_and_whose_file_has_not_changed(told: Path):
    (told / "stories/pepper/story.md").write_text(
        STORY.replace("given: 2026-06-01", f"given: 2026-06-01\n  until: {TODAY}"), "utf-8"
    )
    built(told, told.parent / "site")
    assert "quixpepper" in cached(told)

    built(told, told.parent / "site", today=TODAY + timedelta(days=1))

    said = cached(told)
    assert [word for word in WORDS if word in said] == []


def test_a_story_that_is_agreed_to_anew_is_kept_again(told: Path):
    file = told / "stories/pepper/story.md"
    file.write_text(consent_ended(STORY), "utf-8")
    built(told, told.parent / "site")

    file.write_text(STORY, "utf-8")
    built(told, told.parent / "site")

    assert "quixpepper" in cached(told)
    for slug, word in (("pepper", "quixpepper"), ("blint", "zwarbleblint")):
        assert word in (told.parent / f"site/stories/{slug}/index.html").read_text("utf-8")
    assert "vimpleflax" in (told.parent / "site/stories/pepper/index.html").read_text("utf-8")
