"""Remakes the lists of exact versions."""

# ruff: noqa: PLC0415 (a command waits for nothing it does not use)

import shutil
from argparse import Namespace
from pathlib import Path

from storyguide.cli.command import Command, Topic
from storyguide.cli.environment import TESTS, add
from storyguide.cli.terminal import say, tell

COMMAND = Command(
    topic=Topic.DEVELOPMENT,
    rank=4,
    help="remake the lists of exact versions from pyproject.toml and package.json",
    examples=("lock",),
    takes_edition=False,
    not_done="Not every list was made anew.",
)


def run(project: Path, asked: Namespace) -> int:
    """Remake the lists of exact versions."""
    from storyguide.cli.dependencies.lock_files import relock

    if not shutil.which("uv"):
        add(project, TESTS, purpose="to make the lists", say=say)
    tell(*(f"Made {name}." for name in relock(project)))
    return 0
