"""The workflows' commands do what they say, with the worst that a stranger can send."""

import json
import re
import shutil
import tarfile
from pathlib import Path

import pytest
from storyguide.front.issue_form import FIRST
from storyguide.intake.issue import PHOTOS_LABEL, STORY_LABEL
from storyguide.site.ledger import LEDGER

from tests.github_machine import HOSTILE, PROJECT, Machine, git, make_machine

pytestmark = pytest.mark.slow


@pytest.fixture
def machine(tmp_path: Path):
    """Make a machine of GitHub's, for an event."""
    return lambda event, answers=None: make_machine(tmp_path, event, answers)


def _told_in_the_form() -> dict[str, object]:
    answers = {
        FIRST: "- [X] It is mine",
        "Title": f"Beans {HOSTILE.splitlines()[0]}",
        "Storyteller": "Mo",
        "Place": "Millbank",
        "Themes": "Making",
        STORY_LABEL: f"We planted beans.\n\n{HOSTILE}\n\n<script>alert(1)</script>",
        PHOTOS_LABEL: f"{HOSTILE}\n\n##[add-mask]pwned",
        "Licence": "CC BY-SA 4.0",
    }
    body = "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers.items())
    return {
        "action": "labeled",
        "label": {"name": "story"},
        "issue": {"number": 12, "title": HOSTILE, "body": body, "user": {"login": "somebody"}},
        "repository": {"default_branch": "main"},
    }


def test_a_labelled_issue_becomes_a_draft_on_a_branch_of_its_own_and_a_pull_request(machine):
    here = machine(_told_in_the_form(), {"pr create": "https://github.com/anytown/guide/pull/13"})

    status = here.run("intake")

    assert status == 0, here.said
    changed = git(
        here.home / "origin.git", "diff", "--name-only", "story/issue-12", git(here.work, "rev-parse", "main")
    )
    (story,) = changed.split()
    assert re.fullmatch(r"stories/[a-z0-9-]+/story\.md", story)
    asked = here.asked_of_github
    (offered,) = [said for said in asked if said[:2] == ["pr", "create"]]
    assert offered[offered.index("--title") + 1] == "A story from issue 12"
    assert offered[offered.index("--base") + 1] == "main"
    assert "pull/13" in asked[-1][-1]
    assert asked[-1][:3] == ["issue", "comment", "12"]


def test_a_hostile_issue_stays_words(machine):
    here = machine(_told_in_the_form())

    here.run("intake")

    assert here.untouched(), here.said
    told = git(here.home / "origin.git", "log", "-1", "--format=%B", "story/issue-12")
    assert told.strip() == "stories: A draft of what issue 12 tells"
    assert not [said for said in here.asked_of_github if "pwned" in " ".join(said)]
    assert [line for line in here.summary.splitlines()[1:] if line and not line.startswith("    ")] == []
    assert "a-token" not in here.summary + here.said


def test_a_draft_that_is_there_already_is_not_written_over(machine):
    here = machine(_told_in_the_form())
    git(here.work, "push", "--quiet", "origin", "main:refs/heads/story/issue-12")
    before = git(here.home / "origin.git", "rev-parse", "story/issue-12")

    status = here.run("intake")

    assert status == 0, here.said
    assert git(here.home / "origin.git", "rev-parse", "story/issue-12") == before
    assert "There is a draft of this already" in here.asked_of_github[-1][-1]


def test_an_issue_that_is_no_story_is_answered_and_becomes_nothing(machine):
    event = _told_in_the_form()
    event["issue"]["body"] = HOSTILE  # type: ignore[index]
    here = machine(event)

    status = here.run("intake")

    assert status == 1
    assert here.untouched(), here.said
    assert git(here.home / "origin.git", "branch", "--list").strip() == ""
    (answered,) = here.asked_of_github
    assert answered[-1].startswith("Thank you for this. It could not be made into a draft")


def _sent(here: Machine) -> Path:
    """What somebody sends as a pull request, fetched beside ours: at first just as we have it."""
    shutil.copytree(here.work / "stories", here.work / "sent/stories", symlinks=True)
    return here.work / "sent"


def _pull_request() -> dict[str, object]:
    return {"pull_request": {"number": 31, "title": HOSTILE, "head": {"ref": HOSTILE}, "base": {"sha": "0" * 40}}}


