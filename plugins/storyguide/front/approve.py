"""The command that writes down that a storyteller has seen the proof and said yes, and to which words."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import re
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.front.door import say
from storyguide.front.proof import FOLDER, PAGE, alone, no_such_story
from storyguide.front.terminal import tell

if TYPE_CHECKING:
    from storyguide.model.problem import Problem
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1
_STATUS = re.compile(rb"^status:.*$", re.MULTILINE)


def approve(project: Path, asked: Namespace) -> int:
    """Record the day of the storyteller's yes, and the mark of the words it was said to."""
    from storyguide.engines.clock import today as this_day
    from storyguide.model.people import DAY_TO_FILL_IN
    from storyguide.reading.approval import mark_of_wording
    from storyguide.tending.approving import approved
    from storyguide.tending.taking_down import FILE, slug_today, story_in
    from storyguide.transaction import write_whole

    today = this_day()
    root, day = asked.root, asked.on or today
    slug = slug_today(root, Path(asked.slug).name)
    file = root / "stories" / slug / FILE
    story = story_in(file.parent)
    if story is None:
        say(f"{no_such_story(root, slug)} Nothing was written.")
        return REFUSED
    mark = mark_of_wording(story)
    if why := _why_not(story, day, today) or _seen_otherwise(root, slug, mark):
        say(f"Nothing was written. {why}")
        return REFUSED
    data = file.read_bytes()
    after = approved(data, day)
    if problems := _in_the_way(root, slug, after or data, today):
        from storyguide import telling

        tell(telling.as_text(problems))
        say("What is told above has to be mended before anybody can say yes to the story. Nothing was written.")
        return REFUSED
    if after is None:
        say(
            f"The facts in stories/{slug}/{FILE} are written in a way that only a person should change. "
            f"Write there, with the day of their yes in place of {DAY_TO_FILL_IN}: "
            f"approved_on: {DAY_TO_FILL_IN} and on a line below: approved_words: {mark}"
        )
        return REFUSED
    if after != data:
        write_whole(file, after)
    tell(*_done(story, day, mark))
    return DONE


def _why_not(story: "Story", day: date, today: date) -> str:
    """Why nobody can say yes to this story on this day, or ""."""
    from storyguide.making.render import in_words
    from storyguide.model.gates import has_gone
    from storyguide.model.story import Kind

    if has_gone(story, today):
        return f"The story at stories/{story.slug} has been taken down, or the storyteller’s consent has ended."
    if story.kind is Kind.FACT_FILE:
        return f"stories/{story.slug} is a fact-file: the editors wrote it, and it waits for nobody’s yes."
    if day > today:
        return f"{in_words(day)} is still to come. With --on goes the day on which the storyteller said yes."
    if story.consent is None or story.consent.given is None:
        return (
            f"Nothing in stories/{story.slug} says that the storyteller agreed to be published at all. Ask them first, "
            "and write the day under “consent:” as “given:”. Saying yes to a proof comes after that."
        )
    return ""


def _seen_otherwise(root: Path, slug: str, mark: str) -> str:
    """Return why nobody can have agreed to these words, going by the proofs made under any of its names; else ""."""
    from storyguide.tending.taking_down import older_addresses

    names = dict.fromkeys((slug, *reversed(older_addresses(root / "stories" / slug))))
    pages = [page for name in names if (page := root / FOLDER / PAGE.format(name)).is_file()]
    if not pages or any(mark in page.read_text(encoding="utf-8") for page in pages):
        return ""
    page = pages[0]
    return (
        f"The proof in {FOLDER}/{page.name} shows other words than the story has now, so nobody can have said "
        f"yes to these. Make a new one and ask again:\n  python3 build.py proof {slug}"
    )


def _in_the_way(root: Path, slug: str, data: bytes, today: date) -> "list[Problem]":
    """What would keep the story from being published if its file held this, and said that it is ready."""
    path = f"stories/{slug}/story.md"
    problems = alone(root, slug, today=today, data=_STATUS.sub(b"status: ready", data, count=1)).problems
    return [problem for problem in problems if problem.where.path == path and problem.blocks]


def _done(story: "Story", day: date, mark: str) -> Iterator[str]:
    from storyguide.making.render import in_words
    from storyguide.model.story import Status

    name = story.storyteller.name if story.storyteller else "the storyteller"
    yield f"Written into stories/{story.slug}/story.md: {name} said yes to “{story.title}” on {in_words(day)}."
    yield f"The wording they said yes to is {mark}: look whether the same stands in their proof."
    yield "If a word is changed from now on, the story waits until they have been asked again."
    if story.status is not Status.READY:
        yield f"Its status is “{story.status.value}”: to publish it, write: status: ready"
