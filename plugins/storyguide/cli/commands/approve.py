"""The command that writes down that a storyteller has seen the proof and said yes, and to which words."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from storyguide.cli.argument_types import day
from storyguide.cli.command import Command, Topic
from storyguide.cli.commands.proof import FOLDER, PAGE
from storyguide.cli.guide import alone, no_such_story
from storyguide.cli.terminal import say, tell

if TYPE_CHECKING:
    from storyguide.model.problem import Problem
    from storyguide.model.story import Story

DONE, REFUSED = 0, 1


COMMAND = Command(
    topic=Topic.STORIES,
    rank=3,
    help="write down that the storyteller has said yes, and to which words",
    description=(
        "If a word of the story is changed afterwards it is not published until they have been asked again. "
        "A space, a line break or a quotation mark makes no difference."
    ),
    examples=("approve tea-and-tales", "approve tea-and-tales --on YEAR-MONTH-DAY"),
    not_done="The storyteller’s yes is NOT written down.",
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what may follow it."""
    parser.add_argument("slug", metavar="STORY", help="the name of its folder")
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="when they said yes, as year, month and day (default: today)"
    )


def run(project: Path, asked: Namespace) -> int:
    """Record the day of the storyteller's yes, and the mark of the words it was said to."""
    from storyguide.editing.approval import approved
    from storyguide.editing.story_folders import FILE, slug_today, story_in
    from storyguide.model.people import DAY_TO_FILL_IN
    from storyguide.reading.approval import mark_of_wording
    from storyguide.transaction import write_whole

    today = date.today()
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
    tell(*_done(story, day, mark, proved=bool(_proofs(root, slug))))
    return DONE


def _why_not(story: "Story", day: date, today: date) -> str:
    """Why nobody can say yes to this story on this day, or ""."""
    from storyguide.editing.story_folders import FILE
    from storyguide.making.render import in_words
    from storyguide.model.gates import has_gone
    from storyguide.model.story import Kind

    if has_gone(story, today):
        return f"The story at stories/{story.slug} has been taken down, or the storyteller’s consent has ended."
    if story.kind is Kind.FACT_FILE:
        return f"stories/{story.slug} is a fact-file: the editors wrote it, and it waits for nobody’s yes."
    if day < story.told_on:
        return (
            f"stories/{story.slug} says that it was told on {in_words(story.told_on)}, and nobody can have said yes to "
            f"it before that, on {in_words(day)}. Look at both days: at “told_on” in its {FILE}, and at --on."
        )
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
    pages = _proofs(root, slug)
    if not pages or any(mark in page.read_text(encoding="utf-8") for page in pages):
        return ""
    page = pages[0]
    return (
        f"The proof in {FOLDER}/{page.name} shows other words than the story has now, so nobody can have said "
        f"yes to these. Make a new one and ask again:\n  python3 build.py proof {slug}"
    )


def _proofs(root: Path, slug: str) -> list[Path]:
    """Return the pages of proofs made of a story under any of its names, the latest name first."""
    from storyguide.editing.story_folders import older_addresses

    names = dict.fromkeys((slug, *reversed(older_addresses(root / "stories" / slug))))
    return [page for name in names if (page := root / FOLDER / PAGE.format(name)).is_file()]


def _in_the_way(root: Path, slug: str, data: bytes, today: date) -> "list[Problem]":
    """What would keep the story from being published if its file held this, and said that it is ready."""
    import re

    path = f"stories/{slug}/story.md"
    problems = alone(
        root, slug, today=today, data=re.sub(rb"^status:.*$", b"status: ready", data, count=1, flags=re.MULTILINE)
    ).problems
    return [problem for problem in problems if problem.where.path == path and problem.blocks]


def _done(story: "Story", day: date, mark: str, *, proved: bool) -> Iterator[str]:
    from storyguide.making.render import in_words
    from storyguide.model.story import Status

    name = story.storyteller.name if story.storyteller else "the storyteller"
    yield f"Written into stories/{story.slug}/story.md: {name} said yes to “{story.title}” on {in_words(day)}."
    yield f"The wording they said yes to is {mark}: look whether the same stands in their proof."
    if not proved:
        yield f"There is no proof of it in {FOLDER}/ here, so nobody has looked whether they saw just these words."
    yield "If a word is changed from now on, the story waits until they have been asked again."
    if story.status is not Status.READY:
        yield f"Its status is “{story.status.value}”: to publish it, write: status: ready"
