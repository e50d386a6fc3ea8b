"""Replies are read with their story, as strictly as the story, and no later than they change."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from storyguide.reading.store import Store
from storyguide.reading.stories import read_folder, read_stories
from storyguide.site.assembly import assemble

from tests.test_catalogue import CASES

SOUND = """\
---
by: Ana
on: 2026-06-01
consent:
  given: 2026-06-02
---
I had the other half of [that toaster](../../bread-bag/story.md), and [a kite](../bread-bag/story.md).
"""
TODAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A guide of one story."""
    folder = tmp_path / "stories/repair-cafe/replies"
    folder.mkdir(parents=True)
    (tmp_path / "stories/edition.yml").write_bytes((CASES / "_base/stories/edition.yml").read_bytes())
    (folder.parent / "story.md").write_bytes((CASES / "_sound/story.md").read_bytes())
    return tmp_path


def put(root: Path, text: str, name: str = "ana") -> Path:
    file = root / f"stories/repair-cafe/replies/{name}.md"
    file.write_text(text, encoding="utf-8")
    return file


def kept(root: Path) -> str:
    """All that is kept between builds."""
    return "".join(file.read_bytes().decode(errors="replace") for file in sorted((root / ".cache").iterdir()))


def test_a_reply_is_read_with_its_story_the_earliest_first(root: Path):
    put(root, SOUND)
    put(root, SOUND.replace("on: 2026-06-01", "on: 2026-05-01").replace("by: Ana", "by: anonymous"), "zoe")

    (story,), problems = read_stories(root)

    assert problems == ()
    assert [(reply.name, reply.by, reply.on) for reply in story.replies] == [
        ("zoe", "Somebody who asked not to be named", date(2026, 5, 1)),
        ("ana", "Ana", date(2026, 6, 1)),
    ]
    assert story.replies[1].words.stories == ("bread-bag",)
    assert read_folder(root, "repair-cafe").story == story


def test_a_fault_in_a_reply_holds_back_the_reply_alone(root: Path):
    put(root, SOUND.replace("[that toaster](../../bread-bag/story.md), and [a kite](../bread-bag/story.md)", "it"))
    put(root, SOUND.partition("consent:")[0] + "---\nRing me on 01632 960 123 today. ![Us](us.jpg)\n", "loud")

    assembly = assemble(root, today=TODAY)

    assert sorted((problem.code, problem.where.path.rpartition("/")[2]) for problem in assembly.problems) == [
        *[("missing-fact", "loud.md"), ("picture-not-here", "loud.md"), ("private-here", "loud.md")],
    ]
    assert [reply.name for reply in assembly.guide.by_slug["repair-cafe"].replies] == ["ana"]
    assert assembly.held == ()


@pytest.mark.parametrize(
    "consent", ["given: 2026-12-01", "given: 2026-06-02\n  until: 2026-07-01", "given: 2026-06-02\n  for: [book]"]
)
def test_without_consent_for_the_day_nothing_of_it_goes_further(root: Path, consent: str):
    put(root, SOUND.replace("given: 2026-06-02", consent))

    guide = assemble(root, today=TODAY).guide

    assert guide.by_slug["repair-cafe"].replies == ()


@pytest.mark.parametrize("begun", ["withdrawn:", "until:", "for:", "for: []", 'withdrawn: ""'])
def test_where_somebody_began_to_write_how_far_consent_goes_it_waits(root: Path, begun: str):
    put(root, SOUND.replace("given: 2026-06-02", f"given: 2026-06-02\n  {begun}"))

    assembly = assemble(root, today=TODAY)

    assert "consent-left-open" in [problem.code for problem in assembly.problems]
    assert assembly.guide.by_slug["repair-cafe"].replies == ()


def test_of_a_reply_taken_back_no_word_is_read_or_kept(root: Path):
    put(root, SOUND.replace("given: 2026-06-02", "given: 2026-06-02\n  withdrawn: 2026-10-01"))

    (story,), problems = read_stories(root, Store(root / ".cache"))

    assert problems == ()
    assert (story.replies[0].by, story.replies[0].words.html) == ("", "")
    assert "that toaster" not in kept(root)


def test_when_the_story_goes_its_replies_go(root: Path):
    put(root, SOUND)
    read_stories(root, Store(root / ".cache"))
    before = kept(root)
    (root / "stories/repair-cafe/story.md").write_text("---\nstatus: withdrawn\n---\n", encoding="utf-8")

    (story,), _ = read_stories(root, Store(root / ".cache"))

    assert story.replies == ()
    assert "that toaster" in before
    assert "that toaster" not in kept(root)


def test_what_was_kept_is_given_back_until_a_reply_changes(root: Path):
    file = put(root, SOUND)
    first, _ = read_stories(root, Store(root / ".cache"))
    again, _ = read_stories(root, Store(root / ".cache"))
    file.write_text(SOUND.replace("other half", "third half"), encoding="utf-8")
    changed, _ = read_stories(root, Store(root / ".cache"))
    file.unlink()
    gone, _ = read_stories(root, Store(root / ".cache"))

    assert first == again
    assert "third half" in changed[0].replies[0].words.html
    assert gone[0].replies == ()
    assert gone[0] == replace(first[0], replies=())


def test_a_link_to_a_story_nobody_knows_is_told_with_its_line(root: Path):
    put(root, SOUND)

    (problem,) = assemble(root, today=TODAY).problems

    assert (problem.code, str(problem.where)) == ("no-such-story", "stories/repair-cafe/replies/ana.md, line 7")


def test_what_else_lies_there_is_told(root: Path):
    (root / "stories/repair-cafe/replies/us.jpg").write_bytes(b"no picture")
    (root / "stories/repair-cafe/replies/ana.md").symlink_to(root / "stories/repair-cafe/story.md")

    _, problems = read_stories(root)

    assert sorted(problem.code for problem in problems) == ["leads-elsewhere", "reply-file-name"]


@pytest.mark.parametrize(
    "words",
    ["Ring me on 07700 900123.", "Ring 07700 **900123**", "name&#64;example.org", "at ab1 2de", "020\\\n7946\\\n0123"],
)
def test_a_private_way_to_reach_somebody_is_told_in_any_writing(root: Path, words: str):
    put(root, f"{SOUND}\n{words}\n")

    _, (problem,) = read_stories(root)

    assert problem.code == "private-here"
