"""What a preview shows beside what is published, and what it never shows."""

from datetime import date
from itertools import combinations

import pytest
from storyguide.checking.previewing import may_be_taken_down, shown_all_the_same, why_unpublished
from storyguide.making.everything import make
from storyguide.model.framework import Evidence
from storyguide.model.guide import Guide
from storyguide.model.licence import ALL_RIGHTS_KEPT
from storyguide.model.people import Consent
from storyguide.model.problem import Problem
from storyguide.model.source import Source
from storyguide.model.story import Kind, Status, Story

from tests.builders import a_story, an_edition

TODAY = date(2026, 11, 22)
FILE = "stories/repair-cafe/story.md"
TEXT = """---
title: Repair café
summary: Mending things together.
kind: told
places: [Eastside]
themes: [repair]
status: ready
consent:
  withdrawn: 2026-02-30
  until: never
widthdrawn: 2026-02-02
 consnet:
   by: phone
until: 2026-01-01
photos:
  - file: a.jpg
---
status: not a fact
"""


def why(story: Story, *blocked: str) -> dict[str, tuple[str, ...]]:
    return why_unpublished([story], today=TODAY, blocked=blocked, is_address=str.isascii)


def shown(story: Story, told: tuple[Problem, ...] = (), agreed_only: bool = False) -> list[Story]:
    unpublished = why(story, FILE)
    return list(
        shown_all_the_same(
            [story],
            unpublished,
            an_edition(),
            today=TODAY,
            told=told,
            text_of=lambda _: TEXT,
            blocked=(),
            agreed_only=agreed_only,
        )
    )


def test_of_a_published_story_there_is_nothing_to_say():
    assert why(a_story()) == {}


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"status": Status.DRAFT}, ("its status is “draft”",)),
        ({"status": Status.REVIEW, "consent": None}, ("its status is “review”", "it waits for consent")),
        ({"publish_on": date(2027, 3, 1)}, ("it is to appear on 1 March 2027",)),
        ({"consent": Consent(given=date(2026, 3, 1), surfaces=("book",))}, ("it waits for consent",)),
        ({"kind": Kind.FACT_FILE, "consent": None, "status": Status.IDEA}, ("its status is “idea”",)),
    ],
)
def test_each_reason_is_said(changes: dict[str, object], reasons: tuple[str, ...]):
    assert why(a_story(**changes)) == {"repair-cafe": reasons}


def test_what_has_to_be_mended_is_a_reason_and_so_is_what_nobody_could_read():
    assert why(a_story(), FILE, "stories/tea/story.md", "docs/on-the-tin/tea/index.md", "stories/trails.yml") == {
        "repair-cafe": ("something in it has to be mended first",),
        "tea": ("it cannot be read yet",),
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.WITHDRAWN},
        {"consent": Consent(given=date(2026, 3, 1), withdrawn=date(2026, 4, 1))},
        {"consent": Consent(given=date(2026, 3, 1), until=date(2026, 4, 1))},
    ],
    ids=["taken down", "consent taken back", "consent ended"],
)
def test_a_story_that_has_gone_is_never_shown(changes: dict[str, object]):
    assert why(a_story(**changes), FILE) == {}
    assert shown(a_story(**changes)) == []


@pytest.mark.parametrize("slug", ["page", "told", "ÿ"])
def test_what_cannot_stand_at_its_own_address_has_no_page(slug: str):
    assert why(a_story(slug=slug, status=Status.DRAFT)) == {}


def test_where_a_slip_stands_in_status_or_consent_the_story_may_be_one_that_was_taken_down():
    slips = [Problem(code="x", where=Source(FILE, line), message="", mend="") for line in range(1, 19)]

    hidden = [slip.where.line for slip in slips if not shown(a_story(), (slip,))]

    assert hidden == [7, 8, 9, 10, 11, 12, 13, 14]


def test_for_strangers_a_told_story_without_any_consent_is_not_shown():
    without = [a_story(consent=None), a_story(consent=Consent()), a_story(kind=Kind.FACT_FILE, consent=None)]

    assert [len(shown(story, agreed_only=True)) for story in without] == [0, 0, 1]
    assert [len(shown(story)) for story in without] == [1, 1, 1]


UNFINISHED = {
    "title": "",
    "summary": "",
    "places": ("nowhere",),
    "themes": ("nothing",),
    "evidence": (Evidence(dimension="none", sentence="We did."),),
    "told_on": date.min,
    "storyteller": None,
    "licence": ALL_RIGHTS_KEPT,
    "also_at": ("page",),
    "translation_of": "repair-cafe",
}


@pytest.mark.parametrize("left", [*combinations(UNFINISHED, 1), tuple(UNFINISHED)], ids=" ".join)
def test_a_story_with_anything_missing_still_has_a_page(left: tuple[str, ...]):
    story = a_story(slug="tea", status=Status.DRAFT, **{name: UNFINISHED[name] for name in left})
    unpublished = why(story, "stories/tea/story.md")
    stories = tuple(
        shown_all_the_same(
            [story], unpublished, an_edition(), today=TODAY, told=(), text_of=str, blocked=(), agreed_only=False
        )
    )

    guide = Guide(edition=an_edition(), stories=(*stories, a_story()), unpublished=unpublished)
    made = {one.path: one for one in make(guide)}

    assert (
        "Not published: its status is “draft”; something in it has to be mended first." in made["stories/tea.md"].html
    )
    assert "stories/page.md" not in made


@pytest.mark.parametrize(
    "line",
    [
        "withdrawn by telephone at half past ten",
        "withdrawn = 2026-02-02",
        "date_withdrawn: 2026-02-02",
        "withdrawal: 2026-02-02",
        "Status withdrawn",
        "  - widthdrawn: 2026-02-02",
    ],
)
def test_a_line_that_may_take_a_story_down_is_known_however_it_is_written(line: str):
    assert may_be_taken_down(f"---\ntitle: The repair café\n{line}\n---\nWe meet.\n", [3])
    assert not may_be_taken_down(f"---\ntitle: The repair café\n{line}\n---\nWe meet.\n", [2])