def test_only_stories_are_taken_from_what_is_sent_and_only_what_changed_is_told(machine):
    here = machine(_pull_request())
    sent = _sent(here)
    (sent / "build.py").write_text("import pathlib; pathlib.Path('pwned').touch()", encoding="utf-8")
    (sent / "mkdocs.yml").write_text("pwned: true", encoding="utf-8")
    faulty = sent / "stories/faulty-story"
    faulty.mkdir()
    (faulty / "story.md").write_text(f"---\ntilte: {HOSTILE.splitlines()[0]}\n---\n{HOSTILE}\n", encoding="utf-8")

    status = here.run("check", building=True)

    assert status == 1
    assert here.untouched(), here.said
    assert "pwned: true" not in (here.work / "mkdocs.yml").read_text(encoding="utf-8")
    assert here.said.count("::error file=stories/faulty-story/story.md") == here.said.count("::error file=") > 0
    assert here.summary.startswith("# What there is to mend")
    left = here.temp / "told"
    assert {each["path"] for each in json.loads((left / "facts.json").read_text("utf-8"))["problems"]} == {
        "stories/faulty-story/story.md"
    }
    assert "“faulty-story”" in (here.temp / "preview/index.html").read_text(encoding="utf-8")
    assert (here.temp / "preview/guide/stories/faulty-story/index.html").is_file()


def test_stories_with_nothing_to_mend_are_all_good(machine):
    here = machine(_pull_request())
    story = next(iter(sorted(_sent(here).glob("stories/*/story.md"))))
    story.write_text(story.read_text(encoding="utf-8") + "\nIt is there still.\n", encoding="utf-8")

    status = here.run("check")

    assert status == 0, here.said
    assert json.loads((here.temp / "told/facts.json").read_text(encoding="utf-8"))["problems"] == []


def test_no_address_is_lost_because_the_list_that_came_along_leaves_it_out(machine):
    here = machine(_pull_request())
    (here.work / LEDGER).write_text("stories/button-band/\n", encoding="utf-8")
    git(here.work, "add", LEDGER)
    git(here.work, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Published")
    sent = _sent(here)
    (sent / LEDGER).write_text("# Nothing is promised.\n", encoding="utf-8")
    shutil.rmtree(sent / "stories/button-band")

    status = here.run("check")

    assert status == 1, here.said
    facts = json.loads((here.temp / "told/facts.json").read_text(encoding="utf-8"))["problems"]
    assert ("address-lost", LEDGER) in {(each["code"], each["path"]) for each in facts}


def test_a_name_of_a_file_is_never_a_command(machine):
    here = machine(_pull_request())
    for name in ("--fix", "$(touch pwned)", "a\nb; touch pwned"):
        folder = _sent_once(here) / "stories" / name
        folder.mkdir()
        (folder / "story.md").write_text("---\ntitle: A\n---\nWords.\n", encoding="utf-8")

    status = here.run("check")

    assert status == 1
    assert here.untouched(), here.said


def test_stories_that_lead_elsewhere_are_not_taken(machine):
    here = machine(_pull_request())
    (here.work / "sent").mkdir()
    (here.work / "sent/stories").symlink_to("/etc")

    status = here.run("check")

    assert status == 1
    assert "There is no folder “stories” in what was sent." in here.said


def _fact(**changes: object) -> dict[str, object]:
    return {
        "code": "unknown-theme",
        "path": "stories/knit/story.md",
        "line": 4,
        "blocks": True,
        "message": HOSTILE,
        "mend": "Read [this](https://example.org/) @everybody, fixes #1.",
        **changes,
    }


def _checked(*facts: object, **changes: object) -> str:
    return json.dumps({"version": 1, "problems": facts, **changes})


def _said_by_check(machine, left: str | None, answers: dict[str, str]) -> Machine:
    run = {"id": 7, "head_sha": "abc", "head_branch": HOSTILE, "event": "pull_request"}
    here = machine({"workflow_run": {**run, "head_repository": {"owner": {"login": "somebody"}}}}, answers)
    (here.work / "plugins").symlink_to(PROJECT / "plugins")
    (here.work / "docs/help").mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT / "docs/help/problems.md", here.work / "docs/help")
    (here.temp / "told").mkdir()
    if left is not None:
        (here.temp / "told/facts.json").write_text(left, encoding="utf-8")
    return here


OPEN = {"state=open": "31"}


