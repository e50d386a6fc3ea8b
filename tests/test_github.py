"""What GitHub is told to do is sound, gives strangers nothing, and asks storytellers what intake reads."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from storyguide.intake.issue import PHOTOS_LABEL, STORY_LABEL, TAKEN_FROM_FORM, label_of
from storyguide.intake.issue_form import FIRST, issue_form
from storyguide.reading.story_fields import STORY_FIELDS

from tests.golden import assert_golden

PROJECT = Path(__file__).parents[1]
GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORM = GITHUB / "ISSUE_TEMPLATE/tell-a-story.yml"

# The form


def test_the_form_is_the_table_of_facts(accept):
    assert_golden(issue_form(), FORM, accept)


def test_the_form_asks_for_consent_first_and_for_nothing_private_in_eight_questions_at_most():
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))

    questions = [each for each in form["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in questions]

    assert len(questions) <= 8
    assert labels[0] == FIRST
    assert all(option["required"] for option in questions[0]["attributes"]["options"])
    assert not [label for label in labels if re.search("mail|phone|address|contact", label, re.IGNORECASE)]


def test_every_question_is_one_that_intake_reads_and_must_be_answered_where_the_table_says_so():
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))

    asked = {each["attributes"]["label"]: each for each in form["body"] if each["type"] != "markdown"}
    facts = {label_of(fact): fact for fact in TAKEN_FROM_FORM}

    assert asked.keys() <= {FIRST, STORY_LABEL, PHOTOS_LABEL, *facts}
    for label in asked.keys() & facts.keys():
        assert asked[label]["validations"]["required"] == bool(STORY_FIELDS[facts[label]].needed), label


def test_sending_the_form_starts_nothing_by_itself():
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    intake = (GITHUB / "workflows/intake.yml").read_text(encoding="utf-8")

    (starts,) = re.findall(r"github\.event\.label\.name == '([^']+)'", intake)

    assert starts not in form["labels"]


# What the workflows are


def test_zizmor_finds_nothing_and_one_exception_is_made():
    zizmor = _beside_python("zizmor")
    told = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", "--persona", "pedantic", GITHUB],
        capture_output=True,
        text=True,
        check=False,
    )
    exceptions = [
        line for file in WORKFLOWS for line in file.read_text("utf-8").splitlines() if "zizmor: ignore" in line
    ]

    assert told.returncode == 0, told.stdout + told.stderr
    assert len(exceptions) == 1


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-issue-forms", [FORM]),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_file_has_the_shape_github_reads(schema, files):
    told = subprocess.run(
        [_beside_python("check-jsonschema"), "--builtin-schema", schema, *files],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_pins_what_it_uses_ends_in_time_and_puts_nobodys_words_into_a_command(file):
    text = file.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]

    assert workflow["permissions"] == {}
    assert all("timeout-minutes" in job and "permissions" in job for job in workflow["jobs"].values())
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    for used in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)
    for step in steps:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_what_strangers_can_start_may_write_nothing_and_knows_no_secret():
    for name in ("check", "test"):
        text = (GITHUB / f"workflows/{name}.yml").read_text(encoding="utf-8")
        jobs = yaml.safe_load(text)["jobs"].values()

        assert all(job["permissions"] == {"contents": "read"} for job in jobs)
        assert "secrets" not in text
        assert "github.token" not in text


def test_what_may_comment_on_a_strangers_work_fetches_no_code_but_ours():
    comment = yaml.safe_load((GITHUB / "workflows/comment.yml").read_text(encoding="utf-8"))

    (fetched,) = [step for job in comment["jobs"].values() for step in job["steps"] if "uses" in step]

    assert fetched["uses"].startswith("actions/checkout@")
    assert fetched["with"] == {"persist-credentials": False}


def test_what_publishes_runs_nothing_but_what_signs_and_publishes():
    publish = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]

    assert "write" not in publish["build"]["permissions"].values()
    (run,) = [step["run"] for step in publish["publish"]["steps"] if "run" in step]
    assert run.startswith("gh run download ")


def _beside_python(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is not installed; pyproject.toml names it."
    return found
