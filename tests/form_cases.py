"""Answers to the form for telling a story with what is to be told of them, and the check that tells it."""

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from storyguide.checking import check_stories
from storyguide.model.edition import Edition
from storyguide.model.problem import Problem
from storyguide.reading.edition import read_edition
from storyguide.reading.story import read_story

TODAY = date(2026, 11, 22)
SLUG = "story"

Answers = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """Some answers, and the codes of what is told of them, sorted."""

    name: str
    answers: Answers
    told: list[str]


@cache
def edition() -> Edition:
    """Anytown, which the answers are about."""
    found, _ = read_edition(Path(__file__).parent / "guides" / "anytown")
    assert found
    return replace(found, featured="")


def told_of(story: bytes, *, slug: str = SLUG) -> list[Problem]:
    """What the check tells of a story's file on the day of the tests, but for the approval that is still to come."""
    read, problems = read_story(story, path=f"stories/{slug}/story.md", slug=slug)
    of_guide = check_stories(edition(), [read] if read else [], today=TODAY)
    return [one for one in [*problems, *of_guide] if "“approved_on”" not in one.message]


def cases() -> list[Case]:
    """All of tests/form_answers.yml."""
    written = yaml.safe_load((Path(__file__).parent / "form_answers.yml").read_text(encoding="utf-8"))
    sound = written["sound"]
    return [_case(sound, one) for one in written["cases"]]


def _case(sound: Answers, written: Answers) -> Case:
    answers = deepcopy({**sound, **written.get("change", {})})
    for fact, letters in written.get("repeat", {}).items():
        first, _, rest = fact.partition(".")
        if first == "photos":
            number, name = rest.split(".")
            answers["photos"][int(number)][name] = "a" * letters
        else:
            answers[fact] = "a" * letters
    return Case(written["name"], answers, sorted(written["told"]))


CASES = cases()