def test_the_first_answer_is_a_new_comment_in_our_own_words(machine):
    here = _said_by_check(machine, _checked(_fact()), OPEN)

    status = here.run("comment")

    assert status == 0, here.said
    assert here.untouched(), here.said
    assert f"head=somebody:{HOSTILE}" in here.asked_of_github[1]
    assert here.asked_of_github[-1][:4] == ["api", "--method", "POST", "repos/anytown/guide/issues/31/comments"]
    assert here.commented == (
        "<!-- story-check -->\n"
        "**Thank you.** Before this can be published, one thing needs mending:\n"
        "\n"
        "**`stories/knit/story.md`**\n"
        "\n"
        "- **Line 4:** [Unknown theme](https://github.com/anytown/guide/blob/HEAD/docs/help/problems.md#unknown-theme)\n"
        "\n"
        "[The check’s own summary](https://github.com/anytown/guide/actions/runs/7) tells each of them in full, with "
        "what to type instead. Change the file and send it again: the check starts by itself, and this comment changes "
        "with it. If you are stuck, say so here and somebody will help.\n"
    )


def test_a_later_answer_takes_the_place_of_the_first(machine):
    here = _said_by_check(machine, _checked(), {**OPEN, "--paginate": "99\n100"})

    status = here.run("comment")

    assert status == 0, here.said
    assert here.asked_of_github[-1][:4] == ["api", "--method", "PATCH", "repos/anytown/guide/issues/comments/99"]
    assert "All good" in here.commented


@pytest.mark.parametrize(
    "path",
    [
        "stories/`@everybody`/story.md",
        "stories/[a](https://example.org)/story.md",
        "stories/a\n# b/story.md",
        "stories/a\u202eb/story.md",
        "stories/a\u200bb/story.md",
        "stories/owner#1/story.md",
        "stories/&#64;name/story.md",
        "stories/../../etc/passwd",
        "https://example.org/",
        "stories/" + "a" * 300 + "/story.md",
    ],
)
def test_a_file_with_a_strange_name_is_told_of_without_its_name(machine, path):
    here = _said_by_check(machine, _checked(_fact(path=path)), OPEN)

    assert here.run("comment") == 0, here.said

    assert "**A file whose name is not shown here**" in here.commented
    assert path not in here.commented
    assert "everybody" not in here.commented


@pytest.mark.parametrize(
    "left",
    [
        None,
        "",
        "Buy beans.",
        "[" * 100_000,
        "[]",
        _checked(version=2),
        _checked(problems={}),
        _checked("unknown-theme"),
        _checked(_fact(code="buy-beans")),
        _checked(_fact(code=["unknown-theme"])),
        _checked(_fact(line="4](https://example.org)")),
        _checked(_fact(line=True)),
        _checked(_fact(line=-1)),
        _checked(_fact(line=10**9)),
        _checked(_fact(blocks="yes")),
        _checked(_fact(path=None)),
        _checked(padding="a" * 4_000_000),
    ],
    ids=lambda left: None if left is None else left[:20] or "empty",
)
def test_what_no_check_of_ours_would_leave_is_not_said(machine, left):
    here = _said_by_check(machine, left, OPEN)

    here.run("comment")

    assert "Traceback" not in here.said
    assert not [said for said in here.asked_of_github if said[2] in ("POST", "PATCH")]


@pytest.mark.parametrize("number", ["", "31; touch pwned", "../../31"])
def test_nothing_is_said_where_github_knows_no_such_pull_request(machine, number):
    here = _said_by_check(machine, _checked(_fact()), {"state=open": number})

    here.run("comment")

    assert here.untouched(), here.said
    assert not [said for said in here.asked_of_github if said[2] in ("POST", "PATCH")]


def test_the_guide_is_packed_for_the_address_pages_gives_it(machine):
    here = machine({}, {"anytown/guide/pages": "https://anytown.example.org/guide"})
    (here.work / "site").mkdir()
    (here.work / "site/index.html").write_text("Anytown", encoding="utf-8")

    status = here.run("publish")

    assert status == 0, here.said
    assert (here.home / "output").read_text(encoding="utf-8") == "address=https://anytown.example.org/guide/\n"
    with tarfile.open(here.temp / "artifact.tar") as packed:
        assert [(each.name, each.mtime, each.uid) for each in packed] == [(".", 0, 0), ("./index.html", 0, 0)]


@pytest.mark.parametrize("address", ["", "javascript:pwned", "https://a.example.org/\nname=pwned"])
def test_without_an_address_nothing_is_published(machine, address):
    here = machine({}, {"anytown/guide/pages": address})

    status = here.run("publish")

    assert status == 1
    assert "Switch on Pages first" in here.said
    assert not (here.home / "output").exists()


def _sent_once(here: Machine) -> Path:
    return here.work / "sent" if (here.work / "sent").is_dir() else _sent(here)
