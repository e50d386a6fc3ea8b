"""A machine of GitHub's to run our workflows' commands on: real git, a gh that writes down what it is asked."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[1]
WORKFLOWS = PROJECT / ".github/workflows"
ANYTOWN = PROJECT / "tests/guides/anytown"

HOSTILE = "\"; touch pwned; '$(touch pwned)' `touch pwned` ${{ github.token }} %0A::error::pwned\n::error::pwned #"
"""A title, a branch or a line of a story that would be a command wherever it met a shell."""

BUILD = """\
import sys
from pathlib import Path
sys.path.insert(0, {plugins!r})
from storyguide.cli.arguments import read_arguments
from storyguide.cli.dispatch import run_command
here = Path(__file__).resolve().parent
asked = read_arguments(here, sys.argv[1:])
sys.exit(run_command(here, asked))
"""
"""The front door, without setting anything up."""

GH = """\
#!{python}
import json, os, pathlib, sys
said = sys.argv[1:]
with open(os.environ["GH_LOG"], "a", encoding="utf-8") as log:
    log.write(json.dumps(said) + "\\n")
for part in said:
    if part.startswith("body=@"):
        pathlib.Path(os.environ["GH_LOG"] + ".body").write_bytes(pathlib.Path(part[6:]).read_bytes())
answers = json.loads(os.environ["GH_ANSWERS"])
print(next((answer for part, answer in answers.items() if part in " ".join(said)), ""))
"""
"""Writes down what it is asked, and answers as it was told to."""


@dataclass
class Machine:
    """A machine of GitHub's, as far as the steps of our workflows can tell."""

    home: Path
    event: dict[str, object]
    answers: dict[str, str] = field(default_factory=dict)
    said: str = ""

    @property
    def work(self) -> Path:
        return self.home / "work"

    @property
    def temp(self) -> Path:
        return self.home / "temp"

    @property
    def asked_of_github(self) -> list[list[str]]:
        log = self.home / "gh.log"
        return [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.is_file() else []

    @property
    def commented(self) -> str:
        return (self.home / "gh.log.body").read_text(encoding="utf-8")

    @property
    def summary(self) -> str:
        return (self.home / "summary.md").read_text(encoding="utf-8")

    def run(self, workflow: str, *, building: bool = False) -> int:
        """Run the commands of a workflow's first job, as the event would; the first failure is its status.

        After a failure only those are run that are for all events. Building the site or a preview is left out
        unless it is asked for: that is what other tests are about.
        """
        status = 0
        job = next(iter(yaml.safe_load((WORKFLOWS / f"{workflow}.yml").read_text("utf-8"))["jobs"].values()))
        for step in job["steps"]:
            if "run" not in step or (status and "!cancelled()" not in step.get("if", "")):
                continue
            if not building and re.search(r"build\.py (site|preview)\b", step["run"]):
                continue
            script = self.home / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
                cwd=self.work,
                env=self._environment({**job.get("env", {}), **step.get("env", {})}),
                capture_output=True,
                text=True,
                check=False,
            )
            self.said += done.stdout + done.stderr
            status = status or done.returncode
        return status

    def _environment(self, given: dict[str, str]) -> dict[str, str]:
        told = re.compile(r"\$\{\{ github\.([\w.]+) \}\}")
        return {
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "GITHUB_REPOSITORY": "anytown/guide",
            "GITHUB_EVENT_PATH": str(self.home / "event.json"),
            "GITHUB_STEP_SUMMARY": str(self.home / "summary.md"),
            "GITHUB_OUTPUT": str(self.home / "output"),
            "RUNNER_TEMP": str(self.temp),
            "GH_LOG": str(self.home / "gh.log"),
            "GH_ANSWERS": json.dumps(self.answers),
            **{name: told.sub(lambda found: self._of_event(found[1]), value) for name, value in given.items()},
        }

    def _of_event(self, path: str) -> str:
        value: object = {
            "event": self.event,
            "token": "a-token",
            "server_url": "https://github.com",
            "repository": "anytown/guide",
            "run_id": 7,
        }
        for part in path.split("."):
            assert isinstance(value, dict), path
            value = value[part]
        return str(value)

    def untouched(self) -> bool:
        """Whether nothing that was sent was ever taken for a command."""
        stray = [path for path in self.home.rglob("*") if path.name == "pwned"]
        return not stray and not re.search(r"^\s*::error::pwned|##\[", self.said, re.MULTILINE)


def make_machine(home: Path, event: dict[str, object], answers: dict[str, str] | None = None) -> Machine:
    """A machine that holds Anytown's guide, on which this event has happened."""
    for folder in ("bin", "temp"):
        (home / folder).mkdir()
    (home / "summary.md").touch()
    (home / "event.json").write_text(json.dumps(event), encoding="utf-8")
    _program(home / "bin/gh", GH.format(python=sys.executable))
    _program(home / "bin/python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    shutil.copytree(ANYTOWN, home / "work", symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    (home / "work/build.py").write_text(BUILD.format(plugins=str(PROJECT / "plugins")), encoding="utf-8")
    (home / "work/.gitignore").write_text(".cache/\n", encoding="utf-8")
    git(home, "init", "--quiet", "--bare", "origin.git")
    git(home / "work", "init", "--quiet", "--initial-branch", "main")
    git(home / "work", "remote", "add", "origin", str(home / "origin.git"))
    git(home / "work", "add", "--all")
    git(home / "work", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "All")
    return Machine(home, event, answers or {})


def git(folder: Path, *said: str) -> str:
    return subprocess.run(["git", *said], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def _program(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
